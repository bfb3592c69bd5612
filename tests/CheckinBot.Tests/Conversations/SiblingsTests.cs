using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Conversations;

public class SiblingsTests
{
    [Theory]
    [InlineData("示范县/第一小学/一年级/1班", "示范县/第一小学/三年级/1班")]
    [InlineData("示范县/第一小学/六年级/2班", "示范县/第二中学/初一/2班")]
    [InlineData("示范县/第二中学/九年级/2班", "示范县/第二中学/高一/2班")]
    [InlineData("示范县/中心幼儿园/大一班", "示范县/第一小学/一年级/1班")]
    [InlineData("示范县/中心幼儿园/小班", "示范县/中心幼儿园/中二班")]
    [InlineData("臺北市/仁愛國小/二年級/3班", "臺北市/仁愛國中/國一/3班")]
    [InlineData("香港/聖心學校/小六/6A", "香港/聖心書院/中一/1A")]
    [InlineData("Singapore/Sunny School/K2", "Singapore/Sunny School/Primary 2/2B")]
    [InlineData("Singapore/Sunny School/P6/6B", "Singapore/Sunny Secondary/Sec 1/1C")]
    public void The_elder_is_in_the_higher_year(string younger, string elder) =>
        Assert.Equal([2, 1], OrderOf((younger, null), (elder, null)));

    [Fact]
    public void Dates_of_birth_say_more_than_the_year() =>
        Assert.Equal([1, 2], OrderOf(("示范县/第一小学/一年级/1班", new(2015, 3, 1)), ("示范县/第一小学/三年级/1班", new(2016, 3, 1))));

    [Fact]
    public void One_date_of_birth_alone_says_nothing_and_the_year_decides() =>
        Assert.Equal([2, 1], OrderOf(("示范县/第一小学/一年级/1班", new(2015, 3, 1)), ("示范县/第一小学/三年级/1班", null)));

    [Theory]
    [InlineData("示范县/第一小学/三年级/1班", "示范县/第一小学/三年级/2班")]
    [InlineData("示范县/第一小学/蓝天班", "示范县/第一小学/三年级/2班")]
    [InlineData("示范县/第一小学/2019级1班", "示范县/第二小学/2020级1班")]
    public void Where_nothing_tells_the_order_stays_unknown(string one, string other) =>
        Assert.Equal([0, 0], OrderOf((one, null), (other, null)));

    [Fact]
    public void Twins_have_no_order() =>
        Assert.Equal([0, 0], OrderOf(("示范县/第一小学/三年级/1班", new(2016, 3, 1)), ("示范县/第一小学/三年级/2班", new(2016, 3, 1))));

    [Fact]
    public void An_only_child_has_no_order() => Assert.Equal([0], OrderOf(("示范县/第一小学/三年级/1班", null)));

    [Fact]
    public void A_child_without_school_today_is_not_asked_about_beside_one_who_has()
    {
        Subject Child(long id, string name, WindowPhase phase) => new(
            new Person(id, id, Role.Student, name), new Unit(id, null, $"{id}班", $"示范县/{id}校/{id}班", UnitKind.Class), Relation.Guardian,
            new CheckInWindow(new DateOnly(2026, 3, 7), CheckInWindow.Morning, phase, new DateOnly(2026, 3, 6), TimeSpan.FromHours(8)), HealthRules.Default);

        var context = new ConversationContext
        {
            Now = new(2026, 3, 7, 7, 30, 0, TimeSpan.FromHours(8)),
            Own = [Child(1, "王小明", WindowPhase.Open), Child(2, "王小红", WindowPhase.NoSchool)]
        };
        var key = new ConversationKey(1, 7, 0, 7);
        var (chat, mother) = (new ChatRef(7, ChatKind.Private), new Sender(7, "妈妈", "zh-hans"));
        var asked = Conversation.Handle(Conversation.New(key), new ConversationEvent.Reminded(ReminderKind.First) { Chat = chat, From = mother }, context);
        var told = Conversation.Handle(asked.Conversation, new ConversationEvent.TextReceived(9, "36.5 没外出") { Chat = chat, From = mother }, context);
        Assert.Equal(1, Assert.Single(told.Effects.OfType<Effect.Record>()).CheckIn.PersonId);
        Assert.All([asked, told], outcome =>
        {
            var text = Assert.Single(outcome.Effects.OfType<Effect.Send>()).Message.Text;
            Assert.Contains("王小明", text, StringComparison.Ordinal);
            Assert.DoesNotContain("王小红", text, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<int> OrderOf(params (string Path, DateOnly? BirthDate)[] children)
    {
        var window = new CheckInWindow(new DateOnly(2026, 3, 2), CheckInWindow.Morning, WindowPhase.Open, new DateOnly(2026, 2, 27), TimeSpan.FromHours(8));
        var subjects = children.Select((child, i) => new Subject(
            new Person(i + 1, i + 1, Role.Student, $"child {i}") { BirthDate = child.BirthDate },
            new Unit(i + 1, null, child.Path.Split('/')[^1], child.Path, UnitKind.Class), Relation.Guardian, window, HealthRules.Default));
        return Siblings.InOrder([.. subjects]).Select(subject => subject.BirthOrder);
    }
}
