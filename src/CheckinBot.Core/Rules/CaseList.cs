using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Rules;

/// <summary>Somebody who is ill, back from a key area, in contact or in quarantine, or of whom a rule has fired.</summary>
/// <param name="Person">Who.</param>
/// <param name="Unit">The class, or the unit of a member of staff.</param>
/// <param name="Answers">The current answers that make the case, the oldest first; empty where a rule fired without any.</param>
/// <param name="Firings">What has fired of that person and stands.</param>
public sealed record FollowedCase(Person Person, Unit Unit, IReadOnlyList<CheckIn> Answers, IReadOnlyList<Firing> Firings)
{
    /// <summary>The first day of it that is known.</summary>
    public DateOnly Since => Answers.Select(answer => answer.Day).Concat(Firings.Select(firing => firing.FirstDay)).Min();

    /// <summary>Whether an answer makes a case by itself.</summary>
    public static bool IsCase(CheckInAnswer answer, DateOnly day, HealthRules rules) =>
        rules.IsFever(answer) || answer.Symptoms != Symptoms.None || answer.Diseases != Diseases.None || answer.Isolation != Isolation.None || answer.Contact
        || answer.Absence is Absence.IllAtHome or Absence.Hospital
        || (answer.Travel == Travel.Yes && rules.KeyAreaOf(answer.Place, day) is not null);
}

/// <summary>The open cases of a unit, in the order of the tree.</summary>
public sealed record CaseList
{
    private const int MostShown = 25;
    private readonly IReadOnlyList<FollowedCase> _cases;

    /// <summary>A unit's cases.</summary>
    public CaseList(Unit unit, IEnumerable<FollowedCase> cases)
    {
        Unit = unit;
        _cases = [.. cases.OrderBy(one => one.Unit.Path, UnitPathOrder.Instance).ThenBy(one => one.Person.Number?.Length).ThenBy(one => one.Person.Number, StringComparer.Ordinal)];
    }

    /// <summary>The unit at the top.</summary>
    public Unit Unit { get; }

    /// <summary>Those who are named: as many as one message holds.</summary>
    public IEnumerable<FollowedCase> Shown => _cases.Take(MostShown);

    /// <summary>The message, plain.</summary>
    public string Text(Language language)
    {
        var phrases = new Phrases(language);
        if (_cases.Count == 0) return phrases.NoCases(Unit.ShortName);
        var lines = new List<string> { phrases.CasesHeading(Unit.ShortName, _cases.Count) };
        foreach (var one in Shown)
        {
            lines.Add(phrases.CaseLine(one.Person.Name, one.Unit.ShortName, one.Since));
            lines.AddRange(one.Answers.Select(answer => phrases.CaseDay(answer.Day, answer.Slot, AnswerLines.Facts(phrases, answer.Answer))));
            lines.AddRange(one.Firings.Select(firing => phrases.CaseRule(firing.Kind, firing.AcknowledgedName)));
        }

        if (_cases.Count > MostShown) lines.Add(phrases.CasesMore(_cases.Count - MostShown));
        return string.Join('\n', lines);
    }
}
