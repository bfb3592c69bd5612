using System.Text;
using CheckinBot.Files.Workbooks;
using CheckinBot.Storage.CheckIns;
using CsvHelper;

namespace CheckinBot.Files.Exports;

/// <summary>The export as CSV in UTF-8 (RFC 4180).</summary>
internal static class CsvExport
{
    // Lines end in a line feed alone: shell tools would take a carriage return as a part of the last column.
    internal static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <param name="rows">The rows.</param>
    /// <param name="withMark">Begin with the mark by which Excel knows UTF-8; a script would take it for a part of the first column's name.</param>
    /// <param name="output">Where they are written to.</param>
    /// <param name="cancellationToken">Stops in the middle.</param>
    public static async Task Write(IAsyncEnumerable<ExportedCheckIn> rows, bool withMark, Stream output, CancellationToken cancellationToken)
    {
        if (withMark) await output.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
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
