using System.Collections.Concurrent;
using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Conversations;

/// <summary>Finds what holds in a unit, and keeps it for half a minute: units change by import only, from another process.</summary>
internal sealed class UnitRulesLoader(Settings settings, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<long, UnitRules> _kept = new();
    private long _keptSince = time.GetTimestamp();
    private readonly SchoolDaySchedule _schedule = settings.SchoolDay.ToSchedule();
    private readonly HealthRules _health = settings.Rules.ToHealthRules();

    public async ValueTask<UnitRules> For(DbSession session, long unitId, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_keptSince) > KeptFor)
        {
            _kept.Clear();
            _keptSince = time.GetTimestamp();
        }

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
