using CheckinBot.Core.Rules;

namespace CheckinBot.Core.Digests;

/// <summary>A rule that has fired, as a digest mentions it: a count, never a name.</summary>
/// <param name="Rule">The rule's name in the configuration.</param>
/// <param name="Kind">What it looks for.</param>
/// <param name="UnitPath">The class or the school; for a dormitory its school.</param>
/// <param name="Count">How many pupils.</param>
/// <param name="Since">When it fired (UTC).</param>
/// <param name="TakenBy">Who has taken it on; null while nobody has.</param>
public sealed record FiredAlert(string Rule, RuleKind Kind, string UnitPath, int Count, DateTimeOffset Since, string? TakenBy);
