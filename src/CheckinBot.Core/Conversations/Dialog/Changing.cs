using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>The "edit" button under a confirmation opens again what was recorded.</summary>
internal static class Changing
{
    // No number in base 36 contains it, so it cannot be mistaken for an id.
    private const char SlotMark = '_';

    /// <summary>The argument that names the slot; none for the morning, which is the only slot of most schools.</summary>
    public static IReadOnlyList<string> SlotArgument(string slot) => slot == CheckInWindow.Morning ? [] : [$"{SlotMark}{slot[0]}"];

    /// <summary>The day and slot of such a button.</summary>
    public static DaySlot? About(ButtonData data) => data.DayAt(0) is { } day ? new DaySlot(day, SlotOf(data)) : null;

    /// <summary>The people of such a button, in whatever classes they are.</summary>
    public static NamedClasses Named(ButtonData data, IReadOnlyList<long> asked) => NamedClasses.Asked([.. PeopleOf(data), .. asked]);

    private static IEnumerable<long> PeopleOf(ButtonData data) =>
        Enumerable.Range(1, Math.Max(0, data.Arguments.Count - 1)).Select(data.NumberAt).OfType<long>();

    private static string SlotOf(ButtonData data) => data.Arguments.FirstOrDefault(argument => argument.StartsWith(SlotMark)) switch
    {
        "_n" => SlotSchedule.NoonId,
        "_e" => SlotSchedule.EveningId,
        _ => CheckInWindow.Morning,
    };

    /// <summary>Opens the answer where it is today's and the user may still report for these people.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        var people = PeopleOf(data).Distinct().Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0)
        {
            turn.Toast(turn.Phrases.NotAllowed, alert: true);
            return;
        }

        if (data.DayAt(0) is not { } day || people.Any(subject => subject.Window.Day != day || subject.Window.Slot != SlotOf(data)))
        {
            turn.OutOfDate();
            return;
        }

