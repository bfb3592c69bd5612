using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Group;
using CheckinBot.Core.Conversations.Private;
using CheckinBot.Core.Conversations.Staff;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations;

/// <summary>
/// The one table of buttons: where a button is pressed, its verb, its handler, what has to be loaded for it, and by which
/// permission the handler judges whoever presses it, at that moment.
/// </summary>
internal static class ButtonTable
{
    /// <summary>Under a question, good while that question is open.</summary>
    private static readonly ButtonEntry[] OfQuestions =
    [
        Under<ConversationState.AwaitingTemperature>(Verbs.Later, CheckInButtons.Later),
        Under<ConversationState.AwaitingTemperature>(Verbs.NoThermometer, CheckInButtons.NoThermometer),
        Under<ConversationState.AwaitingTemperature>(Verbs.Absent, CheckInButtons.Absent),
        Under<ConversationState.AwaitingAbsence>(Verbs.Absent, CheckInButtons.Reason),
        Under<ConversationState.AwaitingWhose>(Verbs.Whose, Whose.Press),
        Under<ConversationState.AwaitingLikely>(Verbs.Likely, CheckInButtons.Likely),
        Under<ConversationState.AwaitingSymptoms>(Verbs.Symptom, CheckInButtons.Symptom),
        Under<ConversationState.AwaitingDoctor>(Verbs.Doctor, CheckInButtons.Doctor),
        Under<ConversationState.AwaitingFeverReducer>(Verbs.FeverReducer, CheckInButtons.FeverReducer),
        Under<ConversationState.AwaitingRecovery>(Verbs.Recovery, CheckInButtons.Recovery),
        Under<ConversationState.AwaitingTravel>(Verbs.Travel, CheckInButtons.Travel),
        Under<ConversationState.AwaitingPlace>(Verbs.Skip, CheckInButtons.SkipPlace),
        Under<ConversationState.AwaitingReturn>(Verbs.Skip, CheckInButtons.SkipReturn),
        Under<ConversationState.AwaitingReturn>(Verbs.Return, CheckInButtons.Return),
        Under<ConversationState.InCheckIn>(Verbs.ChangeTravel, Changing.Travel),
        Under<ConversationState.InCheckIn>(Verbs.ChangeSymptoms, Changing.Symptoms),
        Under<ConversationState.InCheckIn>(Verbs.TakeOff, Changing.TakeOff),
        Under<ConversationState.InCheckIn>(Verbs.StartOver, Changing.StartOver),
        Under<ConversationState.AwaitingUnit>(UnitChoice.Verb, CommandTable.Resume),
        Under<ConversationState.ConfirmingDeletion>(AboutMe.DeleteVerb, AboutMe.Decide),
        Under<ConversationState.ConfirmingUnlink>(Linking.UnlinkVerb, Linking.Decide),
        Under<ConversationState.Unlinked>(Linking.RelinkVerb, Linking.Relink),
    ];

    /// <summary>In private at any time, for everybody; the links decide for whom.</summary>
    private static readonly ButtonEntry[] OfFamilies =
    [
        Private(Verbs.Change, Changing.Press, names: Changing.Named, about: Changing.About),
        Private(Verbs.InSlot, WhichSlot.Press, names: Changing.Named, about: Changing.About),
        Private(Verbs.Keep, (turn, _) => Changing.Keep(turn)),
        Private(Verbs.Undo, (turn, _) => Undoing.Handle(turn), ContextNeeds.History | ContextNeeds.ClassHistory, names: NamedClasses.Last),
        Private(Verbs.ConfirmHeard, Hearsays.Confirm, ContextNeeds.Hearsay, names: NamedClasses.Person),
        Private(Verbs.DenyHeard, Hearsays.Deny, ContextNeeds.Hearsay, names: NamedClasses.Person),
        Private(Verbs.Begin, (turn, _) => Reminding.Handle(turn, ReminderKind.ByCard)),
        Private(Languages.Verb, Languages.Press),
        Private(AboutMe.DeleteVerb, AboutMe.Press),
        Private(AboutMe.ExportVerb, AboutMe.Export),
        Private(Linking.UnlinkVerb, Linking.AskUnlink),
    ];

