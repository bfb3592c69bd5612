using System.Reflection;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Conversations;

/// <summary>Every state meets every event. A new kind of either fails here until it has an example.</summary>
public sealed class StateEventTests
{
    private const long User = 5_000_000_000;

    private static readonly CheckInTopic Topic = new(new DateOnly(2026, 3, 5), CheckInWindow.Morning, [100, 101], 3);

    private static readonly ConversationState[] States =
    [
        new ConversationState.Idle(),
        new ConversationState.Lost(),
        new ConversationState.AwaitingTemperature(Topic, [100, 101]),
        new ConversationState.AwaitingWhose(Topic, [100, 101], new CheckInAnswer { TemperatureTenths = 365 }),
        new ConversationState.AwaitingLikely(Topic, 100, new CheckInAnswer { TemperatureTenths = 365 }),
        new ConversationState.AwaitingAbsence(Topic, 100),
        new ConversationState.AwaitingSymptoms(Topic, 100, Symptoms.Cough),
        new ConversationState.AwaitingDoctor(Topic, 100),
        new ConversationState.AwaitingFeverReducer(Topic, 100),
        new ConversationState.AwaitingTravel(Topic, [100, 101]),
        new ConversationState.AwaitingPlace(Topic, 100),
        new ConversationState.AwaitingReturn(Topic, 100),
        new ConversationState.ConfirmingDeletion(),
        new ConversationState.AwaitingSignNote(4, School.Class.Path, UnitKind.Class, new DateOnly(2026, 3, 5), "morning", "0"),
        new ConversationState.ConfirmingUnlink(100),
        new ConversationState.Unlinked(100, Role.Student, "王小明", "三年级1班", IsClass: true),
        new ConversationState.AwaitingUnit("digest", "2026-03-05"),
        new ConversationState.AwaitingSetting(2, "SchoolDay:OpensAt"),
        new ConversationState.OnCard(Topic.Day, Topic.Slot, [100, 101]),
        new ConversationState.ToldToLink(Topic.Day),
        new ConversationState.AwaitingWaiver(3, "示范县/第一小学/1班", UnitKind.Class, Topic.Day, Topic.Slot),
    ];

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
        var state = States.Single(one => one.GetType().Name == stateName);
        var chat = Enum.Parse<ChatKind>(eventName.Split(' ')[1]);
        foreach (var @event in Events(chat).Where(one => one.GetType().Name == eventName.Split(' ')[0]))
        {
            var school = Family();
            var conversation = new Conversation(
                new ConversationKey(1, @event.Chat.Id, 0, User), 7, 1, state, state is ConversationState.Idle ? null : school.Now.AddHours(1));
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
        Assert.Equal(Kinds(typeof(ConversationState)), States.Select(state => state.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));
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
        foreach (var state in States)
            foreach (var data in (string[])["7.la", "6.la", "7.zz", "0.zz", "garbage", "", new string('x', 500)])
            {
                var school = Family();
                var pressed = new ConversationEvent.ButtonPressed(
                    "callback", 9, data)
                { Chat = new ChatRef(User, ChatKind.Private), From = new Sender(User, "妈妈") };
                var conversation = new Conversation(new ConversationKey(1, User, 0, User), 7, 1, state, school.Now.AddHours(1));
                var effects = Conversation.Handle(conversation, pressed, school.ContextFor(conversation, pressed)).Effects;
                Assert.Single(effects.OfType<Effect.AnswerButton>());
            }
    }

    internal static School Family()
    {
        var school = new School();
        foreach (var name in (string[])["王小明", "王小红"]) school.Link(User, "妈妈", school.AddPerson(name));
        return school;
    }

    private static IEnumerable<ConversationEvent> Events(ChatKind kind)
    {
        var chat = new ChatRef(kind == ChatKind.Private ? User : -100123, kind, "三年级1班");
        var from = new Sender(User, "妈妈", "zh-hans");
        return
        [
            .. Texts.Select(text => new ConversationEvent.TextReceived(11, text) { Chat = chat, From = from }),
            new ConversationEvent.TextReceived(11, "36.5") { Chat = chat, From = from, IsForwarded = true },
            .. Texts.Select(text => new ConversationEvent.TextEdited(11, text) { Chat = chat, From = from }),
            .. Commands.Select(command => new ConversationEvent.CommandReceived(11, command, "x") { Chat = chat, From = from }),
            .. Buttons.Select(data => new ConversationEvent.ButtonPressed("callback", 9, data) { Chat = chat, From = from }),
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

    internal static readonly string[] Texts =
    [
        "36.5", "36.5 没外出", "38.9", "王小明36.5", "两个都36.5", "63.5", "3.65", "没有", "是", "都是", "王小红", "武汉", "昨天", "还没回来", "咳嗽",
        "晚点发", "体温计坏了", "请假", "发烧了", "跟昨天一样", "打过卡了", "补报昨天的36.7", "今天作业是什么", "谢谢", "取消", "我不会弄",
        "#接龙\n1. 王小明 36.5\n2. 王小红 36.6", "", " ", "\ud83d", "\0", "99999999999999999999", "99999999999天前", "0月0日", "2月30日",
    ];

    internal static readonly string[] Commands =
        ["start", "undo", "cancel", "status", "language", "me", "class", "bind", "help", "missing", "report",
            "digest", "settings", "looks", "tidy", "nonsense", ""];

    internal static readonly string[] Buttons =
    [
        "7.la", "7.nt", "7.ab", "7.ab.1", "7.ab.2", "7.ab.9", "7.wh.all", "7.wh.no", "7.wh.2s", "7.wh.zzz", "7.li.y",
        "7.li.n", "7.sy.5", "7.sy.ok", "7.sy.no", "7.sy.zzzzzz", "7.sy.-1",
        "7.dr.y", "7.dr.n", "7.tr.n", "7.tr.y", "7.tr.2s", "7.tr", "7.re.0", "7.re.a", "7.re.zzzzzzzz", "7.sk", "7.cg", "7.de.y", "7.de.n", "6.la",
        "0.ch.1qh.2s", "0.ch", "0.ch.zzzzzzzzzz.2s", "0.un", "0.ke", "0.be", "0.lg.en", "0.lg", "0.de.ask", "0.de.y",
        "0.ul.2s.1qh", "0.ul", "7.ul.y", "7.ul.n", "7.rk",
        "0.hy.2s.1qh.morning", "0.hn.2s.1qh.morning",
        "0.ha.4.1qh.morning", "0.hl.4", "0.ra.1.2", "0.rg.1.2.y", "0.rg.1.2", "0.gu.4.2s", "0.cl.4.0", "0.cl.4.-1",
        "0.ca.4", "0.ct.2s", "0.cv.n", "0.gb.4", "0.mi.4", "0.nu.4", "0.rp.4", "0.lv.4", "0.st.2s.a5.1qh", "7.ut.4", "0.ut.4", "0.se", "0.se.2", "0.se.2.0",
        "0.se.2.6.1", "0.se.2.6._", "0.se.2.zz", "0.se.2.6.zz", "", ".", "..", "garbage", "zzzzzzzzzzzzz.la", "-1.la",
    ];

    private static IEnumerable<Type> Kinds(Type closed) => closed.GetNestedTypes(BindingFlags.Public)
        .Where(type => !type.IsAbstract && type.IsAssignableTo(closed)).OrderBy(type => type.Name, StringComparer.Ordinal);
}
