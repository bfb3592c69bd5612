using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Puts a question of a check-in: state, words and buttons.</summary>
internal static class Questions
{
    /// <summary>The symptoms that have a button, most frequent first; all others can be typed.</summary>
    private static readonly Symptoms[] Offered =
    [
        Symptoms.Cough, Symptoms.SoreThroat, Symptoms.RunnyNose, Symptoms.Headache, Symptoms.Fatigue,
        Symptoms.Vomiting, Symptoms.Diarrhoea, Symptoms.StomachAche, Symptoms.Rash, Symptoms.ShortBreath,
    ];

    /// <summary>Asks the next question below the lines of what was understood.</summary>
    public static void Ask(Turn turn, CheckInTopic topic, QuestionKind kind, IReadOnlyList<Subject> about, string? above = null)
    {
        var state = StateFor(topic, kind, about);
        var epoch = turn.Open(state, kind == QuestionKind.Temperature ? about[0].Window.ClosesAt : null);
        var text = Text(turn, kind, about);
        turn.Say(above is null ? text : $"{above}\n{text}", Buttons(turn, epoch, state));
    }

    /// <summary>Shows the symptoms that are recorded, to be taken off or added to.</summary>
    public static void AskSymptomsAgain(Turn turn, CheckInTopic topic, Subject about)
    {
        var state = new ConversationState.AwaitingSymptoms(topic, about.Person.Id) { Replaces = true };
        var epoch = turn.Open(state);
        turn.Say(turn.Phrases.AskSymptomsAgain(turn.NamesOf([about])), Buttons(turn, epoch, state));
    }

    /// <summary>Asks for the number in the words of a reminder.</summary>
    public static void AskTemperature(Turn turn, CheckInTopic topic, IReadOnlyList<Subject> about, string text, Lane lane = Lane.Answers)
    {
        var state = new ConversationState.AwaitingTemperature(topic, Ids(about));
        var epoch = turn.Open(state, about[0].Window.ClosesAt);
        turn.SendTo(turn.Phrases.InSlot(topic.Slot, text), Buttons(turn, epoch, state), lane);
    }

    /// <summary>Puts the question about travel in a message of its own.</summary>
    public static void RemindOfTravel(Turn turn, CheckInTopic topic, IReadOnlyList<Subject> about)
    {
        var state = new ConversationState.AwaitingTravel(topic, Ids(about));
        var epoch = turn.Open(state, about[0].Window.ClosesAt);
        turn.SendTo(Text(turn, QuestionKind.Travel, about), Buttons(turn, epoch, state), Lane.Reminders);
    }

    /// <summary>Puts an open question once more in a new message; false where the user may no longer report for those people.</summary>
    public static bool Repeat(Turn turn, ConversationState.InCheckIn asked)
    {
        var about = turn.Focus;
        var text = (asked, about) switch
        {
            (ConversationState.AwaitingWhose whose, _) => Whose.Question(turn, whose),
            (_, []) => null,
            (ConversationState.AwaitingLikely likely, _) => Offering.Question(turn, likely, about),
            _ => Text(turn, KindOf(asked), about),
        };
        if (text is null) return false;
        var epoch = turn.Open(asked);
        turn.SendTo(text, Buttons(turn, epoch, asked), Lane.Reminders);
        return true;
    }