    /// <summary>In private at any time, for staff; the posts decide.</summary>
    private static readonly ButtonEntry[] OfStaff =
    [
        Private(Verbs.Missing, TeacherDesk.MissingAgain, ContextNeeds.Hearsay, Permission.SeeMissing, SchoolDesk.Named),
        Private(Verbs.NudgeAll, Nudging.All, ContextNeeds.Hearsay, Permission.Nudge, NamedClasses.Class),
        Private(Verbs.ReportFor, TeacherDesk.ReportFor, may: Permission.CheckIn, names: NamedClasses.Class),
        Private(Verbs.LeaveFor, TeacherDesk.LeaveFor, ContextNeeds.Hearsay, Permission.CheckIn, NamedClasses.Class),
        Private(Verbs.ListHeard, Hearsays.List, ContextNeeds.Hearsay, Permission.CheckIn, NamedClasses.Class),
        Private(Verbs.ConfirmAllHeard, Hearsays.ConfirmAll, ContextNeeds.Hearsay, Permission.CheckIn, NamedClasses.Class),
        Private(Verbs.TravelFor, TravelDesk.Press, may: Permission.CheckIn, names: NamedClasses.Class),
        Private(Verbs.Settle, ChainDoubts.Settle, may: Permission.CheckIn, names: NamedClasses.Person),
        Private(Verbs.RemoveGuardian, ClassGuardians.Remove, may: Permission.ManageGuardians, names: NamedClasses.Person),
        Private(Verbs.ReadmitGuardian, ClassGuardians.Readmit, may: Permission.ManageGuardians, names: NamedClasses.Person),
        Private(ClassGuardians.PupilVerb, ClassGuardians.ShowPupil, may: Permission.ManageGuardians, names: NamedClasses.Class),
        Private(ClassGuardians.PageVerb, ClassGuardians.ShowPage, may: Permission.ManageGuardians, names: SchoolDesk.Named),
        Private(Verbs.TakeAlert, AlertDesk.Take, ContextNeeds.Alert, Permission.AcknowledgeAlert),
        Private(HelpDesk.TakeVerb, HelpDesk.Take, ContextNeeds.HelpAsked, Permission.LookAfter),
        Private(HelpDesk.CloseVerb, HelpDesk.Close, ContextNeeds.HelpAsked, Permission.LookAfter),
        Private(Verbs.CaseList, AlertDesk.CasesOf, ContextNeeds.PressedUnit, Permission.SeeCases),
        Private(Verbs.CaseOpen, CaseDesk.Show, ContextNeeds.Cases, Permission.FollowCase),
        Private(Verbs.CaseMove, CaseDesk.Move, ContextNeeds.Cases, Permission.FollowCase),
        Private(Verbs.CaseClose, CaseDesk.AskWhy, ContextNeeds.Cases, Permission.FollowCase),
        Private(Verbs.EndMonitored, MonitoringDesk.Press, may: Permission.CheckIn, names: NamedClasses.Person),
        Private(Verbs.Waive, Waiving.Press, ContextNeeds.Waiver, Permission.WaiveToday),
        Private(Verbs.Unwaive, Waiving.TakeBack, ContextNeeds.Waiver, Permission.WaiveToday),
        Private(Verbs.Workbook, FileAsking.Workbook, ContextNeeds.PressedUnit, Permission.SeeDigest),
        Private(Verbs.Picture, FileAsking.Picture, ContextNeeds.PressedUnit, Permission.SeeDigest),
        Private(Verbs.Forms, FileAsking.ListForms, ContextNeeds.PressedUnit, Permission.SeeDigest),
        Private(Verbs.Form, FileAsking.Form, ContextNeeds.PressedUnit, Permission.SeeDigest),
        Private(Verbs.Digest, DigestAsking.Open, ContextNeeds.PressedUnit, Permission.SeeDigest),
        Private(Verbs.SignOff, DigestAsking.Sign, ContextNeeds.PressedUnit, Permission.SignOff),
        Private(Verbs.Correct, DigestAsking.Correct, ContextNeeds.PressedUnit, Permission.CheckIn, DigestAsking.Named, DigestAsking.About),
        Private(Verbs.Question, DigestAsking.Question, ContextNeeds.PressedUnit, Permission.QuestionReport),
        Private(SettingsDesk.Verb, SettingsDesk.Press, ContextNeeds.Settings, Permission.SettleSettings),
        Private(TransferDesk.FromVerb, TransferDesk.Press, ContextNeeds.SchoolClasses, Permission.Transfer, NamedClasses.Class),
        Private(TransferDesk.ToVerb, TransferDesk.Press, ContextNeeds.SchoolClasses, Permission.Transfer, NamedClasses.Class),
        Private(TransferDesk.SureVerb, TransferDesk.Press, ContextNeeds.SchoolClasses, Permission.Transfer, NamedClasses.Class),
    ];

    /// <summary>In a group.</summary>
    private static readonly ButtonEntry[] OfGroups =
    [
        Group(Verbs.Card, CardDialog.Pressed),
        Group(Verbs.BindGroup, GroupSetup.BindChosen, Permission.BindGroup),
        GroupUnder<ConversationState.OnCard>(Verbs.CardTemperature, CardDialog.TemperatureChosen),
        GroupUnder<ConversationState.OnCard>(Verbs.CardTravel, CardDialog.TravelChosen),
    ];

    /// <summary>All buttons; a button that stands in no line is out of date.</summary>
    public static IReadOnlyList<ButtonEntry> All { get; } = [.. OfQuestions, .. OfFamilies, .. OfStaff, .. OfGroups];

