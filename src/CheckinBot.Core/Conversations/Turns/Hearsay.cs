using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>
/// What a classmate's parent told of somebody in a chain. It is no check-in and stands in no number until the family or the
/// class teacher confirms it.
/// </summary>
/// <param name="Answer">What was told.</param>
/// <param name="ByName">Who told it, as Telegram shows them; empty where that account was deleted.</param>
public sealed record Hearsay(CheckInAnswer Answer, string ByName);
