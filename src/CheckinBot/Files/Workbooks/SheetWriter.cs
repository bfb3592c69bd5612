using System.Globalization;
using CheckinBot.Core.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = CheckinBot.Core.Tables.Cell;
using Sheet = CheckinBot.Core.Tables.Sheet;
using XmlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace CheckinBot.Files.Workbooks;

/// <summary>Writes one sheet: title, lines, headings, rows, closing lines; row by row, since a county has many.</summary>
internal sealed class SheetWriter
{
    private const uint A4 = 9;

    // A spreadsheet takes 255 characters at most, counting doubled ones twice.
    private const int MostHeading = 120;
    private const double TitleHeight = 34, GroupHeight = 22, SignatureHeight = 44, LineHeight = 18, Air = 2, HeadingAir = 10;

    private readonly OpenXmlWriter _writer;
    private readonly Sheet _sheet;
    private readonly List<string> _merged = [];
    private int _row;

    private SheetWriter(OpenXmlWriter writer, Sheet sheet) => (_writer, _sheet) = (writer, sheet);

    /// <summary>Writes the sheet into its part.</summary>
    public static void Write(WorksheetPart part, Sheet sheet)
    {
        using var xml = OpenXmlWriter.Create(part);
        var writer = new SheetWriter(xml, sheet);
        writer.Begin();
        for (var index = 0; index < sheet.Rows.Count; index++)
            writer.Row(writer.Values(sheet.Rows[index], bold: sheet.Sums.Contains(index)), writer.HeightOf(sheet.Rows[index]));
        writer.End();
    }

    /// <summary>Writes a sheet whose rows come one by one and are never all in memory; each is as high as one line.</summary>
    public static async Task Write(WorksheetPart part, Sheet sheet, IAsyncEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancellationToken)
    {
        using var xml = OpenXmlWriter.Create(part);
        var writer = new SheetWriter(xml, sheet);
        writer.Begin();
        // Cells have no references here: with a million rows those would be a tenth of the file.
        await foreach (var row in rows.WithCancellation(cancellationToken)) xml.WriteElement(new Row(writer.Values(row, bold: false)));
        writer.End();
    }

    /// <summary>The first row of the headings, counted from 1.</summary>
    public static int FirstHeading(Sheet sheet) => (sheet.Title is null ? 0 : 1) + sheet.Head.Count + 1;

    /// <summary>The last row of the headings; everything down to it is frozen.</summary>
    public static int LastHeading(Sheet sheet) => FirstHeading(sheet) + (sheet.HasGroups ? 1 : 0);

