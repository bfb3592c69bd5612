using System.Text;
using CheckinBot.Rosters;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CheckinBot.Tests.Rosters;

/// <summary>Roster files as people make them.</summary>
internal static class RosterFiles
{
    public const string Header = "unit,role,name,number\n";

    public static RosterFile Csv(string text) => RosterFile.Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>A workbook of one sheet; numbers and days are real ones, as Excel stores them.</summary>
    public static byte[] Workbook(params object[][] rows)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(Cell)))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "名单" }));
        }

        return memory.ToArray();
    }

    private static Cell Cell(object value) => value switch
    {
        int number => new Cell(new CellValue(number)) { DataType = CellValues.Number },
        DateOnly day => new Cell(new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate())) { DataType = CellValues.Number, StyleIndex = 1 },
        _ => new Cell(new InlineString(new Text((string)value))) { DataType = CellValues.InlineString },
    };
}
