using CheckinBot.Core.Organisation;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.EndToEnd;

/// <summary>A worker that goes away in the middle of the day.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task An_answer_just_before_the_worker_ends_is_on_the_card_after_the_next_start()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 31));
        var card = school.WrittenInGroup()[^1];
        school.World.SendText(school.User("小明妈妈"), school.User("小明妈妈"), "36.5 没外出");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await school.Count("select count(*) from check_in") == 0) await Task.Delay(5, limit.Token);

        // Cards are looked after once a second, and the clock stands still.
        await school.StopHost();
        Assert.Equal(card, school.WrittenInGroup()[^1]);
        await school.StartHost();
        await school.Settle();
        Assert.NotEqual(card, school.WrittenInGroup()[^1]);
    }

    [Fact]
    public async Task A_restart_in_the_middle_of_the_day_loses_nothing_and_sends_nothing_twice()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 31));
        school.World.SendText(school.User("小明妈妈"), school.User("小明妈妈"), "36.5 没外出");
        school.World.SendText(school.User("李雷爸爸"), school.User("李雷爸爸"), "36.4");
        await school.Settle();
        var cards = school.WrittenInGroup().Count;

        await school.StopHost();
        school.World.SendText(school.User("梅梅奶奶"), school.User("梅梅奶奶"), "三十六度六 没出门");
        await school.MoveClockTo(new TimeOnly(7, 35));
        await school.StartHost();
        await school.MoveTo(new TimeOnly(7, 40));

        // Who wrote while it was away is answered; the reminder that it slept through reaches just those who still have to report.
        Assert.Equal(3, await school.Count("select count(*) from check_in where is_current and status = 'reported'"));
        Assert.Contains("36.6", school.WrittenTo("梅梅奶奶")[^1], StringComparison.Ordinal);
        Assert.Equal(1, school.WrittenTo("小明妈妈").Count(text => text.Contains("36.5", StringComparison.Ordinal) && text.Contains('✅')));
        Assert.Equal(cards, school.WrittenInGroup().Count);
        var asked = school.WrittenTo("双双妈妈").Count;

        await school.StopHost();
        await school.StartHost();
        await school.MoveTo(new TimeOnly(7, 50));
        Assert.Equal(asked, school.WrittenTo("双双妈妈").Count);
        Assert.Equal(cards, school.WrittenInGroup().Count);
        Assert.Equal(0, await school.Count("select count(*) from outbox where sent_at is null"));

        // The question that was open before both restarts can still be answered.
        school.World.SendText(school.User("李雷爸爸"), school.User("李雷爸爸"), "没外出");
        await school.Settle();
        Assert.Contains("没外出", school.WrittenTo("李雷爸爸")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_open_before_a_restart_is_answered_by_its_button_or_in_words_after_it()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 31));
        string[] families = ["李雷爸爸", "小明妈妈"];
        foreach (var family in families) school.World.SendText(school.User(family), school.User(family), "36.4");
        await school.Settle();
        await school.StopHost();
        await school.StartHost();

        var asked = Asked(school, families[0]);
        school.World.Press(school.User(families[0]), asked, "没外出");
        await school.Settle();
        Assert.Contains("✅ 李雷：36.4℃，没外出", Last(school, families[0]).Text, StringComparison.Ordinal);

        // Answered in words, the buttons go from a message that the process before has sent.
        var question = Asked(school, families[1]);
        school.World.SendText(school.User(families[1]), school.User(families[1]), "没外出");
        await school.Settle();
        Assert.Contains("✅ 王小明：36.4℃，没外出", Last(school, families[1]).Text, StringComparison.Ordinal);
        Assert.Empty(Messages(school, families[1]).Single(message => message.Id == question.Id).Buttons);
    }

    private static SimMessage Asked(SmallSchool school, string account) =>
        Messages(school, account).Last(message => message.Button("没外出") is not null);

    private static SimMessage Last(SmallSchool school, string account) => Messages(school, account)[^1];

    private static IReadOnlyList<SimMessage> Messages(SmallSchool school, string account)
    {
        var chat = school.World.PrivateChat(school.User(account));
        lock (school.World.Gate) return [.. chat.Before(school.User(account), int.MaxValue, limit: 1000).Where(message => message.FromBot)];
    }
}
