namespace CheckinBot.Core.Shown;

/// <summary>A way to settle a doubtful line: this pupil, this value.</summary>
/// <param name="PersonId">The pupil.</param>
/// <param name="Name">The pupil's name.</param>
/// <param name="Tenths">The temperature, tenths of °C.</param>
public sealed record DoubtChoice(long PersonId, string Name, int Tenths);
