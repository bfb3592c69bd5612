using System.Globalization;
using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Texts;

namespace CheckinBot.LocalSettings;

/// <summary>Finds where a unit's fever lines and alert rules let pass what the level above would have been told.</summary>
internal static class Relaxation
{
    /// <summary>What is less strict in the lower settings; empty where nothing is.</summary>
    public static IReadOnlyList<RelaxedRule> Of(string unitPath, RulesOptions lower, RulesOptions above, Phrases phrases)
    {
        if (ReferenceEquals(lower, above)) return [];
        var relaxed = new List<RelaxedRule>();
        foreach (var site in Enum.GetValues<MeasuringSite>().Where(site => site != MeasuringSite.Unspecified))
        {
            if (lower.Fever.For(site) > above.Fever.For(site))
                relaxed.Add(new RelaxedRule(unitPath, $"Rules:FeverC:{site}", Phrases.Degrees(lower.Fever.For(site)), Phrases.Degrees(above.Fever.For(site))));
        }

        foreach (var rule in above.Alerts)
        {
            var own = lower.Alerts.FirstOrDefault(one => one.Id == rule.Id);
            if (own is null || IsRelaxed(own, rule))
                relaxed.Add(new RelaxedRule(unitPath, rule.Id, own is null ? phrases.RuleOff : Figures(own), Figures(rule)));
        }

        return relaxed;
    }

    /// <summary>
    /// What each unit below a unit has relaxed, named once at the highest unit that has it. A unit that is as strict as the one it is
    /// shown to is not named.
    /// </summary>
    public static IReadOnlyList<RelaxedRule> Below(
        Unit root, IReadOnlyList<Unit> units, IReadOnlyDictionary<long, UnitRules> held, Phrases phrases)
    {
        var above = held[root.Id].Settings.Rules;
        return
        [
            .. from unit in units
               let own = held[unit.Id].Settings.Rules
               where unit.Id != root.Id && !ReferenceEquals(own, above)
               let parent = unit.ParentId is { } id && held.TryGetValue(id, out var of) ? of.Settings.Rules : above
               where !ReferenceEquals(own, parent)
               from one in Of(unit.Path, own, above, phrases)
               where !Of(unit.Path, parent, above, phrases).Contains(one)
               select one,
        ];
    }

    private static bool IsRelaxed(AlertRule own, AlertRule above) =>
        own.Pupils > above.Pupils
        || (own.Kind == RuleKind.NoAnswer ? own.Days > above.Days : own.Days < above.Days)
        || own.FromTenths > above.FromTenths
        || above.Signs.Except(own.Signs).Any() || above.Diseases.Except(own.Diseases).Any();

    private static string Figures(AlertRule rule) => string.Create(
        CultureInfo.InvariantCulture, $"{rule.Pupils}/{rule.Days}{(rule.FromTenths is { } from ? $" ≥ {Phrases.Degrees(from)}" : "")}");
}