    /// <summary>The words of a question.</summary>
    public static string Text(Turn turn, QuestionKind kind, IReadOnlyList<Subject> about)
    {
        var (phrases, names) = (turn.Phrases, turn.NamesOf(about));
        return kind switch
        {
            QuestionKind.Temperature => phrases.AskNumber(names),
            QuestionKind.Absence => phrases.AskAbsence(names),
            QuestionKind.Symptoms => phrases.AskSymptoms(names),
            QuestionKind.Doctor => phrases.AskDoctor(names),
            QuestionKind.FeverReducer => phrases.AskFeverReducer(names),
            QuestionKind.Travel => phrases.AskTravel(names, about[0].Rules.MonitorDays),
            QuestionKind.Place => phrases.AskPlace(names),
            QuestionKind.Return => phrases.AskReturn(names),
            QuestionKind.Recovery => phrases.AskRecovery(names),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    /// <summary>The buttons of a question.</summary>
    public static Keyboard Buttons(Turn turn, int epoch, ConversationState state) => Buttons(turn, turn.Phrases, epoch, state);

    /// <summary>The buttons of a question in a certain language.</summary>
    public static Keyboard Buttons(Turn turn, Phrases phrases, int epoch, ConversationState state)
    {
        Button Of(string label, string verb, params string[] arguments) => new(label, ButtonData.Of(epoch, verb, arguments));
        return state switch
        {
            ConversationState.AwaitingTemperature => Keyboard.Row(
                Of(phrases.LaterButton, Verbs.Later), Of(phrases.NoThermometerButton, Verbs.NoThermometer), Of(phrases.AbsentButton, Verbs.Absent)),
            ConversationState.AwaitingAbsence =>
                Keyboard.Row([.. Reasons.Select(reason => Of(phrases.AbsenceButton(reason), Verbs.Absent, ButtonData.Number((int)reason)))]),
            ConversationState.AwaitingSymptoms symptoms => SymptomButtons(turn, phrases, epoch, symptoms),
            ConversationState.AwaitingDoctor => Keyboard.Row(Of(phrases.DoctorYesButton, Verbs.Doctor, "y"), Of(phrases.DoctorNoButton, Verbs.Doctor, "n")),
            ConversationState.AwaitingRecovery => Keyboard.Row(
                Of(phrases.RecoveryBetterButton, Verbs.Recovery, "b"), Of(phrases.RecoverySameButton, Verbs.Recovery, "s"),
                Of(phrases.RecoveryDoctorButton, Verbs.Recovery, "d")),
            ConversationState.AwaitingFeverReducer => Keyboard.Row(
                Of(phrases.FeverReducerYesButton, Verbs.FeverReducer, "y"), Of(phrases.FeverReducerNoButton, Verbs.FeverReducer, "n")),
            ConversationState.AwaitingTravel travel => TravelButtons(turn, phrases, epoch, travel.PersonIds),
            ConversationState.AwaitingPlace => Keyboard.Row(Of(phrases.SkipButton, Verbs.Skip)),
            ConversationState.AwaitingReturn => new(
            [
                [.. JustBack.Select(days => Of(phrases.DaysAgoButton(days), Verbs.Return, ButtonData.Number(days)))],
                [.. DaysBack.Select(days => Of(phrases.DaysAgoButton(days), Verbs.Return, ButtonData.Number(days)))],
                [Of(phrases.StillAwayButton, Verbs.Return, "a"), Of(phrases.SkipButton, Verbs.Skip)],
            ]),
            ConversationState.AwaitingWhose whose => WhoseButtons(turn, phrases, epoch, whose),
            ConversationState.AwaitingLikely { Likely.TemperatureTenths: { } tenths } likely => Keyboard.Row(
            [
                Of(Phrases.LikelyButton(tenths), Verbs.Likely, "y"),
                .. likely.Others.Select(other => Of(Phrases.LikelyButton(other), Verbs.Likely, ButtonData.Number(other))),
                Of(phrases.NotLikelyButton, Verbs.Likely, "n"),
            ]),
            _ => Keyboard.None,
        };
    }

    private static readonly int[] JustBack = [0, 1, 2];

    private static readonly int[] DaysBack = [3, 5, 7];

    private static readonly Absence[] Reasons = [Absence.Leave, Absence.IllAtHome, Absence.Hospital];

    private static ConversationState StateFor(CheckInTopic topic, QuestionKind kind, IReadOnlyList<Subject> about) => kind switch
    {
        QuestionKind.Temperature => new ConversationState.AwaitingTemperature(topic, Ids(about)),
        QuestionKind.Absence => new ConversationState.AwaitingAbsence(topic, about[0].Person.Id),
        QuestionKind.Symptoms => new ConversationState.AwaitingSymptoms(topic, about[0].Person.Id),
        QuestionKind.Doctor => new ConversationState.AwaitingDoctor(topic, about[0].Person.Id),
        QuestionKind.FeverReducer => new ConversationState.AwaitingFeverReducer(topic, about[0].Person.Id),
        QuestionKind.Travel => new ConversationState.AwaitingTravel(topic, Ids(about)),
        QuestionKind.Place => new ConversationState.AwaitingPlace(topic, about[0].Person.Id),
        QuestionKind.Return => new ConversationState.AwaitingReturn(topic, about[0].Person.Id),
        QuestionKind.Recovery => new ConversationState.AwaitingRecovery(topic, about[0].Person.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Which question is open.</summary>
    public static QuestionKind KindOf(ConversationState.InCheckIn asked) => asked switch
    {
        ConversationState.AwaitingAbsence => QuestionKind.Absence,
        ConversationState.AwaitingSymptoms => QuestionKind.Symptoms,
        ConversationState.AwaitingDoctor => QuestionKind.Doctor,
        ConversationState.AwaitingRecovery => QuestionKind.Recovery,
        ConversationState.AwaitingFeverReducer => QuestionKind.FeverReducer,
        ConversationState.AwaitingTravel => QuestionKind.Travel,
        ConversationState.AwaitingPlace => QuestionKind.Place,
        ConversationState.AwaitingReturn => QuestionKind.Return,
        ConversationState.AwaitingTemperature or ConversationState.AwaitingWhose or ConversationState.AwaitingLikely => QuestionKind.Temperature,
        _ => throw new ArgumentOutOfRangeException(nameof(asked), asked, null),
    };

    // Those without a button of their own were typed; they have one while they are recorded.
    private static Keyboard SymptomButtons(Turn turn, Phrases phrases, int epoch, ConversationState.AwaitingSymptoms asked)
    {
        var recorded = turn.Subject(asked.PersonId) is { } subject ? turn.AnswerOf(subject, asked.Topic.Day).Symptoms & ~Symptoms.Fever : Symptoms.None;
        var typed = Enum.GetValues<Symptoms>().Where(one => one != Symptoms.None && recorded.HasFlag(one));
        return Keyboard
            .Grid(2, Offered.Union(typed).Select(one => new Button(
                recorded.HasFlag(one) ? $"✓ {phrases.Symptom(one)}" : phrases.Symptom(one),
                ButtonData.Of(epoch, Verbs.Symptom, ButtonData.Number((int)one)))))
            .Then(Keyboard.Row(recorded == Symptoms.None
                ? new Button(asked.Replaces ? phrases.NoSymptomsAtAllButton : phrases.NoSymptomsButton, ButtonData.Of(epoch, Verbs.Symptom, "no"))
                : new Button(phrases.SymptomsDoneButton, ButtonData.Of(epoch, Verbs.Symptom, "ok"))));
    }

    private static Keyboard TravelButtons(Turn turn, Phrases phrases, int epoch, IReadOnlyList<long> personIds)
    {
        var no = new Button(phrases.TravelNoButton, ButtonData.Of(epoch, Verbs.Travel, "n"));
        var people = Turn.Once(personIds.Select(turn.Subject).OfType<Subject>()).ToList();
        if (people.Count == 1) return Keyboard.Row(no, new Button(phrases.TravelYesButton, ButtonData.Of(epoch, Verbs.Travel, "y")));
        var only = people.Select(subject => new Button(
            phrases.TravelOnlyButton(subject.Relation == Relation.Self ? phrases.YouInside : subject.Person.Name),
            ButtonData.Of(epoch, Verbs.Travel, ButtonData.Number(subject.Person.Id))));
        return Keyboard.Row(no)
            .Then(Keyboard.Grid(2, only))
            .Then(Keyboard.Row(new Button(phrases.TravelAllButton, ButtonData.Of(epoch, Verbs.Travel, "y"))));
    }

    private static Keyboard WhoseButtons(Turn turn, Phrases phrases, int epoch, ConversationState.AwaitingWhose whose)
    {
        var people = Turn.Once(whose.Candidates.Select(turn.Subject).OfType<Subject>()).ToList();
        var last = people.Count > 1 && whose.TypedName is null
            ? new Button(phrases.EachButton, ButtonData.Of(epoch, Verbs.Whose, "all"))
            : new Button(phrases.NobodysButton, ButtonData.Of(epoch, Verbs.Whose, "no"));
        return Keyboard
            .Grid(2, people.Select(subject => new Button(turn.NameOf(subject), ButtonData.Of(epoch, Verbs.Whose, ButtonData.Number(subject.Person.Id)))))
            .Then(Keyboard.Row(last));
    }

    private static long[] Ids(IReadOnlyList<Subject> about) => [.. about.Select(subject => subject.Person.Id)];
}
