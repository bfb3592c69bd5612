using System.Xml.Linq;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown.Pictures;

namespace CheckinBot.Tests.Digests;

public sealed class DigestPictureTests
{
    [Theory]
    [MemberData(nameof(ThreeSizes.SizesAndLanguages), MemberType = typeof(ThreeSizes))]
    public void A_picture_is_the_same_byte_for_byte(string size, Language language) =>
        GoldenFile.Equal($"picture-{size}.{language.ToTag()}.svg", DigestPicture.Svg(ThreeSizes.History(size, language), language));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("A&B \"x\" 'y'")]
    [InlineData("坏\u0001班\ud83d")]
    public void A_unit_may_have_any_name(string name)
    {
        var history = ThreeSizes.History("class");
        var now = history.Now with { Unit = new DigestUnit(1, null, name, UnitKind.Class) };
        var picture = XDocument.Parse(DigestPicture.Svg(history with { Now = now, Units = [new UnitHistory(name, history.Totals)] }, Language.En));
        Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName == "script");
    }

    [Fact]
    public void A_unit_without_people_has_a_picture_too()
    {
        var empty = new Digest
        {
            Unit = new DigestUnit(1, null, "示范县", UnitKind.Area),
            Moment = ThreeSizes.Digest("class").Moment,
            Numbers = default,
            Own = default
        };
        var days = ThreeSizes.History("class").Days;
        Assert.NotNull(
            XDocument.Parse(DigestPicture.Svg(new DrawnHistory(empty, days, [.. days.Select(_ => (DigestNumbers?)null)], []), Language.ZhHans)).Root);
    }

    [Fact]
    public void Characters_are_asked_for_in_the_shapes_of_the_reader()
    {
        Assert.Contains("Noto Sans CJK TC,", DigestPicture.Svg(ThreeSizes.History("class"), Language.ZhHant), StringComparison.Ordinal);
        Assert.Contains("Noto Sans CJK SC,", DigestPicture.Svg(ThreeSizes.History("class"), Language.ZhHans), StringComparison.Ordinal);
    }
}
