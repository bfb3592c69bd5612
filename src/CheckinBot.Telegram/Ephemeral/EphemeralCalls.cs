using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Telegram.Ephemeral;

/// <summary>Makes the calls of which one person alone is to see the outcome.</summary>
public static class EphemeralCalls
{
    /// <summary>Says nothing of anybody, in no language: what is seen for a moment where it is not known yet who sees it.</summary>
    private const string Harmless = "🔒";

    /// <summary>
    /// Shows a message to one person in a group, or changes one that is shown. Where the group is not proven, a harmless text goes
    /// first and becomes the message by an edit, which an older server does not know: no name can land in the open.
    /// </summary>
    /// <param name="bot">The client.</param>
    /// <param name="call">A call with <see cref="OutgoingCall.OnlyFor"/>.</param>
    /// <param name="proven">This server has shown a message to one person in this group.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RequestException">Neither shown nor refused: try again.</exception>
    public static async Task<EphemeralSupport> Show(this ITelegramBotClient bot, OutgoingCall call, bool proven, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            return call switch
            {
                { Edit: { OnlyFor: { EphemeralMessageId: { } id } receiver } edit } => await Edit(bot, edit, receiver.UserId, id, cancellationToken),
                { Send: { OnlyFor: { IsProof: true } receiver } message } =>
                    (await bot.ProveEphemeralMessages(message.ChatId, new(receiver.UserId), message.Text, cancellationToken)).Support,
                { Send: { OnlyFor: { } receiver } message } when proven || receiver.EphemeralMessageId is not null => await Send(bot, message, receiver, cancellationToken),
                { Send: { OnlyFor: { } receiver } message } => await SendAfterProof(bot, message, receiver, cancellationToken),
                _ => throw new ArgumentException("Not for one person", nameof(call)),
            };
        }
        catch (EphemeralNotSupportedException)
        {
            return EphemeralSupport.Absent;
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

    private static async Task<EphemeralSupport> Send(ITelegramBotClient bot, OutgoingMessage message, Core.Shown.EphemeralReceiver receiver, CancellationToken cancellationToken)
    {
        await bot.SendEphemeralMessage(
            message.ChatId,
            new(receiver.UserId, receiver.CallbackId),
            message.Text,
            OutgoingCalls.ModeOf(message.Format),
            message.Keyboard.ToMarkup(),
            receiver.EphemeralMessageId,
            message.ThreadId == 0 ? null : message.ThreadId,
            cancellationToken);
        return EphemeralSupport.Proven;
    }

    private static async Task<EphemeralSupport> SendAfterProof(
        ITelegramBotClient bot, OutgoingMessage message, Core.Shown.EphemeralReceiver receiver, CancellationToken cancellationToken)
    {
        var proof = await bot.ProveEphemeralMessages(message.ChatId, new(receiver.UserId, receiver.CallbackId), Harmless, cancellationToken);
        if (proof.Message?.EphemeralMessageId is not { } id) return proof.Support;
        var edit = new Effect.Edit(message.ChatId, 0, message.Text, message.Keyboard) { Format = message.Format };
        return await Edit(bot, edit, receiver.UserId, id, cancellationToken);
    }

    private static async Task<EphemeralSupport> Edit(ITelegramBotClient bot, Effect.Edit edit, long userId, int ephemeralMessageId, CancellationToken cancellationToken)
    {
        await bot.EditEphemeralMessageText(
            edit.ChatId,
            userId,
            ephemeralMessageId,
            edit.Text,
            OutgoingCalls.ModeOf(edit.Format),
            edit.Keyboard.ToMarkup(),
            cancellationToken: cancellationToken);
        return EphemeralSupport.Proven;
    }
}