        var (text, buttons) = Open(turn, people);
        turn.Say(text, buttons.Then(Keyboard.Row(
            new Button(turn.Phrases.TakeBackButton, ButtonData.Standing(Verbs.Undo)), new Button(turn.Phrases.KeepButton, ButtonData.Standing(Verbs.Keep)))));
    }

    /// <summary>Opens what was recorded about somebody of a class in a new message; the message whose button was pressed stays.</summary>
    public static void OpenBelow(Turn turn, Subject subject)
    {
        var (text, buttons) = Open(turn, [subject]);
        turn.SendTo(text, buttons.Then(Keyboard.Row(
            new Button(turn.Phrases.StartOverButton, ButtonData.Of(turn.Conversation.Epoch, Verbs.StartOver)),
            new Button(turn.Phrases.KeepButton, ButtonData.Standing(Verbs.Keep)))));
    }

    /// <summary>Discards what was recorded about them, whoever told it: they are missing until it is told anew.</summary>
    public static void StartOver(Turn turn, ConversationState.InCheckIn asked, ButtonData data)
    {
        var topic = asked.Topic;
        var people = topic.PersonIds.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0) CheckInAnswers.Gone(turn);
        else if (people.Any(subject => subject.Window.Day != topic.Day)) turn.OutOfDate();
        else
        {
            foreach (var subject in people) Recording.Record(turn, subject, topic.Day, topic.Slot, CheckInAnswer.Empty, topic.Source, messageId: null);
            Questions.Ask(turn, topic with { Asked = [] }, QuestionKind.Temperature, people, turn.Phrases.StartedOver);
        }
    }

    private static (string Text, Keyboard Buttons) Open(Turn turn, IReadOnlyList<Subject> people)
    {
        long[] ids = [.. people.Select(subject => subject.Person.Id)];
        var (day, slot) = (people[0].Window.Day, people[0].Window.Slot);
        // An officer who corrects an answer for a class sees what was told, which is logged.
        foreach (var subject in people) turn.Sees(subject, day);
        var topic = new CheckInTopic(day, slot, ids, people[0].Current?.MessageId ?? turn.MessageId) { IsChange = true };
        var epoch = turn.Open(new ConversationState.AwaitingTemperature(topic, ids));
        var buttons = Keyboard.Row(
            new Button(turn.Phrases.ChangeTravelButton, ButtonData.Of(epoch, Verbs.ChangeTravel)),
            new Button(turn.Phrases.ChangeSymptomsButton, ButtonData.Of(epoch, Verbs.ChangeSymptoms)),
            people.All(subject => turn.AnswerOf(subject, day).Absence == Absence.None)
                ? new Button(turn.Phrases.AbsentButton, ButtonData.Of(epoch, Verbs.Absent))
                : new Button(turn.Phrases.NotAbsentButton, ButtonData.Of(epoch, Verbs.TakeOff, NotAbsent)));
        var off = OffButtons(turn, people.Select(subject => turn.AnswerOf(subject, day)), epoch).ToList();
        return (turn.Phrases.AskChange(turn.Lines(people, day)), off.Count == 0 ? buttons : buttons.Then(Keyboard.Grid(2, off)));
    }

    private const string NotAbsent = "a", NotIsolated = "i", NoContact = "c", NotDisease = "d", NoReducer = "r";

    /// <summary>A button for each recorded fact that can be taken off.</summary>
    private static IEnumerable<Button> OffButtons(Turn turn, IEnumerable<CheckInAnswer> answers, int epoch)
    {
        var known = answers.ToList();
        var diseases = known.Aggregate(Diseases.None, (all, one) => all | one.Diseases);
        foreach (var disease in Enum.GetValues<Diseases>().Where(one => one != Diseases.None && diseases.HasFlag(one)))
        {
            yield return new(
                turn.Phrases.NotDiseaseButton(disease), ButtonData.Of(epoch, Verbs.TakeOff, NotDisease, ButtonData.Number((long)disease)));
        }

        if (known.Exists(one => one.Isolation != Isolation.None))
            yield return new(turn.Phrases.NotIsolatedButton, ButtonData.Of(epoch, Verbs.TakeOff, NotIsolated));
        if (known.Exists(one => one.FeverReducer))
            yield return new(turn.Phrases.NoFeverReducerButton, ButtonData.Of(epoch, Verbs.TakeOff, NoReducer));
        if (known.Exists(one => one.Contact)) yield return new(turn.Phrases.NoContactButton, ButtonData.Of(epoch, Verbs.TakeOff, NoContact));
    }

    /// <summary>Takes a recorded fact off.</summary>
    public static void TakeOff(Turn turn, ConversationState.InCheckIn asked, ButtonData data)
    {
        Retraction? taken = data.Arguments switch
        {
            [NotAbsent] => new() { Absence = true },
            [NotIsolated] => new() { Isolation = true },
            [NoContact] => new() { Contact = true },
            [NoReducer] => new() { FeverReducer = true },
            [NotDisease, _] when data.NumberAt(1) is { } disease => new() { Diseases = (Diseases)disease },
            _ => null,
        };
        if (taken is null) turn.OutOfDate();
        else CheckInAnswers.TakeOff(turn, asked.Topic, taken);
    }

    /// <summary>Shows the recorded symptoms of the one person, or of the first who has any.</summary>
    public static void Symptoms(Turn turn, ConversationState.InCheckIn asked, ButtonData data)
    {
        var people = asked.Topic.PersonIds.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0) CheckInAnswers.Gone(turn);
        else Questions.AskSymptomsAgain(turn, asked.Topic, people.Find(HasAny) ?? people[0]);

        bool HasAny(Subject subject) => turn.AnswerOf(subject, asked.Topic.Day).Symptoms != CheckIns.Symptoms.None;
    }

    /// <summary>Asks about travel again.</summary>
    public static void Travel(Turn turn, ConversationState.InCheckIn asked, ButtonData data)
    {
        var people = asked.Topic.PersonIds.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0) CheckInAnswers.Gone(turn);
        else Questions.Ask(turn, asked.Topic, QuestionKind.Travel, people);
    }

    /// <summary>Leaves everything as it is.</summary>
    public static void Keep(Turn turn)
    {
        var about = turn.State is ConversationState.InCheckIn { Topic: { IsChange: true } topic }
            ? topic.PersonIds.Select(turn.Subject).OfType<Subject>().ToList()
            : turn.Context.Own;
        turn.Close();
        turn.Say(about.Count == 0 ? turn.Phrases.Cancelled : turn.Phrases.SameAsRecorded(turn.Lines(about, about[0].Window.Day)));
    }
}
