using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Places;

namespace CheckinBot.Tests.CheckIns;

/// <summary>A key area is named once in the configuration; families name towns in it in their own words.</summary>
public sealed class KeyAreaTests
{
    private static readonly DateOnly Day = new(2020, 3, 2);

    private static readonly HealthRules Rules = HealthRules.Default with { KeyAreas = ["湖北", "北京市丰台区", "Malaysia", "富贵新村"] };

    [Theory]
    [InlineData("湖北", "湖北")]
    [InlineData("湖北省", "湖北")]
    [InlineData("孝感", "湖北")]
    [InlineData("湖北孝感", "湖北")]
    [InlineData("武昌", "湖北")]
    [InlineData("鄂", "湖北")]
    [InlineData("武漢", "湖北")]
    [InlineData("Wuhan", "湖北")]
    [InlineData("长沙、武汉", "湖北")]
    [InlineData("北京丰台", "北京市丰台区")]
    [InlineData("豐台區", "北京市丰台区")]
    [InlineData("吉隆坡", "Malaysia")]
    [InlineData("KL", "Malaysia")]
    [InlineData("富贵新村", "富贵新村")]
    [InlineData("城南富貴新村", "富贵新村")]
    public void A_place_lies_in_the_key_area_that_holds_it(string place, string area) => Assert.Equal(area, Rules.KeyAreaOf(place, Day));

    [Theory]
    [InlineData("郑州")]
    [InlineData("北京")]
    [InlineData("北京海淀")]
    [InlineData("Singapore")]
    [InlineData("外婆家")]
    [InlineData("Stockland")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Another_place_lies_in_none(string? place) => Assert.Null(Rules.KeyAreaOf(place, Day));

    [Fact]
    public void Without_key_areas_no_place_is_in_one() => Assert.Null(HealthRules.Default.KeyAreaOf("武汉", Day));

    [Theory]
    [InlineData("2020-01-22", false)]
    [InlineData("2020-01-23", true)]
    [InlineData("2020-04-08", true)]
    [InlineData("2020-04-09", false)]
    public void A_key_area_counts_while_it_is_on_the_list(string day, bool counts)
    {
        var rules = HealthRules.Default with { KeyAreas = [new KeyArea("湖北") { From = new(2020, 1, 23), To = new(2020, 4, 8) }] };
        Assert.Equal(counts, rules.KeyAreaOf("武汉", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)) is not null);
    }
}
