using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Conversations;

/// <summary>Finds what holds in a unit.</summary>
internal sealed class UnitRulesLoader(Settings settings, Database database, TimeProvider time)
{
    private readonly ShortMemory<UnitRules> _memory = new(database, time);
    private readonly SchoolDaySchedule _schedule = settings.SchoolDay.ToSchedule();
    private readonly HealthRules _health = settings.Rules.ToHealthRules();

    public async ValueTask<UnitRules> For(DbSession session, long unitId, CancellationToken cancellationToken)
    {
        if (_memory.Find(unitId) is { } kept) return kept;
        var lineage = await new UnitStore(session).Lineage(unitId, cancellationToken);
        var zone = lineage.Select(unit => unit.TimeZone).FirstOrDefault(zone => zone is not null);
        return _memory.Keep(unitId, new UnitRules(
            zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var own) ? _schedule with { TimeZone = own } : _schedule,
            _health with { HomeArea = [.. lineage.Where(unit => unit.Kind == UnitKind.Area).Select(unit => unit.Name)] },
            lineage.Select(unit => unit.Language).FirstOrDefault(language => language is not null) ?? Language.ZhHans));
    }
}
