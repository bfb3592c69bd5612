using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Writing;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Telegram;

/// <summary>Turns an update into what it means to a conversation. It is pure; an update that means nothing to us becomes null.</summary>
/// <param name="botId">The bot's user id.</param>
/// <param name="botUserName">Gives the bot's user name without <c>@</c> at each command: Telegram tells it only after the start.</param>
public sealed class UpdateTranslator(long botId, Func<string> botUserName)
{
    /// <summary>The kinds of update that Telegram is asked to send.</summary>
    public static IReadOnlyList<UpdateType> AllowedUpdates { get; } =
        [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember];

    /// <summary>The event of an update; null where there is nothing to handle.</summary>
    public ConversationEvent? Translate(Update update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return update switch
        {
            { Message: { } message } => FromMessage(message),
            { EditedMessage: { } message } => FromEdit(message),
            { CallbackQuery: { } query } => FromButton(query),
            { MyChatMember: { } change } => FromMembership(change),
            _ => null,
        };
    }

    /// <summary>When the person acted, by which the lag is measured; null where the update does not tell.</summary>
    public static DateTimeOffset? ActedAt(Update update)
    {
        ArgumentNullException.ThrowIfNull(update);
        return (update.Message?.Date ?? update.EditedMessage?.EditDate ?? update.MyChatMember?.Date) is { } date
            ? new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc))
            : null;
    }

    private ConversationEvent? FromMessage(Message message)
    {
        if (message.MigrateToChatId is { } newChat)
            return new ConversationEvent.GroupMigrated(newChat) { Chat = ChatOf(message), From = SenderOf(message.From) };
        if (message.MigrateFromChatId is { } oldChat)
            return new ConversationEvent.GroupMigrated(message.Chat.Id) { Chat = ChatOf(message) with { Id = oldChat }, From = SenderOf(message.From) };
        if (KindOf(message.Chat) is null) return null;
        if (!IsByPerson(message)) return FromAnonymous(message);
        if (TextOf(message.Text) is { } text)
        {
            // A forwarded command was given by somebody else, with rights of their own.
            return text.StartsWith('/') && message.ForwardOrigin is null && CommandOf(message, text) is { } command
                ? command.IsOurs ? command.Event : null
                : new ConversationEvent.TextReceived(message.Id, text)
                {
                    Chat = ChatOf(message),
                    From = SenderOf(message.From),
                    ReplyTo = ReplyOf(message),
                    IsForwarded = message.ForwardOrigin is not null,
                    SentAt = At(message.Date),
                };
        }

        return MediaOf(message) is { } media
            ? new ConversationEvent.MediaReceived(message.Id, media, TextOf(message.Caption))
            {
                Chat = ChatOf(message),
                From = SenderOf(message.From),
                SentAt = At(message.Date),
                IsForwarded = message.ForwardOrigin is not null,
                AlbumId = message.MediaGroupId,
            }
            : null;
    }

    // An anonymous administrator writes as the group itself.
    private ConversationEvent.CommandGivenAnonymously? FromAnonymous(Message message) =>
        message is { SenderChat: { } sender, Text: ['/', ..] text } && sender.Id == message.Chat.Id && CommandOf(message, text) is { IsOurs: true } command
            ? new ConversationEvent.CommandGivenAnonymously(message.Id, command.Event.Command) { Chat = ChatOf(message), From = SenderOf(message.From) }
            : null;

    private static ConversationEvent.TextEdited? FromEdit(Message message) =>
        TextOf(message.Text ?? message.Caption) is { } text && message.ForwardOrigin is null && IsByPerson(message) && KindOf(message.Chat) is not null
            ? new ConversationEvent.TextEdited(message.Id, text)
            {
                Chat = ChatOf(message),
                From = SenderOf(message.From),
                SentAt = message.EditDate is { } edited ? At(edited) : null,
                FirstSentAt = At(message.Date),
            }
            : null;

    // Telegram.Bot leaves the date of a message that tells none at its smallest value.
    private static DateTimeOffset? At(DateTime date) =>
        date.Year < 2013 ? null : new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc));

    private static ConversationEvent.ButtonPressed? FromButton(CallbackQuery query) =>
        query is { Data: { } data, Message: { } message } && KindOf(message.Chat) is not null
            ? new ConversationEvent.ButtonPressed(query.Id, message.Id, data)
            {
                Chat = ChatOf(message),
                From = SenderOf(query.From),
                EphemeralMessageId = message.EphemeralMessageId,
            }
            : null;

    private static ConversationEvent? FromMembership(ChatMemberUpdated change)
    {
        var (chat, from) = (new ChatRef(change.Chat.Id, KindOf(change.Chat) ?? ChatKind.Group, TitleOf(change.Chat)), SenderOf(change.From));
        var (was, now) = (change.OldChatMember.IsInChat, change.NewChatMember.IsInChat);
        if (KindOf(change.Chat) is not { } kind) return null;
        if (kind == ChatKind.Private)
        {
            return now ? new ConversationEvent.Unblocked { Chat = chat, From = from } : new ConversationEvent.Blocked { Chat = chat, From = from };
        }

        if (!now) return new ConversationEvent.BotRemoved { Chat = chat, From = from };
        var administrator = change.NewChatMember as ChatMemberAdministrator;
        var (isAdministrator, canDelete) = (change.NewChatMember.IsAdmin, administrator?.CanDeleteMessages ?? false);
        return was
            ? new ConversationEvent.BotRightsChanged(isAdministrator, canDelete) { Chat = chat, From = from }
            : new ConversationEvent.BotAdded(isAdministrator, canDelete) { Chat = chat, From = from };
    }

    private (ConversationEvent.CommandReceived Event, bool IsOurs)? CommandOf(Message message, string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\n', '\t');
        var (head, arguments) = end < 0 ? (text[1..], "") : (text[1..end], text[(end + 1)..].Trim());
        var at = head.IndexOf('@', StringComparison.Ordinal);
        var name = (at < 0 ? head : head[..at]).ToLowerInvariant();
        if (name.Length is 0 or > 32 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')) return null;
        var isOurs = at < 0 || head.AsSpan(at + 1).Equals(botUserName(), StringComparison.OrdinalIgnoreCase);
        var command = new ConversationEvent.CommandReceived(message.Id, name, arguments)
        {
            Chat = ChatOf(message),
            From = SenderOf(message.From),
            ReplyTo = ReplyOf(message),
            EphemeralMessageId = message.EphemeralMessageId,
        };
        return (command, isOurs);
    }

    private RepliedTo? ReplyOf(Message message) =>
        message.ReplyToMessage is { } original ? new RepliedTo(original.Id, original.From?.Id == botId) : null;

    // Behind what a channel, an anonymous administrator or a bot writes there is no person who could be authorised.
    private static bool IsByPerson(Message message) => message is { From.IsBot: false, SenderChat: null, ViaBot: null };

    private static ChatKind? KindOf(Chat chat) => chat.Type switch
    {
        ChatType.Private => ChatKind.Private,
        ChatType.Group or ChatType.Supergroup => ChatKind.Group,
        _ => null,
    };

    private static ChatRef ChatOf(Message message) =>
        new(message.Chat.Id, KindOf(message.Chat) ?? ChatKind.Group, TitleOf(message.Chat), message.IsTopicMessage ? message.MessageThreadId ?? 0 : 0);

    private static Sender SenderOf(User? user) =>
        user is null ? new Sender(0, "") : new Sender(user.Id, NameOf(user), user.LanguageCode);

    // Whatever is kept of a message, a place or a nickname, is kept without what cannot be seen.
    private static string? TextOf(string? typed) => typed is null ? null : SafeText.Lines(typed);

    private static string? TitleOf(Chat chat) => chat.Title is null ? null : SafeText.Line(chat.Title);

    // A Chinese surname goes before the given name and without a space: the account of 曾东升 has 东升 as its first name.
    private static string NameOf(User user)
    {
        var (given, surname) = (SafeText.Line(user.FirstName), SafeText.Line(user.LastName ?? ""));
        return surname.Length is 1 or 2 && surname.All(letter => letter is >= '\u4e00' and <= '\u9fff') ? surname + given : $"{given} {surname}".Trim();
    }

    private static MediaKind? MediaOf(Message message) => message.Type switch
    {
        MessageType.Photo => MediaKind.Photo,
        MessageType.Voice or MessageType.VideoNote or MessageType.Audio => MediaKind.Voice,
        MessageType.Sticker or MessageType.Animation => MediaKind.Sticker,
        MessageType.Location => MediaKind.Location,
        MessageType.Document => MediaKind.Document,
        MessageType.Video or MessageType.Contact => MediaKind.Other,
        _ => null,
    };
}
