using System.Text;
using CheckinBot.Storage;
using CsvHelper;

namespace CheckinBot.Exports;

/// <summary>The export as CSV in UTF-8 (RFC 4180).</summary>
internal static class CsvExport
{
    // A line feed alone: the tools of a shell take a carriage return for a part of the last column.
    internal static readonly CsvWriterOptions Options = new() { NewLine = "\n" };

    /// <param name="rows">The rows.</param>
    /// <param name="withMark">Begin with the mark by which Excel knows UTF-8; a script would take it for a part of the first column's name.</param>
    /// <param name="output">Where they are written to.</param>
    /// <param name="cancellation">Stops in the middle.</param>
    public static async Task Write(IAsyncEnumerable<ExportedCheckIn> rows, bool withMark, Stream output, CancellationToken cancellation)
    {
        if (withMark) await output.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellation);
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        foreach (var column in ExportColumns.All) csv.WriteField(column.Name);
        await csv.EndRecordAsync(cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var column in ExportColumns.All)
            {
                var value = ExportColumns.Text(column.Value(row));
                csv.WriteField(column.IsFreeText ? FormulaGuard.Guard(value) : value);
            }

            await csv.EndRecordAsync(cancellation);
        }
    }
}
