using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Tests.Reading;

public class NumberTests
{
    [Theory]
    [InlineData("36.5", 3650)]
    [InlineData("36。5", 3650)]
    [InlineData("36,5", 3650)]
    [InlineData("36..5", 3650)]
    [InlineData("36 .5", 3650)]
    [InlineData("36度5", 3650)]
    [InlineData("36度五", 3650)]
    [InlineData("36度半", 3650)]
    [InlineData("36点5", 3650)]
    [InlineData("36℃5", 3650)]
    [InlineData("36 point 5", 3650)]
    [InlineData("98.6", 9860)]
    [InlineData("36.55", 3655)]
    public void Decimals_are_read_with_any_mark(string text, int hundredths)
    {
        var token = NumberScanner.Digits(text, 0);
        Assert.Equal((NumberForm.Decimal, hundredths, text.Length), (token.Form, token.Hundredths, token.End));
    }

    [Theory]
    [InlineData("1月23日从", 5)]
    [InlineData("2020-01-23", 10)]
    [InlineData("2020年1月23日", 10)]
    [InlineData("7:30", 4)]
    [InlineData("7点半", 3)]
    [InlineData("13636536537", 11)]
    [InlineData("1/23", 4)]
    public void Dates_times_and_long_numbers_are_never_temperatures(string text, int end)
    {
        var token = NumberScanner.Digits(text, 0);
        Assert.Equal((NumberForm.Foreign, end), (token.Form, token.End));
    }

    [Theory]
    [InlineData("36度3个", 2)]
    [InlineData("36，37", 2)]
    [InlineData("36,5个", 2)]
    public void A_digit_that_counts_something_else_is_no_decimal(string text, int end)
    {
        var token = NumberScanner.Digits(text, 0);
        Assert.Equal((NumberForm.Integer, end), (token.Form, token.End));
    }

    [Theory]
    [InlineData("三十六度五", 3650, nameof(NumberForm.Decimal))]
    [InlineData("三十六点五", 3650, nameof(NumberForm.Decimal))]
    [InlineData("三十六度半", 3650, nameof(NumberForm.Decimal))]
    [InlineData("三六点五", 3650, nameof(NumberForm.Decimal))]
    [InlineData("卅六度五", 3650, nameof(NumberForm.Decimal))]
    [InlineData("叁拾陆度伍", 3650, nameof(NumberForm.Decimal))]
    [InlineData("三六五", 3650, nameof(NumberForm.Compact))]
    [InlineData("三十七", 3700, nameof(NumberForm.Integer))]
    [InlineData("三十六度七八", 3600, nameof(NumberForm.Vague))]
    [InlineData("三十六七度", 3600, nameof(NumberForm.Vague))]
    public void Chinese_numerals_are_read(string text, int hundredths, string form)
    {
        var token = Numerals.Temperature(text, 0);
        Assert.NotNull(token);
        Assert.Equal((form, hundredths), (token.Value.Form.ToString(), token.Value.Hundredths));
    }

    [Theory]
    [InlineData("一三十六度五", 1)]
    [InlineData("三三十六度五", 1)]
    [InlineData("五三六五", 1)]
    public void A_numeral_that_belongs_to_a_name_is_left_to_it(string text, int start) =>
        Assert.Equal(start, Numerals.Temperature(text, 0)!.Value.Start);

    [Theory]
    [InlineData("三十六块五")]
    [InlineData("三百六十五")]
    [InlineData("一二三四五六")]
    [InlineData("五")]
    public void Other_numerals_are_no_temperatures(string text) =>
        Assert.True(Numerals.Temperature(text, 0) is not { Form: NumberForm.Decimal or NumberForm.Compact });

    [Theory]
    [InlineData("thirty-six point five", 3650)]
    [InlineData("thirty six five", 3650)]
    [InlineData("ninety-eight point six", 9860)]
    public void English_words_are_read(string text, int hundredths) =>
        Assert.Equal(hundredths, EnglishNumerals.Temperature(text, 0)!.Value.Hundredths);
}
