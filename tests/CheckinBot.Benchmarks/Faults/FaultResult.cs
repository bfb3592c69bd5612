namespace CheckinBot.Benchmarks.Faults;

/// <summary>What came of one fault that was made.</summary>
/// <param name="IsWhole">Nothing was lost or doubled, and what was to be said was said.</param>
/// <param name="Told">What was seen.</param>
internal sealed record FaultResult(bool IsWhole, string Told);
