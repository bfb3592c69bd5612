using System.Globalization;
using CheckinBot.Storage;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CheckinBot.Exports;

/// <summary>The export as a workbook: dates and numbers are real ones, and text is never a formula.</summary>
internal static class XlsxExport
{
    private const uint Plain = 0, Heading = 1, Date = 2, Instant = 3, Degrees = 4;
    private const uint FirstFormat = 164;

    // The file is made in memory by the library; a county's month is some 100 MB.
    public static async Task Write(IAsyncEnumerable<ExportedCheckIn> rows, Stream output, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            await WriteSheet(sheet, rows, cancellation);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "check-ins" }));
        }

        memory.Position = 0;
        await memory.CopyToAsync(output, cancellation);
    }

    private static async Task WriteSheet(WorksheetPart sheet, IAsyncEnumerable<ExportedCheckIn> rows, CancellationToken cancellation)
    {
        using var writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(ExportColumns.All.Select((column, index) => new Column
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(ExportColumns.All.Select(column => TextCell(column.Name, Heading))));
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            writer.WriteElement(new Row(ExportColumns.All.Select(column => Cell(column.Value(row)))));
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static Cell Cell(object? value) => value switch
    {
        null => new Cell { StyleIndex = Plain },
        DateOnly day => NumberCell(day.ToDateTime(TimeOnly.MinValue).ToOADate(), Date),
        DateTimeOffset instant => NumberCell(instant.UtcDateTime.ToOADate(), Instant),
        decimal degrees => NumberCell((double)degrees, Degrees),
        int number => NumberCell(number, Plain),
        _ => TextCell(ExportColumns.Text(value), Plain),
    };

    private static Cell NumberCell(double value, uint style) =>
        new(new CellValue(value.ToString(CultureInfo.InvariantCulture))) { StyleIndex = style, DataType = CellValues.Number };

    private static Cell TextCell(string text, uint style) =>
        new(new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve })) { StyleIndex = style, DataType = CellValues.InlineString };

    // XML 1.0 has no way to write a control character.
    private static string Printable(string text) => text.Any(char.IsControl) ? string.Concat(text.Where(character => !char.IsControl(character))) : text;

    private static Stylesheet Styles() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = FirstFormat, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = FirstFormat + 1, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm:ss" },
            new NumberingFormat { NumberFormatId = FirstFormat + 2, FormatCode = "0.0" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = FirstFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = FirstFormat + 1, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = FirstFormat + 2, ApplyNumberFormat = true }));
}
