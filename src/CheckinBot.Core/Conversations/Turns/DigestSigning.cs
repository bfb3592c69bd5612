using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Who signs what.</summary>
/// <param name="PersonId">The member of staff.</param>
/// <param name="Mark">The mark of the numbers that they saw, see <see cref="DigestNumbers.Mark"/>.</param>
/// <param name="Note">What they say of alerts that nobody has taken on; null where they say nothing.</param>
public sealed record DigestSigning(long PersonId, string Mark, string? Note = null);
