using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Rules;

/// <summary>Somebody who is ill, back from a key area, in contact or in quarantine, or for whom a rule has fired.</summary>
/// <param name="Person">Who.</param>
/// <param name="Unit">The class, or the unit of a member of staff.</param>
/// <param name="Answers">The current answers that make the case, the oldest first; empty where a rule fired without any.</param>
/// <param name="Firings">The firings that name that person and still stand.</param>
public sealed record FollowedCase(Person Person, Unit Unit, IReadOnlyList<CheckIn> Answers, IReadOnlyList<Firing> Firings)
{
    /// <summary>What the person is monitored for now, the one that lasts longest first.</summary>
    public IReadOnlyList<Monitored> Monitored { get; init; } = [];

    /// <summary>The first known day of the case.</summary>
    public DateOnly Since => Answers.Select(answer => answer.Day).Concat(Firings.Select(firing => firing.FirstDay))
        .Concat(Monitored.Select(one => one.Since)).Min();

    /// <summary>Whether an answer makes a case by itself.</summary>
    public static bool IsCase(CheckInAnswer answer, DateOnly day, HealthRules rules) =>
        rules.IsFever(answer) || answer.Symptoms != Symptoms.None || answer.Diseases != Diseases.None || answer.Isolation != Isolation.None || answer.Contact
        || answer.Absence is Absence.IllAtHome or Absence.Hospital
        || (answer.Travel == Travel.Yes && rules.KeyAreaOf(answer.Place, day) is not null);
}
