using System.Text.Encodings.Web;
using System.Text.Json;
using CheckinBot.Storage.CheckIns;

namespace CheckinBot.Files.Exports;

/// <summary>The export as a JSON array of objects with the columns' names; what was not told is null.</summary>
internal static class JsonExport
{
    // Names stay readable; the text goes into a file and never into a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Write(IAsyncEnumerable<ExportedCheckIn> rows, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            foreach (var column in ExportColumns.All) Write(json, column.Name, column.Value(row));
            json.WriteEndObject();
            if (json.BytesPending > 1 << 16) await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case decimal number: json.WriteNumber(name, number); break;
            case int number: json.WriteNumber(name, number); break;
            default: json.WriteString(name, ExportColumns.Text(value)); break;
        }
    }
}
