using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Buttons;

/// <summary>
/// The verbs of buttons that one room makes and another takes; a flow's own verbs stand in its file. Short, because a button
/// carries 64 bytes.
/// </summary>
public static class Verbs
{
    /// <summary>Answers the question about the temperature: later.</summary>
    public const string Later = "la";

    /// <summary>No thermometer at hand.</summary>
    public const string NoThermometer = "nt";

    /// <summary>Absent; argument 0 is the reason.</summary>
    public const string Absent = "ab";

    /// <summary>Whose reading it is; argument 0 is a person id or <c>all</c>.</summary>
    public const string Whose = "wh";

    /// <summary>The likely value was meant; argument 0 is <c>y</c> or <c>n</c>.</summary>
    public const string Likely = "li";

    /// <summary>A symptom on or off, or <c>ok</c>, or <c>no</c>.</summary>
    public const string Symptom = "sy";

    /// <summary>Seen a doctor: <c>y</c> or <c>n</c>.</summary>
    public const string Doctor = "dr";

    /// <summary>Was a fever reducer taken: <c>y</c> or <c>n</c>.</summary>
    public const string FeverReducer = "fr";

    /// <summary>How somebody who is followed is today: <c>b</c> better, <c>s</c> the same, <c>d</c> seen by a doctor.</summary>
    public const string Recovery = "rc";

    /// <summary>Shows the recorded symptoms to be changed.</summary>
    public const string ChangeSymptoms = "cs";

    /// <summary>Takes a fact off what is being changed; argument 0 says which.</summary>
    public const string TakeOff = "tf";

    /// <summary>Who has been away: <c>n</c> for nobody, <c>y</c> for all who were asked about, or a person id.</summary>
    public const string Travel = "tr";

    /// <summary>Back since when: the number of days ago, or <c>a</c> for still away.</summary>
    public const string Return = "re";

    /// <summary>Skips the present question.</summary>
    public const string Skip = "sk";

    /// <summary>Opens a recorded answer again; day, then person ids. Epoch 0.</summary>
    public const string Change = "ch";

    /// <summary>To which slot a number belongs; day, slot, then person ids. Epoch 0.</summary>
    public const string InSlot = "is";

    /// <summary>Takes the last recorded answer back. Epoch 0.</summary>
    public const string Undo = "un";

    /// <summary>Asks whether a guardian is to be removed; person id, user id, and <c>y</c> to do it. Epoch 0.</summary>
    public const string RemoveGuardian = "rg";

    /// <summary>Begins a check-in by button. Epoch 0.</summary>
    public const string Begin = "be";

    /// <summary>On the class card: check in without leaving the group; unit id. Epoch 0.</summary>
    public const string Card = "ca";

    /// <summary>In the group, seen by the presser alone: person id, tenths. Epoch of the group conversation.</summary>
    public const string CardTemperature = "ct";

    /// <summary>In the group, seen by the presser alone: <c>n</c> not away. Epoch of the group conversation.</summary>
    public const string CardTravel = "cv";

    /// <summary>Makes the group the group of a unit; unit id. Epoch 0.</summary>
    public const string BindGroup = "gb";

    /// <summary>Lists again who is missing in a class; unit id. Epoch 0.</summary>
    public const string Missing = "mi";

    /// <summary>Asks all families of a class who have not answered; unit id. Epoch 0.</summary>
    public const string NudgeAll = "nu";

    /// <summary>A page of the families of a class: unit id, page. Epoch 0.</summary>
    public const string ClassPage = "cl";

    /// <summary>Reports for one pupil: unit id, then person id. Epoch 0.</summary>
    public const string ReportFor = "rp";

    /// <summary>Marks one pupil absent: unit id, person id, reason. Epoch 0.</summary>
    public const string LeaveFor = "lv";

    /// <summary>Answers about travel for one pupil, or waives it: unit id, person id, then the answer. Epoch 0.</summary>
    public const string TravelFor = "tq";

    /// <summary>Settles a doubtful line of a chain: person id, tenths, day. Epoch 0.</summary>
    public const string Settle = "st";

    /// <summary>Confirms what a classmate's parent told: person id, day, slot. Epoch 0.</summary>
    public const string ConfirmHeard = "hy";

    /// <summary>It is not so: person id, day, slot. Epoch 0.</summary>
    public const string DenyHeard = "hn";

    /// <summary>Confirms all that was so told in a class: unit id, day, slot. Epoch 0.</summary>
    public const string ConfirmAllHeard = "ha";

    /// <summary>Lists what was so told in a class; unit id. Epoch 0.</summary>
    public const string ListHeard = "hl";

    /// <summary>Lets a guardian back in who was removed; person id, user id. Epoch 0.</summary>
    public const string ReadmitGuardian = "ra";

    /// <summary>Asks about travel again while an answer is being changed.</summary>
    public const string ChangeTravel = "cg";

    /// <summary>Discards what is being changed, and asks anew.</summary>
    public const string StartOver = "so";

    /// <summary>Leaves everything as it was recorded. Epoch 0.</summary>
    public const string Keep = "ke";

    /// <summary>Takes an alert on; id of the firing. Epoch 0.</summary>
    public const string TakeAlert = "at";

    /// <summary>Ends what somebody is monitored for: person id, then <c>y</c> or <c>n</c> once asked. Epoch 0.</summary>
    public const string EndMonitored = "em";

    /// <summary>Shows a case; its id. Epoch 0.</summary>
    public const string CaseOpen = "ko";

    /// <summary>Lists cases of a unit: unit id, then which of them. Epoch 0.</summary>
    public const string CaseList = "kl";

    /// <summary>Brings a case on: its id, the move, the reason of closing. Epoch 0.</summary>
    public const string CaseMove = "km";

    /// <summary>Shows the reasons for which a case may be closed; its id. Epoch 0.</summary>
    public const string CaseClose = "kc";

    /// <summary>Lets a unit off today: unit id, then the reason. Epoch 0.</summary>
    public const string Waive = "wv";

    /// <summary>Takes that back; unit id. Epoch 0.</summary>
    public const string Unwaive = "wb";

    /// <summary>A digest as a workbook: unit id, day, slot. Epoch 0.</summary>
    public const string Workbook = "fx";

    /// <summary>The picture of a digest: unit id, day, slot. Epoch 0.</summary>
    public const string Picture = "fp";

    /// <summary>Which forms there are: unit id, day, slot. Epoch 0.</summary>
    public const string Forms = "fo";

    /// <summary>A form: unit id, day, slot, name, <c>x</c> for a workbook or <c>p</c> for a page to print. Epoch 0.</summary>
    public const string Form = "ff";

    /// <summary>A page of a digest: unit id, day, slot, look, page. Epoch 0.</summary>
    public const string Digest = "dg";

    /// <summary>Signs a unit's report: unit id, day, slot, mark of the numbers. Epoch 0.</summary>
    public const string SignOff = "zs";

    /// <summary>Corrects what was told of one person of a unit: unit id, day, slot, person id. Epoch 0.</summary>
    public const string Correct = "zc";

    /// <summary>Asks those who sign a unit's report to look at it again: unit id, day, slot. Epoch 0.</summary>
    public const string Question = "zq";
}
