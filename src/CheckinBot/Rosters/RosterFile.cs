using CsvHelper;
using ExcelDataReader;

namespace CheckinBot.Rosters;

/// <summary>A roster file taken apart into lists of people.</summary>
/// <param name="Sheets">Its lists: of a text one, of a workbook each sheet that has a header.</param>
/// <param name="Kind">What it is, such as <c>CSV, GB18030</c>.</param>
internal sealed record RosterFile(IReadOnlyList<RosterSheet> Sheets, string Kind)
{

    private const string Wanted = "unit,role,name,number (or 单位,角色,姓名,编号; or 学校名称,年级,班级,姓名,学籍号)";

    /// <summary>What the operator is told of what is not read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public int RowCount => Sheets.Sum(sheet => sheet.Rows.Count);

    /// <summary>Reads a CSV file in any encoding that <see cref="RosterText"/> knows, or the sheets of a workbook.</summary>
    /// <exception cref="RosterFileException">The file is neither CSV nor a workbook, or has no header.</exception>
    public static async Task<RosterFile> Read(string path, CancellationToken cancellationToken)
    {
        RosterSize.CheckFile(new FileInfo(path).Length);
        return Parse(await File.ReadAllBytesAsync(path, cancellationToken));
    }

    /// <inheritdoc cref="Read"/>
    public static RosterFile Parse(byte[] bytes)
    {
        // A zip archive (.xlsx), or the compound file that .xls is.
        var isWorkbook = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
        var (raw, kind) = isWorkbook ? (ReadWorkbook(bytes), "workbook") : ReadText(bytes);
        var sheets = new List<RosterSheet>();
        var notes = new List<string>();
        foreach (var sheet in raw)
        {
            var rows = sheet.Rows.Where(row => !row.IsBlank).ToList();
            if (rows.Count == 0) continue;
            if (sheet.IsHidden) notes.Add($"the sheet '{sheet.Name}' is hidden and not read ({Rows(rows)}): unhide it if it is a list of people");
            else if (RosterSheet.Find(sheet) is { } found) sheets.Add(found);
            else notes.Add($"the sheet '{sheet.Name}' is not read ({Rows(rows)}): none of its first 20 rows is a header with {Wanted}");
        }

        if (sheets.Count == 0) throw new RosterFileException(NoHeader(raw));
        return new RosterFile(sheets, kind) { Notes = [.. sheets.SelectMany(sheet => sheet.Notes), .. notes] };
    }

    private static string NoHeader(IReadOnlyList<RawSheet> raw)
    {
        var first = raw.Where(sheet => !sheet.IsHidden).SelectMany(sheet => sheet.Rows).FirstOrDefault(row => !row.IsBlank);
        if (first is null) return $"the file is empty: there must be a header with {Wanted}";
        var text = string.Concat(string.Join(',', first.Cells).Where(character => !char.IsControl(character)));
        return $"{first.Place.Cell(0)}: none of the first 20 rows is a header: put one with {Wanted} above the list, "
            + "then optionally locale,time_zone,note,birth_date,dormitory. "
            + $"The file begins with: {(text.Length <= 80 ? text : text[..80] + "…")}";
    }

    private static string Rows(List<RosterRow> rows) => rows.Count == 1 ? $"row {rows[0].Line}" : $"rows {rows[0].Line}-{rows[^1].Line}";

    private static (IReadOnlyList<RawSheet> Sheets, string Kind) ReadText(byte[] bytes)
    {
        var (text, encoding) = RosterText.Decode(bytes);
        var rows = new List<RosterRow>();
        var size = new RosterSize();
        // A quotation mark that is not closed would swallow the rows that follow, so it is no matter to be guessed at.
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw };
        try
        {
            using var csv = CsvReader.FromText(RosterText.WithoutFormulas(text), options);
            while (csv.Read())
            {
                var cells = Enumerable.Range(0, size.Columns(csv.FieldCount)).Select(csv.GetString).Select(RosterText.WithoutFormula);
                rows.Add(new RosterRow(new RosterPlace((int)csv.LineNumber), [.. cells]));
            }
        }
        catch (CsvFormatException exception)
        {
            throw new RosterFileException($"line {exception.LineNumber}: a quotation mark is not closed, or stands inside a cell that is not quoted");
        }

        return ([new RawSheet(null, rows)], $"CSV, {encoding}");
    }

    private static List<RawSheet> ReadWorkbook(byte[] bytes)
    {
        // Old workbooks name their text by code page.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        RosterSize.CheckUnpacked(bytes);
        var size = new RosterSize();
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
            var sheets = new List<RawSheet>();
            do
            {
                sheets.Add(ReadSheet(reader, sheets.Count, size));
            }
            while (reader.NextResult());
            return sheets;
        }
        catch (Exception exception) when (exception is not RosterFileException)
        {
            // Of a damaged part the library throws whatever it happens to meet, a missing reference as well.
            throw new RosterFileException("the workbook cannot be read: it is damaged or protected by a password");
        }
    }

    private static RawSheet ReadSheet(IExcelDataReader reader, int number, RosterSize size)
    {
        var rows = new List<RosterRow>();
        // Read before the rows: the reader forgets them with the sheet.
        var ranges = reader.MergeCells ?? [];
        while (reader.Read()) rows.Add(ReadRow(reader, new RosterPlace(rows.Count + 1, reader.Name, number), size));
        // A damaged sheet merges what it does not have.
        var merged = ranges.Where(range => range.FromRow >= 0 && Last(range) > range.FromRow)
            .Select(range => new MergedCell(range.FromColumn, range.FromRow, range.FromRow + size.Merged(Last(range) - range.FromRow))).ToList();
        return new RawSheet(reader.Name, rows) { Merged = merged, IsHidden = reader.VisibleState is not null and not "visible" };

        int Last(CellRange range) => Math.Min(range.ToRow, rows.Count - 1);
    }

    private static RosterRow ReadRow(IExcelDataReader reader, RosterPlace place, RosterSize size)
    {
        var cells = new string[size.Columns(reader.FieldCount)];
        Dictionary<int, string>? doubts = null;
        for (var column = 0; column < cells.Length; column++)
        {
            var (text, doubt) = CellText.Of(reader.GetValue(column), reader.GetNumberFormatString(column));
            cells[column] = text;
            if (doubt is not null) (doubts ??= []).Add(column, doubt);
        }

        return doubts is null ? new RosterRow(place, cells) : new RosterRow(place, cells) { Doubts = doubts };
    }
}
