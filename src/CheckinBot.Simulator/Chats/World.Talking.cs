using System.Collections.Immutable;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Formatting;

namespace CheckinBot.Simulator.Chats;

/// <summary>What people do.</summary>
public sealed partial class World
{
    /// <summary>The person writes; <paramref name="replyTo"/> is a message id of the same chat.</summary>
    /// <exception cref="InvalidOperationException">The person is not in the group, or the message replied to does not exist.</exception>
    public SimMessage SendText(long userId, long chatId, string text, int? replyTo = null)
    {
        lock (Gate)
        {
            return Say(Known(userId), Resolve(userId, chatId), text, null, replyTo);
        }
    }

    /// <inheritdoc cref="SendText(long,long,string,int?)"/>
    public SimMessage SendText(long userId, SimChat chat, string text, SimMessage? replyTo = null)
    {
        lock (Gate)
        {
            return Say(Known(userId), chat, text, null, null, replyTo);
        }
    }

    /// <summary>Opens a bot's chat by its link, as <c>https://t.me/BOT?start=PAYLOAD</c> does. Unblocks the bot too.</summary>
    /// <exception cref="ArgumentException">No link can carry the payload: it is longer than 64 characters or has others than A-Z a-z 0-9 _ -.</exception>
    public SimMessage Start(long userId, string? payload = null, long? botId = null)
    {
        const int longest = 64;
        if (payload?.Length > longest || payload?.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') == false)
        {
            throw new ArgumentException($"A start link carries up to {longest} characters of A-Z a-z 0-9 _ -.", nameof(payload));
        }

        lock (Gate)
        {
            var person = Known(userId);
            var chat = PrivateChatOf(person, botId ?? LastBotOf(userId));
            SetBlocked(chat, blocked: false);
            return Say(person, chat, string.IsNullOrEmpty(payload) ? "/start" : "/start " + payload, null, null);
        }
    }

    /// <summary>The person changes an own message; bots that could see it get <c>edited_message</c>.</summary>
    public SimMessage Edit(long userId, long chatId, int messageId, string newText)
    {
        lock (Gate)
        {
            var message = Existing(Resolve(userId, chatId), messageId);
            if (message.From.Id != userId)
            {
                throw new InvalidOperationException("Only one's own messages can be edited.");
            }

            var edited = message with { Text = newText, Entities = AutoEntities.Find(newText, []), EditedAt = Now };
            Change(message, edited);
            Deliver(edited, new BotUpdate.Edited(edited));
            return edited;
        }
    }

    /// <summary>Sends on a message of any chat that the person can see.</summary>
    public SimMessage Forward(long userId, SimMessage message, long toChatId)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (Gate)
        {
            var person = Known(userId);
            var chat = Writable(person, Resolve(userId, toChatId));
            return Post(new SimMessage
            {
                Chat = chat,
                From = person,
                Date = Now,
                Text = message.Text,
                Entities = message.Entities,
                Rich = message.Rich,
                Media = message.Media,
                ForwardedFrom = message.ForwardedFrom ?? new ForwardOrigin(message.From, message.Date),
            });
        }
    }

    /// <summary>A PNG or JPEG with an optional caption.</summary>
    public SimMessage SendPhoto(long userId, long chatId, ReadOnlyMemory<byte> content, string? caption = null, int? replyTo = null) =>
        SendMedia(userId, chatId, () => new SimMedia(MediaKind.Photo) { File = Files.Add("photos", "photo.jpg", "image/jpeg", content) }, caption, replyTo);

    public SimMessage SendDocument(
        long userId,
        long chatId,
        string fileName,
        ReadOnlyMemory<byte> content,
        string? mimeType = null,
        string? caption = null,
        int? replyTo = null)
    {
        SimMedia Media() => new(MediaKind.Document) { File = Files.Add("documents", fileName, mimeType, content) };
        return SendMedia(userId, chatId, Media, caption, replyTo);
    }

    public SimMessage SendSticker(long userId, long chatId, string emoji) => SendMedia(
        userId,
        chatId,
        () => new SimMedia(MediaKind.Sticker) { File = Files.Add("stickers", "sticker.webp", "image/webp", ReadOnlyMemory<byte>.Empty), Emoji = emoji },
        caption: null,
        replyTo: null);

