using CheckinBot.Core.Buttons;
using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>Buttons under the question that is open now.</summary>
internal static class CheckInButtons
{
    public static void Later(Turn turn, ConversationState.AwaitingTemperature asked, ButtonData data)
    {
        if (OpenOf(turn, asked) is { Count: > 0 }) Hints.Later(turn);
    }

    public static void NoThermometer(Turn turn, ConversationState.AwaitingTemperature asked, ButtonData data)
    {
        if (OpenOf(turn, asked) is { Count: > 0 }) Hints.NoThermometer(turn);
    }

    /// <summary>With several children, asks who is absent; with one, stores it at once and asks for the reason.</summary>
    public static void Absent(Turn turn, ConversationState.AwaitingTemperature asked, ButtonData data)
    {
        var open = OpenOf(turn, asked);
        if (open.Count == 0) return;
        var told = new CheckInAnswer { Absence = Absence.Unspecified };
        if (open.Count > 1)
        {
            Whose.Ask(turn, open, told, null, null, []);
            return;
        }

        var subject = open[0];
        // Typed in place of the button, it is the message that begins the check-in: an edit of it corrects what it told.
        var origin = turn.Said is null ? asked.Topic.OriginMessageId : turn.MessageId;
        var topic = asked.Topic with { PersonIds = [subject.Person.Id], OriginMessageId = origin };
        Recording.Record(turn, subject, topic.Day, topic.Slot, turn.AnswerOf(subject, topic.Day).With(told), topic.Source, topic.OriginMessageId);
        CheckInFlow.Continue(turn, topic);
    }

    public static void Reason(Turn turn, ConversationState.AwaitingAbsence asked, ButtonData data)
    {
        if (data.NumberAt(0) is ((long)Absence.Leave or (long)Absence.IllAtHome or (long)Absence.Hospital) and { } reason)
            CheckInAnswers.Absent(turn, asked, (Absence)reason);
        else turn.OutOfDate();
    }

    public static void Likely(Turn turn, ConversationState.AwaitingLikely asked, ButtonData data) => CheckInAnswers.Likely(
        turn, asked, IsYes(data) ? asked.Likely.TemperatureTenths : data.NumberAt(0) is { } other && asked.Others.Contains((int)other) ? (int)other : null);

    public static void Doctor(Turn turn, ConversationState.AwaitingDoctor asked, ButtonData data) => CheckInAnswers.Doctor(turn, asked, IsYes(data));

    public static void Recovery(Turn turn, ConversationState.AwaitingRecovery asked, ButtonData data)
    {
        CaseMove? move = data.Arguments switch
        {
            ["b"] => CaseMove.Improve,
            ["s"] => CaseMove.Unchanged,
            ["d"] => CaseMove.SeeDoctor,
            _ => null,
        };
        if (move is { } told) CheckInAnswers.Recovery(turn, asked, told);
        else turn.OutOfDate();
    }

    public static void FeverReducer(Turn turn, ConversationState.AwaitingFeverReducer asked, ButtonData data) =>
        CheckInAnswers.FeverReducer(turn, asked, IsYes(data));

    public static void Travel(Turn turn, ConversationState.AwaitingTravel asked, ButtonData data) => CheckInAnswers.Travelled(turn, asked, data.Arguments switch
    {
        ["y"] => asked.PersonIds,
        ["n"] => [],
        _ => [.. turn.Meant(asked.PersonIds, data.NumberAt(0)).Select(subject => subject.Person.Id)],
    });

    public static void SkipPlace(Turn turn, ConversationState.AwaitingPlace asked, ButtonData data) =>
        CheckInAnswers.Skip(turn, asked.Topic, QuestionKind.Place, asked.PersonId);

    public static void SkipReturn(Turn turn, ConversationState.AwaitingReturn asked, ButtonData data) =>
        CheckInAnswers.Skip(turn, asked.Topic, QuestionKind.Return, asked.PersonId);

    public static void Symptom(Turn turn, ConversationState.AwaitingSymptoms asked, ButtonData data)
    {
        if (data.Arguments is ["no"]) CheckInAnswers.NoSymptoms(turn, asked);
        else if (data.Arguments is ["ok"]) CheckInAnswers.SymptomsDone(turn, asked, CheckInAnswer.Empty);
        else if (data.NumberAt(0) is { } number && Enum.IsDefined((Symptoms)(int)number) && (Symptoms)(int)number is not (Symptoms.None or Symptoms.Fever))
            CheckInAnswers.SymptomPressed(turn, asked, (Symptoms)(int)number);
        else turn.OutOfDate();
    }

    public static void Return(Turn turn, ConversationState.AwaitingReturn asked, ButtonData data)
    {
        if (data.Arguments is ["a"]) CheckInAnswers.Return(turn, asked, null, stillAway: true);
        else if (data.NumberAt(0) is >= 0 and <= 366 and var days) CheckInAnswers.Return(turn, asked, asked.Topic.Day.AddDays(-(int)days), stillAway: false);
        else turn.OutOfDate();
    }

    private static bool IsYes(ButtonData data) => data.Arguments is ["y"];

    /// <summary>The people who are still to be asked; where there are none, says who has reported.</summary>
    private static List<Subject> OpenOf(Turn turn, ConversationState.AwaitingTemperature asked)
    {
        var open = asked.PersonIds.Select(turn.Subject).OfType<Subject>().Where(subject => !subject.IsDone || asked.Topic.IsChange).ToList();
        if (open.Count == 0) SomebodyElseDidIt(turn, asked);
        return open;
    }

    private static void SomebodyElseDidIt(Turn turn, ConversationState.AwaitingTemperature asked)
    {
        var people = asked.PersonIds.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0)
        {
            CheckInAnswers.Gone(turn);
            return;
        }

        var teller = people[0].Teller!;
        var lines = turn.Lines(people, people[0].Window.Day);
        turn.Close();
        turn.Say(teller.ReporterUserId == turn.UserId
            ? turn.Phrases.AlreadyDone(lines)
            : turn.Phrases.OtherDone(lines, people[0].Window.LocalTime(teller.ReportedAt), teller.IsByStaff));
    }
}
