using System.Globalization;
using System.Net;
using System.Text;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Shown.Pictures;

/// <summary>Writes SVG text. Every text is escaped; numbers have a point whatever the culture.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _text = new();

    public void Rectangle(double x, double y, double width, double height, string fill, double round = 0) =>
        Append($"""<rect x="{x:0.#}" y="{y:0.#}" width="{width:0.#}" height="{height:0.#}" fill="{fill}"{Optional("rx", round)}/>""");

    public void Circle(double x, double y, double radius, string fill) =>
        Append($"""<circle cx="{x:0.#}" cy="{y:0.#}" r="{radius:0.#}" fill="{fill}"/>""");

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width) =>
        Append($"""<line x1="{x1:0.#}" y1="{y1:0.#}" x2="{x2:0.#}" y2="{y2:0.#}" stroke="{stroke}" stroke-width="{width:0.#}"/>""");

    public void Path(IEnumerable<(double X, double Y)> points, string stroke, double width)
    {
        var joined = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
        Append($"""<polyline points="{joined}" fill="none" stroke="{stroke}" stroke-width="{width:0.#}" stroke-linejoin="round" stroke-linecap="round"/>""");
    }

    public void Text(double x, double y, string text, double size, string fill, Anchor anchor = Anchor.Start, bool bold = false)
    {
        var weight = bold ? " font-weight=\"700\"" : "";
        var words = WebUtility.HtmlEncode(Printable(text));
        Append($"""<text x="{x:0.#}" y="{y:0.#}" font-size="{size:0.#}" fill="{fill}"{AnchorOf(anchor)}{weight}>{words}</text>""");
    }

    /// <summary>The whole picture.</summary>
    public string ToPicture(double width, double height, Language language)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"""width="{width:0.#}" height="{height:0.#}" viewBox="0 0 {width:0.#} {height:0.#}" """);
        return $"""<svg xmlns="http://www.w3.org/2000/svg" {size}xml:lang="{language.ToTag()}" font-family="{FontsOf(language)}">"""
            + "\n" + _text + "</svg>\n";
    }

    // Some characters are drawn differently on the mainland and in Taiwan. The font family decides; the language helps where that font is missing.
    private static string FontsOf(Language language) => language == Language.ZhHant
        ? "Noto Sans CJK TC, Noto Sans TC, Source Han Sans TC, PingFang TC, Microsoft JhengHei, sans-serif"
        : "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif";

    private static string AnchorOf(Anchor anchor) => anchor switch
    {
        Anchor.Middle => " text-anchor=\"middle\"",
        Anchor.End => " text-anchor=\"end\"",
        _ => "",
    };

    private static string Optional(string name, double value) =>
        value > 0 ? string.Create(CultureInfo.InvariantCulture, $" {name}=\"{value:0.#}\"") : "";

    // A character that XML does not allow would make the whole picture fail.
    private static string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)).Select(rune => rune.ToString()));

    private void Append(FormattableString element) => _text.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

/// <summary>Which end of a text lies at its place.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
