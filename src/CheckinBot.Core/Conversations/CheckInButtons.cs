using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations;

/// <summary>Buttons under the question that is open now.</summary>
internal static class CheckInButtons
{
    /// <summary>Takes a press on the present question; a button that does not belong to it is out of date.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        var yes = data.Arguments is ["y"];
        switch (turn.State, data.Verb)
        {
            case (ConversationState.AwaitingTemperature asked, Verbs.Later or Verbs.NoThermometer or Verbs.Absent):
                InsteadOfNumber(turn, asked, data.Verb);
                break;
            case (ConversationState.AwaitingAbsence asked, Verbs.Absent) when Reason(data) is { } reason:
                CheckInAnswers.Absent(turn, asked, reason);
                break;
            case (ConversationState.AwaitingWhose asked, Verbs.Whose):
                Whose.Press(turn, asked, data);
                break;
            case (ConversationState.AwaitingLikely asked, Verbs.Likely):
                CheckInAnswers.Likely(turn, asked, yes);
                break;
            case (ConversationState.AwaitingSymptoms asked, Verbs.Symptom):
                Symptom(turn, asked, data);
                break;
            case (ConversationState.AwaitingDoctor asked, Verbs.Doctor):
                CheckInAnswers.Doctor(turn, asked, yes);
                break;
            case (ConversationState.AwaitingTravel asked, Verbs.Travel):
                CheckInAnswers.Travelled(turn, asked, yes ? asked.PersonIds : data.Arguments is ["n"] ? [] : [.. turn.Meant(asked.PersonIds, data.NumberAt(0)).Select(subject => subject.Person.Id)]);
                break;
            case (ConversationState.AwaitingPlace asked, Verbs.Skip):
                CheckInAnswers.Skip(turn, asked.Topic, QuestionKind.Place, asked.PersonId);
                break;
            case (ConversationState.AwaitingReturn asked, Verbs.Skip):
                CheckInAnswers.Skip(turn, asked.Topic, QuestionKind.Return, asked.PersonId);
                break;
            case (ConversationState.AwaitingReturn asked, Verbs.Return):
                Return(turn, asked, data);
                break;
            case (ConversationState.InCheckIn asked, Verbs.ChangeTravel):
                Changing.Travel(turn, asked.Topic);
                break;
            case (ConversationState.InCheckIn asked, Verbs.StartOver):
                Changing.StartOver(turn, asked.Topic);
                break;
            case (ConversationState.AwaitingUnit, Verbs.Unit):
                UnitChoice.Press(turn);
                break;
            case (ConversationState.ConfirmingDeletion, Verbs.Delete):
                AboutMe.Decide(turn, yes);
                break;
            default:
                PrivateChat.OutOfDate(turn);
                break;
        }
    }

    private static void InsteadOfNumber(Turn turn, ConversationState.AwaitingTemperature asked, string verb)
    {
        var open = asked.PersonIds.Select(turn.Subject).OfType<Subject>().Where(subject => !subject.IsDone || asked.Topic.IsChange).ToList();
        if (open.Count == 0) SomebodyElseDidIt(turn, asked);
        else if (verb == Verbs.Later) Hints.Later(turn);
        else if (verb == Verbs.NoThermometer) Hints.NoThermometer(turn);
        else Absent(turn, asked.Topic, open);
    }

    /// <summary>Several children: whose absence; one: at once, and the reason is asked.</summary>
    private static void Absent(Turn turn, CheckInTopic topic, List<Subject> open)
    {
        var told = new CheckInAnswer { Absence = Absence.Unspecified };
        if (open.Count > 1)
        {
            Whose.Ask(turn, open, told, null, null, []);
            return;
        }

        var subject = open[0];
        topic = topic with { PersonIds = [subject.Person.Id] };
        Recording.Record(turn, subject, topic.Day, topic.Slot, turn.AnswerOf(subject, topic.Day).With(told), topic.Source, topic.OriginMessageId);
        CheckInFlow.Continue(turn, topic);
    }

    private static void SomebodyElseDidIt(Turn turn, ConversationState.AwaitingTemperature asked)
    {
        var people = asked.PersonIds.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0)
        {
            CheckInAnswers.Gone(turn);
            return;
        }

        var current = people[0].Current!;
        var lines = AnswerLines.Of(turn, people, people[0].Window.Day);
        turn.Close();
        turn.Say(current.ReporterUserId == turn.UserId
            ? turn.Phrases.AlreadyDone(lines)
            : turn.Phrases.OtherDone(lines, people[0].Window.LocalTime(current.ReportedAt), current.Source == CheckInSource.Teacher));
    }

    private static void Symptom(Turn turn, ConversationState.AwaitingSymptoms asked, ButtonData data)
    {
        if (data.Arguments is ["no"] or ["ok"])
        {
            CheckInAnswers.SymptomsDone(turn, asked, new CheckInAnswer { Symptoms = data.Arguments[0] == "ok" ? asked.Selected : Symptoms.None });
            return;
        }

        if (data.NumberAt(0) is not { } number || turn.Subject(asked.PersonId) is not { } subject)
        {
            PrivateChat.OutOfDate(turn);
            return;
        }

        var toggled = asked with { Selected = (asked.Selected ^ (Symptoms)(int)(number & AllSymptoms)) & ~Symptoms.Fever };
        turn.Stay(toggled);
        var above = AnswerLines.Of(turn, [subject], asked.Topic.Day);
        turn.Say($"{above}\n{Questions.Text(turn, QuestionKind.Symptoms, [subject])}", Questions.Buttons(turn, turn.Conversation.Epoch, toggled));
    }

    private const int AllSymptoms = ((int)Symptoms.Flu << 1) - 1;

    private static void Return(Turn turn, ConversationState.AwaitingReturn asked, ButtonData data)
    {
        if (data.Arguments is ["a"]) CheckInAnswers.Return(turn, asked, null, stillAway: true);
        else if (data.NumberAt(0) is >= 0 and <= 366 and var days) CheckInAnswers.Return(turn, asked, asked.Topic.Day.AddDays(-(int)days), stillAway: false);
        else PrivateChat.OutOfDate(turn);
    }

    private static Absence? Reason(ButtonData data) => data.NumberAt(0) switch
    {
        (long)CheckIns.Absence.Leave => CheckIns.Absence.Leave,
        (long)CheckIns.Absence.IllAtHome => CheckIns.Absence.IllAtHome,
        (long)CheckIns.Absence.Hospital => CheckIns.Absence.Hospital,
        _ => null,
    };
}
