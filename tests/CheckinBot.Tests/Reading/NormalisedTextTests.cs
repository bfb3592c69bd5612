using CheckinBot.Core.Script;

namespace CheckinBot.Tests.Reading;

public class NormalisedTextTests
{
    [Theory]
    [InlineData("３６．５℃", "36.5℃")]
    [InlineData("體溫３６。５", "体温36。5")]
    [InlineData("冇發燒", "冇发烧")]
    [InlineData("Emma’s TEMP", "emma's temp")]
    [InlineData("1️⃣王小明", "1王小明")]
    [InlineData("36\u200B.5", "36.5")]
    public void Width_script_case_and_invisible_characters_are_evened_out(string typed, string normalised) =>
        Assert.Equal(normalised, NormalisedText.From(typed).Text);

    [Fact]
    public void What_was_typed_is_found_again()
    {
        var text = NormalisedText.From("\u200B李小華　３６．５");
        Assert.Equal("李小華", text.Typed(0, 3));
    }
}
