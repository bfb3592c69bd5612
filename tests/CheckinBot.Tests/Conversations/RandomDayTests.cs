using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Tests.Conversations;

/// <summary>Whatever a family types and presses, in whatever order: nothing that was stored is lost, and nobody is stuck.</summary>
public sealed class RandomDayTests
{
    private const long Mum = 5_000_000_000;
    private const long Dad = 5_000_000_001;

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 60));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_sequence_of_events_loses_a_stored_answer_or_leaves_a_user_stuck(int seed)
    {
        var random = new Random(seed);
        var school = Examples.Family();
        foreach (var person in school.People.ToList()) school.Link(Dad, "爸爸", person);
        var offered = new List<(long User, int MessageId, string Data)>();
        var message = 1;
        for (var step = 0; step < 60; step++)
        {
            var before = school.CheckIns.ToList();
            var user = random.Next(2) == 0 ? Mum : Dad;
            var @event = Next(random, user, offered, ref message);
            var effects = school.Handle(@event);
            Collect(effects, user, offered, ref message);
            Assert.Equal(before, school.CheckIns.Take(before.Count));
            AssertCurrentIsWhatTheEffectsSay(school, before, effects);
            if (random.Next(8) == 0) school.Now = school.Now.AddMinutes(random.Next(1, 200));
        }

        AssertNotStuck(school, Mum, ref message);
        AssertNotStuck(school, Dad, ref message);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_stranger_stores_nothing_whatever_they_press(int seed)
    {
        var random = new Random(seed);
        var school = Examples.Family();
        const long stranger = 5_000_000_099;
        var message = 1;
        for (var step = 0; step < 80; step++)
        {
            var effects = school.Handle(Next(random, stranger, [(stranger, 3, "0.ch.1qh.2s")], ref message));
            Assert.DoesNotContain(effects, effect => effect is Effect.Record or Effect.Link or Effect.Unlink or Effect.NotifyStaff or Effect.BindGroup);
            Assert.All(effects.OfType<Effect.Send>(), send => Assert.DoesNotContain("王小", send.Message.Text, StringComparison.Ordinal));
        }
    }

    /// <summary>The current answer of each child is the last one recorded for them, and only records change it.</summary>
    private static void AssertCurrentIsWhatTheEffectsSay(School school, List<CheckIn> before, IReadOnlyList<Effect> effects)
    {
        var drafts = effects.OfType<Effect.Record>().Select(record => record.CheckIn).ToList();
        Assert.Equal(before.Count + drafts.Count, school.CheckIns.Count);
        foreach (var person in school.People)
        {
            var last = drafts.LastOrDefault(draft => draft.PersonId == person.Id && draft.Day == school.Today)?.Answer
                ?? before.Where(one => one.PersonId == person.Id && one.Day == school.Today).MaxBy(one => one.Revision)?.Answer;
            Assert.Equal(last, school.Current(person.Id, school.Today)?.Answer);
        }

        // A temperature goes only by being taken back, and is never replaced by nothing in passing.
        foreach (var draft in drafts.Where(draft => draft.Answer.TemperatureTenths is null && draft.Source != CheckInSource.Undo))
            Assert.Null(before.Where(one => one.PersonId == draft.PersonId && one.Day == draft.Day).MaxBy(one => one.Revision)?.Answer.TemperatureTenths);
    }

    private static void AssertNotStuck(School school, long user, ref int message)
    {
        var chat = new ChatRef(user, ChatKind.Private);
        var from = new Sender(user, "家长", "zh-hans");
        foreach (var child in school.People)
            school.Handle(new ConversationEvent.TextReceived(message++, $"{child.Name} 36.5 没外出") { Chat = chat, From = from });
        Assert.All(school.People, child =>
            Assert.True(school.Current(child.Id, school.Today)!.Answer.Status is CheckInStatus.Reported or CheckInStatus.Exempt));
        school.Handle(new ConversationEvent.CommandReceived(message++, "cancel", "") { Chat = chat, From = from });
        Assert.IsType<ConversationState.Idle>(school.StateOf(user));
    }

    private static ConversationEvent Next(Random random, long user, List<(long User, int MessageId, string Data)> offered, ref int message)
    {
        var chat = new ChatRef(user, ChatKind.Private);
        var from = new Sender(user, "家长", "zh-hans");
        var seen = offered.Where(one => one.User == user).ToList();
        var harmless = Examples.Buttons.Where(data => !data.StartsWith("0.ul", StringComparison.Ordinal)).ToArray();
        return random.Next(10) switch
        {
            < 4 when seen.Count > 0 && seen[^(random.Next(Math.Min(6, seen.Count)) + 1)] is var button =>
                new ConversationEvent.ButtonPressed("callback", button.MessageId, button.Data) { Chat = chat, From = from },
            < 7 => new ConversationEvent.TextReceived(message++, Pick(random, Examples.Texts)) { Chat = chat, From = from },
            7 => new ConversationEvent.TextEdited(random.Next(1, message + 1), Pick(random, Examples.Texts)) { Chat = chat, From = from },
            8 => new ConversationEvent.CommandReceived(message++, Pick(random, Examples.Commands), "") { Chat = chat, From = from },
            _ => random.Next(3) switch
            {
                0 => new ConversationEvent.Reminded(ReminderKind.Again) { Chat = chat, From = from },
                1 => new ConversationEvent.ButtonPressed("callback", 1, Pick(random, harmless)) { Chat = chat, From = from },
                _ => new ConversationEvent.Expired { Chat = chat, From = from },
            },
        };
    }

    private static void Collect(IReadOnlyList<Effect> effects, long user, List<(long, int, string)> offered, ref int message)
    {
        foreach (var effect in effects)
        {
            var (id, keyboard) = effect switch
            {
                Effect.Send send => (message++, send.Message.Keyboard),
                Effect.Edit edit => (edit.MessageId, edit.Keyboard),
                _ => (0, Keyboard.None),
            };
            // Deleting the account is a flow of its own: it ends the links on which this test stands.
            offered.AddRange(
                keyboard.Rows.SelectMany(row => row).Where(button => button.Data?.Contains(".de.", StringComparison.Ordinal) == false)
                .Select(button => (user, id, button.Data!)));
        }
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
