using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Staff;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>Asks a family for what is missing today: one message for a family, and none where all is told.</summary>
internal static class Reminding
{
    /// <summary>Asks, or does nothing where all is told. Only somebody who came by the card's link is told that all is done.</summary>
    public static void Handle(Turn turn, ReminderKind kind)
    {
        // Somebody who comes by the card of a class wants to report, whether the class is let off or not.
        var open = kind == ReminderKind.ByCard ? CheckInFlow.StillOpen(turn) : CheckInFlow.ToBeAsked(turn);
        if (open.Count == 0)
        {
            if (turn.Event is ConversationEvent.Reminded { WithTravel: true }) AskTravel(turn);
            if (kind == ReminderKind.ByCard) Hints.AlreadyDone(turn);
            return;
        }

        if (kind is ReminderKind.First or ReminderKind.Again && WasJustAsked(turn, open)) return;
        // The school of another child opened earlier, and the question was for all of them.
        if (kind == ReminderKind.Opened && IsAsked(turn, open)) return;
        // A question about a value that was told, or about its details, is put once more: that leads to the end sooner than a new one.
        if (turn.State is ConversationState.InCheckIn asked and not ConversationState.AwaitingTemperature && Questions.Repeat(turn, asked)) return;
        var names = turn.NamesOf(open);
        long[] ids = [.. open.Select(subject => subject.Person.Id)];
        var topic = new CheckInTopic(open[0].Window.Day, open[0].Window.Slot, ids, turn.MessageId)
        {
            Source = kind == ReminderKind.ByCard ? CheckInSource.Card : CheckInSource.Private,
        };
        Questions.AskTemperature(turn, topic, open, kind switch
        {
            ReminderKind.Again => turn.Phrases.AskTemperatureAgain(names),
            ReminderKind.ByTeacher => turn.Phrases.AskTemperatureForTeacher(names),
            _ => turn.Phrases.AskTemperature(names),
        }, kind == ReminderKind.ByCard ? Lane.Answers : Lane.Reminders);
    }

    // The question that was passed over in the morning, once more.
    private static void AskTravel(Turn turn)
    {
        List<Subject> owing = [.. turn.Context.Own.Where(subject => subject is { OwesTravel: true, IsFreeToday: false })];
        if (owing.Count == 0) return;
        long[] ids = [.. owing.Select(subject => subject.Person.Id)];
        Questions.RemindOfTravel(turn, new CheckInTopic(owing[0].Window.Day, owing[0].Window.Slot, ids, turn.MessageId), owing);
    }

    /// <summary>
    /// The family was asked for the same people a short while ago, such as by the reminder of another school in which a child
    /// is: one message is enough. Whoever was promised the next reminder gets it.
    /// </summary>
    private static bool WasJustAsked(Turn turn, IReadOnlyList<Subject> open) =>
        turn.Context.AskedAt + Nudging.Peace > turn.Context.Now
        && turn.State is not ConversationState.AwaitingTemperature { SaidLater: true } && IsAsked(turn, open);

    private static bool IsAsked(Turn turn, IReadOnlyList<Subject> open) =>
        turn.State is ConversationState.InCheckIn { Topic: var asked }
        && open.All(one => asked.PersonIds.Contains(one.Person.Id) && asked.Day == one.Window.Day && asked.Slot == one.Window.Slot);
}
