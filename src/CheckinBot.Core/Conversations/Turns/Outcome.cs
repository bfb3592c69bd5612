namespace CheckinBot.Core.Conversations.Turns;

/// <summary>What a handled event leads to.</summary>
/// <param name="Conversation">Where the conversation stands now.</param>
/// <param name="Effects">What is to be done, in this order.</param>
public sealed record Outcome(Conversation Conversation, IReadOnlyList<Effect> Effects);
