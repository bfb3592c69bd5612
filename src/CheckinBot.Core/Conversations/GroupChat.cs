using CheckinBot.Core.Conversations.Group;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations;

/// <summary>Hands each event of a group to its flow.</summary>
internal static class GroupChat
{
    public static void Handle(Turn turn)
    {
        switch (turn.Event)
        {
            case ConversationEvent.TextReceived text:
                GroupMessages.Received(turn, text);
                break;
            case ConversationEvent.TextEdited edited:
                GroupMessages.Edited(turn, edited);
                break;
            case ConversationEvent.CommandReceived command:
                CommandTable.Handle(turn, command);
                break;
            case ConversationEvent.CommandGivenAnonymously command when CommandTable.Find(command.Command)?.InGroup is not null:
                GroupReplies.WriteAsYourself(turn, command);
                break;
            case ConversationEvent.ButtonPressed pressed:
                ButtonTable.Press(turn, pressed);
                break;
            case ConversationEvent.BotAdded added:
                GroupSetup.Added(turn, added);
                break;
            case ConversationEvent.BotRightsChanged changed:
                GroupSetup.RightsChanged(turn, changed);
                break;
            case ConversationEvent.BotRemoved:
                // Somebody who adds the bot again has to bind the group again.
                turn.Add(new Effect.UnbindGroup(turn.Event.Chat.Id));
                break;
            case ConversationEvent.GroupMigrated migrated:
                turn.Add(new Effect.MigrateGroup(migrated.Chat.Id, migrated.NewChatId));
                break;
            case ConversationEvent.NotShown missed:
                CardDialog.NotShown(turn, missed);
                break;
            case ConversationEvent.Expired:
                turn.Close();
                break;
            default:
                // Photos, stickers and voice notes are the group's own business.
                break;
        }
    }
}
