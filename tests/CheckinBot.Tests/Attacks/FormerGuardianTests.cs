using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Tests.Conversations;

namespace CheckinBot.Tests.Attacks;

/// <summary>A father whom the class teacher has removed: nothing of what he still has in his chat lets him in again.</summary>
public sealed class FormerGuardianTests
{
    private const long Mother = 1, Father = 2, Group = -100123;

    private readonly School _school = new();
    private readonly Person _ming;

    public FormerGuardianTests()
    {
        _ming = _school.AddPerson("王小明");
        _school.Link(Mother, "妈妈", _ming);
        _school.Link(Father, "爸爸", _ming);
        _school.Link(3, "陈", _school.AddPerson("陈老师", Role.ClassTeacher));
        _school.Group = new GroupBinding(Group, School.Class);
        _school.Invitations.Add(new Invitation("CODE", _ming, School.Class));
    }

    [Fact]
    public void Neither_words_nor_old_buttons_nor_edits_nor_the_code_reach_the_child()
    {
        _school.Handle(Said(11, "王小明 36.5"));
        var open = _school.StateOf(Father);
        Assert.IsType<ConversationState.AwaitingTravel>(open);
        _school.Handle(Said(12, "没外出"));
        var buttons = Buttons(_school.Handle(Said(13, "36.6 没外出"))).ToList();
        Assert.NotEmpty(buttons);
        _school.Handle(new ConversationEvent.ButtonPressed("c", 5, ButtonData.Standing(Verbs.RemoveGuardian, Id(_ming.Id), Id(Father), "y").ToString())
        { Chat = new ChatRef(3, ChatKind.Private), From = new Sender(3, "陈") });
        Assert.DoesNotContain(_school.Links, link => link.User == Father);
        var before = _school.CheckIns.Count;

        List<ConversationEvent> ways =
        [
            Said(14, "36.7 没外出"), Said(15, "王小明 36.7 没外出"), Edited(13, "38.9"), Edited(11, "王小明 38.9"), Command("undo"), Command("status"), Command("me"),
            Command("start", "CODE"), Said(16, "https://t.me/checkin_bot?start=CODE"), Said(17, "改成 36.9"), Said(18, "不是水痘"),
            .. buttons.Select(data => Press(data)), Press($"0.ch.{ButtonData.Day(_school.Today)}.{Id(_ming.Id)}"), Press("0.un"), Press("0.be"), Press("0.ke"),
            new ConversationEvent.TextReceived(30, "王小明 36.7 没外出") { Chat = new ChatRef(Group, ChatKind.Group), From = new Sender(Father, "爸爸") },
            new ConversationEvent.ButtonPressed("c", 9, $"0.ca.{Id(School.Class.Id)}")
            { Chat = new ChatRef(Group, ChatKind.Group), From = new Sender(Father, "爸爸") },
        ];
        foreach (var way in ways)
        {
            var effects = _school.Handle(way);
            Assert.DoesNotContain(effects, effect => effect is Effect.Record or Effect.Link or Effect.SendFile);
            foreach (var text in Texts(effects, to: Father)) Assert.DoesNotContain("王小明", text, StringComparison.Ordinal);
        }

        Assert.Equal(before, _school.CheckIns.Count);
        Assert.Equal(366, _school.Current(_ming.Id, _school.Today)!.Answer.TemperatureTenths);
    }

    [Fact]
    public void A_button_that_is_pressed_again_and_again_does_its_work_once()
    {
        var travel = Buttons(_school.Handle(Said(11, "36.5"))).First(data => data.EndsWith(".n", StringComparison.Ordinal));
        _school.Handle(Press(travel));
        var (count, answer) = (_school.CheckIns.Count, _school.Current(_ming.Id, _school.Today)!.Answer);
        Assert.Equal(Travel.No, answer.Travel);
        _school.Handle(Said(12, "去过武汉，昨天回来"));
        var after = _school.CheckIns.Count;
        // A replay is judged by the question that is open now: the one that it belonged to is over.
        for (var again = 0; again < 5; again++) Assert.DoesNotContain(_school.Handle(Press(travel)), effect => effect is Effect.Record);
        Assert.True(after > count);
        Assert.Equal(Travel.Yes, _school.Current(_ming.Id, _school.Today)!.Answer.Travel);
    }

    private static string Id(long id) => ButtonData.Number(id);

    private static ConversationEvent.TextReceived Said(int message, string text) => new(message, text) { Chat = Private, From = From };

    private static ConversationEvent.TextEdited Edited(int message, string text) => new(message, text) { Chat = Private, From = From };

    private static ConversationEvent.CommandReceived Command(string name, string arguments = "") => new(20, name, arguments) { Chat = Private, From = From };

    private static ConversationEvent.ButtonPressed Press(string data) => new("c", 9, data) { Chat = Private, From = From };

    private static ChatRef Private { get; } = new(Father, ChatKind.Private);

    private static Sender From { get; } = new(Father, "爸爸", "zh-hans");

    private static IEnumerable<string> Buttons(IEnumerable<Effect> effects) => effects
        .SelectMany(effect => effect switch { Effect.Send send => send.Message.Keyboard.Rows, Effect.Edit edit => edit.Keyboard.Rows, _ => [] })
        .SelectMany(row => row).Select(button => button.Data).OfType<string>();

    private static IEnumerable<string> Texts(IEnumerable<Effect> effects, long to) => effects.Select(effect => effect switch
    {
        Effect.Send { Message: { ChatId: var chat, Text: var text } } when chat == to => text,
        Effect.Edit { ChatId: var chat, Text: var text } when chat == to => text,
        Effect.AnswerButton { Text: { } text } => text,
        _ => "",
    });
}
