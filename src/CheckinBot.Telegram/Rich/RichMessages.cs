using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace CheckinBot.Telegram.Rich;

/// <summary>
/// Messages with tables, as Bot API 10.1 has them (<c>sendRichMessage</c>, and <c>rich_message</c> of <c>editMessageText</c>).
/// A server without them refuses: the method is unknown, or the edit has no text.
/// </summary>
public static class RichMessages
{
    /// <summary>Sends or edits a message in its rich form and returns its id.</summary>
    /// <param name="bot">The client.</param>
    /// <param name="chatId">The chat, which may have moved since the call was stored.</param>
    /// <param name="call">A call with <see cref="OutgoingCall.Rich"/>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RequestException">The call failed, see <see cref="MayBeUnknown"/>.</exception>
    public static async Task<int> MakeRich(this ITelegramBotClient bot, long chatId, OutgoingCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentNullException.ThrowIfNull(call);
        switch (call)
        {
            case { Send: { Rich: { } html } message }:
                return await Send(bot, chatId, html, message, cancellationToken);
            case { Edit: { Rich: { } html } edit }:
                return await Edit(bot, chatId, html, edit, cancellationToken);
            default:
                throw new ArgumentException("Not a rich message", nameof(call));
        }
    }

    /// <summary>Whether the refusal may be of rich messages as such, so that the text is worth sending.</summary>
    public static bool MayBeUnknown(ApiRequestException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is { ErrorCode: 400 or 404, Parameters: null or { MigrateToChatId: null } }
            && !exception.Message.Contains("message is not modified", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<int> Send(ITelegramBotClient bot, long chatId, string html, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var request = new SendRichMessageRequest
        {
            ChatId = chatId,
            RichMessage = new() { Html = html },
            MessageThreadId = message.ThreadId == 0 ? null : message.ThreadId,
            DisableNotification = message.Silent,
            ReplyParameters = message.ReplyTo is { } original ? new ReplyParameters { MessageId = original, AllowSendingWithoutReply = true } : null,
            ReplyMarkup = message.Keyboard.ToMarkup(),
        };
        return (await bot.SendRequest(request, cancellationToken)).Id;
    }

    private static async Task<int> Edit(ITelegramBotClient bot, long chatId, string html, Effect.Edit edit, CancellationToken cancellationToken)
    {
        try
        {
            var request = new EditRichMessageRequest { ChatId = chatId, MessageId = edit.MessageId, RichMessage = new() { Html = html }, ReplyMarkup = edit.Keyboard.ToMarkup() };
            return (await bot.SendRequest(request, cancellationToken)).Id;
        }
        catch (ApiRequestException e) when (OutgoingCalls.CannotBeEdited(e))
        {
            return await Send(bot, chatId, html, new OutgoingMessage(chatId, edit.Text) { Keyboard = edit.Keyboard, ThreadId = edit.ThreadId }, cancellationToken);
        }
    }

    private sealed class SendRichMessageRequest() : RequestBase<Message>("sendRichMessage")
    {
        public required ChatId ChatId { get; init; }

        public required InputRichMessage RichMessage { get; init; }

        public int? MessageThreadId { get; init; }

        public bool DisableNotification { get; init; }

        public ReplyParameters? ReplyParameters { get; init; }

        public InlineKeyboardMarkup? ReplyMarkup { get; init; }
    }

    private sealed class EditRichMessageRequest() : RequestBase<Message>("editMessageText")
    {
        public required ChatId ChatId { get; init; }

        public required int MessageId { get; init; }

        public required InputRichMessage RichMessage { get; init; }

        public InlineKeyboardMarkup? ReplyMarkup { get; init; }
    }

    private sealed class InputRichMessage
    {
        public required string Html { get; init; }

        // Names of units are no links and no commands.
        public bool SkipEntityDetection { get; init; } = true;
    }
}
