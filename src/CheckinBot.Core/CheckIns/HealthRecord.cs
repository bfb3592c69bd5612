using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.CheckIns;

/// <summary>Somebody who is listed in a table, with what the roster knows of them.</summary>
/// <param name="Person">Who.</param>
/// <param name="UnitPath">The path of their unit.</param>
public sealed record RecordedPerson(Person Person, string UnitPath)
{
    /// <summary>The school's name; null above schools.</summary>
    public string? School { get; init; }

    /// <summary>The date of birth where known.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>The dormitory of a boarder.</summary>
    public string? Dormitory { get; init; }
}

/// <summary>A current answer, and who told it.</summary>
/// <param name="CheckIn">The answer.</param>
/// <param name="Reporter">The reporter's name as shown; null once that account was deleted.</param>
public sealed record RecordedAnswer(CheckIn CheckIn, string? Reporter)
{
    /// <summary>What was told.</summary>
    public CheckInAnswer Answer => CheckIn.Answer;
}

/// <summary>People and their current answers over some days.</summary>
public sealed class HealthRecords
{
    private readonly ILookup<long, RecordedAnswer> _answers;

    /// <summary>Puts answers to their people.</summary>
    /// <param name="people">In the order in which tables list them.</param>
    /// <param name="answers">Current answers; an answer that was taken back does not count.</param>
    public HealthRecords(IReadOnlyList<RecordedPerson> people, IEnumerable<RecordedAnswer> answers)
    {
        People = people;
        _answers = answers.Where(one => one.Answer.Status != CheckInStatus.Missing)
            .OrderBy(one => one.CheckIn.Day).ThenBy(one => one.CheckIn.ReportedAt).ToLookup(one => one.CheckIn.PersonId);
    }

    /// <summary>The people, in the order in which tables list them.</summary>
    public IReadOnlyList<RecordedPerson> People { get; }

    /// <summary>Who of them is monitored on any of the days, by person.</summary>
    public ILookup<long, Monitored> Monitored { get; init; } = Enumerable.Empty<Monitored>().ToLookup(one => one.PersonId);

    /// <summary>What one person is monitored for on any of some days, whatever they answered on them.</summary>
    public IEnumerable<Monitored> MonitoredOf(long personId, DateOnly from, DateOnly to) =>
        Monitored[personId].Where(one => one.Since <= to && from <= one.Until);

    /// <summary>The answers of one person, oldest first.</summary>
    public IEnumerable<RecordedAnswer> Of(long personId) => _answers[personId];

    /// <summary>The answer of one person for a day and slot; null where there is none.</summary>
    public RecordedAnswer? Of(long personId, DateOnly day, string slot) =>
        _answers[personId].FirstOrDefault(one => one.CheckIn.Day == day && one.CheckIn.Slot == slot);
}
