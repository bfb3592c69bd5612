using System.Collections.Immutable;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Content;

namespace CheckinBot.Simulator.PageApi;

/// <summary>A message as one person's page shows it.</summary>
internal sealed record MessageView(
    long Chat,
    int Key,
    int Id,
    SenderView From,
    long Date,
    bool Mine,
    bool Edited,
    bool OnlyYou,
    string? Text,
    ImmutableArray<MessageEntity> Entities,
    ImmutableArray<RichBlock>? Rich,
    MediaView? Media,
    QuoteView? Reply,
    string? ForwardedFrom,
    ServiceView? Service,
    IReadOnlyList<IReadOnlyList<ButtonView>> Buttons,
    ImmutableArray<ImmutableArray<string>>? Keyboard,
    IReadOnlyList<ReactionView> Reactions)
{
    public static MessageView Of(SimMessage message, long viewerId) => new(
        ChatView.NumberOf(message.Chat),
        message.Key,
        message.Id,
        SenderView.Of(message.From),
        message.Date.ToUnixTimeMilliseconds(),
        message.From.Id == viewerId,
        message.EditedAt is not null,
        message.IsEphemeral,
        message.Text,
        message.Entities,
        message.Rich?.Blocks,
        MediaView.Of(message.Media),
        message.ReplyTo is { } reply ? new QuoteView(reply.Key, reply.From.DisplayName, Summary.Of(reply)) : null,
        message.ForwardedFrom?.From.DisplayName,
        ServiceView.Of(message.Service),
        [.. message.Buttons.Select(row => row.Select(ButtonView.Of).ToArray())],
        message.ReplyKeyboard,
        [.. message.Reactions.GroupBy(r => r.Emoji).Select(g => new ReactionView(g.Key, g.Count(), g.Any(r => r.UserId == viewerId)))]);
}

internal sealed record SenderView(long Id, string Name, string? Colour, bool Bot)
{
    public static SenderView Of(SimUser user) => new(user.Id, user.DisplayName, user.Colour, user.IsBot);
}

/// <summary>A button; one of a kind that the page does not act on has neither data nor link.</summary>
internal sealed record ButtonView(string Text, string? CallbackData, string? Url)
{
    public static ButtonView Of(InlineButton button) => new(button.Text, button.CallbackData, button.Url);
}

internal sealed record ReactionView(string Emoji, int Count, bool Mine);

/// <param name="Kind">A word that the page has a sentence for.</param>
internal sealed record ServiceView(string Kind, string? Detail)
{
    public static ServiceView? Of(ServiceEvent? service) => service switch
    {
        null => null,
        ServiceEvent.GroupCreated => new ServiceView("created", null),
        ServiceEvent.MembersJoined joined => new ServiceView("joined", string.Join(", ", joined.Members.Select(m => m.DisplayName))),
        ServiceEvent.MemberLeft left => new ServiceView("left", left.Member.DisplayName),
        ServiceEvent.MigratedTo or ServiceEvent.MigratedFrom => new ServiceView("migrated", null),
        ServiceEvent.TitleChanged renamed => new ServiceView("renamed", renamed.Title),
        ServiceEvent.Pinned pinned => new ServiceView("pinned", Summary.Of(pinned.Message).Text),
        _ => throw new InvalidOperationException($"No view for {service}."),
    };
}

internal sealed record QuoteView(int Key, string Name, Summary Summary);

/// <summary>One line about a message; without a text the page names the kind of file.</summary>
internal sealed record Summary(string? Text, string? Media)
{
    private const int Longest = 120;

    public static Summary Of(SimMessage message) => new(
        message.Text is { Length: > Longest } text ? text[..Longest] : message.Text,
        message.Media?.Kind.ToString().ToLowerInvariant());
}

internal sealed record MediaView(
    string Kind,
    string? File,
    string? Name,
    int Size,
    int Width,
    int Height,
    string? Emoji,
    int? Seconds,
    double? Latitude,
    double? Longitude)
{
    public static MediaView? Of(SimMedia? media) => media is null ? null : new MediaView(
        media.Kind.ToString().ToLowerInvariant(),
        media.File?.Id,
        media.File?.Name,
        media.File?.Content.Length ?? 0,
        media.File?.Width ?? 0,
        media.File?.Height ?? 0,
        media.Emoji,
        media.DurationSeconds,
        media.Latitude,
        media.Longitude);
}
