namespace CheckinBot.Core.Conversations;

/// <summary>
/// Which classes an event of a private chat names. Whoever answers for a whole school has too many of them to load each
/// time: only those that the event is about are.
/// </summary>
/// <param name="UnitIds">Units by their ids: classes, or a school of which the classes are listed.</param>
/// <param name="PersonIds">People whose classes are meant.</param>
/// <param name="Text">A text in which pupils are named; null where none is.</param>
public sealed record NamedClasses(IReadOnlyList<long> UnitIds, IReadOnlyList<long> PersonIds, string? Text)
{
    /// <summary>What the user recorded last is to be taken back.</summary>
    public bool LastRecorded { get; init; }

    /// <summary>The event lists the classes of the one school for which the user answers.</summary>
    public bool OfTheOnlySchool { get; init; }

    /// <summary>A school that is named stands for the list of its classes, and not for its own people.</summary>
    public bool ListsBelow { get; init; }

    /// <summary>What an event names, by itself and by the question that it answers.</summary>
    public static NamedClasses Of(Conversation conversation, ConversationEvent @event)
    {
        IReadOnlyList<long> asked = conversation.State is ConversationState.InCheckIn { Topic: var topic } ? topic.PersonIds : [];
        return @event switch
        {
            _ when UnitChoice.Resumed(conversation, @event) is var (command, unitId) => new([unitId], [], TextOf(command)) { ListsBelow = true },
            // These begin anew, whatever is asked at the moment.
            ConversationEvent.CommandReceived { Command: "missing" or "class" or "report" or "transfer" } command => new([], [], TextOf(command))
            {
                OfTheOnlySchool = command.Command is "missing" or "class",
                ListsBelow = true,
            },
            ConversationEvent.CommandReceived command => new([], asked, null) { LastRecorded = command.Command == "undo" },
            ConversationEvent.ButtonPressed pressed when ButtonData.Parse(pressed.Data) is { } data => Pressed(data, asked),
            _ => new([], asked, null),
        };
    }

    private static NamedClasses Pressed(ButtonData data, IReadOnlyList<long> asked) => data.Verb switch
    {
        Verbs.Missing or Verbs.ClassPage when data.NumberAt(0) is { } unitId => new([unitId], asked, null) { ListsBelow = !SchoolDesk.IsOfOwnPeople(data) },
        Verbs.NudgeAll or Verbs.ReportFor or Verbs.LeaveFor or Verbs.Guardians or Verbs.Transfer or Verbs.TransferTo or Verbs.TransferSure when data.NumberAt(0) is { } unitId => new([unitId], asked, null),
        Verbs.RemoveGuardian or Verbs.Settle when data.NumberAt(0) is { } personId => new([], [personId], null),
        Verbs.Correct when data.NumberAt(3) is { } personId => new([], [personId], null),
        Verbs.Change => new([], [.. Enumerable.Range(1, Math.Max(0, data.Arguments.Count - 1)).Select(data.NumberAt).OfType<long>(), .. asked], null),
        _ => new([], asked, null) { LastRecorded = data.Verb == Verbs.Undo },
    };

    private static string? TextOf(ConversationEvent.CommandReceived command) =>
        command.Command is "report" or "class" or "transfer" && command.Arguments.Trim() is { Length: > 0 } text ? text : null;
}
