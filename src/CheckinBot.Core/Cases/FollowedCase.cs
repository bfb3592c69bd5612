using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;

namespace CheckinBot.Core.Cases;

/// <summary>Somebody who is ill, back from a key area, in contact or in quarantine, or for whom a rule has fired.</summary>
/// <param name="Person">Who.</param>
/// <param name="Unit">The class, or the unit of a member of staff.</param>
/// <param name="Answers">The current answers that make the case, the oldest first; empty where a rule fired without any.</param>
/// <param name="Firings">The firings that name that person and still stand.</param>
public sealed record FollowedCase(Person Person, Unit Unit, IReadOnlyList<CheckIn> Answers, IReadOnlyList<Firing> Firings)
{
    /// <summary>What the person is monitored for now, the one that lasts longest first.</summary>
    public IReadOnlyList<Monitored> Monitored { get; init; } = [];

    /// <summary>The open cases of the person.</summary>
    public IReadOnlyList<CaseFile> Files { get; init; } = [];

    /// <summary>The first known day of the case.</summary>
    public DateOnly Since => Answers.Select(answer => answer.Day).Concat(Firings.Select(firing => firing.FirstDay))
        .Concat(Monitored.Select(one => one.Since)).Concat(Files.Select(one => one.OpenedDay)).Min();
}
