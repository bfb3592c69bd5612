using System.Collections.Immutable;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>The Bot API's Message, the fields that the simulator can fill.</summary>
internal sealed record WireMessage
{
    public required int MessageId { get; init; }

    public int? EphemeralMessageId { get; init; }

    public WireUser? ReceiverUser { get; init; }

    public WireUser? From { get; init; }

    public required WireChat Chat { get; init; }

    public required long Date { get; init; }

    public long? EditDate { get; init; }

    public object? ForwardOrigin { get; init; }

    public WireMessage? ReplyToMessage { get; init; }

    public string? Text { get; init; }

    public ImmutableArray<WireEntity>? Entities { get; init; }

    public WireRichMessage? RichMessage { get; init; }

    public string? Caption { get; init; }

    public ImmutableArray<WireEntity>? CaptionEntities { get; init; }

    public string? MediaGroupId { get; init; }

    public WireFile[]? Photo { get; init; }

    public WireFile? Document { get; init; }

    public WireFile? Sticker { get; init; }

    public WireFile? Voice { get; init; }

    public WireLocation? Location { get; init; }

    public WireKeyboard? ReplyMarkup { get; init; }

    public bool? GroupChatCreated { get; init; }

    public WireUser[]? NewChatMembers { get; init; }

    public WireUser? LeftChatMember { get; init; }

    public string? NewChatTitle { get; init; }

    public long? MigrateToChatId { get; init; }

    public long? MigrateFromChatId { get; init; }

    public WireMessage? PinnedMessage { get; init; }

    public static WireMessage Of(SimMessage message, bool withReply = true)
    {
        var entities = WireEntity.Of(message.Entities);
        var isCaption = message.Media is not null;
        return new WireMessage
        {
            MessageId = message.Id,
            EphemeralMessageId = message.EphemeralId,
            ReceiverUser = message.IsEphemeral && message.FromBot ? WireUser.Of(message.OnlyFor!) : null,
            From = WireUser.Of(message.From),
            Chat = WireChat.Of(message.Chat),
            Date = message.Date.ToUnixTimeSeconds(),
            EditDate = message.EditedAt?.ToUnixTimeSeconds(),
            ForwardOrigin = message.ForwardedFrom is { } origin
                ? new { type = "user", date = origin.Date.ToUnixTimeSeconds(), sender_user = WireUser.Of(origin.From) }
                : null,
            ReplyToMessage = withReply && message.ReplyTo is { } reply ? Of(reply, withReply: false) : null,
            Text = isCaption || message.IsRich ? null : message.Text,
            RichMessage = WireRichMessage.Of(message.Rich),
            Entities = isCaption ? null : entities,
            Caption = isCaption ? message.Text : null,
            CaptionEntities = isCaption ? entities : null,
            MediaGroupId = message.Media?.Album,
            Photo = message.Media is { Kind: MediaKind.Photo } ? [WireFile.Of(message.Media)] : null,
            Document = message.Media is { Kind: MediaKind.Document } ? WireFile.Of(message.Media) : null,
            Sticker = message.Media is { Kind: MediaKind.Sticker } ? WireFile.Of(message.Media) : null,
            Voice = message.Media is { Kind: MediaKind.Voice } ? WireFile.Of(message.Media) : null,
            Location = message.Media is { Kind: MediaKind.Location } at ? new WireLocation(at.Latitude!.Value, at.Longitude!.Value) : null,
            ReplyMarkup = message.Buttons.IsEmpty ? null : WireKeyboard.Of(message.Buttons),
            GroupChatCreated = message.Service is ServiceEvent.GroupCreated ? true : null,
            NewChatMembers = message.Service is ServiceEvent.MembersJoined joined ? [.. joined.Members.Select(WireUser.Of)] : null,
            LeftChatMember = message.Service is ServiceEvent.MemberLeft left ? WireUser.Of(left.Member) : null,
            NewChatTitle = (message.Service as ServiceEvent.TitleChanged)?.Title,
            MigrateToChatId = (message.Service as ServiceEvent.MigratedTo)?.ChatId,
            MigrateFromChatId = (message.Service as ServiceEvent.MigratedFrom)?.ChatId,
            PinnedMessage = message.Service is ServiceEvent.Pinned pinned ? Of(pinned.Message, withReply: false) : null,
        };
    }
}

internal sealed record WireLocation(double Latitude, double Longitude);
