using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>Answers commands that do not work in a group.</summary>
internal static class GroupReplies
{
    /// <summary>Sends the user to the private chat for everything that names people.</summary>
    public static void InPrivate(Turn turn, ConversationEvent.CommandReceived command) => Answer(
        turn, command, turn.Phrases.AskInPrivate, Keyboard.Row(Button.Link(turn.Phrases.OpenPrivateChat, $"https://t.me/{turn.Context.BotUserName}")));

    /// <summary>Says what the bot does in this group.</summary>
    public static void Help(Turn turn, ConversationEvent.CommandReceived command) =>
        Answer(turn, command, turn.Context.Group is null ? turn.Phrases.NotBound : turn.Phrases.GroupHelp, Keyboard.None);

    /// <summary>An anonymous administrator has no person to whom rights belong.</summary>
    public static void WriteAsYourself(Turn turn, ConversationEvent.CommandGivenAnonymously command) =>
        turn.Add(new Effect.Send(new(command.Chat.Id, turn.Phrases.WriteAsYourself) { ThreadId = command.Chat.ThreadId, ReplyTo = command.MessageId }));

    /// <summary>Answers the asker alone where nobody else saw the question.</summary>
    private static void Answer(Turn turn, ConversationEvent.CommandReceived command, string text, Keyboard keyboard) =>
        turn.Add(new Effect.Send(new(command.Chat.Id, text)
        {
            ThreadId = command.Chat.ThreadId,
            Keyboard = keyboard,
            OnlyFor = command.EphemeralMessageId is { } id ? new(turn.UserId, EphemeralMessageId: id) : null,
        }));
}
