using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>Which rules the facts fulfil on a day.</summary>
public static class Evaluation
{
    /// <summary>
    /// Every rule at every place, the rules in their order. What is only a part of another finding of like symptoms at the same
    /// pupils, to be reported no earlier, is left out: one cluster is one message.
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

    /// <summary>One rule at every place.</summary>
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
        RuleKind.Severe => fact.Signs.HasFlag(Symptoms.ShortBreath) || fact.TemperatureTenths >= rule.FromTenths,
        _ => false,
    };

    private static RuleMatch? At(AlertRule rule, RulePlace place, IReadOnlyList<HealthFact> facts)
    {
        if (rule.Kind == RuleKind.LikeSymptoms) return Alike(rule, place, facts);
        var counted = rule.Kind == RuleKind.ReadingTwice
            ? [.. facts.GroupBy(fact => fact.PupilId).Where(own => own.DistinctBy(fact => fact.Slot).Count() > 1).SelectMany(own => own)]
            : facts;
        return Match(rule, place, Symptoms.None, counted);
    }

    // Pupils with fever and pupils with a rash are not alike; two groups that reach the number are one finding with both.
    private static RuleMatch? Alike(AlertRule rule, RulePlace place, IReadOnlyList<HealthFact> facts)
    {
        var reached = rule.Signs
            .Select(group => (Group: group, Facts: facts.Where(fact => (fact.Signs & group) != 0).ToList()))
            .Where(alike => alike.Facts.Select(fact => fact.PupilId).Distinct().Count() >= rule.Pupils)
            .ToList();
        var signs = reached.Aggregate(Symptoms.None, (all, alike) => all | alike.Group);
        return Match(rule, place, signs, [.. reached.SelectMany(alike => alike.Facts)]);
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
        if (scope is RuleScope.Dormitory or RuleScope.ClassOrDormitory && fact.Dormitory is { } dormitory) yield return new RulePlace(RuleScope.Dormitory, school, dormitory);
        if (scope is RuleScope.School) yield return new RulePlace(RuleScope.School, school);
    }

    private static bool Covers(RuleMatch other, RuleMatch match) =>
        other.Rule.Kind == RuleKind.LikeSymptoms && match.Rule.Kind == RuleKind.LikeSymptoms
        && (other.Rule.Within ?? TimeSpan.MaxValue) <= (match.Rule.Within ?? TimeSpan.MaxValue)
        && (match.Signs & ~other.Signs) == 0
        && match.Pupils.All(pupil => other.Pupils.Contains(pupil));
}
