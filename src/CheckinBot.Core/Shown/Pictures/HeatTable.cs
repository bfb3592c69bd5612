using System.Globalization;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown.Pictures;

/// <summary>A cell: its text, its colour, and whether it carries the mark of a fever.</summary>
internal sealed record HeatCell(string Text, (string Fill, string Ink) Colours, bool HasFever = false);

/// <summary>
/// The table of units by day. A class has no units below it, so its rows are the kinds of counts. Units that do not fit are
/// summed up in the last row; shown are those with the most missing today, in the order of their names: no ranking.
/// </summary>
internal sealed class HeatTable
{
    private const int MostRows = 12;
    private const double RowHeight = 46, HeadHeight = 150, NameWidth = 276, LegendHeight = 84, NoteHeight = 36;

    private readonly string _title;
    private readonly IReadOnlyList<DateOnly> _days;
    private readonly IReadOnlyList<(string Name, IReadOnlyList<HeatCell> Cells)> _rows;
    private readonly bool _ofUnits, _isCut;
    private readonly Phrases _phrases;

    private HeatTable(
        string title, IReadOnlyList<DateOnly> days, IReadOnlyList<(string, IReadOnlyList<HeatCell>)> rows, bool ofUnits, bool isCut, Phrases phrases) =>
        (_title, _days, _rows, _ofUnits, _isCut, _phrases) = (title, days, rows, ofUnits, isCut, phrases);

    public double Height => HeadHeight + (_rows.Count * RowHeight) + (_ofUnits ? LegendHeight : 32) + (_isCut ? NoteHeight : 0);

    public static HeatTable Of(DrawnHistory history, Phrases phrases) => history.Units.Count > 0
        ? new HeatTable(
            phrases.PictureUnitsTitle, history.Days,
            [.. Shown(history.Units, phrases).Select(unit => (UnitNames.Joined(unit.Name.Split('/')), CoverageCells(unit)))],
            ofUnits: true, isCut: history.Units.Count > MostRows, phrases)
        : new HeatTable(phrases.PictureCountsTitle, history.Days, Counts(history.Totals, phrases), ofUnits: false, isCut: false, phrases);

    public void Draw(Svg svg, double top)
    {
        svg.Text(DigestPicture.Left, top + 52, _title, 32, Palette.Ink, bold: true);
        var left = DigestPicture.Left + NameWidth;
        Chart.DrawDays(svg, top + 66, _days, _phrases, left, DigestPicture.Right);
        var column = (DigestPicture.Right - left) / _days.Count;
        for (var row = 0; row < _rows.Count; row++)
        {
            var y = top + HeadHeight + (row * RowHeight);
            svg.Text(DigestPicture.Left, y + 31, TextWidth.Cut(_rows[row].Name, 19), 26, Palette.Ink);
            for (var index = 0; index < _days.Count; index++)
            {
                var cell = _rows[row].Cells[index];
                var x = left + (column * index);
                svg.Rectangle(x + 1.5, y + 1.5, column - 3, RowHeight - 3, cell.Colours.Fill, round: 5);
                svg.Text(x + (column / 2), y + 31, cell.Text, cell.Text.Length > 3 ? 18 : 22, cell.Colours.Ink, Anchor.Middle);
                if (cell.HasFever) svg.Circle(x + column - 8, y + 9, 5, Palette.Fever);
            }
        }

        if (_ofUnits) DrawLegend(svg, top + HeadHeight + (_rows.Count * RowHeight) + 46);
    }

    private void DrawLegend(Svg svg, double y)
    {
        string[] labels = ["100", "95–99", "80–94", "1–79", "0"];
        var x = DigestPicture.Left;
        for (var index = 0; index < labels.Length; index++)
        {
            svg.Rectangle(x, y - 20, 26, 26, Palette.Steps[index].Fill, round: 5);
            svg.Text(x + 36, y + 1, labels[index], 24, Palette.Faint);
            x += 58 + (TextWidth.Characters(labels[index]) * 15);
        }

        svg.Circle(x + 12, y - 7, 7, Palette.Fever);
        svg.Text(x + 28, y + 1, _phrases.PictureFeverMark, 24, Palette.Faint);
        x += 56 + (TextWidth.Characters(_phrases.PictureFeverMark) * 13);
        svg.Text(x, y + 1, $"– {_phrases.PictureNoNumbers}", 24, Palette.Faint);
        if (_isCut) svg.Text(DigestPicture.Left, y + 1 + NoteHeight, _phrases.PictureMostMissing(MostRows - 1), 24, Palette.Faint);
    }

    private static IEnumerable<UnitHistory> Shown(IReadOnlyList<UnitHistory> units, Phrases phrases)
    {
        if (units.Count <= MostRows) return units;
        var shown = units.Select((unit, index) => (unit, index))
            .OrderByDescending(one => one.unit.Numbers[^1]?.Missing ?? 0).ThenBy(one => one.index)
            .Take(MostRows - 1).Select(one => one.index).ToHashSet();
        var others = units.Where((_, index) => !shown.Contains(index)).ToList();
        var sum = new UnitHistory(phrases.PictureOthers(others.Count), [.. Enumerable.Range(0, units[0].Numbers.Count).Select(day => Sum(others, day))]);
        return units.Where((_, index) => shown.Contains(index)).Append(sum);
    }

    private static DigestNumbers? Sum(List<UnitHistory> units, int day)
    {
        var known = units.Select(unit => unit.Numbers[day]).OfType<DigestNumbers>().ToList();
        return known.Count == 0 ? null : known.Aggregate(DigestNumbers.Add);
    }

    private static IReadOnlyList<HeatCell> CoverageCells(UnitHistory unit) =>
    [
        .. unit.Numbers.Select(numbers => numbers is { Expected: > 0 } known
            ? new HeatCell(Text(known.CoveragePercent), Palette.Of(known.CoveragePercent), known.Fever > 0)
            : new HeatCell("–", Palette.None)),
    ];

    private static IReadOnlyList<(string, IReadOnlyList<HeatCell>)> Counts(IReadOnlyList<DigestNumbers?> totals, Phrases phrases)
    {
        (string Name, Func<DigestNumbers, int> Value, bool Warns)[] rows =
        [
            (phrases.CountReported, n => n.Reported, false), (phrases.CountExempt, n => n.Exempt, false), (phrases.CountMissing, n => n.Missing, true),
            (phrases.CountFever, n => n.Fever, true), (phrases.CountSymptomatic, n => n.Symptomatic, true), (phrases.CountTravelled, n => n.Travelled, false),
        ];
        return [.. rows.Select(row => (row.Name, (IReadOnlyList<HeatCell>)[.. totals.Select(numbers => Count(numbers, row.Value, row.Warns))]))];
    }

    private static HeatCell Count(DigestNumbers? numbers, Func<DigestNumbers, int> value, bool warns) => numbers is { Expected: > 0 } known
        ? new HeatCell(Text(value(known)), warns && value(known) > 0 ? Palette.Some : Palette.Zero)
        : new HeatCell("–", Palette.None);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
