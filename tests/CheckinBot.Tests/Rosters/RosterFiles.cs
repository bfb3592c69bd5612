using System.Text;
using CheckinBot.Rosters;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CheckinBot.Tests.Rosters;

/// <summary>A number in a cell that has a format, as a spreadsheet stores it.</summary>
internal sealed record Formatted(double Value, string Format);

/// <summary>A sheet of a workbook: texts, numbers and days as a spreadsheet stores them; null is no cell.</summary>
internal sealed record BookSheet(string Name, params object?[][] Rows)
{
    public string[] Merged { get; init; } = [];

    public bool IsHidden { get; init; }
}

/// <summary>Roster files as people make them.</summary>
internal static class RosterFiles
{
    public const string Header = "unit,role,name,number\n";

    // The first format of one's own that a workbook may have.
    private const uint OwnFormats = 164;

    public static RosterFile Csv(string text) => RosterFile.Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>A workbook of one sheet.</summary>
    public static byte[] Workbook(params object?[][] rows) => Book(new BookSheet("名单", rows));

    /// <summary>A workbook of several.</summary>
    public static byte[] Book(params BookSheet[] sheets)
    {
        var formats = sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row).OfType<Formatted>().Select(cell => cell.Format).Distinct().ToList();
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(formats.Select((format, index) => new NumberingFormat { NumberFormatId = OwnFormats + (uint)index, FormatCode = format })),
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
                new CellFormats([
                    new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
                    .. formats.Select((_, index) => new CellFormat { NumberFormatId = OwnFormats + (uint)index, ApplyNumberFormat = true }),
                ]));
            var entries = sheets.Select((sheet, index) => new Sheet
            {
                Id = AddSheet(workbook, sheet, formats),
                SheetId = (uint)index + 1,
                Name = sheet.Name,
                State = sheet.IsHidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
            });
            workbook.Workbook = new Workbook(new Sheets(entries.ToList()));
        }

        return memory.ToArray();
    }

    private static string AddSheet(WorkbookPart workbook, BookSheet sheet, List<string> formats)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var rows = sheet.Rows.Select((row, at) => new Row(row.Select((value, column) => Cell(value, $"{(char)('A' + column)}{at + 1}", formats)).OfType<Cell>())
        {
            RowIndex = (uint)at + 1,
        });
        part.Worksheet = new Worksheet(new SheetData(rows));
        if (sheet.Merged.Length > 0) part.Worksheet.Append(new MergeCells(sheet.Merged.Select(range => new MergeCell { Reference = range })));
        return workbook.GetIdOfPart(part);
    }

    private static Cell? Cell(object? value, string at, List<string> formats) => value switch
    {
        null => null,
        int number => new Cell(new CellValue(number)) { CellReference = at, DataType = CellValues.Number },
        double number => new Cell(new CellValue(number)) { CellReference = at, DataType = CellValues.Number },
        DateOnly day => new Cell(new CellValue(Serial(day))) { CellReference = at, DataType = CellValues.Number, StyleIndex = 1 },
        Formatted cell => new Cell(new CellValue(cell.Value))
        {
            CellReference = at,
            DataType = CellValues.Number,
            StyleIndex = (uint)formats.IndexOf(cell.Format) + 2,
        },
        _ => new Cell(new InlineString(new Text((string)value))) { CellReference = at, DataType = CellValues.InlineString },
    };

    public static double Serial(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).ToOADate();
}
