using CheckinBot.Configuration;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Settings;

namespace CheckinBot.LocalSettings;

/// <summary>What a unit and those above it override: by a setting, or by the roster's columns for time zone and language.</summary>
internal static class Overrides
{
    public const string TimeZone = "SchoolDay:TimeZone";
    public const string Language = "Texts:Language";

    /// <summary>
    /// The overrides that hold. An override that was allowed when it was set may no longer be, because the configuration or the
    /// program has changed since. It is passed over, and the value of the unit above holds.
    /// </summary>
    /// <param name="lineage">The unit and those above it, the nearest first.</param>
    /// <param name="stored">All their settings.</param>
    /// <param name="reader">Judges them.</param>
    /// <param name="passedOver">Is told of each that is passed over.</param>
    public static IReadOnlyList<UnitSetting> Holding(
        IReadOnlyList<Unit> lineage, IEnumerable<UnitSetting> stored, UnitSettingsReader reader, Action<UnitSetting, BadConfigurationException>? passedOver =
            null)
    {
        var left = stored.ToList();
        while (true)
        {
            var held = Of(lineage, left);
            if (Fault(held, reader) is not { } fault) return held;
            var own = held.Where(left.Contains).ToList();
            // The fault names a value, or else lies in an override that does not go with a configured value.
            var bad = own.FirstOrDefault(one => Concerns(fault, one.Key))
                ?? own.FirstOrDefault(one => Fault(Of(lineage, left.Where(other => other != one)), reader)?.Message != fault.Message);
            if (bad is null) return [];
            left.Remove(bad);
            passedOver?.Invoke(bad, fault);
        }
    }

    /// <summary>Why these may not hold together; null where they may.</summary>
    public static BadConfigurationException? Fault(IEnumerable<UnitSetting> held, UnitSettingsReader reader)
    {
        try
        {
            reader.Read(Values(held));
            return null;
        }
        catch (BadConfigurationException fault)
        {
            return fault;
        }
    }

    /// <summary>Settings by their keys.</summary>
    public static Dictionary<string, string> Values(IEnumerable<UnitSetting> held) => held.ToDictionary(one => one.Key, one => one.Value);

    /// <summary>Whether it is this key's value, or an element of it, that is not allowed.</summary>
    public static bool Concerns(BadConfigurationException fault, string key) =>
        fault.Key is { } named && (named.Equals(key, StringComparison.OrdinalIgnoreCase) || named.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase));

    /// <summary>The nearest override of each key, with the unit that has it.</summary>
    /// <param name="lineage">The unit and those above it, the nearest first.</param>
    /// <param name="stored">All their settings.</param>
    public static IReadOnlyList<UnitSetting> Of(IReadOnlyList<Unit> lineage, IEnumerable<UnitSetting> stored)
    {
        var zone = lineage.FirstOrDefault(unit => unit.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _));
        var spoken = lineage.FirstOrDefault(unit => unit.Language is not null);
        List<UnitSetting> fromRoster = [];
        if (zone is not null) fromRoster.Add(new UnitSetting(TimeZone, zone.TimeZone!, zone.Id));
        if (spoken is not null) fromRoster.Add(new UnitSetting(Language, spoken.Language!.Value.ToTag(), spoken.Id));
        var depth = lineage.Select((unit, index) => (unit.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        // Within one unit a setting, which somebody chose, goes before the roster's column.
        return [.. stored.Concat(fromRoster).OrderBy(setting => depth[setting.UnitId]).DistinctBy(setting => setting.Key)];
    }
}
