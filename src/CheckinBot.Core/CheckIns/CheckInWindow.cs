namespace CheckinBot.Core.CheckIns;

/// <summary>Where the present moment lies in the school day of a unit.</summary>
public enum WindowPhase
{
    /// <summary>A school day, before the check-in opens.</summary>
    BeforeOpening,

    /// <summary>Open.</summary>
    Open,

    /// <summary>A school day, after the check-in closed.</summary>
    AfterClosing,

    /// <summary>No school today; <see cref="CheckInWindow.Day"/> is still today's date.</summary>
    NoSchool,
}

/// <summary>A slot of a day.</summary>
/// <param name="Day">The day, in the unit's time zone.</param>
/// <param name="Slot">The slot's id.</param>
public readonly record struct DaySlot(DateOnly Day, string Slot);

/// <summary>The day and slot to which an answer given now belongs, as the unit's calendar says.</summary>
/// <param name="Day">The day, in the unit's time zone.</param>
/// <param name="Slot">The slot of the day.</param>
/// <param name="Phase">Where now lies.</param>
/// <param name="PreviousDay">The school day before, for back-filling.</param>
/// <param name="UtcOffset">The unit's offset from UTC now, for showing times.</param>
public sealed record CheckInWindow(DateOnly Day, string Slot, WindowPhase Phase, DateOnly PreviousDay, TimeSpan UtcOffset)
{
    /// <summary>The first slot, and the only one by default.</summary>
    public const string Morning = "morning";

    /// <summary>When the next reminder goes out (local time); null where none is left today.</summary>
    public TimeOnly? NextReminder { get; init; }

    /// <summary>When this slot closes or the next one opens (UTC); dialogs about it end then.</summary>
    public DateTimeOffset? ClosesAt { get; init; }

    /// <summary>The slot that is open, where the event is about an earlier one of the day; else null.</summary>
    public string? LaterSlot { get; init; }

    /// <summary>An instant as local day.</summary>
    public DateOnly LocalDay(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(UtcOffset).DateTime);

    /// <summary>An instant as local time of day.</summary>
    public TimeOnly LocalTime(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.ToOffset(UtcOffset).DateTime);
}
