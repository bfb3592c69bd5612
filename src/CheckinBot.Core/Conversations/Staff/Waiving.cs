using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// Lets a unit off for today, with a reason: nobody there is asked, pinged or escalated any more, and everybody above sees
/// why. People who are missing stay missing. Only in private.
/// </summary>
internal static class Waiving
{
    // In the place of a reason: the unit is not let off after all. No number in base 36 contains it.
    private const string NotAtAll = "_";

    private static readonly WaiverReason[] ByButton = [WaiverReason.NoSchool, WaiverReason.Outing, WaiverReason.Power];

    /// <summary>Takes the button under a ping or an escalation, and the buttons with the reasons.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        if (turn.Context.Waivable is not { } waivable)
        {
            turn.OutOfDate();
            return;
        }

        var (unit, window) = (waivable.Unit, waivable.Window);
        if (!Authority.May(turn.Context, Permission.WaiveToday, unit)) turn.Toast(turn.Phrases.WaiveNotForYou, alert: true);
        else if (data.DayAt(1) is not { } day || day != window.Day) turn.OutOfDate();
        else if (data.Arguments is [_, _, NotAtAll])
        {
            if (turn.State is ConversationState.AwaitingWaiver) turn.Close();
            turn.Say(turn.Phrases.NotWaived(unit.ShortName));
        }
        else if (data.NumberAt(2) is { } reason && ByButton.Contains((WaiverReason)reason))
            Store(turn, unit, day, window.Slot, (WaiverReason)reason, note: null);
        else Ask(turn, unit, window);
    }

    /// <summary>Takes a reason in words. A temperature is no reason: the user may have children of their own.</summary>
    public static bool Typed(Turn turn, ConversationState.AwaitingWaiver asked, string text)
    {
        if (PrivateReading.First(turn, text) is { TemperatureTenths: not null }) return false;
        var unit = new Unit(asked.UnitId, null, asked.Path[(asked.Path.LastIndexOf('/') + 1)..], asked.Path, asked.Kind);
        if (!Authority.May(turn.Context, Permission.WaiveToday, unit))
        {
            turn.Close();
            turn.Say(turn.Phrases.WaiveNotForYou);
            return true;
        }

        Store(turn, unit, asked.Day, asked.Slot, WaiverReason.Other, Waiver.Shortened(text));
        return true;
    }

    /// <summary>Takes the waiver back: from now on the day goes on as planned.</summary>
    public static void TakeBack(Turn turn, ButtonData data)
    {
        if (turn.Context.Waivable is not { Waiver: { } waiver } waivable)
        {
            turn.OutOfDate();
            return;
        }

        if (!Authority.May(turn.Context, Permission.WaiveToday, waivable.Unit))
        {
            turn.Toast(turn.Phrases.WaiveNotForYou, alert: true);
            return;
        }

        turn.Add(new Effect.Unwaive(waivable.Unit.Id, waiver.Day));
        turn.Say(turn.Phrases.WaiveTakenBack(waivable.Unit.ShortName));
    }

    // A new message, so that the list of those who are missing stays.
    private static void Ask(Turn turn, Unit unit, CheckInWindow window)
    {
        turn.Open(new ConversationState.AwaitingWaiver(unit.Id, unit.Path, unit.Kind, window.Day, window.Slot));
        turn.Toast(null);
        Button Of(string label, string choice) =>
            new(label, ButtonData.Standing(Verbs.Waive, ButtonData.Number(unit.Id), ButtonData.Day(window.Day), choice));
        turn.SendTo(turn.Phrases.WaiveWhy(unit.ShortName), Keyboard
            .Column([.. ByButton.Select(reason => Of(turn.Phrases.WaiverReasonName(reason), ButtonData.Number((int)reason)))])
            .Then(Keyboard.Row(Of(turn.Phrases.NotWaivedButton, NotAtAll))));
    }

    private static void Store(Turn turn, Unit unit, DateOnly day, string slot, WaiverReason reason, string? note)
    {
        if (turn.State is ConversationState.AwaitingWaiver) turn.Close();
        turn.Add(new Effect.Waive(new Waiver(unit.Id, day, slot, reason, note, AlertDesk.NameOf(turn), turn.Context.Now)));
        turn.Say(
            turn.Phrases.Waived(unit.ShortName, turn.Phrases.WaiverText(reason, note)),
            Keyboard.Row(new Button(turn.Phrases.UnwaiveButton, ButtonData.Standing(Verbs.Unwaive, ButtonData.Number(unit.Id)))));
    }
}
