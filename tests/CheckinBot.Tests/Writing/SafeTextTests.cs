using CheckinBot.Core.Writing;

namespace CheckinBot.Tests.Writing;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("王妈妈", "王妈妈")]
    [InlineData("\u202Eevil\u202C 王妈妈\u200F", "evil 王妈妈")]
    [InlineData("\u2066a\u2069\u061Cb", "ab")]
    [InlineData("a\u200Bb\u200Dc\uFEFFd\u00ADe\u2060", "abcde")]
    [InlineData("\u3164", "")]
    [InlineData("\u2800\u115F \uFFA0", "")]
    [InlineData("a\U000E0041\U000E0001b", "ab")]
    [InlineData("一\u0000二\u0007三", "一二三")]
    [InlineData("一\n二\u2028三\t四", "一 二 三 四")]
    [InlineData("z\u0300\u0301\u0302\u0303\u0304a", "z\u0300\u0301a")]
    [InlineData("Nguye\u0302\u0303n", "Nguye\u0302\u0303n")]
    [InlineData("小雨🌸", "小雨🌸")]
    [InlineData("\uD83C", "")]
    [InlineData("𫖯明", "𫖯明")]
    [InlineData("علي", "علي")]
    public void What_cannot_be_seen_is_removed_and_the_rest_stays(string typed, string shown) => Assert.Equal(shown, SafeText.Line(typed));

    [Fact]
    public void Lines_of_a_message_stay_lines() => Assert.Equal("1. 王小明 36.5\n2. 李华 36.6", SafeText.Lines("1. 王小明\u200E 36.5\n2. 李华\u202C 36.6"));
}
