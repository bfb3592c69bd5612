using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Digests.Sheets;

/// <summary>Somebody of whom a finding was told that a school has to follow.</summary>
/// <param name="Person">Who.</param>
/// <param name="Told">The answer of the day.</param>
/// <param name="Fever">The answer reaches the fever line, or fever was told in words.</param>
/// <param name="KeyArea">The key area in which they were; null for none.</param>
public sealed record OpenCase(RecordedPerson Person, RecordedAnswer Told, bool Fever, string? KeyArea);

/// <summary>Which of those who answered are open cases: fever, a symptom, quarantine, contact, a key area, ill at home or in hospital.</summary>
public static class OpenCases
{
    /// <summary>The open cases of a day and slot, in the order of the people.</summary>
    public static IReadOnlyList<OpenCase> Of(HealthRecords records, DateOnly day, string slot, HealthRules rules)
    {
        var cases = new List<OpenCase>();
        foreach (var person in records.People)
        {
            if (records.Of(person.Person.Id, day, slot) is not { } told) continue;
            var found = new OpenCase(person, told, rules.IsFever(told.Answer), told.Answer.Travel == Travel.Yes ? rules.KeyAreaOf(told.Answer.Place, day) : null);
            if (IsOpen(found)) cases.Add(found);
        }

        return cases;
    }

    private static bool IsOpen(OpenCase found) => found.Fever || found.KeyArea is not null
        || found.Told.Answer is { Symptoms: not Symptoms.None } or { Isolation: not Isolation.None } or { Contact: true } or { Diseases: not Diseases.None }
            or { Absence: Absence.IllAtHome or Absence.Hospital };
}
