namespace CheckinBot.Core.Conversations;

/// <summary>Sends each event of a group to its flow. What is plainly no matter of the bot gets no answer.</summary>
internal static class GroupChat
{
    /// <summary>Handles an event of a group.</summary>
    public static void Handle(Turn turn)
    {
        var chat = turn.Event.Chat;
        switch (turn.Event)
        {
            case ConversationEvent.BotAdded added:
                turn.Add(new Effect.SetGroupRights(chat.Id, chat.Title, added.IsAdministrator, added.CanDelete));
                break;
            case ConversationEvent.BotRightsChanged changed:
                turn.Add(new Effect.SetGroupRights(chat.Id, chat.Title, changed.IsAdministrator, changed.CanDelete));
                break;
            case ConversationEvent.BotRemoved:
                turn.Add(new Effect.UnbindGroup(chat.Id));
                break;
            case ConversationEvent.GroupMigrated migrated:
                turn.Add(new Effect.MigrateGroup(chat.Id, migrated.NewChatId));
                break;
        }
    }
}
