using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Conversations;

/// <summary>What a unit and those above it override: by a setting, or by the roster's columns for time zone and language.</summary>
internal static class Overrides
{
    public const string TimeZone = "SchoolDay:TimeZone";
    public const string Language = "Texts:Language";

    /// <summary>The nearest override of each key, with the unit that has it.</summary>
    /// <param name="lineage">The unit and those above it, the nearest first.</param>
    /// <param name="effective">Their settings, of each key the nearest.</param>
    public static IReadOnlyList<UnitSetting> Of(IReadOnlyList<Unit> lineage, IReadOnlyList<UnitSetting> effective)
    {
        var zone = lineage.FirstOrDefault(unit => unit.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _));
        var spoken = lineage.FirstOrDefault(unit => unit.Language is not null);
        List<UnitSetting> fromRoster = [];
        if (zone is not null) fromRoster.Add(new UnitSetting(TimeZone, zone.TimeZone!, zone.Id));
        if (spoken is not null) fromRoster.Add(new UnitSetting(Language, spoken.Language!.Value.ToTag(), spoken.Id));
        var depth = lineage.Select((unit, index) => (unit.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        // At one unit a setting, which somebody chose, holds rather than the roster's column.
        return [.. effective.Concat(fromRoster).OrderBy(setting => depth[setting.UnitId]).DistinctBy(setting => setting.Key)];
    }
}
