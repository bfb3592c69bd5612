using CheckinBot.Core.Places;

namespace CheckinBot.Tests.Reading;

public class GazetteerTests
{
    [Theory]
    [InlineData("孝感", "湖北")]
    [InlineData("湖北孝感", "湖北省")]
    [InlineData("武汉市", "湖北")]
    [InlineData("武昌", "武汉")]
    [InlineData("光山县", "信阳")]
    [InlineData("光山县", "河南")]
    [InlineData("恩施", "湖北")]
    [InlineData("鄂", "湖北")]
    [InlineData("沪", "上海")]
    [InlineData("KL", "Malaysia")]
    [InlineData("JB", "马来西亚")]
    [InlineData("高雄", "台湾")]
    [InlineData("臺南", "台灣")]
    [InlineData("Wuhan", "湖北")]
    [InlineData("Tokyo", "日本")]
    [InlineData("長沙、武漢", "湖北")]
    [InlineData("武汉", "中国")]
    [InlineData("湖北", "湖北")]
    public void A_place_lies_in_its_area(string place, string area) => Assert.True(Gazetteer.Instance.IsIn(place, area));

    [Theory]
    [InlineData("郑州", "湖北")]
    [InlineData("湖北", "孝感")]
    [InlineData("Singapore", "Malaysia")]
    [InlineData("", "湖北")]
    public void And_not_in_another(string place, string area) => Assert.False(Gazetteer.Instance.IsIn(place, area));

    [Theory]
    [InlineData("平安")]
    [InlineData("合作")]
    [InlineData("和平")]
    public void A_short_name_that_is_a_word_is_no_place(string word) => Assert.False(Gazetteer.Instance.Knows(word));

    [Fact]
    public void Every_province_and_county_is_there()
    {
        Assert.True(Gazetteer.Instance.Names.Count() > 6000);
        Assert.Equal(["湖北省", "中国"], Gazetteer.Instance.ParentsOf("孝感"));
    }
}
