using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Conversations;

/// <summary>The "edit" button under a confirmation: opens what was recorded again.</summary>
internal static class Changing
{
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

        if (data.DayAt(0) is not { } day || people.Any(subject => subject.Window.Day != day))
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
