namespace CheckinBot.Core.Cases;

/// <summary>A case with what its page shows.</summary>
/// <param name="File">The case, with what was told and done.</param>
/// <param name="Blocks">What stands in the way of a return; empty where the school may clear it.</param>
/// <param name="Zone">The time zone of the unit.</param>
public sealed record CaseDetails(CaseFile File, IReadOnlyList<ClearanceBlock> Blocks, TimeZoneInfo Zone);
