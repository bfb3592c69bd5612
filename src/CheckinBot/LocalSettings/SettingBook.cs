using CheckinBot.Configuration;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Settings;

namespace CheckinBot.LocalSettings;

/// <summary>Shows which settings hold in a unit and which unit they come from, and judges changes.</summary>
internal sealed class SettingBook(DbSession session, UnitSettingsReader reader)
{
    /// <summary>Checks values.</summary>
    public UnitSettingsReader Reader => reader;

    /// <inheritdoc cref="UnitSettingsReader.KeyOf"/>
    public string KeyOf(string typed) => reader.KeyOf(typed);

    /// <summary>Every key that a unit may override, with the value that holds there.</summary>
    public async Task<IReadOnlyList<SettingLine>> Lines(Unit unit, CancellationToken cancellationToken)
    {
        var lineage = await new UnitStore(session).Lineage(unit.Id, cancellationToken);
        return Lines(lineage, await new SettingStore(session).OfLineage(unit.Id, cancellationToken));
    }

    /// <summary>What will hold once a key is changed.</summary>
    public async Task<SettingLine> After(Unit unit, string key, string? value, CancellationToken cancellationToken)
    {
        var lineage = await new UnitStore(session).Lineage(unit.Id, cancellationToken);
        var stored = (await new SettingStore(session).All(cancellationToken)).Where(one => one.UnitId != unit.Id || one.Key != key).ToLookup(one => one.UnitId);
        var all = lineage.SelectMany(at => stored[at.Id]);
        return Lines(lineage, value is null ? all : all.Prepend(new UnitSetting(key, value, unit.Id))).First(line => line.Key == key);
    }

    private IReadOnlyList<SettingLine> Lines(IReadOnlyList<Unit> lineage, IEnumerable<UnitSetting> stored)
    {
        var overrides = Overrides.Holding(lineage, stored, reader).ToDictionary(one => one.Key, StringComparer.OrdinalIgnoreCase);
        var configured = reader.Read(new Dictionary<string, string>()).Values;
        return
        [
            .. reader.Keys.Select(key => overrides.TryGetValue(key, out var own)
                ? new SettingLine(key, own.Value, lineage.First(at => at.Id == own.UnitId))
                : new SettingLine(key, configured[key], null)),
        ];
    }

    /// <summary>Checks that a value may hold in a unit, and in every unit below it beside what those override.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value; null to take the unit's own away.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="BadConfigurationException">It may not; the message names key, value and what is allowed.</exception>
    public async Task Check(Unit unit, string key, string? value, CancellationToken cancellationToken)
    {
        if (value is not null && value.Trim().Length == 0) value = ConfigurationReader.Nothing;
        var units = (await new UnitStore(session).All(cancellationToken)).ToDictionary(one => one.Id);
        var before = (await new SettingStore(session).All(cancellationToken)).ToLookup(one => one.UnitId);
        var after = before.SelectMany(own => own)
            .Where(one => one.UnitId != unit.Id || one.Key != key)
            .Concat(value is null ? [] : [new UnitSetting(key, value.Trim(), unit.Id)])
            .ToLookup(one => one.UnitId);
        // Only units that override something can end up with settings other than those of the unit above them.
        var concerned = after.Select(group => group.Key).Append(unit.Id).Distinct().Where(id => IsBelow(units[id], unit));
        foreach (var below in concerned.OrderBy(id => units[id].Path.Length))
        {
            var lineage = Lineage(units, units[below]);
            // A fault that was there before must not stand in the way of this change.
            if (Fault(lineage, after) is { } fault
                && ((below == unit.Id && Overrides.Concerns(fault, key)) || Fault(lineage, before)?.Message != fault.Message))
            {
                throw fault;
            }
        }

        RefuseRelaxed(unit, key, Lineage(units, unit), before, after);
    }

    // A lower unit may not let pass what a unit above wants to be told, unless that one allows it. What was less strict before, because
    // the unit above has become stricter since, stands and is shown there.
    private void RefuseRelaxed(Unit unit, string key, List<Unit> lineage, ILookup<long, UnitSetting> before, ILookup<long, UnitSetting> after)
    {
        if (!key.StartsWith("Rules:", StringComparison.OrdinalIgnoreCase)) return;
        var (was, will) = (Held(lineage, before), Held(lineage, after));
        if (was is null || will is null) return;
        foreach (var above in lineage.Skip(1))
        {
            if (Held(Above(lineage, above), after) is not { MayRelax: false } held) continue;
            var known = Relaxation.Of(unit.Path, was, held, new Phrases(Language.En));
            if (Relaxation.Of(unit.Path, will, held, new Phrases(Language.En)).Except(known).FirstOrDefault() is { } relaxed)
                throw BadConfigurationException.Relaxed(key, above.Name, relaxed.Key, relaxed.Own, relaxed.Above);
        }
    }

    private RulesOptions? Held(List<Unit> lineage, ILookup<long, UnitSetting> stored)
    {
        var held = Overrides.Of(lineage, lineage.SelectMany(at => stored[at.Id]));
        return Overrides.Fault(held, reader) is null ? reader.Read(Overrides.Values(held)).Rules : null;
    }

    private static List<Unit> Above(List<Unit> lineage, Unit unit) => [.. lineage.SkipWhile(at => at.Id != unit.Id)];

    /// <summary>Settings that are not allowed any more, or whose key is not known any more, each with its unit and what is wrong.</summary>
    public async Task<IReadOnlyList<(Unit Unit, string Key, string Fault)>> Faults(CancellationToken cancellationToken)
    {
        var units = (await new UnitStore(session).All(cancellationToken)).ToDictionary(one => one.Id);
        var stored = (await new SettingStore(session).All(cancellationToken)).ToLookup(one => one.UnitId);
        var faults = new Dictionary<(long UnitId, string Key), string>();
        foreach (var unit in stored.Select(own => units[own.Key]).OrderBy(unit => unit.Path, StringComparer.Ordinal))
        {
            var lineage = Lineage(units, unit);
            Overrides.Holding(
                lineage, lineage.SelectMany(at => stored[at.Id]), reader, (setting, fault) => faults.TryAdd((setting.UnitId, setting.Key), fault.Message));
            foreach (var unknown in stored[unit.Id].Where(one => !reader.Keys.Contains(one.Key, StringComparer.OrdinalIgnoreCase)))
                faults.TryAdd((unit.Id, unknown.Key), $"{unknown.Key} is not known any more");
        }

        return [.. faults.Select(one => (units[one.Key.UnitId], one.Key.Key, one.Value))];
    }

    private BadConfigurationException? Fault(List<Unit> lineage, ILookup<long, UnitSetting> stored) =>
        Overrides.Fault(Overrides.Of(lineage, lineage.SelectMany(at => stored[at.Id])), reader);

    private static bool IsBelow(Unit candidate, Unit unit) => unit.RelationTo(candidate) != Relation.None;

    private static List<Unit> Lineage(Dictionary<long, Unit> units, Unit unit)
    {
        var lineage = new List<Unit>();
        for (Unit? at = unit; at is not null; at = at.ParentId is { } parent ? units[parent] : null) lineage.Add(at);
        return lineage;
    }
}
