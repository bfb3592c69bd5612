namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Where somebody in distress finds help.</summary>
/// <param name="Lines">The help lines that are configured for the region, each with its name and number; may be empty.</param>
/// <param name="Emergency">The emergency numbers of the region.</param>
public sealed record CrisisHelp(IReadOnlyList<string> Lines, IReadOnlyList<string> Emergency);
