using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Conversations;

/// <summary>What has to be loaded before an event can be handled. Links, posts and current answers always are.</summary>
[Flags]
public enum ContextNeeds
{
    /// <summary>Links, posts, language, current answers of today and the day before.</summary>
    Basic = 0,

    /// <summary><see cref="ConversationContext.Classmates"/>.</summary>
    Classmates = 1 << 0,

    /// <summary><see cref="Subject.History"/> of the own people.</summary>
    History = 1 << 1,

    /// <summary><see cref="ConversationContext.Invitation"/> and <see cref="ConversationContext.CodeFailures"/>.</summary>
    Invitation = 1 << 2,

    /// <summary><see cref="ConversationContext.EditedCheckIns"/>.</summary>
    EditedCheckIns = 1 << 3,

    /// <summary><see cref="ConversationContext.Group"/>.</summary>
    Group = 1 << 4,

    /// <summary><see cref="ConversationContext.Classes"/> and <see cref="ConversationContext.Below"/>: in private nothing for a user without a post, which costs nothing to find out.</summary>
    Classes = 1 << 5,

    /// <summary><see cref="Subject.History"/> of today for everybody in <see cref="ConversationContext.Classes"/>, for chains.</summary>
    ClassHistory = 1 << 6,

    /// <summary><see cref="ConversationContext.Alert"/> of the pressed button.</summary>
    Alert = 1 << 12,

    /// <summary><see cref="ConversationContext.Waivable"/> of the pressed button.</summary>
    Waiver = 1 << 13,

    /// <summary><see cref="ConversationContext.PressedUnit"/>.</summary>
    PressedUnit = 1 << 7,

    /// <summary><see cref="ConversationContext.Settings"/>.</summary>
    Settings = 1 << 14,

    /// <summary><see cref="ConversationContext.Looks"/>.</summary>
    Looks = 1 << 15,

    /// <summary><see cref="Subject.Diagnosed"/>, of the own people and of <see cref="ConversationContext.Classes"/>.</summary>
    Diagnosed = 1 << 9,

    /// <summary><see cref="ConversationContext.SchoolClasses"/>.</summary>
    SchoolClasses = 1 << 8,
}

/// <summary>Says what an event needs.</summary>
public static class ContextNeed
{
    /// <summary>What has to be loaded to handle this event in this conversation.</summary>
    public static ContextNeeds For(Conversation conversation, ConversationEvent @event) => Told(conversation, @event) | (TextOf(@event) is { } text && Reading.DiagnosisWords.MayDeny(text) ? ContextNeeds.Diagnosed : ContextNeeds.Basic);

    private static string? TextOf(ConversationEvent @event) => @event switch
    {
        ConversationEvent.TextReceived text => text.Text,
        ConversationEvent.CommandReceived { Command: "report" } report => report.Arguments,
        _ => null,
    };

    private static ContextNeeds Told(Conversation conversation, ConversationEvent @event) => @event switch
    {
        { Chat.Kind: ChatKind.Group } => ForGroup(@event),
        _ when UnitChoice.Resumed(conversation, @event) is var (resumed, _) => ForCommand(resumed) | ContextNeeds.Classes,
        _ when SettingsRequest.Of(conversation, @event) is not null => ContextNeeds.Settings,
        // A class teacher may be answering for a pupil; for everybody else there are no classes to load.
        ConversationEvent.TextReceived or ConversationEvent.MediaReceived { Caption: not null } => ContextNeeds.Classmates | ContextNeeds.Classes,
        ConversationEvent.TextEdited => ContextNeeds.Classmates | ContextNeeds.Classes | ContextNeeds.EditedCheckIns,
        ConversationEvent.CommandReceived command => ForCommand(command),
        ConversationEvent.ButtonPressed button => ContextNeeds.Classes | (ButtonData.Parse(button.Data) is { } data ? Verbs.Needs(data.Verb) : ContextNeeds.Basic),
        _ => ContextNeeds.Basic,
    };

    private static ContextNeeds ForGroup(ConversationEvent @event) => @event switch
    {
        ConversationEvent.TextReceived { Text: var text } when Reading.Chain.IsNamed(text) || Reading.Chain.Looks(text, Reading.ReadingSetting.Group) =>
            ContextNeeds.Group | ContextNeeds.Classes | ContextNeeds.ClassHistory,
        ConversationEvent.TextEdited => ContextNeeds.Group | ContextNeeds.Classes | ContextNeeds.EditedCheckIns | ContextNeeds.ClassHistory,
        ConversationEvent.TextReceived or ConversationEvent.CommandReceived or ConversationEvent.MediaReceived
            or ConversationEvent.ButtonPressed => ContextNeeds.Group | ContextNeeds.Classes,
        _ => ContextNeeds.Group,
    };

    /// <summary>The command that a press on the choice of a unit takes up again, and the unit; null where it is no such press.</summary>
    public static (ConversationEvent.CommandReceived Command, long UnitId)? Resumed(Conversation conversation, ConversationEvent @event) =>
        UnitChoice.Resumed(conversation, @event);

    /// <summary>
    /// The slot that the event is about where it may not be the open one: something recorded is being changed.
    /// An edited message says it by what it made.
    /// </summary>
    public static DaySlot? About(Conversation conversation, ConversationEvent @event) => @event switch
    {
        ConversationEvent.ButtonPressed button when ButtonData.Parse(button.Data) is { Epoch: 0, Verb: Verbs.Change } data && data.DayAt(0) is { } day =>
            new DaySlot(day, Changing.SlotOf(data)),
        ConversationEvent.ButtonPressed button when ButtonData.Parse(button.Data) is { Epoch: 0, Verb: Verbs.Correct, Arguments.Count: > 2 } data && data.DayAt(1) is { } day =>
            new DaySlot(day, data.Arguments[2]),
        ConversationEvent.TextReceived or ConversationEvent.ButtonPressed when conversation.State is ConversationState.InCheckIn { Topic: { IsChange: true } topic } =>
            new DaySlot(topic.Day, topic.Slot),
        _ => null,
    };

    private static ContextNeeds ForCommand(ConversationEvent.CommandReceived command) => command.Command switch
    {
        "start" => ContextNeeds.Invitation,
        "undo" => ContextNeeds.History | ContextNeeds.Classes | ContextNeeds.ClassHistory,
        "class" or "missing" or "report" => ContextNeeds.Classes,
        "settings" => ContextNeeds.Settings,
        "transfer" => ContextNeeds.Classes | ContextNeeds.SchoolClasses,
        "looks" or "me" => ContextNeeds.Looks,
        _ => ContextNeeds.Basic,
    };
}
