using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Private;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Chains;
using CheckinBot.Core.Reading.Claims;

namespace CheckinBot.Core.Conversations;

/// <summary>Says what has to be loaded before an event can be handled, by the tables of commands, buttons and answers.</summary>
public static class ContextNeed
{
    /// <summary>What has to be loaded to handle this event in this conversation.</summary>
    public static ContextNeeds For(Conversation conversation, ConversationEvent @event) =>
        Told(conversation, @event) | (HealthTold(@event) is { } text && DiagnosisWords.MayDeny(text) ? ContextNeeds.Diagnosed : ContextNeeds.Basic);

    /// <summary>The code of the invitation that an event brings; null for none.</summary>
    public static string? InvitationCode(ConversationEvent @event) => @event switch
    {
        ConversationEvent.CommandReceived { Arguments: { Length: > 0 } code } => code.Trim(),
        ConversationEvent.TextReceived text => TypedInvitation.CodeIn(text.Text),
        _ => null,
    };

    /// <summary>The command that goes on when a unit is pressed, and that unit; null where the event is no such press.</summary>
    public static (ConversationEvent.CommandReceived Command, long UnitId)? Resumed(Conversation conversation, ConversationEvent @event) =>
        UnitChoice.Resumed(conversation, @event);

    /// <summary>
    /// The slot that the event is about, where something recorded is being changed and that slot may not be the open one.
    /// For an edited message the check-ins that it made tell the slot. A question that has run out tells nothing any more: what is
    /// said at noon is not about the morning.
    /// </summary>
    public static DaySlot? About(Conversation conversation, ConversationEvent @event, DateTimeOffset now)
    {
        if (@event is ConversationEvent.ButtonPressed button && ButtonData.Parse(button.Data) is { } data && ButtonTable.About(data) is { } slot) return slot;
        return @event is ConversationEvent.TextReceived or ConversationEvent.ButtonPressed
            && conversation.State is ConversationState.InCheckIn { Topic: { IsChange: true } topic } && !(conversation.ExpiresAt <= now)
            ? new DaySlot(topic.Day, topic.Slot)
            : null;
    }

    /// <summary>Which classes an event of a private chat names, by itself and by the question that it answers.</summary>
    public static NamedClasses NamedClasses(Conversation conversation, ConversationEvent @event)
    {
        IReadOnlyList<long> asked = conversation.State is ConversationState.InCheckIn { Topic: var topic } ? topic.PersonIds : [];
        return @event switch
        {
            _ when UnitChoice.Resumed(conversation, @event) is var (command, unitId) => new([unitId], [], Named(command, []).Text) { ListsBelow = true },
            ConversationEvent.CommandReceived command => Named(command, asked),
            ConversationEvent.ButtonPressed pressed when ButtonData.Parse(pressed.Data) is { } data => ButtonTable.NamedBy(data, asked),
            _ => Turns.NamedClasses.Asked(asked),
        };
    }

    private static NamedClasses Named(ConversationEvent.CommandReceived command, IReadOnlyList<long> asked) =>
        CommandTable.Find(command.Command)?.Names?.Invoke(command.Arguments, asked) ?? Turns.NamedClasses.Asked(asked);

    private static string? HealthTold(ConversationEvent @event) => @event switch
    {
        ConversationEvent.TextReceived text => text.Text,
        ConversationEvent.CommandReceived command when CommandTable.Find(command.Command) is { TellsHealth: true } => command.Arguments,
        _ => null,
    };

    private static ContextNeeds Told(Conversation conversation, ConversationEvent @event) => @event switch
    {
        { Chat.Kind: ChatKind.Group } => ForGroup(@event),
        _ when UnitChoice.Resumed(conversation, @event) is var (resumed, _) => ForCommand(resumed) | ContextNeeds.Classes,
        ConversationEvent.TextReceived text when TypedInvitation.CodeIn(text.Text) is not null => ContextNeeds.Invitation,
        ConversationEvent.TextReceived when AnswerTable.NeedsOf(conversation.State) is { } needs => needs,
        // A class teacher may be answering for a pupil; for everybody else there are no classes to load.
        ConversationEvent.TextReceived or ConversationEvent.MediaReceived { Caption: not null } => ContextNeeds.Classmates | ContextNeeds.Classes,
        ConversationEvent.TextEdited => ContextNeeds.Classmates | ContextNeeds.Classes | ContextNeeds.EditedCheckIns,
        ConversationEvent.CommandReceived command => ForCommand(command),
        ConversationEvent.Reminded => ContextNeeds.Asked,
        ConversationEvent.ButtonPressed button =>
            ContextNeeds.Classes | (ButtonData.Parse(button.Data) is { } data ? ButtonTable.NeedsOf(data) : ContextNeeds.Basic),
        _ => ContextNeeds.Basic,
    };

    private static ContextNeeds ForCommand(ConversationEvent.CommandReceived command) => CommandTable.Find(command.Command)?.Needs ?? ContextNeeds.Basic;

    private static ContextNeeds ForGroup(ConversationEvent @event) => @event switch
    {
        ConversationEvent.TextReceived { Text: var text } when Chain.IsNamed(text) || Chain.Looks(text, ReadingSetting.Group) =>
            ContextNeeds.Group | ContextNeeds.Classes | ContextNeeds.ClassHistory | ContextNeeds.Hearsay,
        ConversationEvent.TextEdited =>
            ContextNeeds.Group | ContextNeeds.Classes | ContextNeeds.EditedCheckIns | ContextNeeds.ClassHistory | ContextNeeds.Hearsay,
        ConversationEvent.TextReceived or ConversationEvent.CommandReceived or ConversationEvent.MediaReceived
            or ConversationEvent.ButtonPressed => ContextNeeds.Group | ContextNeeds.Classes,
        _ => ContextNeeds.Group,
    };
}
