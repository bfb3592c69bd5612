using System.Globalization;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown.Pictures;

/// <summary>
/// Fevers as a line above and coverage as bars below, over the same days. They are two bands, so that no number of one
/// covers the other and neither needs a second scale.
/// </summary>
internal static class Chart
{
    public const double Height = 590;
    private const double FeverTop = 150, FeverHeight = 110, BarsTop = 330, BarsHeight = 160;

    public static void Draw(Svg svg, double top, DrawnHistory history, Phrases phrases)
    {
        svg.Text(DigestPicture.Left, top + 52, phrases.PictureChartTitle(history.Days.Count), 32, Palette.Ink, bold: true);
        DrawFevers(svg, top, history, phrases);
        DrawBars(svg, top, history, phrases);
        DrawDays(svg, top + BarsTop + BarsHeight, history.Days, phrases, DigestPicture.Left, DigestPicture.Right);
    }

    /// <summary>Day numbers in a row, and the month under the first day of each.</summary>
    public static void DrawDays(Svg svg, double top, IReadOnlyList<DateOnly> days, Phrases phrases, double left, double right)
    {
        for (var index = 0; index < days.Count; index++)
        {
            var x = Middle(index, days.Count, left, right);
            svg.Text(x, top + 30, days[index].Day.ToString(CultureInfo.InvariantCulture), 24, Palette.Ink, Anchor.Middle);
            if (index == 0 || days[index].Month != days[index - 1].Month)
                svg.Text(x, top + 60, phrases.MonthName(days[index]), 22, Palette.Faint, Anchor.Middle);
        }
    }

    /// <summary>The middle of a day's column.</summary>
    public static double Middle(int index, int count, double left, double right) => left + ((right - left) / count * (index + 0.5));

    private static void DrawFevers(Svg svg, double top, DrawnHistory history, Phrases phrases)
    {
        svg.Circle(DigestPicture.Left + 10, top + 96, 10, Palette.Fever);
        svg.Text(DigestPicture.Left + 32, top + 105, phrases.PictureFevers, 26, Palette.Faint);
        var bottom = top + FeverTop + FeverHeight;
        svg.Line(DigestPicture.Left, bottom, DigestPicture.Right, bottom, Palette.Rule, 2);
        var most = Math.Max(1, history.Totals.Max(one => one?.Fever ?? 0));
        var run = new List<(double X, double Y)>();
        var points = new List<(double X, double Y, int Fevers)>();
        for (var index = 0; index < history.Days.Count; index++)
        {
            if (Answered(history.Totals[index]) is not { } numbers)
            {
                DrawRun(svg, run);
                continue;
            }

            var x = Middle(index, history.Days.Count, DigestPicture.Left, DigestPicture.Right);
            var y = bottom - ((FeverHeight - 20) * numbers.Fever / most);
            run.Add((x, y));
            points.Add((x, y, numbers.Fever));
        }

        DrawRun(svg, run);
        foreach (var (x, y, fevers) in points)
        {
            svg.Circle(x, y, 7, Palette.Fever);
            svg.Text(x, y - 16, DigestPicture.Grouped(fevers), 24, fevers > 0 ? Palette.Fever : Palette.Faint, Anchor.Middle, bold: fevers > 0);
        }
    }

    // Days without numbers interrupt the line, because nothing is known of them.
    private static void DrawRun(Svg svg, List<(double X, double Y)> run)
    {
        if (run.Count > 1) svg.Path(run, Palette.Fever, 4);
        run.Clear();
    }

    private static void DrawBars(Svg svg, double top, DrawnHistory history, Phrases phrases)
    {
        svg.Rectangle(DigestPicture.Left, top + BarsTop - 54, 20, 20, Palette.Coverage, round: 4);
        svg.Text(DigestPicture.Left + 32, top + BarsTop - 35, phrases.PictureCoverageUnit, 26, Palette.Faint);
        var bottom = top + BarsTop + BarsHeight;
        var column = (DigestPicture.Right - DigestPicture.Left) / history.Days.Count;
        for (var index = 0; index < history.Days.Count; index++)
        {
            var x = Middle(index, history.Days.Count, DigestPicture.Left, DigestPicture.Right);
            if (Answered(history.Totals[index]) is { } numbers)
            {
                var height = Math.Max(2, (BarsHeight - 32) * numbers.CoveragePercent / 100);
                svg.Rectangle(x - (column * 0.36), bottom - height, column * 0.72, height, Palette.Coverage, round: 4);
                svg.Text(x, bottom - height - 9, numbers.CoveragePercent.ToString(CultureInfo.InvariantCulture), 24, Palette.Ink, Anchor.Middle);
            }
            else
            {
                svg.Text(x, bottom - 9, "–", 24, Palette.Faint, Anchor.Middle);
            }
        }

        svg.Line(DigestPicture.Left, bottom, DigestPicture.Right, bottom, Palette.Rule, 2);
    }

    private static DigestNumbers? Answered(DigestNumbers? numbers) => numbers is { Expected: > 0 } ? numbers : null;
}
