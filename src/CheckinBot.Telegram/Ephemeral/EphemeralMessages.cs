using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace CheckinBot.Telegram.Ephemeral;

/// <summary>Who alone is to see a message in a group, and what allows the bot to write it.</summary>
/// <param name="UserId">A member of the group.</param>
/// <param name="CallbackQueryId">That person's press on a button, at most 15 s ago; not needed by an administrator.</param>
/// <param name="ReplacesMessage">Shown in place of the ephemeral message whose button was pressed.</param>
public sealed record EphemeralReceiver(long UserId, string? CallbackQueryId = null, bool ReplacesMessage = false);

/// <summary>What the proof showed.</summary>
public enum EphemeralSupport
{
    /// <summary>The harmless text arrived as an ephemeral message: the feature may be used.</summary>
    Proven,

    /// <summary>The server does not know the feature: it posted the harmless text for all to see, and that was removed. Use the private chat.</summary>
    Absent,

    /// <summary>The server refused this message, so nothing is proven: the bot is no administrator and the 15 s are over, or the person is no member.</summary>
    Refused,
}

/// <summary>The outcome of a proof.</summary>
/// <param name="Support">What it showed.</param>
/// <param name="Message">The harmless text as sent, to be edited or removed; null unless proven.</param>
public sealed record EphemeralProof(EphemeralSupport Support, Message? Message);

/// <summary>The server posted openly what was meant for one person. The message has been removed (or that was tried).</summary>
public sealed class EphemeralNotSupportedException()
    : Exception("The server does not know ephemeral messages: the message was posted for all to see and has been removed. Use the private chat.");

/// <summary>
/// Messages in a group that one person sees, as Bot API 10.3 sends them (<c>ephemeral_message_parameters</c>; the package's own
/// parameters are those of 10.2, which 10.3 no longer knows). They may get lost: store first, and answer this way as best effort.
/// </summary>
public static class EphemeralMessages
{
    /// <summary>
    /// Sends a harmless text to one person, and sees whether the server took it as an ephemeral message. An older server ignores the
    /// parameter and posts in the open, so nothing else may be sent this way before this has shown <see cref="EphemeralSupport.Proven"/>.
    /// </summary>
    /// <exception cref="RequestException">Neither shown nor refused: try again later.</exception>
    public static async Task<EphemeralProof> ProveEphemeralMessages(
        this ITelegramBotClient bot, ChatId chatId, EphemeralReceiver receiver, string harmlessText, CancellationToken cancellationToken = default)
    {
        try
        {
            return new(EphemeralSupport.Proven, await bot.SendEphemeralMessage(chatId, receiver, harmlessText, cancellationToken: cancellationToken));
        }
        catch (EphemeralNotSupportedException)
        {
            return new(EphemeralSupport.Absent, null);
        }
        catch (ApiRequestException refused) when (refused.ErrorCode == 400 && refused.Parameters?.MigrateToChatId is null)
        {
            return new(EphemeralSupport.Refused, null);
        }
    }

    /// <summary>Sends a text to one person; only where the feature is proven.</summary>
    /// <returns>Has <c>EphemeralMessageId</c>, to edit and delete it by; its <c>Id</c> is 0.</returns>
    /// <exception cref="EphemeralNotSupportedException">The server has lost the feature: switch it off.</exception>
    /// <exception cref="RequestException">Not sent. Its subclass <see cref="ApiRequestException"/> where Telegram refused.</exception>
    public static async Task<Message> SendEphemeralMessage(
        this ITelegramBotClient bot,
        ChatId chatId,
        EphemeralReceiver receiver,
        string text,
        ParseMode parseMode = default,
        InlineKeyboardMarkup? replyMarkup = null,
        int? replyToEphemeralMessageId = null,
        int? messageThreadId = null,
        CancellationToken cancellationToken = default)
    {
        var sent = await bot.SendRequest(
            new SendEphemeralMessageRequest
            {
                ChatId = chatId,
                Text = text,
                ParseMode = parseMode,
                ReplyMarkup = replyMarkup,
                MessageThreadId = messageThreadId,
                ReplyParameters = replyToEphemeralMessageId is { } id ? new ReplyParameters { EphemeralMessageId = id } : null,
                EphemeralMessageParameters = new()
                {
                    ReceiverUserId = receiver.UserId,
                    CallbackQueryId = receiver.CallbackQueryId,
                    ReplaceCallbackQueryMessage = receiver.ReplacesMessage,
                },
            },
            cancellationToken);
        if (sent.EphemeralMessageId is not null)
            return sent;

        await Remove(bot, chatId, sent.Id);
        throw new EphemeralNotSupportedException();
    }

    // Not cancelled with the caller: what stands in the open must go even while the program stops.
    private static async Task Remove(ITelegramBotClient bot, ChatId chatId, int messageId)
    {
        try
        {
            await bot.DeleteMessage(chatId, messageId, CancellationToken.None);
        }
        catch (RequestException)
        {
            // The caller learns that the feature is missing either way, which is what keeps a second message from being posted.
        }
    }

    private sealed class SendEphemeralMessageRequest() : RequestBase<Message>("sendMessage")
    {
        public required ChatId ChatId { get; init; }

        public required string Text { get; init; }

        public ParseMode ParseMode { get; init; }

        public InlineKeyboardMarkup? ReplyMarkup { get; init; }

        public int? MessageThreadId { get; init; }

        public ReplyParameters? ReplyParameters { get; init; }

        public required EphemeralMessageParameters EphemeralMessageParameters { get; init; }
    }

    private sealed class EphemeralMessageParameters
    {
        public required long ReceiverUserId { get; init; }

        public string? CallbackQueryId { get; init; }

        public bool ReplaceCallbackQueryMessage { get; init; }
    }
}
