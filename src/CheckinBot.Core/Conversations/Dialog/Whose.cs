using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>"Whose is it?": a reading that may be any of several people's.</summary>
internal static class Whose
{
    private const int LongestNickname = 20;

    /// <summary>Asks the question. What is already stored from the same message goes on in the same topic afterwards.</summary>
    public static void Ask(
        Turn turn, IReadOnlyList<Subject> candidates, CheckInAnswer told, string? typedName, CheckInTopic? stored,
        IReadOnlyList<string> above, IReadOnlyList<NamedAnswer>? rest = null)
    {
        var window = candidates[0].Window;
        var topic = stored ?? new CheckInTopic(window.Day, window.Slot, [], turn.MessageId);
        var state = new ConversationState.AwaitingWhose(
            topic, [.. candidates.Select(subject => subject.Person.Id)], told)
        { TypedName = typedName, Rest = rest ?? [] };
        var epoch = turn.Open(state);
        turn.Say(string.Join('\n', [.. above, Question(turn, state)]), Questions.Buttons(turn, epoch, state));
    }

    /// <summary>The words of the question.</summary>
    public static string Question(Turn turn, ConversationState.AwaitingWhose whose)
    {
        var facts = AnswerLines.Facts(turn.Phrases, whose.Told);
        return whose.TypedName is { Length: > 0 } typed
            ? turn.Phrases.AskIsIt(typed, facts)
            : turn.Phrases.AskWhose(facts, whose.Told.TemperatureTenths is not null);
    }

    /// <summary>Takes a button: a person, all, or nobody.</summary>
    public static void Press(Turn turn, ConversationState.AwaitingWhose whose, ButtonData data)
    {
        var argument = data.Arguments.Count > 0 ? data.Arguments[0] : "";
        if (argument == "no")
        {
            var none = turn.Phrases.NotStored(AnswerLines.Facts(turn.Phrases, whose.Told));
            var next = whose.Candidates.Select(turn.Subject).OfType<Subject>().ToList();
            if (whose.Rest.Count > 0 && next.Count > 0)
            {
                Ask(turn, next, whose.Rest[0].Told, whose.Rest[0].Name, whose.Topic, [none], [.. whose.Rest.Skip(1)]);
                return;
            }

            turn.Close();
            turn.Say(none);
            return;
        }

        Settle(turn, whose, argument == "all" && whose.TypedName is null
            ? [.. whose.Candidates.Select(turn.Subject).OfType<Subject>()]
            : [.. turn.Meant(whose.Candidates, data.NumberAt(0))]);
    }

    /// <summary>Takes a typed name, "all" or "me"; returns whether the text was one of these.</summary>
    public static bool Typed(Turn turn, ConversationState.AwaitingWhose whose, string text)
    {
        var people = whose.Candidates.Select(turn.Subject).OfType<Subject>().ToList();
        var chosen = ShortAnswers.Read(text) switch
        {
            ShortAnswer.All when whose.TypedName is null => people,
            ShortAnswer.Self => people.Where(subject => subject.Relation == Organisation.Relation.Self).ToList(),
            ShortAnswer.Yes when people.Count == 1 => people,
            _ => Named(people, text),
        };
        if (chosen.Count == 0) return false;
        Settle(turn, whose, chosen);
        return true;
    }

    private static void Settle(Turn turn, ConversationState.AwaitingWhose whose, List<Subject> chosen)
    {
        if (chosen.Count == 0)
        {
            turn.Close();
            turn.Say(turn.Phrases.NotAllowed);
            return;
        }

        var topic = Store(turn, whose.Topic, chosen, whose.Told);
        if (chosen.Count == 1 && whose.TypedName is { } typed) Remember(turn, chosen[0], typed);
        var left = whose.Candidates.Select(turn.Subject).OfType<Subject>().Except(chosen).ToList();
        var rest = whose.Rest;
        // With two children, the second is clear as soon as the first is.
        if (rest.Count == 1 && left.Count == 1)
        {
            topic = Store(turn, topic, left, rest[0].Told);
            Remember(turn, left[0], rest[0].Name);
            rest = [];
        }

        if (rest.Count > 0 && left.Count > 0)
            Ask(turn, left, rest[0].Told, rest[0].Name, topic, [turn.Lines(chosen, topic.Day)], [.. rest.Skip(1)]);
        else
            CheckInFlow.Continue(turn, topic);
    }

    private static CheckInTopic Store(Turn turn, CheckInTopic topic, List<Subject> people, CheckInAnswer told)
    {
        foreach (var subject in people)
        {
            var answer = Recording.Merged(turn, subject, topic.Day, told);
            Recording.Record(turn, subject, topic.Day, topic.Slot, answer, topic.Source, topic.OriginMessageId);
        }

        return topic with { PersonIds = [.. topic.PersonIds.Union(people.Select(subject => subject.Person.Id))] };
    }

    // 大宝 or a pet name: the bot asks only once what the family calls a child.
    private static void Remember(Turn turn, Subject subject, string typed)
    {
        if (subject.Relation == Organisation.Relation.Guardian && typed.Length <= LongestNickname && typed.All(c => char.IsLetter(c) || c == ' '))
            turn.Add(new Effect.KeepNickname(turn.UserId, subject.Person.Id, typed));
    }

    /// <summary>The whole text is the name, the given name, a nickname or the number of exactly one of them.</summary>
    private static List<Subject> Named(List<Subject> people, string text)
    {
        var typed = NameForm.Of(text.Trim().TrimEnd('。', '.', '的', '!', '！'));
        var fitting = people.Where(subject => Names(subject).Any(name => string.Equals(name, typed, StringComparison.OrdinalIgnoreCase))).ToList();
        return fitting.Count == 1 ? fitting : [];
    }

    private static IEnumerable<string> Names(Subject subject)
    {
        var name = NameForm.Of(subject.Person.Name);
        yield return name;
        if (name.Length >= 3) yield return name[1..];
        foreach (var nickname in subject.Nicknames) yield return NameForm.Of(nickname);
        if (name.Split(' ') is [var given, _, ..]) yield return given;
        if (subject.Person.Number is { } number) yield return number;
    }
}