    private void Begin()
    {
        _writer.WriteStartElement(new Worksheet());
        _writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        _writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = LastHeading(_sheet),
            TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"A{LastHeading(_sheet) + 1}"),
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        {
            WorkbookViewId = 0,
        }));
        _writer.WriteElement(new Columns(_sheet.Columns.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.FittingWidth,
            CustomWidth = true,
        })));
        _writer.WriteStartElement(new SheetData());
        if (_sheet.Title is { } title) Across(title, WorkbookStyles.Title, TitleHeight);
        foreach (var line in _sheet.Head) Across(line, WorkbookStyles.Line);
        Headings();
    }

    private void End()
    {
        if (_sheet is { Rows.Count: 0, Nothing: { } nothing }) Across(nothing, WorkbookStyles.Note, TitleHeight);
        foreach (var line in _sheet.Foot) Across(line, WorkbookStyles.Line);
        if (_sheet.Signatures.Count > 0) Signatures();
        _writer.WriteEndElement();
        if (_merged.Count > 0) _writer.WriteElement(new MergeCells(_merged.Select(range => new MergeCell { Reference = range })));
        _writer.WriteElement(new PrintOptions { HorizontalCentered = true });
        _writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        _writer.WriteElement(
            new PageSetup
            {
                PaperSize = A4,
                Orientation = _sheet.Landscape ? OrientationValues.Landscape : OrientationValues.Portrait,
                FitToWidth = 1,
                FitToHeight = 0,
            });
        _writer.WriteElement(PageEdges());
        _writer.WriteEndElement();
    }

    // Says on each page what it belongs to, or from the second page on where the first begins with the title.
    private HeaderFooter PageEdges()
    {
        const string PageNumber = "&P / &N";
        var onFirst = _sheet.PageHeading is not null || _sheet.Title is null;
        var heading = TextWidth.Cut(Printable(_sheet.PageHeading ?? _sheet.Title ?? ""), MostHeading).Replace("&", "&&", StringComparison.Ordinal);
        var edges = new HeaderFooter { DifferentFirst = !onFirst };
        if (heading.Length > 0) edges.Append(new OddHeader("&C" + heading));
        edges.Append(new OddFooter("&C" + PageNumber));
        if (!onFirst) edges.Append(new FirstFooter("&C" + PageNumber));
        return edges;
    }

    private void Headings()
    {
        if (_sheet.HasGroups)
        {
            var top = _row + 1;
            foreach (var (first, count, group) in _sheet.Groups())
            {
                if (group is null) _merged.Add(Range(first, top, first, top + 1));
                else if (count > 1) _merged.Add(Range(first, top, first + count - 1, top));
            }

            Row(_sheet.Columns.Select(column => Text(column.Group ?? column.Heading, WorkbookStyles.Heading)), GroupHeight);
            Row(_sheet.Columns.Select(column => Text(column.Group is null ? "" : column.Heading, WorkbookStyles.Heading)), HeadingHeight);
        }
        else
        {
            Row(_sheet.Columns.Select(column => Text(column.Heading, WorkbookStyles.Heading)), HeadingHeight);
        }
    }

    // The words are spread over the width, each over the same number of columns.
    private void Signatures()
    {
        var columns = _sheet.Columns.Count;
        var cells = Enumerable.Repeat("", columns).ToArray();
        for (var index = 0; index < _sheet.Signatures.Count; index++)
        {
            var (first, next) = (index * columns / _sheet.Signatures.Count, (index + 1) * columns / _sheet.Signatures.Count);
            if (next == first) continue;
            cells[first] = $"{_sheet.Signatures[index]} ____________";
            if (next - first > 1) _merged.Add(Range(first, _row + 1, next - 1, _row + 1));
        }

        Row(cells.Select(text => Text(text, WorkbookStyles.Signature)), SignatureHeight);
    }

    private void Across(string text, uint style, double? height = null)
    {
        var last = _sheet.Columns.Count - 1;
        if (last > 0) _merged.Add(Range(0, _row + 1, last, _row + 1));
        height ??= (LinesOf(text, _sheet.Columns.Sum(column => column.FittingWidth)) * LineHeight) + Air;
        Row(Enumerable.Range(0, last + 1).Select(column => Text(column == 0 ? text : "", style)), height);
    }

    private void Row(IEnumerable<XmlCell> cells, double? height = null)
    {
        _row++;
        var row = new Row(cells.Select((cell, column) =>
        {
            cell.CellReference = Reference(column, _row);
            return cell;
        }))
        {
            RowIndex = (uint)_row,
        };
        if (height is { } points) (row.Height, row.CustomHeight) = (points, true);
        _writer.WriteElement(row);
    }

    // The height is set for every row: no spreadsheet fits merged cells to their text by itself, and not all fit single ones.
    private double HeightOf(IReadOnlyList<Cell> row) =>
        (row.Select((cell, column) => cell is Cell.Text text ? LinesOf(text.Value, _sheet.Columns[column].FittingWidth - 1) : 1).Max() * LineHeight) + Air;

    // A word is not broken where its column is wide enough for it.
    private double HeadingHeight =>
        (_sheet.Columns.Max(column => Math.Max(LinesOf(column.Heading, column.FittingWidth - 1), LinesByWords(column))) * LineHeight) + HeadingAir;

    private static int LinesByWords(SheetColumn column)
    {
        var spaces = column.Heading.Count(one => one == ' ');
        return spaces > 0 && TextWidth.Characters(column.Heading) > column.FittingWidth - 1 ? Math.Min(spaces + 1, 3) : 1;
    }

    private static double LinesOf(string text, int width) => Math.Max(1, Math.Ceiling(TextWidth.Characters(text) / (double)Math.Max(1, width)));

    private IEnumerable<XmlCell> Values(IReadOnlyList<Cell> row, bool bold) => row.Select((cell, column) => Value(cell, _sheet.Columns[column], bold));

    private XmlCell Value(Cell cell, SheetColumn column, bool bold)
    {
        var style = WorkbookStyles.Of(cell, _sheet.Ruled, column.Centred, bold);
        return cell switch
        {
            Cell.Number number => Number(number.Value, style),
            Cell.Difference difference => Number(difference.Value, style),
            Cell.Degrees degrees => Number(degrees.Tenths / 10.0, style),
            Cell.Percent percent => Number(percent.Value / 100.0, style),
            Cell.Day day => Number(day.Value.ToDateTime(TimeOnly.MinValue).ToOADate(), style),
            Cell.Moment moment => Number(moment.Local.ToOADate(), style),
            Cell.Instant instant => Number(instant.At.UtcDateTime.ToOADate(), style),
            _ => Text(cell.Printed, style),
        };
    }

    private static XmlCell Number(double value, uint style) =>
        new(new CellValue(value.ToString(CultureInfo.InvariantCulture))) { StyleIndex = style, DataType = CellValues.Number };

    private static XmlCell Text(string text, uint style) => text.Length == 0
        ? new XmlCell { StyleIndex = style }
        : new XmlCell(new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
        };

    // XML 1.0 has no way to write a control character or half of a surrogate pair.
    private static string Printable(string text)
    {
        var clean = string.Concat(text.Where(one => !char.IsControl(one) && one is not ('\uFFFE' or '\uFFFF')));
        return string.Concat(clean.EnumerateRunes().Select(rune => rune.ToString()));
    }

    private static string Range(int firstColumn, int firstRow, int lastColumn, int lastRow) =>
        $"{Reference(firstColumn, firstRow)}:{Reference(lastColumn, lastRow)}";

    private static string Reference(int column, int row)
    {
        var letters = "";
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1) letters = (char)('A' + (rest % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }
}
