using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Tests.Reading;

/// <summary>What people type where they could press a button.</summary>
public sealed class DialogAnswerTests
{
    private static readonly DateOnly Today = new(2026, 3, 5);

    [Theory]
    [InlineData("没有。", ShortAnswer.No)]
    [InlineData("沒有", ShortAnswer.No)]
    [InlineData("No!", ShortAnswer.No)]
    [InlineData("not yet", ShortAnswer.No)]
    [InlineData("嗯嗯", ShortAnswer.None)]
    [InlineData("是的", ShortAnswer.Yes)]
    [InlineData("谢谢老师！", ShortAnswer.Thanks)]
    [InlineData("两个都是", ShortAnswer.All)]
    [InlineData("没有去上学，发烧了", ShortAnswer.None)]
    [InlineData("", ShortAnswer.None)]
    public void A_short_answer_is_the_whole_text(string text, ShortAnswer meaning) => Assert.Equal(meaning, ShortAnswers.Read(text));

    [Theory]
    [InlineData("没有别的不舒服", true)]
    [InlineData("沒有其他不舒服", true)]
    [InlineData("没别的了", true)]
    [InlineData("no other symptoms", true)]
    [InlineData("咳嗽", false)]
    [InlineData("还是发烧", false)]
    [InlineData("36.5 没外出", false)]
    public void A_denial_tells_nothing_else(string text, bool denies) => Assert.Equal(denies, Denial.Is(text));

    [Theory]
    [InlineData("明天还要请假", true)]
    [InlineData("请假三天", false)]
    [InlineData("今天请假，明天也请假", false)]
    [InlineData("明天去上学", false)]
    public void Leave_may_be_for_a_later_day(string text, bool ahead) => Assert.Equal(ahead, LeaveAhead.Is(text));

    [Theory]
    [InlineData("今天", 0)]
    [InlineData("昨天回来的", -1)]
    [InlineData("the day before yesterday", -2)]
    [InlineData("3天前", -3)]
    [InlineData("３天前", -3)]
    [InlineData("2 days ago", -2)]
    [InlineData("3月1日", -4)]
    [InlineData("3.1", -4)]
    [InlineData("1 March", -4)]
    public void A_day_of_return_is_not_in_the_future(string text, int days) => Assert.Equal(Today.AddDays(days), ReturnDay.Read(text, Today));

    [Fact]
    public void A_date_that_is_still_to_come_this_year_was_last_year() => Assert.Equal(new DateOnly(2025, 12, 30), ReturnDay.Read("12月30日", Today));

    [Theory]
    [InlineData("2月30日")]
    [InlineData("0月0日")]
    [InlineData("99天前")]
    [InlineData("什么时候")]
    [InlineData("٣天前")]
    [InlineData("\ud83d")]
    [InlineData("")]
    public void What_is_no_day_is_none(string text) => Assert.Null(ReturnDay.Read(text, Today));

    [Theory]
    [InlineData("武汉", "武汉")]
    [InlineData("去了湖北孝感。", "湖北孝感")]
    [InlineData("was in KL", "KL")]
    [InlineData("今天作业是什么", null)]
    [InlineData("为什么要问？", null)]
    [InlineData("36.5", null)]
    [InlineData("没有", null)]
    [InlineData("what's the homework", null)]
    public void A_place_is_a_bare_name(string text, string? place) => Assert.Equal(place, PlainPlace.Read(text));
}
