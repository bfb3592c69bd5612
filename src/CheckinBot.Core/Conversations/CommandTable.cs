using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Group;
using CheckinBot.Core.Conversations.Private;
using CheckinBot.Core.Conversations.Staff;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations;

/// <summary>
/// The one table of commands: name, where it is offered and to whom, what has to be loaded for it, and its handlers in
/// private and in a group. Handlers judge whoever acts by the rights that hold at that moment.
/// </summary>
internal static class CommandTable
{
    /// <summary>All commands, in the order of the menus.</summary>
    public static IReadOnlyList<CommandEntry> All { get; } =
    [
        new("missing", Menus.None, TeacherDesk.Missing, GroupReplies.InPrivate)
            { Needs = ContextNeeds.Classes | ContextNeeds.Hearsay, May = Permission.SeeMissing, Names = NamedClasses.All, PlaceAbove = 2 },
        new("report", Menus.None, TeacherReport.Handle, GroupReplies.InPrivate)
            { Needs = ContextNeeds.Classes, May = Permission.CheckIn, Names = NamedClasses.InText, TellsHealth = true },
        new("class", Menus.None, ClassGuardians.Handle, GroupReplies.InPrivate)
            { Needs = ContextNeeds.Classes, May = Permission.ManageGuardians, Names = NamedClasses.InTextOrAll },
        new("transfer", Menus.None, TransferDesk.Handle)
            { Needs = ContextNeeds.Classes | ContextNeeds.SchoolClasses, May = Permission.Transfer, Names = NamedClasses.InText },
        new("digest", Menus.None, DigestAsking.Handle, DigestAsking.InGroup) { May = Permission.SeeDigest, PlaceAbove = 0 },
        new("cases", Menus.None, AlertDesk.Cases, GroupReplies.InPrivate)
            { Needs = ContextNeeds.HelpAsked, May = Permission.SeeCases, PlaceAbove = 1 },
        new("case", Menus.None, CaseDesk.Handle, GroupReplies.InPrivate)
            { Needs = ContextNeeds.Classes | ContextNeeds.Cases, May = Permission.FollowCase, Names = NamedClasses.InText },
        new("requests", Menus.None, (turn, _) => HelpDesk.List(turn, turn.Phrases.HelpNotForYou), GroupReplies.InPrivate)
            { Needs = ContextNeeds.HelpAsked, May = Permission.LookAfter },
        new("settings", Menus.None, SettingsDesk.Handle) { Needs = ContextNeeds.Settings, May = Permission.SettleSettings },
        new("looks", Menus.None, LooksDesk.Handle) { Needs = ContextNeeds.Looks, May = Permission.SeeLooks },
        new("start", Menus.None, Started, GroupReplies.Help) { Needs = ContextNeeds.Invitation },
        new("bind", Menus.GroupAdministrators, Helping.BindInGroup, GroupSetup.Bind),
        new("unbind", Menus.GroupAdministrators, Helping.Handle, GroupSetup.Unbind),
        new("tidy", Menus.GroupAdministrators, Helping.Handle, GroupSetup.Tidy),
        new("status", Menus.Private, TodayStatus.Handle, GroupReplies.InPrivate) { Help = HelpFor.WhoReports },
        new("undo", Menus.Private, Undoing.Handle)
            { Needs = ContextNeeds.History | ContextNeeds.Classes | ContextNeeds.ClassHistory, Names = NamedClasses.Last, Help = HelpFor.WhoReports },
        new("cancel", Menus.Private, Cancelling.Handle),
        new("help", Menus.Private | Menus.GroupMembers | Menus.GroupAdministrators, Helping.Handle, GroupReplies.Help),
        new("language", Menus.Private, Languages.Ask) { Help = HelpFor.Everybody },
        new("me", Menus.Private, AboutMe.Show, GroupReplies.InPrivate) { Needs = ContextNeeds.Looks, Help = HelpFor.Everybody },
    ];

    private static readonly Dictionary<string, CommandEntry> ByName = All.ToDictionary(entry => entry.Name);

    /// <summary>The line of a command; null where nobody knows it.</summary>
    public static CommandEntry? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Hands a command to its flow. One that nobody knows gets one line of help in private, and nothing in a group.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var entry = Find(command.Command);
        if (turn.Event.Chat.Kind == ChatKind.Group) entry?.InGroup?.Invoke(turn, command);
        else (entry?.InPrivate ?? Helping.Handle)(turn, command);
    }

    // Somebody who is known and brings no code wants to know what there is.
    private static void Started(Turn turn, ConversationEvent.CommandReceived command)
    {
        Linking.Start(turn, command);
        if (command.Arguments.Trim().Length == 0 && (turn.Context.Own.Count > 0 || turn.Context.Posts.Count > 0)) Helping.Handle(turn, command);
    }

    /// <summary>Goes on with a command where the user pressed the unit that it is about.</summary>
    public static void Resume(Turn turn, ConversationState.AwaitingUnit asked, ButtonData data)
    {
        if (UnitChoice.Resumed(turn.Conversation, turn.Event) is not var (command, unitId))
        {
            turn.OutOfDate();
            return;
        }

        turn.Close();
        turn.ChosenUnit = unitId;
        Handle(turn, command);
        if (turn.HasAnsweredButton) return;
        // The answer comes as a message of its own; the question has done its part.
        turn.Toast(null);
        turn.Add(new Effect.RemoveButtons(turn.Event.Chat.Id, turn.MessageId));
    }
}

/// <summary>A line of the table of commands.</summary>
/// <param name="Name">The command without its slash.</param>
/// <param name="Menus">In which menus everybody finds it.</param>
/// <param name="InPrivate">Its flow in private.</param>
/// <param name="InGroup">Its flow in a group; null where a group gets no answer.</param>
internal sealed record CommandEntry(
    string Name, Menus Menus, Action<Turn, ConversationEvent.CommandReceived> InPrivate, Action<Turn, ConversationEvent.CommandReceived>? InGroup = null)
{
    /// <summary>What the command needs loaded in private.</summary>
    public ContextNeeds Needs { get; init; }

    /// <summary>Offered in the private menu of those who may do this at their unit; null for a command that is no staff's.</summary>
    public Permission? May { get; init; }

    /// <summary>Whose help names it besides that of the staff who may do it.</summary>
    public HelpFor Help { get; init; }

    /// <summary>Its place in the help of those who answer for a whole school or an area; what they use most stands first.</summary>
    public int PlaceAbove { get; init; } = int.MaxValue;

    /// <summary>Which classes the command names; null for none but those of the open question.</summary>
    public Func<string, IReadOnlyList<long>, NamedClasses>? Names { get; init; }

    /// <summary>Its words are read as what is told of somebody's health.</summary>
    public bool TellsHealth { get; init; }
}

/// <summary>Whose help names a command.</summary>
internal enum HelpFor
{
    /// <summary>Nobody's, or that of the staff who may do it.</summary>
    None,

    /// <summary>Whoever checks in or reports for a child.</summary>
    WhoReports,

    /// <summary>Everybody.</summary>
    Everybody,
}

/// <summary>The menus in which Telegram offers commands to everybody.</summary>
[Flags]
internal enum Menus
{
    /// <summary>In none, or in that of the staff concerned.</summary>
    None = 0,

    /// <summary>In every private chat.</summary>
    Private = 1,

    /// <summary>In groups, for everybody.</summary>
    GroupMembers = 2,

    /// <summary>In groups, for their administrators.</summary>
    GroupAdministrators = 4,
}
