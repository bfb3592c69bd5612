using CheckinBot.Bots;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;

namespace CheckinBot.Conversations.Effects;

/// <summary>
/// Keeps which message of a private chat shows the last question with its buttons, so that the buttons go once the question is
/// answered in words, by whichever process and however often that was started anew.
/// </summary>
internal sealed class ShownQuestions(BotIdentity bot, TimeProvider time) : ICallFollower
{
    /// <summary>The message whose buttons are to go; null where none is known, or where it is edited anyway.</summary>
    public async ValueTask<int?> Settle(DbSession session, long chatId, int? except, CancellationToken cancellationToken) =>
        await new ShownQuestionStore(session).Settle(bot.Id, chatId, cancellationToken) is { } messageId && messageId != except ? messageId : null;

    /// <summary>A message of the bot is edited: it may show the next question, or none any more.</summary>
    public async ValueTask Edited(DbSession session, Effect.Edit edit, CancellationToken cancellationToken)
    {
        if (edit.ChatId > 0 && AsksSomething(edit.Keyboard)) await Keep(session, edit.ChatId, edit.MessageId, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (call.IsToPerson && outcome is CallOutcome.Done { MessageId: { } messageId } && call.Call.Send is { } message && AsksSomething(message.Keyboard))
            await Keep(session, call.ChatId, messageId, cancellationToken);
    }

    // Buttons of a question carry the epoch of the conversation; all others are good at any time and stay.
    private static bool AsksSomething(Keyboard keyboard) =>
        keyboard.Rows.SelectMany(row => row).Any(button => button.Data is { } text && ButtonData.Parse(text) is { Epoch: not 0 });

    private ValueTask Keep(DbSession session, long chatId, int messageId, CancellationToken cancellationToken) =>
        new ShownQuestionStore(session).Show(bot.Id, chatId, messageId, time.GetUtcNow(), cancellationToken);
}
