using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>A class as its teacher or its group sees it.</summary>
/// <param name="Unit">The class.</param>
/// <param name="Window">Its day and slot.</param>
/// <param name="Students">Everybody who is expected to check in there on that day, by number and name.</param>
public sealed record ClassRoster(Unit Unit, CheckInWindow Window, IReadOnlyList<Subject> Students)
{
    /// <summary>The hours in which nobody there is written to unasked.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.Default;

    /// <summary>Those who are asked in the window's slot: in the evening the boarders alone.</summary>
    public IEnumerable<Subject> Expected => Students.Where(student => student.Window.Slot == Window.Slot);

    /// <summary>The guardians of the students. Members of staff stand here for themselves.</summary>
    public IReadOnlyList<Guardian> Guardians { get; init; } = [];

    /// <summary>Those whom a class teacher removed, in private alone.</summary>
    public IReadOnlyList<Guardian> Removed { get; init; } = [];

    /// <summary>Whose family said that it answers later, and when (UTC), in private alone.</summary>
    public IReadOnlyDictionary<long, DateTimeOffset> SaidLater { get; init; } = new Dictionary<long, DateTimeOffset>();

    /// <summary>The class is let off today; looked up in private alone.</summary>
    public bool IsWaived { get; init; }

    /// <summary>The school's name, for the heading.</summary>
    public string? SchoolName { get; init; }
}
