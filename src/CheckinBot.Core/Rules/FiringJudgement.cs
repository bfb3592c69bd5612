using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>
/// Compares what the facts fulfil with what has fired already. A rule fires once for the same facts and again when they
/// grow; pupils who are ill on the next school day as well are the same facts.
/// </summary>
public static class FiringJudgement
{
    /// <summary>The changes of a day.</summary>
    /// <param name="rules">The rules that hold there.</param>
    /// <param name="facts">The facts of the class or the school.</param>
    /// <param name="day">The day.</param>
    /// <param name="previousSchoolDay">The school day before it.</param>
    /// <param name="known">What has fired there and may still go on, including what was withdrawn.</param>
    public static IReadOnlyList<FiringChange> Changes(
        IReadOnlyList<AlertRule> rules, FactSet facts, DateOnly day, DateOnly previousSchoolDay, IReadOnlyList<Firing> known)
    {
        var matches = Evaluation.Of(rules, facts, day);
        var changes = new List<FiringChange>();
        foreach (var match in matches)
        {
            var ongoing = known.Where(
                firing => firing.RuleId == match.Rule.Id && firing.Place == match.Place && GoesOn(firing, match.Rule, day, previousSchoolDay))
                .MaxBy(firing => firing.LastDay);
            if (ongoing is null) changes.Add(new FiringChange.Fired(match));
            else if (Compare(ongoing, match, facts, day) is { } change) changes.Add(change);
        }

        foreach (var held in known.Where(firing => firing.WithdrawnAt is null && firing.LastDay <= day).GroupBy(firing => (firing.RuleId, firing.LastDay)))
        {
            if (rules.FirstOrDefault(rule => rule.Id == held.Key.RuleId) is not { } rule) continue;
            var places = new Lazy<HashSet<RulePlace>>(() => [.. Evaluation.Of(rule, facts, held.Key.LastDay).Select(match => match.Place)]);
            changes.AddRange(held.Where(firing => !HasGround(firing, rule, facts, places)).Select(firing =>
                new FiringChange.Withdrawn(firing, [.. firing.Pupils.Where(pupil => !StillCounts(pupil, firing, rule, facts))])));
        }

        return changes;
    }

    private static FiringChange? Compare(Firing ongoing, RuleMatch match, FactSet facts, DateOnly day)
    {
        var kept = ongoing.Pupils.Where(pupil => match.Pupils.Contains(pupil) || StillCounts(pupil, ongoing, match.Rule, facts));
        long[] pupils = [.. kept.Union(match.Pupils).Order()];
        long[] added = [.. pupils.Except(ongoing.Pupils)];
        var signs = ongoing.LastDay < day ? ongoing.Signs | match.Signs : match.Signs;
        var diseases = ongoing.LastDay < day ? ongoing.Diseases | match.Diseases : match.Diseases;
        long[] removed = [.. ongoing.Pupils.Except(pupils)];
        if (added.Length > 0 || ongoing.WithdrawnAt is not null) return new FiringChange.Grown(ongoing, pupils, added, removed, signs, diseases);
        if (removed.Length > 0 || diseases != ongoing.Diseases) return new FiringChange.Corrected(ongoing, pupils, removed, signs, diseases);
        return ongoing.LastDay < day ? new FiringChange.Continued(ongoing) : null;
    }

    // A day before the facts that were read is taken as it was judged then. Who still has a fever, but coughs no more, is out of a
    // cluster of coughs.
    private static bool StillCounts(long pupil, Firing firing, AlertRule rule, FactSet facts) =>
        rule.Kind != RuleKind.NoAnswer
        && (firing.FirstDay < facts.From || facts.Facts.Any(
            fact => fact.PupilId == pupil && fact.Day >= firing.FirstDay && Evaluation.Counts(rule, fact) && IsLike(fact, firing)));

    private static bool IsLike(HealthFact fact, Firing firing) =>
        (firing.Signs == Symptoms.None || (fact.Signs & firing.Signs) != 0)
        && (firing.Diseases == Diseases.None || (fact.Diseases & firing.Diseases) != 0);

    // A weekend does not make the same pupils new.
    private static bool GoesOn(Firing firing, AlertRule rule, DateOnly day, DateOnly previousSchoolDay)
    {
        var window = rule.Kind == RuleKind.NoAnswer ? day : day.AddDays(1 - rule.Days);
        return firing.LastDay >= (window < previousSchoolDay ? window : previousSchoolDay) && firing.LastDay <= day;
    }

    // It is judged on the day on which it last held: the end of a cluster is no correction. Where the facts of that day, or of the
    // dormitories, were not read, nothing can be said.
    private static bool HasGround(Firing firing, AlertRule rule, FactSet facts, Lazy<HashSet<RulePlace>> places)
    {
        if (rule.Kind == RuleKind.NoAnswer) return facts.Silent is null || places.Value.Contains(firing.Place);
        if (firing.LastDay.AddDays(1 - rule.Days) < facts.From) return true;
        if (firing.Place.Scope != RuleScope.Class && facts.SchoolId is null) return true;
        return places.Value.Contains(firing.Place);
    }
}
