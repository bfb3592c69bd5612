using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Files.Workbooks;
using CheckinBot.Storage.CheckIns;

namespace CheckinBot.Files.Exports;

/// <summary>The export as a workbook: dates and numbers are real ones, and text is never a formula.</summary>
internal static class XlsxExport
{
    private static readonly Sheet CheckIns = new("check-ins", [.. ExportColumns.All.Select(column => new SheetColumn(column.Name, column.Width))], [])
    {
        Landscape = true,
    };

    public static Task Write(IAsyncEnumerable<ExportedCheckIn> rows, Stream output, CancellationToken cancellationToken) =>
        WorkbookFile.Write(
            CheckIns,
            rows.Select(IReadOnlyList<Cell> (row) => [.. ExportColumns.All.Select(column => CellOf(column.Value(row)))]),
            Language.En,
            output,
            cancellationToken);

    private static Cell CellOf(object? value) => value switch
    {
        DateOnly day => new Cell.Day(day),
        DateTimeOffset instant => new Cell.Instant(instant),
        decimal degrees => new Cell.Degrees((int)(degrees * 10)),
        int number => new Cell.Number(number),
        _ => Cell.Of(ExportColumns.Text(value)),
    };
}
