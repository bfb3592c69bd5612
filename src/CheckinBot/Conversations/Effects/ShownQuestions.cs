using System.Collections.Concurrent;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;

namespace CheckinBot.Conversations.Effects;

/// <summary>
/// Which message of a private chat shows the last question with its buttons, so that the buttons can go once the question is
/// answered in words. It is kept in memory only: a button that outlives a restart says that it is out of date.
/// </summary>
internal sealed class ShownQuestions : ICallFollower
{
    private const int MostChats = 200_000;

    private readonly ConcurrentDictionary<long, int> _messages = new();

    /// <summary>The message whose buttons are to go; null where none is known, or where it is edited anyway.</summary>
    public int? Settle(long chatId, int? except) => _messages.TryRemove(chatId, out var messageId) && messageId != except ? messageId : null;

    /// <summary>A message of the bot is edited: it may show the next question, or none any more.</summary>
    public void Edited(Effect.Edit edit)
    {
        if (edit.ChatId > 0 && AsksSomething(edit.Keyboard)) Keep(edit.ChatId, edit.MessageId);
    }

    /// <inheritdoc/>
    public ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (call.IsToPerson && outcome is CallOutcome.Done { MessageId: { } messageId } && call.Call.Send is { } message && AsksSomething(message.Keyboard))
            Keep(call.ChatId, messageId);
        return ValueTask.CompletedTask;
    }

    // Buttons of a question carry the epoch of the conversation; all others are good at any time and stay.
    private static bool AsksSomething(Keyboard keyboard) =>
        keyboard.Rows.SelectMany(row => row).Any(button => button.Data is { } text && ButtonData.Parse(text) is { Epoch: not 0 });

    private void Keep(long chatId, int messageId)
    {
        if (_messages.Count >= MostChats) _messages.Clear();
        _messages[chatId] = messageId;
    }
}
