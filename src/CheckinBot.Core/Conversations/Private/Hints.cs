using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>Answers a message that holds no value to keep: later, no thermometer, same as yesterday, done already, impossible.</summary>
internal static class Hints
{
    /// <summary>How often the same thing is asked for again before help is offered instead.</summary>
    private const int MostTries = 2;

    /// <summary>Answers the message; the open question stays open.</summary>
    public static void Answer(Turn turn, TextReading reading, string text)
    {
        switch (reading.Hint)
        {
            case ReadingHint.Later:
                Later(turn);
                break;
            case ReadingHint.NoThermometer:
                NoThermometer(turn);
                break;
            case ReadingHint.AlreadyDone:
                AlreadyDone(turn);
                break;
            case ReadingHint.Implausible:
                Implausible(turn, reading);
                break;
            case ReadingHint.SameAsYesterday:
                AskAgain(turn, turn.Phrases.NotCopied);
                break;
            case ReadingHint.Undecided:
                AskAgain(turn, turn.Phrases.Undecided);
                break;
            case ReadingHint.OtherDay:
                AskAgain(turn, turn.Phrases.OtherDay);
                break;
            case ReadingHint.NeedsHelp:
                turn.Say(turn.Phrases.OneLineHelp);
                break;
            default:
                NotAnAnswer(turn, reading, text);
                break;
        }
    }

    /// <summary>The user will answer later: there is no hurry, and the next reminder is named.</summary>
    public static void Later(Turn turn)
    {
        var open = CheckInFlow.StillOpen(turn);
        var window = open.Count > 0 ? open[0].Window : null;
        if (open.Count > 0) turn.Open(Waiting(turn, open) with { SaidLater = true }, window!.ClosesAt);
        foreach (var subject in open) turn.Add(new Effect.SayLater(subject.Person.Id, subject.Window.Day, subject.Window.Slot));
        turn.Say(window?.NextReminder is { } at ? turn.Phrases.LaterReminded(at) : turn.Phrases.LaterPlain);
    }

    /// <summary>Stores that there is no thermometer, so that the school measures and nobody asks again.</summary>
    public static void NoThermometer(Turn turn)
    {
        var about = turn.Focus.Where(subject => !subject.IsDone).ToList();
        if (about.Count == 0) about = [.. CheckInFlow.StillOpen(turn)];
        if (about.Count == 0)
        {
            AlreadyDone(turn);
            return;
        }

        var topic = CheckInFlow.TopicFor(turn, about, about[0].Window.Day);
        foreach (var subject in about)
        {
            var answer = turn.AnswerOf(subject, topic.Day).With(new CheckInAnswer { NoThermometer = true });
            Recording.Record(turn, subject, topic.Day, topic.Slot, answer, topic.Source, topic.OriginMessageId);
        }

        CheckInFlow.Continue(turn, topic);
    }

    /// <summary>The user claims to be done: confirms that, or asks for what is missing.</summary>
    public static void AlreadyDone(Turn turn)
    {
        var open = CheckInFlow.StillOpen(turn);
        if (open.Count == 0)
        {
            var own = turn.Context.Own;
            turn.Close();
            turn.Say(own.Count == 0 ? turn.Phrases.NotUnderstood : turn.Phrases.AlreadyDone(turn.Lines(own, own[0].Window.Day)));
            return;
        }

        AskAgain(turn, turn.Phrases.NotDoneYet(turn.NamesOf(open)));
    }

    /// <summary>Thanks and the like want no answer; a greeting gets one back where nothing is open.</summary>
    private static bool Politely(Turn turn, string text)
    {
        if (!ShortAnswers.IsAcknowledgement(text)) return false;
        if (ShortAnswers.IsGreeting(text) && turn.State is ConversationState.Idle)
            turn.Say(CheckInFlow.StillOpen(turn).Count > 0 ? turn.Phrases.GreetingOpen : turn.Phrases.Greeting);
        return true;
    }

    private static void Implausible(Turn turn, TextReading reading)
    {
        var entry = reading.Entries.FirstOrDefault(one => one.LikelyTenths is not null);
        var focus = turn.Focus;
        var possible = entry?.PersonId is { } id && turn.Subject(id) is { } named ? [named] : focus.Count > 0 ? focus : turn.Context.Own;
        if (entry?.LikelyTenths is not { } likely || possible.Count != 1)
        {
            AskAgain(turn, turn.Phrases.Implausible);
            return;
        }

        var subject = possible[0];
        var topic = CheckInFlow.TopicFor(turn, [subject], subject.Window.Day);
        var told = entry.ToAnswer() with { TemperatureTenths = likely, Site = entry.Site };
        Offering.Ask(turn, new(topic, subject.Person.Id, told) { IsSlip = true }, subject);
    }

    /// <summary>Asks for the number again and says why; the people asked about stay the same.</summary>
    private static void AskAgain(Turn turn, string text)
    {
        var focus = turn.Focus;
        var about = focus.Count > 0 ? focus : CheckInFlow.StillOpen(turn);
        if (about.Count == 0 || turn.State is ConversationState.InCheckIn and not (ConversationState.AwaitingTemperature or ConversationState.AwaitingLikely))
        {
            turn.Say(text);
            return;
        }

        var state = Waiting(turn, about);
        if (state.Topic.Tries >= MostTries)
        {
            turn.Stay(state);
            turn.Say(turn.Phrases.TeacherCanHelp);
            return;
        }

        var epoch = turn.Open(state with { Topic = state.Topic with { Tries = state.Topic.Tries + 1 } }, about[0].Window.ClosesAt);
        turn.Say(text, Questions.Buttons(turn, epoch, state));
    }

    private static ConversationState.AwaitingTemperature Waiting(Turn turn, IReadOnlyList<Subject> about)
    {
        long[] ids = [.. about.Select(subject => subject.Person.Id)];
        var topic = turn.State is ConversationState.InCheckIn { Topic: var open }
            ? open
            : new CheckInTopic(about[0].Window.Day, about[0].Window.Slot, ids, turn.MessageId);
        return new(topic, ids);
    }

    /// <summary>The message is plainly no answer: the question stays as it is, with one gentle word and no more.</summary>
    private static void NotAnAnswer(Turn turn, TextReading reading, string text)
    {
        if (Politely(turn, text)) return;
        if (LeaveAhead.Is(text))
        {
            turn.Say(turn.Phrases.LeaveAhead);
            return;
        }

        if (turn.State is ConversationState.InCheckIn asked)
        {
            if (reading.Kind != ReadingKind.NotCheckin)
            {
                AskAgain(turn, turn.Phrases.NumberMissing);
                return;
            }

            if (asked.Topic.Repeated) return;
            turn.Stay(asked with { Topic = asked.Topic with { Repeated = true } });
            turn.Say(turn.Phrases.NotAnAnswer);
            return;
        }

        if (reading.Kind == ReadingKind.NotCheckin) turn.Say(turn.Phrases.NotUnderstood);
        else AskAgain(turn, turn.Phrases.NumberMissing);
    }
}
