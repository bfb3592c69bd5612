using CheckinBot.Core.Buttons;

namespace CheckinBot.Tests.Conversations;

public sealed class ButtonDataTests
{
    [Fact]
    public void What_a_button_carries_comes_back()
    {
        var day = new DateOnly(2026, 3, 5);
        var data = ButtonData.Parse(ButtonData.Of(int.MaxValue - 1, Verbs.Change, ButtonData.Day(day), ButtonData.Number(5_000_000_000)).ToString())!;
        Assert.Equal((int.MaxValue - 1, Verbs.Change, day, 5_000_000_000L), (data.Epoch, data.Verb, data.DayAt(0), data.NumberAt(1)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7.")]
    [InlineData("-1.la")]
    [InlineData("zzzzzzz.la")]
    [InlineData("7 .la")]
    [InlineData("Ⅷ.la")]
    public void What_is_none_of_ours_is_nothing(string? data) => Assert.Null(ButtonData.Parse(data));

    [Fact]
    public void An_argument_that_is_no_number_is_none()
    {
        var data = ButtonData.Parse("0.ch.zzzzzzzzzzzzzz.!.")!;
        Assert.All(Enumerable.Range(0, 5), index => Assert.Null(data.NumberAt(index)));
        Assert.All(Enumerable.Range(0, 5), index => Assert.Null(data.DayAt(index)));
    }
}
