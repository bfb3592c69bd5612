using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Tests.Reading;

/// <summary>A place and a day are read in any order, and one of the two alone.</summary>
public sealed class TripAnswerTests
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    [Theory]
    [InlineData("湖南长沙，11月20号", "湖南长沙", "2026-11-20")]
    [InlineData("11月20号，湖南长沙", "湖南长沙", "2026-11-20")]
    [InlineData("长沙，昨天回来", "长沙", "2026-11-30")]
    [InlineData("昨天从长沙回来的", "长沙", "2026-11-30")]
    [InlineData("长沙 前天回来", "长沙", "2026-11-29")]
    [InlineData("長沙，昨天回來的", "長沙", "2026-11-30")]
    [InlineData("去了长沙，上周日回来的", "长沙", "2026-11-29")]
    [InlineData("长沙市岳麓区，前天晚上回来的", "长沙市岳麓区", "2026-11-29")]
    [InlineData("Changsha, 20 November", "Changsha", "2026-11-20")]
    [InlineData("Changsha, back yesterday", "Changsha", "2026-11-30")]
    [InlineData("3天前，桃园", "桃园", "2026-11-28")]
    [InlineData("台北，今天回來", "台北", "2026-12-01")]
    public void Place_and_day_come_in_any_order(string text, string place, string day)
    {
        var trip = TripAnswer.Read(text, Today)!;
        Assert.Equal((place, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), (trip.Place, trip.ReturnedOn));
    }

    [Theory]
    [InlineData("湖南长沙", "湖南长沙")]
    [InlineData("去了孝感。", "孝感")]
    [InlineData("was in KL", "KL")]
    [InlineData("回湖南老家了", "湖南")]
    public void A_place_alone_leaves_the_day_open(string text, string place)
    {
        var trip = TripAnswer.Read(text, Today)!;
        Assert.Equal((place, null, false), (trip.Place, trip.ReturnedOn, trip.StillAway));
    }

    [Theory]
    [InlineData("昨天回来的", "2026-11-30")]
    [InlineData("11月20号", "2026-11-20")]
    [InlineData("上周日", "2026-11-29")]
    [InlineData("last Sunday", "2026-11-29")]
    public void A_day_alone_leaves_the_place_open(string text, string day)
    {
        var trip = TripAnswer.Read(text, Today)!;
        Assert.Equal((null, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)), (trip.Place, trip.ReturnedOn));
    }

    [Theory]
    [InlineData("回老家了")]
    [InlineData("老家")]
    [InlineData("去外婆家了")]
    [InlineData("grandma's")]
    public void The_family_s_own_place_is_asked_about(string text)
    {
        var trip = TripAnswer.Read(text, Today)!;
        Assert.True(trip.IsAtRelatives);
        Assert.Null(trip.Place);
    }

    [Fact]
    public void Somebody_may_still_be_there()
    {
        var trip = TripAnswer.Read("长沙，还没回来", Today)!;
        Assert.Equal(("长沙", null, true), (trip.Place, trip.ReturnedOn, trip.StillAway));
    }

    [Theory]
    [InlineData("今天作业是什么")]
    [InlineData("为什么要问？")]
    [InlineData("")]
    [InlineData("，，")]
    public void Anything_else_is_no_answer(string text) => Assert.Null(TripAnswer.Read(text, Today));
}
