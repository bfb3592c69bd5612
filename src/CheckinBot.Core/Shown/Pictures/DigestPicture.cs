using System.Globalization;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown.Pictures;

/// <summary>
/// The picture that accompanies a digest: the present numbers, coverage and fevers over the last school days, and a heat
/// table of the units by day. Counts only. Drawn for a phone: 1080 wide, nothing smaller than 22.
/// </summary>
public static class DigestPicture
{
    internal const double Width = 1080, Margin = 24, Inset = 36;
    internal const double Left = Margin + Inset, Right = Width - Margin - Inset;
    private const double HeadHeight = 384;

    /// <summary>The picture as SVG text.</summary>
    public static string Svg(DrawnHistory history, Language language)
    {
        var phrases = new Phrases(language);
        var svg = new Svg();
        var table = HeatTable.Of(history, phrases);
        var chartTop = Margin + HeadHeight + Margin;
        var tableTop = chartTop + Chart.Height + Margin;
        var height = tableTop + table.Height + Margin;
        svg.Rectangle(0, 0, Width, height, Palette.Paper);
        DrawHead(svg, history.Now, phrases);
        Card(svg, chartTop, Chart.Height);
        Chart.Draw(svg, chartTop, history, phrases);
        Card(svg, tableTop, table.Height);
        table.Draw(svg, tableTop);
        return svg.ToPicture(Width, height, language);
    }

    internal static string Grouped(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    internal static void Card(Svg svg, double top, double height) =>
        svg.Rectangle(Margin, top, Width - (2 * Margin), height, Palette.Card, round: 22);

    private static void DrawHead(Svg svg, Digest now, Phrases phrases)
    {
        var (numbers, moment) = (now.Numbers, now.Moment);
        Card(svg, Margin, HeadHeight);
        svg.Text(Left, Margin + 66, TextWidth.Cut(now.Unit.ShortName, 40), 44, Palette.Ink, bold: true);
        svg.Text(Left, Margin + 112, phrases.PictureMoment(moment), 28, Palette.Faint);
        svg.Text(Left, Margin + 218, $"{numbers.CoveragePercent}%", 92, Palette.Coverage, bold: true);
        svg.Text(Left + 300, Margin + 172, phrases.ColumnCoverage, 28, Palette.Faint);
        svg.Text(Left + 300, Margin + 214, phrases.PictureCovered(Grouped(numbers.Covered), Grouped(numbers.Expected)), 32, Palette.Ink);
        svg.Rectangle(Left, Margin + 244, Right - Left, 14, Palette.Track, round: 7);
        var covered = numbers.Expected == 0 ? 1 : numbers.Covered / (double)numbers.Expected;
        if (covered > 0) svg.Rectangle(Left, Margin + 244, Math.Max(14, (Right - Left) * covered), 14, Palette.Coverage, round: 7);
        (string Label, int Value)[] tiles =
        [
            (phrases.CountMissing, numbers.Missing), (phrases.CountExempt, numbers.Exempt), (phrases.CountFever, numbers.Fever),
            (phrases.CountSymptomatic, numbers.Symptomatic),
        ];
        for (var index = 0; index < tiles.Length; index++)
        {
            var x = Left + ((Right - Left) / tiles.Length * index);
            var warns = tiles[index].Value > 0 && index == 2;
            svg.Text(x, Margin + 318, Grouped(tiles[index].Value), 46, warns ? Palette.Fever : Palette.Ink, bold: true);
            svg.Text(x, Margin + 356, tiles[index].Label, 26, Palette.Faint);
        }
    }
}
