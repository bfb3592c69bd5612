using System.Collections.Concurrent;
using CheckinBot.Configuration;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Settings;
using Microsoft.Extensions.Logging;

namespace CheckinBot.LocalSettings;

/// <summary>Finds what holds in a unit, and keeps it until another process has written or somebody has changed a setting.</summary>
internal sealed partial class UnitRulesLoader(Settings settings, Database database, ILogger<UnitRulesLoader>? logger = null)
{
    private readonly ShortMemory<UnitRules> _memory = new(database);
    private readonly ConcurrentDictionary<(long UnitId, string Key), byte> _told = new();

    /// <summary>Checks what a unit is to override.</summary>
    public UnitSettingsReader Reader { get; } = new(settings);

    /// <summary>What holds where no unit says otherwise.</summary>
    public UnitSettings Configured => Reader.Read(new Dictionary<string, string>());

    /// <summary>What holds in one unit.</summary>
    public async ValueTask<UnitRules> For(DbSession session, long unitId, CancellationToken cancellationToken)
    {
        if (_memory.Find(unitId) is { } kept) return kept;
        var lineage = await new UnitStore(session).Lineage(unitId, cancellationToken);
        return _memory.Keep(unitId, Make(lineage, await new SettingStore(session).OfLineage(unitId, cancellationToken)));
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

    /// <summary>The number of the last change of a unit's setting, whichever process made it.</summary>
    public async Task<long> LastChange(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await new SettingStore(session).LastChange(cancellationToken);
    }

    /// <summary>Forgets what is kept, once a setting was changed by this process.</summary>
    public void Forget() => _memory.Clear();

    // The units above are needed too, because their settings hold below.
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
                ?? _memory.Keep(unit.Id, Make(lineage, lineage.SelectMany(at => own[at.Id])));
        }

        return rules;
    }

    private UnitRules Make(IReadOnlyList<Unit> lineage, IEnumerable<UnitSetting> stored)
    {
        var held = Reader.Read(Overrides.Values(Overrides.Holding(lineage, stored, Reader, Tell)));
        var health = held.Rules.ToHealthRules() with { HomeArea = [.. lineage.Where(unit => unit.Kind == UnitKind.Area).Select(unit => unit.Name)] };
        return new UnitRules(held.Schedule, health, held.Unit.Language, held);
    }

    // The log tells of it once, however many units inherit it.
    private void Tell(UnitSetting setting, BadConfigurationException fault)
    {
        if (logger is not null && _told.TryAdd((setting.UnitId, setting.Key), 0)) PassedOver(logger, setting.Key, setting.UnitId);
    }

    [LoggerMessage(LogLevel.Warning, "{Key} of unit {UnitId} is not allowed any more and is passed over: CheckinBot doctor says what to do")]
    private static partial void PassedOver(ILogger logger, string key, long unitId);
}
