using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>
/// Offers as buttons what a message probably means and does not say for certain. Nothing of it is stored before one is pressed;
/// what else the message told of the person is kept with it.
/// </summary>
internal static class Offering
{
    /// <summary>Offers the values of a private message; false where it has none, or where it is not of one person.</summary>
    public static bool Take(Turn turn, TextReading reading, string text)
    {
        if (reading is not { Suggestions: [var first, ..] values, Entries: [var entry, ..] }) return false;
        var meant = reading with { Entries = [entry with { TemperatureTenths = first }] };
        var resolved = PrivateReading.Resolve(turn, meant, text);
        if (resolved is { Clear: [var (subject, told)], Unclear.Count: 0 } && told.DaysAgo == 0 && !turn.IsLate(subject))
        {
            // The number is known already, and there is nothing to choose.
            if (values.Count == 1 && turn.AnswerOf(subject, subject.Window.Day).TemperatureTenths == first) return false;
            var topic = CheckInFlow.TopicFor(turn, [subject], subject.Window.Day);
            var likely = new ConversationState.AwaitingLikely(topic, subject.Person.Id, told.ToAnswer())
            {
                Others = [.. values.Skip(1)],
                IsSlip = reading.Hint == ReadingHint.Implausible,
            };
            Ask(turn, likely, subject);
            return true;
        }

        if (resolved is not { Clear.Count: 0, Unclear: [var (unclear, candidates)] } || candidates.Count == 0 || values.Count > 1) return false;
        Whose.Ask(turn, candidates, unclear.ToAnswer(), unclear.Name, null, []);
        return true;
    }

    /// <summary>Asks which value was meant.</summary>
    public static void Ask(Turn turn, ConversationState.AwaitingLikely likely, Subject about)
    {
        var epoch = turn.Open(likely);
        turn.Say(Question(turn, likely, [about]), Questions.Buttons(turn, epoch, likely));
    }

    /// <summary>The words of the question.</summary>
    public static string Question(Turn turn, ConversationState.AwaitingLikely likely, IReadOnlyList<Subject> about)
    {
        var (names, tenths) = (turn.NamesOf(about), likely.Likely.TemperatureTenths!.Value);
        return likely switch
        {
            { Others.Count: > 0 } => turn.Phrases.AskWhichValue(names),
            { IsSlip: true } => turn.Phrases.AskLikely(names, tenths),
            _ => turn.Phrases.AskMeant(names, tenths),
        };
    }

    /// <summary>What was told together with values that were offered, and still waits for the number.</summary>
    public static CheckInAnswer Rest(ConversationState.AwaitingLikely asked) =>
        asked.Likely with { TemperatureTenths = null, Site = MeasuringSite.Unspecified, Taken = [] };

    /// <summary>What is told of a person now, with what was told beside the offered values and is not denied now.</summary>
    public static CheckInAnswer WithRest(Turn turn, Subject subject, CheckInAnswer told, Retraction denied) =>
        turn.State is ConversationState.AwaitingLikely asked && asked.PersonId == subject.Person.Id ? Rest(asked).Without(denied).With(told) : told;
}
