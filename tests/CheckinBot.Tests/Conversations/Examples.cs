using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Conversations;

/// <summary>An example of each state, and of what people type and press, of use and of none.</summary>
internal static class Examples
{
    /// <summary>The mother of both children.</summary>
    public const long User = 5_000_000_000;

    private static readonly CheckInTopic Topic = new(new DateOnly(2026, 3, 5), CheckInWindow.Morning, [100, 101], 3);

    /// <summary>One of each kind; a question asked has the epoch 7.</summary>
    public static readonly ConversationState[] States =
    [
        new ConversationState.Idle(),
        new ConversationState.Lost(),
        new ConversationState.AwaitingTemperature(Topic, [100, 101]),
        new ConversationState.AwaitingWhose(Topic, [100, 101], new CheckInAnswer { TemperatureTenths = 365 }),
        new ConversationState.AwaitingLikely(Topic, 100, new CheckInAnswer { TemperatureTenths = 365 }),
        new ConversationState.AwaitingAbsence(Topic, 100),
        new ConversationState.AwaitingSymptoms(Topic, 100),
        new ConversationState.AwaitingDoctor(Topic, 100),
        new ConversationState.AwaitingRecovery(Topic, 100),
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
        new ConversationState.AwaitingSlot(Topic.Day, Topic.Slot, 3, [new ToldAnswer(100, new CheckInAnswer { TemperatureTenths = 368 })]),
        new ConversationState.AwaitingWaiver(3, "示范县/第一小学/1班", UnitKind.Class, Topic.Day, Topic.Slot),
    ];

    public static readonly string[] Texts =
    [
        "36.5", "36.5 没外出", "38.9", "王小明36.5", "两个都36.5", "63.5", "3.65", "没有", "是", "都是", "王小红", "武汉", "昨天", "还没回来", "咳嗽",
        "晚点发", "体温计坏了", "请假", "发烧了", "跟昨天一样", "打过卡了", "补报昨天的36.7", "今天作业是什么", "谢谢", "取消", "我不会弄",
        "#接龙\n1. 王小明 36.5\n2. 王小红 36.6", "", " ", "\ud83d", "\0", "99999999999999999999", "99999999999天前", "0月0日", "2月30日",
    ];

    public static readonly string[] Commands =
        ["start", "undo", "cancel", "status", "language", "me", "class", "bind", "help", "missing", "report",
            "digest", "settings", "looks", "tidy", "nonsense", ""];

    public static readonly string[] Buttons =
    [
        "7.la", "7.nt", "7.ab", "7.ab.1", "7.ab.2", "7.ab.9", "7.wh.all", "7.wh.no", "7.wh.2s", "7.wh.zzz", "7.li.y",
        "7.li.n", "7.sy.5", "7.sy.ok", "7.sy.no", "7.sy.zzzzzz", "7.sy.-1",
        "7.dr.y", "7.dr.n", "7.tr.n", "7.tr.y", "7.tr.2s", "7.tr", "7.re.0", "7.re.a", "7.re.zzzzzzzz", "7.sk", "7.cg", "7.de.y", "7.de.n", "6.la",
        "0.ch.1qh.2s", "0.ch", "0.ch.zzzzzzzzzz.2s", "0.un", "0.ke", "0.be", "0.lg.en", "0.lg", "0.de.ask", "0.de.y",
        "0.ul.2s.1qh", "0.ul", "7.ul.y", "7.ul.n", "7.rk",
        "0.is.1qh.2s", "0.is.1qh._n.2s", "0.is",
        "0.hy.2s.1qh.morning", "0.hn.2s.1qh.morning",
        "0.ha.4.1qh.morning", "0.hl.4", "0.ra.1.2", "0.rg.1.2.y", "0.rg.1.2", "0.gu.4.2s", "0.cl.4.0", "0.cl.4.-1",
        "0.ca.4", "0.ct.2s", "0.cv.n", "0.gb.4", "0.mi.4", "0.nu.4", "0.rp.4", "0.lv.4", "0.st.2s.a5.1qh", "7.ut.4", "0.ut.4", "0.se", "0.se.2", "0.se.2.0",
        "0.se.2.6.1", "0.se.2.6._", "0.se.2.zz", "0.se.2.6.zz", "", ".", "..", "garbage", "zzzzzzzzzzzzz.la", "-1.la",
    ];

    /// <summary>A mother with two children in a class.</summary>
    public static School Family()
    {
        var school = new School();
        foreach (var name in (string[])["王小明", "王小红"]) school.Link(User, "妈妈", school.AddPerson(name));
        return school;
    }
}
