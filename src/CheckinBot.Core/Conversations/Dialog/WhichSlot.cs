using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>
/// "Is that for the morning or for noon?" Somebody pressed the button for changing an answer, and when they typed the number the next
/// slot had opened: it may be either, and only they know.
/// </summary>
internal static class WhichSlot
{
    /// <summary>Asks it, where a number was told for an answer that is being changed and a later slot is open; false where it is clear.</summary>
    public static bool Ask(Turn turn, IReadOnlyList<ToldAnswer> told)
    {
        if (turn.State is not ConversationState.AwaitingTemperature { Topic: { IsChange: true } topic }
            || !told.Any(one => one.Told.TemperatureTenths is not null)
            || turn.Subject(told[0].PersonId)?.Window.LaterSlot is not { } later) return false;
        turn.Open(new ConversationState.AwaitingSlot(topic.Day, topic.Slot, turn.MessageId, told));
        turn.Say(turn.Phrases.AskWhichSlot(Lines(turn, told)), Keyboard.Row(Button(topic.Slot), Button(later)));
        return true;

        Button Button(string slot) => new(
            slot == topic.Slot ? turn.Phrases.ChangeSlotButton(slot) : turn.Phrases.TellSlotButton(slot),
            ButtonData.Standing(
                Verbs.InSlot, [ButtonData.Day(topic.Day), .. Changing.SlotArgument(slot), .. told.Select(one => ButtonData.Number(one.PersonId))]));
    }

    /// <summary>Stores it in the slot that was pressed.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        if (turn.State is not ConversationState.AwaitingSlot asked || Changing.About(data) is not { } chosen || chosen.Day != asked.Day)
        {
            turn.OutOfDate();
            return;
        }

        var told = asked.Told.Select(one => (Subject: turn.Subject(one.PersonId)!, one.Told)).Where(one => one.Subject is not null).ToList();
        if (told.Count == 0) CheckInAnswers.Gone(turn);
        else if (told.Exists(one => one.Subject.Window.Day != chosen.Day || one.Subject.Window.Slot != chosen.Slot)) turn.OutOfDate();
        else
        {
            var changes = chosen.Slot == asked.Slot;
            var topic = new CheckInTopic(chosen.Day, chosen.Slot, [.. told.Select(one => one.Subject.Person.Id)], asked.OriginMessageId) { IsChange = changes };
            foreach (var (subject, answer) in told)
            {
                var known = changes
                    ? turn.AnswerOf(subject, topic.Day).With(answer, isCorrection: true, turn.SaidAt.ToOffset(subject.Window.UtcOffset))
                    : Recording.Merged(turn, subject, topic.Day, answer);
                Recording.Record(turn, subject, topic.Day, topic.Slot, known, topic.Source, topic.OriginMessageId);
            }

            CheckInFlow.Continue(turn, topic);
        }
    }

    /// <summary>What was told, a line for each.</summary>
    public static string Lines(Turn turn, IReadOnlyList<ToldAnswer> told) => string.Join(
        '\n',
        from one in told
        let subject = turn.Subject(one.PersonId)
        where subject is not null
        select turn.Phrases.Line(turn.NameOf(subject), AnswerLines.Facts(turn.Phrases, one.Told)));
}
