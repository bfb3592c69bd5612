using CheckinBot.Configuration;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Conversations;

/// <summary>What holds in a unit with the unit that it comes from, and whether something else may.</summary>
internal sealed class SettingBook(DbSession session, UnitSettingsReader reader)
{
    /// <summary>Checks values.</summary>
    public UnitSettingsReader Reader => reader;

    /// <inheritdoc cref="UnitSettingsReader.KeyOf"/>
    public string KeyOf(string typed) => reader.KeyOf(typed);

    /// <summary>Every key that a unit may override, with the value that holds there.</summary>
    public async Task<IReadOnlyList<SettingLine>> Lines(Unit unit, CancellationToken cancellation)
    {
        var lineage = await new UnitStore(session).Lineage(unit.Id, cancellation);
        return Lines(lineage, await new SettingStore(session).Effective(unit.Id, cancellation));
    }

    /// <summary>What will hold once a key is changed.</summary>
    public async Task<SettingLine> After(Unit unit, string key, string? value, CancellationToken cancellation)
    {
        var lineage = await new UnitStore(session).Lineage(unit.Id, cancellation);
        var stored = (await new SettingStore(session).All(cancellation)).Where(one => one.UnitId != unit.Id || one.Key != key).ToLookup(one => one.UnitId);
        List<UnitSetting> effective = [.. lineage.SelectMany(at => stored[at.Id])];
        if (value is not null) effective.Insert(0, new UnitSetting(key, value, unit.Id));
        return Lines(lineage, [.. effective.DistinctBy(one => one.Key)]).First(line => line.Key == key);
    }

    private IReadOnlyList<SettingLine> Lines(IReadOnlyList<Unit> lineage, IReadOnlyList<UnitSetting> effective)
    {
        var overrides = Overrides.Of(lineage, effective).ToDictionary(one => one.Key, StringComparer.OrdinalIgnoreCase);
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
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="BadConfigurationException">It may not; the message names key, value and what is allowed.</exception>
    public async Task Check(Unit unit, string key, string? value, CancellationToken cancellation)
    {
        if (value is not null && value.Trim().Length == 0) value = ConfigurationReader.Nothing;
        var units = (await new UnitStore(session).All(cancellation)).ToDictionary(one => one.Id);
        var stored = (await new SettingStore(session).All(cancellation))
            .Where(one => one.UnitId != unit.Id || one.Key != key)
            .Concat(value is null ? [] : [new UnitSetting(key, value.Trim(), unit.Id)])
            .ToLookup(one => one.UnitId);
        // Only units that override something can come to hold what the unit above them does not.
        var concerned = stored.Select(group => group.Key).Append(unit.Id).Distinct().Where(id => IsBelow(units[id], unit));
        foreach (var below in concerned.OrderBy(id => units[id].Path.Length))
        {
            var lineage = Lineage(units, units[below]);
            var effective = lineage.SelectMany(at => stored[at.Id]).DistinctBy(one => one.Key).ToList();
            reader.Read(Overrides.Of(lineage, effective).ToDictionary(one => one.Key, one => one.Value));
        }
    }

    private static bool IsBelow(Unit candidate, Unit unit) => unit.RelationTo(candidate) != Relation.None;

    private static List<Unit> Lineage(Dictionary<long, Unit> units, Unit unit)
    {
        var lineage = new List<Unit>();
        for (Unit? at = unit; at is not null; at = at.ParentId is { } parent ? units[parent] : null) lineage.Add(at);
        return lineage;
    }
}
