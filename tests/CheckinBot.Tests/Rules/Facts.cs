using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;

namespace CheckinBot.Tests.Rules;

/// <summary>Facts of a school as tests name them. Day 1 is a Monday.</summary>
internal static class Facts
{
    public const long School = 2, Class1 = 3, Class2 = 4;

    /// <summary>Day 1 is Monday, 2 March 2026; day 6 and 7 are the weekend.</summary>
    public static DateOnly Day(int number) => new DateOnly(2026, 3, 1).AddDays(number);

    /// <summary>One pupil on one day. Pupils up to 19 are of class 1, from 20 on of class 2.</summary>
    public static HealthFact Ill(
        long pupil, int day, Symptoms signs = Symptoms.Fever, string slot = "morning", string? dormitory = null, int? tenths = null, string? keyArea = null) =>
        new(pupil, pupil < 20 ? Class1 : Class2, dormitory, Day(day), slot, signs, tenths, signs.HasFlag(Symptoms.Fever) && tenths >= 373, keyArea);

    public static FactSet Of(params HealthFact[] facts) => new(School, Day(-30), facts);

    public static AlertRule Rule(string id) => ShippedRules.All.Single(rule => rule.Id == id);

    /// <summary>What fires on a day, as <c>rule@place: pupils</c>.</summary>
    public static IEnumerable<string> Fires(FactSet facts, int day, params AlertRule[] rules) =>
        Evaluation.Of(rules.Length > 0 ? rules : ShippedRules.All, facts, Day(day)).Select(Show);

    public static string Show(RuleMatch match) => $"{match.Rule.Id}@{Show(match.Place)}: {string.Join(' ', match.Pupils)}";

    public static string Show(RulePlace place) => place.Scope switch
    {
        RuleScope.Dormitory => $"dormitory {place.Dormitory}",
        RuleScope.School => "school",
        _ => $"class {place.UnitId - 2}",
    };
}
