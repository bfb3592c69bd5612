using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>Finds the rules that the facts of a day fulfil.</summary>
public static class Evaluation
{
    /// <summary>
    /// Judges every rule at every place, the rules in their order. A finding that is only a part of another finding of like
    /// symptoms among the same pupils, and need not be reported earlier, is left out: one cluster is one message.
    /// </summary>
    public static IReadOnlyList<RuleMatch> Of(IReadOnlyList<AlertRule> rules, FactSet facts, DateOnly day)
    {
        var matches = new List<RuleMatch>();
        foreach (var match in rules.SelectMany(rule => Of(rule, facts, day)))
        {
            if (!matches.Exists(other => Covers(other, match))) matches.Add(match);
        }

        return matches;
    }

    /// <summary>Judges one rule at every place.</summary>
    public static IEnumerable<RuleMatch> Of(AlertRule rule, FactSet facts, DateOnly day) => rule.Kind == RuleKind.NoAnswer
        ? Silent(rule, facts)
        : facts.Facts
            .Where(fact => fact.Day > day.AddDays(-rule.Days) && fact.Day <= day && Counts(rule, fact))
            .SelectMany(fact => Places(rule.Scope, fact, facts.SchoolId).Select(place => (Place: place, Fact: fact)))
            .GroupBy(one => one.Place, one => one.Fact)
            .Select(place => At(rule, place.Key, [.. place]))
            .OfType<RuleMatch>();

    /// <summary>Whether a fact is one that the rule counts at all.</summary>
    public static bool Counts(AlertRule rule, HealthFact fact) => rule.Kind switch
    {
        RuleKind.LikeSymptoms => (rule.FromTenths is not { } from || fact.TemperatureTenths >= from) && rule.Signs.Any(group => (fact.Signs & group) != 0),
        RuleKind.KeyArea => fact.KeyArea is not null,
        RuleKind.ReadingTwice => rule.FromTenths is { } line ? fact.TemperatureTenths >= line : fact.IsAboveLine,
        RuleKind.Disease => rule.Diseases.Any(group => (fact.Diseases & group) != 0),
        RuleKind.Severe => fact.Signs.HasFlag(Symptoms.ShortBreath) || fact.TemperatureTenths >= rule.FromTenths,
        _ => false,
    };

    private static RuleMatch? At(AlertRule rule, RulePlace place, IReadOnlyList<HealthFact> facts)
    {
        switch (rule.Kind)
        {
            case RuleKind.LikeSymptoms:
                var (signs, alike) = Reached(rule, rule.Signs, facts, (fact, group) => (fact.Signs & group) != 0);
                return Match(rule, place, signs.Aggregate(Symptoms.None, (all, group) => all | group), alike);
            case RuleKind.Disease:
                var (diseases, told) = Reached(rule, rule.Diseases, facts, (fact, group) => (fact.Diseases & group) != 0);
                return Match(rule, place, Symptoms.None, told) is { } match
                    ? match with
                    {
                        Diseases = told.Aggregate(Diseases.None, (all, fact) => all | fact.Diseases)
                            & diseases.Aggregate(Diseases.None, (all, group) => all | group),
                    }
                    : null;
            case RuleKind.ReadingTwice:
                return Match(rule, place, Symptoms.None, [.. facts.GroupBy(fact => fact.PupilId).Where(own => IsTwice(rule, own)).SelectMany(own => own)]);
            default:
                return Match(rule, place, Symptoms.None, facts);
        }
    }

    // Where a day has one slot, a second measurement in it is the second check. The check of the next morning is not: a pupil
    // who is still ill is nothing new.
    private static bool IsTwice(AlertRule rule, IEnumerable<HealthFact> own) =>
        own.DistinctBy(fact => fact.Slot).Count() > 1
        || own.Any(fact => rule.FromTenths is { } line ? fact.AgainTenths >= line : fact.IsAboveLineAgain);

    // Pupils with fever and pupils with a rash are not alike; where two groups reach the number, there is one finding with both.
    private static (IReadOnlyList<T> Groups, IReadOnlyList<HealthFact> Facts) Reached<T>(
        AlertRule rule, IReadOnlyList<T> groups, IReadOnlyList<HealthFact> facts, Func<HealthFact, T, bool> shows)
    {
        var reached = groups
            .Select(group => (Group: group, Facts: facts.Where(fact => shows(fact, group)).ToList()))
            .Where(alike => alike.Facts.Select(fact => fact.PupilId).Distinct().Count() >= rule.Pupils)
            .ToList();
        return ([.. reached.Select(alike => alike.Group)], [.. reached.SelectMany(alike => alike.Facts)]);
    }

    private static IEnumerable<RuleMatch> Silent(AlertRule rule, FactSet facts) => (facts.Silent ?? [])
        .Where(pupil => pupil.SchoolDays >= rule.Days)
        .GroupBy(pupil => pupil.UnitId)
        .Where(room => room.Count() >= rule.Pupils)
        .Select(room => new RuleMatch(
            rule, new RulePlace(RuleScope.Class, room.Key), Symptoms.None, [.. room.Select(pupil => pupil.PupilId).Order()], room.Min(pupil => pupil.Since)));

    private static RuleMatch? Match(AlertRule rule, RulePlace place, Symptoms signs, IReadOnlyList<HealthFact> facts)
    {
        long[] pupils = [.. facts.Select(fact => fact.PupilId).Distinct().Order()];
        return pupils.Length > 0 && pupils.Length >= rule.Pupils ? new RuleMatch(rule, place, signs, pupils, facts.Min(fact => fact.Day)) : null;
    }

    private static IEnumerable<RulePlace> Places(RuleScope scope, HealthFact fact, long? schoolId)
    {
        if (scope is RuleScope.Class or RuleScope.ClassOrDormitory) yield return new RulePlace(RuleScope.Class, fact.UnitId);
        if (schoolId is not { } school) yield break;
        if (scope is RuleScope.Dormitory or RuleScope.ClassOrDormitory && fact.Dormitory is { } dormitory)
            yield return new RulePlace(RuleScope.Dormitory, school, dormitory);
        if (scope is RuleScope.School) yield return new RulePlace(RuleScope.School, school);
    }

    private static bool Covers(RuleMatch other, RuleMatch match) =>
        other.Rule.Kind == RuleKind.LikeSymptoms && match.Rule.Kind == RuleKind.LikeSymptoms
        && (other.Rule.Within ?? TimeSpan.MaxValue) <= (match.Rule.Within ?? TimeSpan.MaxValue)
        && (match.Signs & ~other.Signs) == 0
        && match.Pupils.All(pupil => other.Pupils.Contains(pupil));
}