    private static readonly ILookup<string, ButtonEntry> ByVerb = All.ToLookup(entry => entry.Verb);

    /// <summary>Hands a press to its flow; what fits no line, or a question that is no longer open, is out of date.</summary>
    public static void Press(Turn turn, ConversationEvent.ButtonPressed pressed)
    {
        var data = ButtonData.Parse(pressed.Data);
        if (data is not null && (data.Epoch == 0 || data.Epoch == turn.Conversation.Epoch)
            && ByVerb[data.Verb].FirstOrDefault(one => one.IsFor(turn.Event.Chat.Kind, isUnderQuestion: data.Epoch != 0, turn.State)) is { } entry)
        {
            entry.Handle(turn, data);
        }
        else
        {
            turn.OutOfDate();
        }

        // In private no press is left waiting; in a group what is shown to one person alone answers it.
        if (turn.Event.Chat.Kind == ChatKind.Private && !turn.HasAnsweredButton) turn.Toast(null);
    }

    /// <summary>Does what a button of the open question does, because its words were typed; false where it is none of that question.</summary>
    public static bool Typed(Turn turn, ButtonData data)
    {
        if (ByVerb[data.Verb].FirstOrDefault(one => one.IsFor(turn.Event.Chat.Kind, isUnderQuestion: true, turn.State)) is not { } entry) return false;
        entry.Handle(turn, data);
        return true;
    }

    /// <summary>What the press of a button needs besides what every press needs.</summary>
    public static ContextNeeds NeedsOf(ButtonData data) => ByVerb[data.Verb].Aggregate(ContextNeeds.Basic, (all, entry) => all | entry.Needs);

    /// <summary>Which classes a press names besides the people whom the open question is about.</summary>
    public static NamedClasses NamedBy(ButtonData data, IReadOnlyList<long> asked) =>
        ByVerb[data.Verb].FirstOrDefault(entry => entry.Names is not null)?.Names!(data, asked) ?? NamedClasses.Asked(asked);

    /// <summary>The slot that a press is about; null where it is about the open one.</summary>
    public static DaySlot? About(ButtonData data) =>
        data.Epoch != 0 ? null : ByVerb[data.Verb].Select(entry => entry.About?.Invoke(data)).FirstOrDefault(slot => slot is not null);

    private static ButtonEntry Under<TState>(string verb, Action<Turn, TState, ButtonData> handle)
        where TState : ConversationState =>
        new(ChatKind.Private, verb, (turn, data) => handle(turn, (TState)turn.State, data)) { Question = typeof(TState) };

    private static ButtonEntry GroupUnder<TState>(string verb, Action<Turn, TState, ConversationEvent.ButtonPressed, ButtonData> handle)
        where TState : ConversationState =>
        new(ChatKind.Group, verb, (turn, data) =>
            handle(turn, (TState)turn.State, (ConversationEvent.ButtonPressed)turn.Event, data))
        { Question = typeof(TState) };

    private static ButtonEntry Private(
        string verb, Action<Turn, ButtonData> handle, ContextNeeds needs = ContextNeeds.Basic, Permission? may = null,
        Func<ButtonData, IReadOnlyList<long>, NamedClasses>? names = null, Func<ButtonData, DaySlot?>? about = null) =>
        new(ChatKind.Private, verb, handle) { Needs = needs, May = may, Names = names, About = about };

    private static ButtonEntry Group(string verb, Action<Turn, ConversationEvent.ButtonPressed, ButtonData> handle, Permission? may = null) =>
        new(ChatKind.Group, verb, (turn, data) => handle(turn, (ConversationEvent.ButtonPressed)turn.Event, data)) { May = may };
}

/// <summary>A line of the table of buttons.</summary>
/// <param name="Chat">In which kind of chat it is pressed.</param>
/// <param name="Verb">Its verb.</param>
/// <param name="Handle">Its flow.</param>
internal sealed record ButtonEntry(ChatKind Chat, string Verb, Action<Turn, ButtonData> Handle)
{
    /// <summary>The question that has to be open; null for a button that is judged by right and by present facts alone.</summary>
    public Type? Question { get; init; }

    /// <summary>What a press needs loaded besides what every press needs.</summary>
    public ContextNeeds Needs { get; init; }

    /// <summary>The permission without which the flow does nothing; null where links alone decide. Held by a test for every role.</summary>
    public Permission? May { get; init; }

    /// <summary>Which classes a press names; null for none but those of the open question.</summary>
    public Func<ButtonData, IReadOnlyList<long>, NamedClasses>? Names { get; init; }

    /// <summary>The slot that a press is about; null for the open one.</summary>
    public Func<ButtonData, DaySlot?>? About { get; init; }

    /// <summary>Whether the line takes a press there.</summary>
    public bool IsFor(ChatKind chat, bool isUnderQuestion, ConversationState state) =>
        Chat == chat && (Question is null ? !isUnderQuestion : isUnderQuestion && Question.IsInstanceOfType(state));
}
