using CheckinBot.Core.Organisation;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = CheckinBot.Core.Tables.Cell;
using Sheet = CheckinBot.Core.Tables.Sheet;
using SheetNames = CheckinBot.Core.Tables.SheetNames;

namespace CheckinBot.Files.Workbooks;

/// <summary>Sheets as an XLSX workbook: dates and numbers are real ones, headings are frozen and printed on every page, text is never a formula.</summary>
internal static class WorkbookFile
{
    /// <summary>The media type of XLSX.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The workbook as a file.</summary>
    public static byte[] Write(IReadOnlyList<Sheet> sheets, Language language)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var workbook = Begin(document, sheets, language);
            foreach (var (part, sheet) in Parts(workbook).Zip(sheets)) SheetWriter.Write(part, sheet);
        }

        return memory.ToArray();
    }

    /// <summary>A workbook of one sheet, whose rows are read while it is written.</summary>
    public static async Task Write(
        Sheet sheet, IAsyncEnumerable<IReadOnlyList<Cell>> rows, Language language, Stream output, CancellationToken cancellationToken)
    {
        // The library makes the file in memory; a county's month is some 100 MB.
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            await SheetWriter.Write(Parts(Begin(document, [sheet], language)).Single(), sheet, rows, cancellationToken);
        }

        memory.Position = 0;
        await memory.CopyToAsync(output, cancellationToken);
    }

    private static WorkbookPart Begin(SpreadsheetDocument document, IReadOnlyList<Sheet> sheets, Language language)
    {
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Table(language);
        var names = SheetNames.Fit(sheets.Select(sheet => sheet.Name));
        var list = new Sheets();
        var titles = new DefinedNames();
        for (var index = 0; index < sheets.Count; index++)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = names[index] });
            titles.Append(Repeated(names[index], index, SheetWriter.FirstHeading(sheets[index]), SheetWriter.LastHeading(sheets[index])));
        }

        workbook.Workbook = new Workbook(list, titles);
        return workbook;
    }

    // The sheets stand in the order in which they were made.
    private static IEnumerable<WorksheetPart> Parts(WorkbookPart workbook) =>
        workbook.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => (WorksheetPart)workbook.GetPartById(sheet.Id!));

    private static DefinedName Repeated(string sheet, int index, int first, int last) =>
        new($"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!${first}:${last}") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)index };
}
