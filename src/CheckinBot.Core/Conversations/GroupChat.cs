namespace CheckinBot.Core.Conversations;

/// <summary>What happens in a group: which flow takes it.</summary>
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
                Command(turn, command);
                break;
            case ConversationEvent.ButtonPressed pressed:
                Pressed(turn, pressed);
                break;
            case ConversationEvent.BotAdded added:
                GroupSetup.Added(turn, added);
                break;
            case ConversationEvent.BotRightsChanged changed:
                GroupSetup.RightsChanged(turn, changed);
                break;
            case ConversationEvent.BotRemoved:
                // Whoever adds the bot again binds the group again.
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

    private static void Command(Turn turn, ConversationEvent.CommandReceived command)
    {
        switch (command.Command)
        {
            case "bind":
                GroupSetup.Bind(turn, command);
                break;
            case "unbind":
                GroupSetup.Unbind(turn);
                break;
            case "tidy":
                GroupSetup.Tidy(turn, command);
                break;
            case "digest":
                DigestAsking.InGroup(turn, command);
                break;
            case "missing" or "report" or "class" or "cases" or "status" or "me":
                Answer(turn, command, turn.Phrases.AskInPrivate, Keyboard.Row(Button.Link(turn.Phrases.OpenPrivateChat, $"https://t.me/{turn.Context.BotUserName}")));
                break;
            case "help" or "start":
                Answer(turn, command, turn.Context.Group is null ? turn.Phrases.NotBound : turn.Phrases.GroupHelp, Keyboard.None);
                break;
            default:
                break;
        }
    }

    /// <summary>To the asker alone, where nobody else saw the question.</summary>
    private static void Answer(Turn turn, ConversationEvent.CommandReceived command, string text, Keyboard keyboard) =>
        turn.Add(new Effect.Send(new(command.Chat.Id, text)
        {
            ThreadId = command.Chat.ThreadId,
            Keyboard = keyboard,
            OnlyFor = command.EphemeralMessageId is { } id ? new(turn.UserId, EphemeralMessageId: id) : null,
        }));

    private static void Pressed(Turn turn, ConversationEvent.ButtonPressed pressed)
    {
        if (ButtonData.Parse(pressed.Data) is not { } data || (data.Epoch != 0 && data.Epoch != turn.Conversation.Epoch))
        {
            turn.Toast(turn.Phrases.OutOfDate);
            return;
        }

        switch (data.Verb)
        {
            case Verbs.Card:
                CardDialog.Pressed(turn, pressed, data);
                break;
            case Verbs.CardTemperature when data.Epoch != 0:
                CardDialog.TemperatureChosen(turn, pressed, data);
                break;
            case Verbs.CardTravel when data.Epoch != 0:
                CardDialog.TravelChosen(turn, pressed, data);
                break;
            case Verbs.BindGroup:
                GroupSetup.BindChosen(turn, pressed, data);
                break;
            default:
                turn.Toast(turn.Phrases.OutOfDate);
                break;
        }
    }
}
