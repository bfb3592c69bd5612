using System.Globalization;

namespace CheckinBot.Core.CheckIns;

/// <summary>What happens at a set time of the school day.</summary>
public enum SchoolDayEventKind
{
    /// <summary>The slot opens: the card is posted in the class groups.</summary>
    Open,

    /// <summary>Families that have not answered are asked once more.</summary>
    Remind,

    /// <summary>Class teachers get the names that are missing.</summary>
    Ping,

    /// <summary>School officers are told which classes are not complete.</summary>
    Escalate,

    /// <summary>The office above is told which schools are not complete; then the one above that.</summary>
    EscalateUp,

    /// <summary>A cut-off: numbers are taken and sent up the line.</summary>
    Digest,

    /// <summary>The deadline for signing: school officers are told that a report is complete but not signed.</summary>
    SignOff,

    /// <summary>The same time later again: the level above is told which schools have not signed.</summary>
    SignOffAbove,

    /// <summary>The day ends: dialogs expire, the last numbers are taken.</summary>
    Close,
}

/// <summary>One event of one school day, at an instant.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Day">The school day, local to the unit.</param>
/// <param name="Slot">The slot's id.</param>
/// <param name="LocalTime">The time as configured, local to the unit.</param>
/// <param name="At">The instant, UTC, daylight saving taken into account.</param>
public sealed record SchoolDayEvent(SchoolDayEventKind Kind, DateOnly Day, string Slot, TimeOnly LocalTime, DateTimeOffset At)
{
    /// <summary>
    /// The name under which a run is recorded, once for each unit, day and slot. A kind that may come several times a day
    /// has its time in it: <c>remind@07:30</c>.
    /// </summary>
    public string RunKey => Kind is SchoolDayEventKind.Remind or SchoolDayEventKind.EscalateUp or SchoolDayEventKind.Digest
        ? string.Create(CultureInfo.InvariantCulture, $"{NameOf(Kind)}@{LocalTime:HH\\:mm}")
        : NameOf(Kind);

    /// <summary>The kind's name in lower case, as jobs and runs are called.</summary>
    public static string NameOf(SchoolDayEventKind kind) => kind switch
    {
        SchoolDayEventKind.Open => "open",
        SchoolDayEventKind.Remind => "remind",
        SchoolDayEventKind.Ping => "ping",
        SchoolDayEventKind.Escalate => "escalate",
        SchoolDayEventKind.EscalateUp => "escalate_up",
        SchoolDayEventKind.Digest => "digest",
        SchoolDayEventKind.SignOff => "sign-off",
        SchoolDayEventKind.SignOffAbove => "sign-off-above",
        SchoolDayEventKind.Close => "close",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
