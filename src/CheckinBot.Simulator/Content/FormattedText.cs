using System.Collections.Immutable;

namespace CheckinBot.Simulator.Content;

/// <summary>A text after its markup was read.</summary>
internal sealed record FormattedText(string Text, ImmutableArray<MessageEntity> Entities);
