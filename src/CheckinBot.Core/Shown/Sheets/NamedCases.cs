using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Places;

namespace CheckinBot.Core.Shown.Sheets;

/// <summary>Somebody with a finding that a school has to follow up.</summary>
/// <param name="Person">Who.</param>
/// <param name="Told">The answer of the day.</param>
/// <param name="Fever">The answer reaches the fever line, or fever was told in words.</param>
/// <param name="KeyArea">The key area in which they were; null for none.</param>
public sealed record OpenCase(RecordedPerson Person, RecordedAnswer Told, bool Fever, string? KeyArea);

/// <summary>The open cases that a reader may see by name.</summary>
/// <param name="Listed">Who they are.</param>
public sealed record NamedCases(IReadOnlyList<OpenCase> Listed)
{
    /// <summary>There are more than one file should list, so none is listed.</summary>
    public static NamedCases TooMany { get; } = new([]) { AreTooMany = true };

    /// <summary>Nobody is listed, since there are too many.</summary>
    public bool AreTooMany { get; private init; }

    /// <summary>Those whom somebody has to follow up on a day and slot, in the order of the people.</summary>
    public static NamedCases Of(HealthRecords records, DateOnly day, string slot, HealthRules rules)
    {
        var cases = new List<OpenCase>();
        foreach (var person in records.People)
        {
            if (records.Of(person.Person.Id, day, slot) is not { } told) continue;
            var keyArea = told.Answer.Travel == Travel.Yes ? rules.KeyAreaOf(told.Answer.Place, day) : null;
            if (rules.NeedsFollowUp(told.Answer, keyArea is not null)) cases.Add(new OpenCase(person, told, rules.IsFever(told.Answer), keyArea));
        }

        return new NamedCases(cases);
    }
}
