using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>Answers to commands that a group can do little with.</summary>
internal static class GroupReplies
{
    /// <summary>What names people is asked for in the private chat.</summary>
    public static void InPrivate(Turn turn, ConversationEvent.CommandReceived command) => Answer(
        turn, command, turn.Phrases.AskInPrivate, Keyboard.Row(Button.Link(turn.Phrases.OpenPrivateChat, $"https://t.me/{turn.Context.BotUserName}")));

    /// <summary>What the bot does in this group.</summary>
    public static void Help(Turn turn, ConversationEvent.CommandReceived command) =>
        Answer(turn, command, turn.Context.Group is null ? turn.Phrases.NotBound : turn.Phrases.GroupHelp, Keyboard.None);

    /// <summary>To the asker alone, where nobody else saw the question.</summary>
    private static void Answer(Turn turn, ConversationEvent.CommandReceived command, string text, Keyboard keyboard) =>
        turn.Add(new Effect.Send(new(command.Chat.Id, text)
        {
            ThreadId = command.Chat.ThreadId,
            Keyboard = keyboard,
            OnlyFor = command.EphemeralMessageId is { } id ? new(turn.UserId, EphemeralMessageId: id) : null,
        }));
}
