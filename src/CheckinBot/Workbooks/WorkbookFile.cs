using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = CheckinBot.Core.Tables.Sheet;
using SheetNames = CheckinBot.Core.Tables.SheetNames;

namespace CheckinBot.Workbooks;

/// <summary>Sheets as an XLSX workbook: dates and numbers are real ones, headings are frozen and printed on every page, text is never a formula.</summary>
internal static class WorkbookFile
{
    /// <summary>The media type of XLSX.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The workbook as a file.</summary>
    public static byte[] Write(IReadOnlyList<Sheet> sheets, Language language)
    {
        var names = SheetNames.Fit(sheets.Select(sheet => sheet.Name));
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Table(language);
            var list = new Sheets();
            var titles = new DefinedNames();
            for (var index = 0; index < sheets.Count; index++)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                SheetWriter.Write(part, sheets[index]);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = names[index] });
                titles.Append(Repeated(names[index], index, SheetWriter.FirstHeading(sheets[index]), SheetWriter.LastHeading(sheets[index])));
            }

            workbook.Workbook = new Workbook(list, titles);
        }

        return memory.ToArray();
    }

    private static DefinedName Repeated(string sheet, int index, int first, int last) =>
        new($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!${first}:${last}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index };
}
