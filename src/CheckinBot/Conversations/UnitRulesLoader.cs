using System.Collections.Concurrent;
using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Conversations;

/// <summary>Finds what holds in a unit, and keeps it: units change by import only.</summary>
internal sealed class UnitRulesLoader(Settings settings)
{
    private readonly ConcurrentDictionary<long, UnitRules> _kept = new();
    private readonly SchoolDaySchedule _schedule = settings.SchoolDay.ToSchedule();
    private readonly HealthRules _health = settings.Rules.ToHealthRules();

    /// <summary>Forgets everything: the tree was changed.</summary>
    public void Forget() => _kept.Clear();

    public async ValueTask<UnitRules> For(DbSession session, long unitId, CancellationToken cancellationToken)
    {
        if (_kept.TryGetValue(unitId, out var kept)) return kept;
        var lineage = await new UnitStore(session).Lineage(unitId, cancellationToken);
        var zone = lineage.Select(unit => unit.TimeZone).FirstOrDefault(zone => zone is not null);
        var rules = new UnitRules(
            zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var own) ? _schedule with { TimeZone = own } : _schedule,
            _health with { HomeArea = [.. lineage.Where(unit => unit.Kind == UnitKind.Area).Select(unit => unit.Name)] },
            lineage.Select(unit => unit.Language).FirstOrDefault(language => language is not null) ?? Language.ZhHans);
        _kept[unitId] = rules;
        return rules;
    }
}
