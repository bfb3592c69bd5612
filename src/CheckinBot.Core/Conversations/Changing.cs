using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Conversations;

/// <summary>The "edit" button under a confirmation: opens what was recorded again.</summary>
internal static class Changing
{
    // No number in base 36 has it, so that it is told from the ids.
    private const char SlotMark = '_';

    /// <summary>What the button carries of the slot; nothing for the morning, which is the only one of most schools.</summary>
    public static IReadOnlyList<string> SlotArgument(string slot) => slot == CheckInWindow.Morning ? [] : [$"{SlotMark}{slot[0]}"];

    /// <summary>The slot of such a button.</summary>
    public static string SlotOf(ButtonData data) => data.Arguments.FirstOrDefault(argument => argument.StartsWith(SlotMark)) switch
    {
        "_n" => SlotSchedule.NoonId,
        "_e" => SlotSchedule.EveningId,
        _ => CheckInWindow.Morning,
    };

    /// <summary>Opens it where it is of today and the user may still report for them.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        var people = Enumerable.Range(1, Math.Max(0, data.Arguments.Count - 1))
            .Select(data.NumberAt).OfType<long>().Distinct().Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0)
        {
            turn.Add(new Effect.AnswerButton(((ConversationEvent.ButtonPressed)turn.Event).CallbackId, turn.Phrases.NotAllowed, Alert: true));
            return;
        }

        if (data.DayAt(0) is not { } day || people.Any(subject => subject.Window.Day != day || subject.Window.Slot != SlotOf(data)))
        {
            PrivateChat.OutOfDate(turn);
            return;
        }

        long[] ids = [.. people.Select(subject => subject.Person.Id)];
        var origin = people[0].Current?.MessageId ?? turn.MessageId;
        var topic = new CheckInTopic(day, people[0].Window.Slot, ids, origin) { IsChange = true };
        var epoch = turn.Open(new ConversationState.AwaitingTemperature(topic, ids));
        var phrases = turn.Phrases;
        turn.Say(phrases.AskChange(AnswerLines.Of(turn, people, day)), Keyboard
            .Row(new Button(phrases.ChangeTravelButton, ButtonData.Of(epoch, Verbs.ChangeTravel)), new Button(phrases.AbsentButton, ButtonData.Of(epoch, Verbs.Absent)))
            .Then(Keyboard.Row(new Button(phrases.TakeBackButton, ButtonData.Standing(Verbs.Undo)), new Button(phrases.KeepButton, ButtonData.Standing(Verbs.Keep)))));
    }

    /// <summary>Asks about travel again.</summary>
    public static void Travel(Turn turn, CheckInTopic topic)
    {
        var people = topic.PersonIds.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0) CheckInAnswers.Gone(turn);
        else Questions.Ask(turn, topic, QuestionKind.Travel, people);
    }

    /// <summary>Leaves all as it is.</summary>
    public static void Keep(Turn turn)
    {
        turn.Close();
        var own = turn.Context.Own;
        turn.Say(own.Count == 0 ? turn.Phrases.Cancelled : turn.Phrases.SameAsRecorded(AnswerLines.Of(turn, own, own[0].Window.Day)));
    }
}
