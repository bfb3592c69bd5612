using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CheckinBot.Telegram.Rich;

/// <summary>
/// Messages with tables, which Bot API 10.1 brought. A server without them refuses: it does not know the method, or the edit has
/// no text.
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

    /// <summary>Whether the server may have refused rich messages as such, so that it is worth sending the text instead.</summary>
    public static bool MayBeUnknown(ApiRequestException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is { ErrorCode: 400 or 404, Parameters: null or { MigrateToChatId: null } }
            && !exception.Message.Contains("message is not modified", StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<int> Send(ITelegramBotClient bot, long chatId, string html, OutgoingMessage message, CancellationToken cancellationToken)
    {
        var sent = await bot.SendRichMessage(
            chatId,
            Content(html),
            message.ToReply(),
            message.Keyboard.ToMarkup(),
            message.ThreadId == 0 ? null : message.ThreadId,
            disableNotification: message.Silent,
            cancellationToken: cancellationToken);
        return sent.Id;
    }

    private static async Task<int> Edit(ITelegramBotClient bot, long chatId, string html, Effect.Edit edit, CancellationToken cancellationToken)
    {
        try
        {
            var edited = await bot.EditMessageText(
                chatId, edit.MessageId, text: null, replyMarkup: edit.Keyboard.ToMarkup(), richMessage: Content(html), cancellationToken: cancellationToken);
            return edited.Id;
        }
        catch (ApiRequestException e) when (OutgoingCalls.CannotBeEdited(e))
        {
            var message = new OutgoingMessage(chatId, edit.Text) { Keyboard = edit.Keyboard, ThreadId = edit.ThreadId };
            return await Send(bot, chatId, html, message, cancellationToken);
        }
    }

    // Not the package's conversion from a string, which takes it for Markdown or HTML by its look and searches it for files. The
    // names of units are neither links nor commands.
    private static InputRichMessage Content(string html) => new() { Html = html, SkipEntityDetection = true };
}
