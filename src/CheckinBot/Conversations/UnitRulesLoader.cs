using CheckinBot.Configuration;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Conversations;

/// <summary>Finds what holds in a unit, and keeps it until another process has written or somebody has changed a setting.</summary>
internal sealed partial class UnitRulesLoader(Settings settings, Database database, TimeProvider time, ILogger<UnitRulesLoader>? logger = null)
{
    private readonly ShortMemory<UnitRules> _memory = new(database, time);

    /// <summary>Checks what a unit is to override.</summary>
    public UnitSettingsReader Reader { get; } = new(settings);

    /// <summary>What holds in one unit.</summary>
    public async ValueTask<UnitRules> For(DbSession session, long unitId, CancellationToken cancellationToken)
    {
        if (_memory.Find(unitId) is { } kept) return kept;
        var lineage = await new UnitStore(session).Lineage(unitId, cancellationToken);
        return _memory.Keep(unitId, Make(lineage, await new SettingStore(session).Effective(unitId, cancellationToken)));
    }

    /// <summary>What holds in every unit, read at once, by unit id.</summary>
    public async Task<IReadOnlyDictionary<long, UnitRules>> All(DbSession session, CancellationToken cancellationToken)
    {
        var units = await new UnitStore(session).All(cancellationToken);
        return await Of(session, units, units, cancellationToken);
    }

    /// <summary>What holds in a unit and in each below it, read at once, by unit id.</summary>
    public async Task<IReadOnlyDictionary<long, UnitRules>> Under(DbSession session, long rootId, CancellationToken cancellationToken)
    {
        var store = new UnitStore(session);
        var units = await store.Subtree(rootId, cancellationToken);
        return await Of(session, units, [.. units, .. (await store.Lineage(rootId, cancellationToken)).Skip(1)], cancellationToken);
    }

    /// <summary>Forgets what is kept, once a setting was changed by this process.</summary>
    public void Forget() => _memory.Clear();

    // With the units above them.
    private async Task<IReadOnlyDictionary<long, UnitRules>> Of(
        DbSession session, IReadOnlyList<Unit> units, IReadOnlyList<Unit> withAbove, CancellationToken cancellationToken)
    {
        var byId = withAbove.ToDictionary(unit => unit.Id);
        var own = (await new SettingStore(session).All(cancellationToken)).ToLookup(setting => setting.UnitId);
        var rules = new Dictionary<long, UnitRules>(units.Count);
        foreach (var unit in units)
        {
            var lineage = new List<Unit>();
            for (var above = unit; above is not null; above = above.ParentId is { } parent ? byId[parent] : null) lineage.Add(above);
            rules[unit.Id] = _memory.Find(unit.Id)
                ?? _memory.Keep(unit.Id, Make(lineage, [.. lineage.SelectMany(at => own[at.Id]).DistinctBy(setting => setting.Key)]));
        }

        return rules;
    }

    private UnitRules Make(IReadOnlyList<Unit> lineage, IReadOnlyList<UnitSetting> effective)
    {
        var held = Read(lineage, effective);
        var health = held.Rules.ToHealthRules() with { HomeArea = [.. lineage.Where(unit => unit.Kind == UnitKind.Area).Select(unit => unit.Name)] };
        return new UnitRules(held.SchoolDay.ToSchedule(), health, held.Unit.Language, held);
    }

    private UnitSettings Read(IReadOnlyList<Unit> lineage, IReadOnlyList<UnitSetting> effective)
    {
        try
        {
            return Reader.Read(Overrides.Of(lineage, effective).ToDictionary(setting => setting.Key, setting => setting.Value));
        }
        catch (BadConfigurationException fault)
        {
            // It was allowed when it was set, and the configuration has changed since: the units above decide.
            if (logger is not null) Refused(logger, fault.Key ?? "", lineage[0].Id);
            return lineage.Count > 1
                ? Read([.. lineage.Skip(1)], [.. effective.Where(setting => setting.UnitId != lineage[0].Id)])
                : Reader.Read(new Dictionary<string, string>());
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Key} is set to a value that is not allowed any more in unit {UnitId} or above it: CheckinBot settings shows what holds there")]
    private static partial void Refused(ILogger logger, string key, long unitId);
}