    /// <param name="content">Ogg with Opus on the real service; the simulator takes any bytes.</param>
    public SimMessage SendVoice(long userId, long chatId, int seconds, ReadOnlyMemory<byte> content = default) =>
        SendMedia(
            userId,
            chatId,
            () => new SimMedia(MediaKind.Voice) { File = Files.Add("voice", "voice.oga", "audio/ogg", content), DurationSeconds = seconds },
            caption: null,
            replyTo: null);

    public SimMessage SendLocation(long userId, long chatId, double latitude, double longitude) =>
        SendMedia(userId, chatId, () => new SimMedia(MediaKind.Location) { Latitude = latitude, Longitude = longitude }, null, null);

    /// <summary>Adds the person's reaction, or takes it back when <paramref name="emoji"/> is null.</summary>
    public void React(long userId, long chatId, int messageId, string? emoji)
    {
        lock (Gate)
        {
            var message = Existing(Resolve(userId, chatId), messageId);
            SetReaction(message, Known(userId), emoji);
        }
    }

    /// <summary>The person stops the bot: it gets <c>my_chat_member</c>, and 403 from then on.</summary>
    public void Block(long userId, long? botId = null)
    {
        lock (Gate)
        {
            SetBlocked(PrivateChatOf(Known(userId), botId ?? LastBotOf(userId)), blocked: true);
        }
    }

    public void Unblock(long userId, long? botId = null)
    {
        lock (Gate)
        {
            SetBlocked(PrivateChatOf(Known(userId), botId ?? LastBotOf(userId)), blocked: false);
        }
    }

    /// <summary>The person deletes the account.</summary>
    public void Deactivate(long userId)
    {
        lock (Gate)
        {
            Known(userId).Deactivated = true;
        }
    }

    private SimMessage SendMedia(long userId, long chatId, Func<SimMedia> media, string? caption, int? replyTo)
    {
        lock (Gate)
        {
            return Say(Known(userId), Resolve(userId, chatId), caption, media(), replyTo);
        }
    }

    private SimMessage Say(SimUser person, SimChat chat, string? text, SimMedia? media, int? replyToId, SimMessage? replyTo = null)
    {
        Writable(person, chat);
        if (chat.IsPrivate)
        {
            _lastBotOf[person.Id] = chat.Bot!.Id;
            chat.Started = true;
        }

        var entities = text is null ? [] : AutoEntities.Find(text, []);
        return Post(new SimMessage
        {
            Chat = chat,
            From = person,
            Date = Now,
            Text = text,
            Entities = entities,
            Media = media,
            ReplyTo = (replyToId is { } id ? Existing(chat, id) : replyTo) is { } original ? original with { ReplyTo = null } : null,
            OnlyFor = EphemeralSupported && IsEphemeralCommand(chat, person, text, entities) ? person : null,
        });
    }

    private static SimChat Writable(SimUser person, SimChat chat)
    {
        if (!chat.IsIn(person.Id) || chat.MigratedTo is not null)
        {
            throw new InvalidOperationException($"{person} is not in the chat {chat.Id}.");
        }

        return chat.Blocked ? throw new InvalidOperationException("The person has blocked the bot: unblock it first.") : chat;
    }

    private static SimMessage Existing(SimChat chat, int messageId) =>
        chat.Find(messageId) ?? throw new InvalidOperationException($"There is no message {messageId} in chat {chat.Id}.");

    private static bool IsEphemeralCommand(SimChat chat, SimUser person, string? text, ImmutableArray<MessageEntity> entities)
    {
        if (chat.IsPrivate || entities.IsEmpty || entities[0] is not { Type: "bot_command", Offset: 0 })
        {
            return false;
        }

        var parts = text![1..entities[0].Length].Split('@');
        return chat.Bots.Any(bot =>
            (parts.Length == 1 || bot.Username.Equals(parts[1], StringComparison.OrdinalIgnoreCase))
            && bot.Profile.CommandsFor(chat, person).Any(c => c.IsEphemeral && c.Command.Equals(parts[0], StringComparison.OrdinalIgnoreCase)));
    }
}
