using CheckinBot.Storage.Digests;

namespace CheckinBot.Jobs;

/// <summary>Chooses whom to ask: one guardian a family, however many children and guardians it has.</summary>
internal static class Families
{
    /// <summary>
    /// The users to ask, each with the unit of somebody who is missing. A family is everybody who is connected by common
    /// guardians or children. Whoever can answer for most of its missing members is asked; among equals the first, and at
    /// the next turn the next.
    /// </summary>
    /// <param name="reporters">Who may answer for whom, the likeliest of each person first.</param>
    /// <param name="turn">0 for the first time that day, then 1 …</param>
    public static IEnumerable<(long UserId, long UnitId)> OneOfEach(IReadOnlyList<PossibleReporter> reporters, int turn) =>
        Group(reporters).SelectMany(family => Choose(family, turn));

    private static IEnumerable<(long UserId, long UnitId)> Choose(List<PossibleReporter> family, int turn)
    {
        var open = family;
        while (open.Count > 0)
        {
            var users = open.GroupBy(reporter => reporter.UserId).ToList();
            var most = users.Max(user => user.Count());
            var able = users.Where(user => user.Count() == most).ToList();
            var chosen = able[turn % able.Count];
            yield return (chosen.Key, chosen.First().UnitId);
            var answered = chosen.Select(reporter => reporter.PersonId).ToHashSet();
            open = open.FindAll(reporter => !answered.Contains(reporter.PersonId));
        }
    }

    private static IEnumerable<List<PossibleReporter>> Group(IReadOnlyList<PossibleReporter> reporters)
    {
        var families = new Dictionary<long, List<PossibleReporter>>();
        foreach (var person in reporters.GroupBy(reporter => reporter.PersonId))
        {
            var joined = person.Select(reporter => families.GetValueOrDefault(reporter.UserId)).OfType<List<PossibleReporter>>().Distinct().ToList();
            List<PossibleReporter> family = [.. joined.SelectMany(part => part), .. person];
            foreach (var reporter in family) families[reporter.UserId] = family;
        }

        return families.Values.Distinct();
    }
}
