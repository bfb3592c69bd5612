using System.Globalization;
using CsvHelper;
using ExcelDataReader;

namespace CheckinBot.Rosters;

/// <summary>A roster file taken apart into cells.</summary>
/// <param name="Header">Its columns.</param>
/// <param name="Rows">Its rows that are not blank.</param>
/// <param name="Kind">What it is, such as <c>CSV, GB18030</c>.</param>
internal sealed record RosterFile(RosterHeader Header, IReadOnlyList<RosterRow> Rows, string Kind)
{
    // Five million rows; anything above is no roster.
    private const long MostBytes = 512L << 20;

    /// <summary>Reads a CSV file in any encoding that <see cref="RosterText"/> knows, or the first sheet of a workbook.</summary>
    /// <exception cref="RosterFileException">The file is neither, or its header is wrong.</exception>
    public static async Task<RosterFile> Read(string path, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > MostBytes) throw new RosterFileException("the file is larger than 512 MB: split it by school");
        return Parse(await File.ReadAllBytesAsync(path, cancellationToken));
    }

    /// <inheritdoc cref="Read"/>
    public static RosterFile Parse(byte[] bytes)
    {
        // A zip archive (.xlsx), or the compound file that .xls is.
        var isWorkbook = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
        var (rows, kind) = isWorkbook ? (ReadWorkbook(bytes), "workbook") : ReadText(bytes);
        if (rows.Count == 0) throw new RosterFileException("the file is empty: the first line must be unit,role,name,number");
        return new RosterFile(new RosterHeader(rows[0].Cells), [.. rows.Skip(1).Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))], kind);
    }

    private static (List<RosterRow> Rows, string Kind) ReadText(byte[] bytes)
    {
        var (text, encoding) = RosterText.Decode(bytes);
        var rows = new List<RosterRow>();
        // A quotation mark that is not closed would swallow the rows that follow, so it is no matter to be guessed at.
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw };
        try
        {
            using var csv = CsvReader.FromText(text, options);
            while (csv.Read())
            {
                rows.Add(new RosterRow((int)csv.LineNumber, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]));
            }
        }
        catch (CsvFormatException exception)
        {
            throw new RosterFileException($"line {exception.LineNumber}: a quotation mark is not closed, or stands inside a cell that is not quoted");
        }

        return (rows, $"CSV, {encoding}");
    }

    private static List<RosterRow> ReadWorkbook(byte[] bytes)
    {
        // Old workbooks name their text by code page.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
            var rows = new List<RosterRow>();
            do
            {
                for (var line = 1; reader.Read(); line++)
                {
                    rows.Add(new RosterRow(line, [.. Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))]));
                }
            }
            while (rows.Count == 0 && reader.NextResult());
            return rows;
        }
        catch (Exception exception) when (exception is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException or System.Xml.XmlException)
        {
            throw new RosterFileException("the workbook cannot be read: it is damaged or protected by a password");
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // A pupil's number is a whole number in Excel, and must not become 2.0210101E+07.
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
