using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CheckinBot.Telegram.Ephemeral;

/// <summary>
/// Shows messages in a group to one person, as Bot API 10.3 allows. An older server ignores the parameter and posts in the open,
/// so the feature is proven with a harmless text first. Messages may get lost: store first, and answer this way as best effort.
/// </summary>
public static class EphemeralCalls
{
    /// <summary>Says nothing about anybody, in no language: it is seen for a moment while it is not known yet who sees it.</summary>
    private const string Harmless = "🔒";

    /// <summary>
    /// Shows a message to one person in a group, or changes one that is shown. Where the group is not proven, a harmless text goes
    /// first and becomes the message by an edit, which an older server does not know: no name can land in the open.
    /// </summary>
    /// <param name="bot">The client.</param>
    /// <param name="call">A call with <see cref="OutgoingCall.OnlyFor"/>.</param>
    /// <param name="proven">This server has shown a message to one person in this group.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RequestException">The message was neither shown nor refused: try again.</exception>
    public static async Task<EphemeralSupport> Show(this ITelegramBotClient bot, OutgoingCall call, bool proven, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            switch (call)
            {
                case { Edit: { OnlyFor: { EphemeralMessageId: { } id } receiver } edit }:
                    await Edit(bot, edit, receiver.UserId, id, cancellationToken);
                    return EphemeralSupport.Proven;
                case { Send: { OnlyFor: { } receiver } message }:
                    // Somebody who has written an ephemeral command has a server that knows them.
                    return receiver.IsProof || proven || receiver.EphemeralMessageId is not null
                        ? await Send(bot, message, receiver, cancellationToken)
                        : await SendAfterProof(bot, message, receiver, cancellationToken);
                default:
                    throw new ArgumentException("Not for one person", nameof(call));
            }
        }
        catch (ApiRequestException e) when (e.ErrorCode == 404 && call.Edit is not null)
        {
            // The method is newer than the server.
            return EphemeralSupport.Absent;
        }
        catch (ApiRequestException e) when (e.ErrorCode is 400 or 403 or 429)
        {
            return e.Message.Contains("message is not modified", StringComparison.OrdinalIgnoreCase) ? EphemeralSupport.Proven : EphemeralSupport.Refused;
        }
    }

    private static async Task<EphemeralSupport> Send(
        ITelegramBotClient bot, OutgoingMessage message, EphemeralReceiver receiver, CancellationToken cancellationToken) =>
        await Post(bot, message, receiver, cancellationToken) is null ? EphemeralSupport.Absent : EphemeralSupport.Proven;

    private static async Task<EphemeralSupport> SendAfterProof(
        ITelegramBotClient bot, OutgoingMessage message, EphemeralReceiver receiver, CancellationToken cancellationToken)
    {
        var proof = message with { Text = Harmless, Format = TextFormat.Plain, Keyboard = Keyboard.None };
        if (await Post(bot, proof, receiver, cancellationToken) is not { } id) return EphemeralSupport.Absent;
        var edit = new Effect.Edit(message.ChatId, 0, message.Text, message.Keyboard) { Format = message.Format };
        await Edit(bot, edit, receiver.UserId, id, cancellationToken);
        return EphemeralSupport.Proven;
    }

    /// <summary>Posts a text and returns its ephemeral number; null where it was posted for all to see, and removed again.</summary>
    private static async Task<int?> Post(ITelegramBotClient bot, OutgoingMessage message, EphemeralReceiver receiver, CancellationToken cancellationToken)
    {
        var sent = await bot.SendMessage(
            message.ChatId,
            message.Text,
            OutgoingCalls.ModeOf(message.Format),
            receiver.EphemeralMessageId is { } command ? new ReplyParameters { EphemeralMessageId = command } : null,
            message.Keyboard.ToMarkup(),
            messageThreadId: message.ThreadId == 0 ? null : message.ThreadId,
            ephemeralMessageParameters: new() { ReceiverUserId = receiver.UserId, CallbackQueryId = receiver.CallbackId },
            cancellationToken: cancellationToken);
        if (sent.EphemeralMessageId is null) await Remove(bot, message.ChatId, sent.Id);
        return sent.EphemeralMessageId;
    }

    // Not cancelled with the caller: what stands in the open must go even while the program stops.
    private static async Task Remove(ITelegramBotClient bot, long chatId, int messageId)
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

    private static Task Edit(ITelegramBotClient bot, Effect.Edit edit, long userId, int ephemeralMessageId, CancellationToken cancellationToken) =>
        bot.EditEphemeralMessageText(
            edit.ChatId,
            userId,
            ephemeralMessageId,
            edit.Text,
            OutgoingCalls.ModeOf(edit.Format),
            edit.Keyboard.ToMarkup(),
            cancellationToken: cancellationToken);
}
