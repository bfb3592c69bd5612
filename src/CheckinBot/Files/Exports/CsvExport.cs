using CheckinBot.Files.Workbooks;
using CheckinBot.Storage.CheckIns;
using CsvHelper;

namespace CheckinBot.Files.Exports;

/// <summary>The export as CSV in UTF-8 (RFC 4180).</summary>
internal static class CsvExport
{
    // Lines end in a line feed alone: shell tools would take a carriage return as a part of the last column.
    internal static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    public static async Task Write(IAsyncEnumerable<ExportedCheckIn> rows, Stream output, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (var column in ExportColumns.All) csv.WriteField(column.Name);
        await csv.EndRecordAsync(cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var column in ExportColumns.All)
            {
                var value = ExportColumns.Text(column.Value(row));
                csv.WriteField(column.IsFreeText ? FormulaGuard.Guard(value) : value);
            }

            await csv.EndRecordAsync(cancellationToken);
        }
    }
}
