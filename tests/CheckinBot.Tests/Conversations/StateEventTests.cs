using System.Reflection;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Conversations;

/// <summary>Every state meets every event. A new kind of either fails here until it has an example.</summary>
public sealed class StateEventTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var state in Kinds(typeof(ConversationState)))
                foreach (var @event in Kinds(typeof(ConversationEvent)))
                    foreach (var chat in (ChatKind[])[ChatKind.Private, ChatKind.Group])
                        pairs.Add(state.Name, $"{@event.Name} {chat}");
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_state_handles_every_event_and_can_be_stored_afterwards(string stateName, string eventName)
    {
        var state = Examples.States.Single(one => one.GetType().Name == stateName);
        var chat = Enum.Parse<ChatKind>(eventName.Split(' ')[1]);
        foreach (var @event in Events(chat).Where(one => one.GetType().Name == eventName.Split(' ')[0]))
        {
            var school = Examples.Family();
            var conversation = new Conversation(
                new ConversationKey(1, @event.Chat.Id, 0, Examples.User), 7, 1, state, state is ConversationState.Idle ? null : school.Now.AddHours(1));
            var outcome = Conversation.Handle(conversation, @event, school.ContextFor(conversation, @event));
            var after = outcome.Conversation;
            Assert.True(after.Epoch >= conversation.Epoch);
            Assert.Equal(after.State is ConversationState.Idle, after.ExpiresAt is null);
            Assert.Equal(
                ConversationStateJson.Write(after.State), ConversationStateJson.Write(ConversationStateJson.Read(ConversationStateJson.Write(after.State))));
            if (after.State != state && after.State is ConversationState.InCheckIn && state is ConversationState.Idle)
                Assert.True(after.Epoch > conversation.Epoch);
        }
    }

    [Fact]
    public void Every_kind_of_state_and_event_has_an_example()
    {
        Assert.Equal(Kinds(typeof(ConversationState)), Examples.States.Select(state => state.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.Equal(
            Kinds(typeof(ConversationEvent)), Events(ChatKind.Private).Select(one => one.GetType()).Distinct()
            .OrderBy(type => type.Name, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"V":1,"S":{"is":"somethingNew"}}""")]
    [InlineData("""{"V":99,"S":{"is":"idle"}}""")]
    [InlineData("null")]
    public void A_stored_state_that_nobody_knows_is_lost_politely(string stored) =>
        Assert.True(ConversationStateJson.Read(stored) is ConversationState.Lost or ConversationState.Idle);

    [Fact]
    public void Every_event_of_the_private_chat_that_a_person_causes_gets_an_answer_or_a_reason_to_be_quiet()
    {
        foreach (var state in Examples.States)
            foreach (var data in (string[])["7.la", "6.la", "7.zz", "0.zz", "garbage", "", new string('x', 500)])
            {
                var school = Examples.Family();
                var pressed = new ConversationEvent.ButtonPressed(
                    "callback", 9, data)
                { Chat = new ChatRef(Examples.User, ChatKind.Private), From = new Sender(Examples.User, "妈妈") };
                var conversation = new Conversation(new ConversationKey(1, Examples.User, 0, Examples.User), 7, 1, state, school.Now.AddHours(1));
                var effects = Conversation.Handle(conversation, pressed, school.ContextFor(conversation, pressed)).Effects;
                Assert.Single(effects.OfType<Effect.AnswerButton>());
            }
    }

    private static IEnumerable<ConversationEvent> Events(ChatKind kind)
    {
        var chat = new ChatRef(kind == ChatKind.Private ? Examples.User : -100123, kind, "三年级1班");
        var from = new Sender(Examples.User, "妈妈", "zh-hans");
        return
        [
            .. Examples.Texts.Select(text => new ConversationEvent.TextReceived(11, text) { Chat = chat, From = from }),
            new ConversationEvent.TextReceived(11, "36.5") { Chat = chat, From = from, IsForwarded = true },
            .. Examples.Texts.Select(text => new ConversationEvent.TextEdited(11, text) { Chat = chat, From = from }),
            .. Examples.Commands.Select(command => new ConversationEvent.CommandReceived(11, command, "x") { Chat = chat, From = from }),
            .. Examples.Buttons.Select(data => new ConversationEvent.ButtonPressed("callback", 9, data) { Chat = chat, From = from }),
            .. Enum.GetValues<MediaKind>().Select(media => new ConversationEvent.MediaReceived(11, media, null) { Chat = chat, From = from }),
            new ConversationEvent.MediaReceived(11, MediaKind.Photo, "36.5") { Chat = chat, From = from, IsForwarded = true, AlbumId = "a" },
            new ConversationEvent.CommandGivenAnonymously(11, "bind") { Chat = chat, From = from },
            new ConversationEvent.BotAdded(false, false) { Chat = chat, From = from },
            new ConversationEvent.BotRightsChanged(true, true) { Chat = chat, From = from },
            new ConversationEvent.BotRemoved { Chat = chat, From = from },
            new ConversationEvent.GroupMigrated(-200) { Chat = chat, From = from },
            new ConversationEvent.Blocked { Chat = chat, From = from },
            new ConversationEvent.Unblocked { Chat = chat, From = from },
            new ConversationEvent.Expired { Chat = chat, From = from },
            new ConversationEvent.NotShown("shown to nobody") { Chat = chat, From = from },
            .. Enum.GetValues<ReminderKind>().Select(reminder => new ConversationEvent.Reminded(reminder) { Chat = chat, From = from }),
            .. Enum.GetValues<GroupMatterKind>().Select(matter => new ConversationEvent.TakenUp(new GroupMatter(
                matter, [100, 101], new CheckInAnswer { TemperatureTenths = 365 }, CheckInSource.Group)) { Chat = chat, From = from }),
        ];
    }

    private static IEnumerable<Type> Kinds(Type closed) => closed.GetNestedTypes(BindingFlags.Public)
        .Where(type => !type.IsAbstract && type.IsAssignableTo(closed)).OrderBy(type => type.Name, StringComparer.Ordinal);
}
