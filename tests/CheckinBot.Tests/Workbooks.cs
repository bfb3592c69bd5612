using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CheckinBot.Tests;

/// <summary>Reads a workbook as a spreadsheet would, cell by cell, into lines that can be compared and read.</summary>
internal static class Workbooks
{
    /// <summary>All sheets: name, frozen rows, widths, merged cells, and the kind and value of each cell.</summary>
    public static string Dump(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var workbook = document.WorkbookPart!;
        var text = new StringBuilder();
        foreach (var sheet in workbook.Workbook.Sheets!.Elements<Sheet>())
        {
            var part = (WorksheetPart)workbook.GetPartById(sheet.Id!);
            var pane = part.Worksheet.Descendants<Pane>().Single();
            var widths = part.Worksheet.Descendants<Column>().Select(column => column.Width!.Value.ToString(CultureInfo.InvariantCulture));
            var orientation = part.Worksheet.Descendants<PageSetup>().Single().Orientation;
            text.Append(CultureInfo.InvariantCulture, $"== {sheet.Name} · frozen {pane.VerticalSplit} · widths {string.Join(' ', widths)} · {orientation}\n");
            var pages = part.Worksheet.Descendants<FirstFooter>().Any() ? "later pages" : "pages";
            if (part.Worksheet.Descendants<OddHeader>().SingleOrDefault() is { } heading)
                text.Append(CultureInfo.InvariantCulture, $"   {pages} {heading.Text}\n");
            var merged = part.Worksheet.Descendants<MergeCell>().Select(merge => merge.Reference!.Value).ToList();
            if (merged.Count > 0) text.Append(CultureInfo.InvariantCulture, $"   merged {string.Join(' ', merged)}\n");
            foreach (var row in part.Worksheet.Descendants<Row>())
            {
                var cells = row.Elements<Cell>().Select(cell => Show(cell, workbook)).Where(cell => cell.Length > 0);
                text.Append(CultureInfo.InvariantCulture, $"{row.RowIndex}: {string.Join(" | ", cells)}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The formulas of a workbook; there are none.</summary>
    public static int Formulas(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return document.WorkbookPart!.WorksheetParts.Sum(part => part.Worksheet.Descendants<CellFormula>().Count());
    }

    private static string Show(Cell cell, WorkbookPart workbook)
    {
        var reference = cell.CellReference!.Value!;
        var format = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));
        if (cell.InlineString is { } inline) return $"{reference} {(format.QuotePrefix?.Value == true ? "quoted " : "")}\"{inline.InnerText}\"";
        if (cell.CellValue is not { } value) return "";
        var number = double.Parse(value.Text, CultureInfo.InvariantCulture);
        var code = workbook.WorkbookStylesPart.Stylesheet.NumberingFormats!.Elements<NumberingFormat>()
            .First(one => one.NumberFormatId! == format.NumberFormatId!).FormatCode!.Value!;
        return $"{reference} " + (code switch
        {
            _ when code.Contains("hh", StringComparison.Ordinal) => DateTime.FromOADate(number).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
            _ when code.Contains("yyyy", StringComparison.Ordinal) => DateTime.FromOADate(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "0%" => number.ToString("0%", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal),
            _ => number.ToString(code, CultureInfo.InvariantCulture),
        });
    }
}
