namespace CheckinBot.Core.CheckIns;

/// <summary>One of several temperatures told.</summary>
/// <param name="Tenths">Tenths of a degree Celsius.</param>
/// <param name="Site">Where it was taken.</param>
/// <param name="When">The time words as typed; null where none.</param>
public sealed record TakenTemperature(int Tenths, MeasuringSite Site, string? When)
{
    /// <summary>When it was told, with the unit's offset from UTC, so that it can be shown anywhere; null in answers of before this was kept.</summary>
    public DateTimeOffset? At { get; init; }
}
