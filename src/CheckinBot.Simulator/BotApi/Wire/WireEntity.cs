using System.Collections.Immutable;
using CheckinBot.Simulator.Content;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>The Bot API's MessageEntity.</summary>
internal sealed record WireEntity
{
    public required string Type { get; init; }

    public required int Offset { get; init; }

    public required int Length { get; init; }

    public string? Url { get; init; }

    public WireUser? User { get; init; }

    public string? Language { get; init; }

    public string? CustomEmojiId { get; init; }

    /// <returns>Null for a text without formatting, which has no such field on the wire.</returns>
    public static ImmutableArray<WireEntity>? Of(ImmutableArray<MessageEntity> entities) =>
        entities.IsEmpty ? null : [.. entities.Select(Of)];

    public static ImmutableArray<MessageEntity> Read(IEnumerable<WireEntity>? entities) =>
        entities is null ? [] : [.. entities.Select(entity => entity.ToEntity())];

    private static WireEntity Of(MessageEntity entity) => new()
    {
        Type = entity.Type,
        Offset = entity.Offset,
        Length = entity.Length,
        Url = entity.Url,
        User = entity.User is null ? null : WireUser.Of(entity.User),
        Language = entity.Language,
        CustomEmojiId = entity.CustomEmojiId,
    };

    private MessageEntity ToEntity() => new()
    {
        Type = Type,
        Offset = Offset,
        Length = Length,
        Url = Url,
        User = User?.ToMention(),
        Language = Language,
        CustomEmojiId = CustomEmojiId,
    };
}
