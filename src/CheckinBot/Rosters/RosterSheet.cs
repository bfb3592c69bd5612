using System.Globalization;
using System.Text.RegularExpressions;
using CheckinBot.Core.Writing;

namespace CheckinBot.Rosters;

/// <summary>Rows that a sheet has merged into one cell of a column, both from 0 and both there.</summary>
internal sealed record MergedCell(int Column, int FromRow, int ToRow);

/// <summary>A sheet, or a text, taken apart into rows from the first one on, blank ones too.</summary>
internal sealed record RawSheet(string? Name, IReadOnlyList<RosterRow> Rows)
{
    public IReadOnlyList<MergedCell> Merged { get; init; } = [];

    public bool IsHidden { get; init; }
}

/// <summary>A sheet that is a list of people: its header, and its rows without titles, totals and signatures.</summary>
internal sealed partial record RosterSheet(string? Name, RosterHeader Header, IReadOnlyList<RosterRow> Rows)
{
    // Above the header stand the title, who filled the list in, and notes on how to.
    private const int MostAbove = 20;
    private const int MostNamed = 10;

    // What a school merges down over the rows of a class; a merged name or number would be one person's.
    private static readonly RosterColumn[] Shared =
    [
        RosterColumn.Unit, RosterColumn.School, RosterColumn.Grade, RosterColumn.Class,
        RosterColumn.Role, RosterColumn.Locale, RosterColumn.TimeZone, RosterColumn.Dormitory,
    ];

    // Who has all of these is somebody, whatever they say.
    private static readonly RosterColumn[] Told = [RosterColumn.Unit, RosterColumn.Class, RosterColumn.Role, RosterColumn.Name, RosterColumn.Number];

    /// <summary>What of the sheet is not read, by row, for the operator.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The list that a sheet holds; null where none of its first rows is a header.</summary>
    /// <exception cref="RosterFileException">The header has a column twice.</exception>
    public static RosterSheet? Find(RawSheet sheet)
    {
        var at = sheet.Rows.Take(MostAbove).TakeWhile(row => !RosterHeader.IsHeader(row.Cells)).Count();
        if (at == Math.Min(MostAbove, sheet.Rows.Count)) return null;
        // A header of two rows has its wider cells merged down over both.
        var below = sheet.Merged.Where(merged => merged.FromRow == at).Select(merged => merged.ToRow).DefaultIfEmpty(at).Max();
        var header = new RosterHeader(sheet.Rows[at].Place, HeaderCells([.. sheet.Rows.Skip(at).Take(below - at + 1)]));

        var merged = MergedDown(sheet);
        var rows = new List<RosterRow>();
        var passed = new List<string>();
        foreach (var row in sheet.Rows.Skip(below + 1).Where(row => !row.IsBlank))
        {
            if (header.IsBlank(row) || IsNoPerson(row, header)) passed.Add(Excerpt(row));
            else rows.Add(Filled(row, header, merged));
        }

        return new RosterSheet(sheet.Name, header, rows) { Notes = [.. NotesOf(sheet, header, at, passed)] };
    }

    private static IReadOnlyList<string> HeaderCells(IReadOnlyList<RosterRow> rows) =>
    [
        .. Enumerable.Range(0, rows.Max(row => row.Cells.Count)).Select(column =>
        {
            var cells = rows.Where(row => column < row.Cells.Count).Select(row => row.Cells[column]).Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
            return cells.Find(RosterHeader.IsKnown) ?? cells.FirstOrDefault() ?? "";
        }),
    ];

    private static IEnumerable<string> NotesOf(RawSheet sheet, RosterHeader header, int above, List<string> passed)
    {
        var (of, row) = sheet.Name is { } name ? ($"{name}: ", "row") : ("", "line");
        if (above > 0)
        {
            var titles = string.Join("; ", sheet.Rows.Take(above).Where(one => !one.IsBlank).Select(Excerpt));
            var line = header.Place.Line.ToString(CultureInfo.InvariantCulture);
            yield return $"{of}the header is in {row} {line}; what stands above it is not read: {titles}";
        }

        if (passed.Count > 0)
        {
            var more = passed.Count > MostNamed ? $"; and {passed.Count - MostNamed} more" : "";
            yield return $"{of}passed over, because nobody is named there: {string.Join("; ", passed.Take(MostNamed))}{more}";
        }

        if (header.Unread.Count > 0) yield return $"{of}columns that are not read: {string.Join(", ", header.Unread)}";
    }

    // A total or a signature below the list, or the header again at the top of a printed page.
    private static bool IsNoPerson(RosterRow row, RosterHeader header)
    {
        var isTold = Told.All(column => !header.Has(column) || header.Cell(row, column).Length > 0);
        if (isTold && !RosterHeader.IsKnown(header.Cell(row, RosterColumn.Name))) return false;
        var cells = row.Cells.Select(cell => NameForm.Of(cell)).Where(cell => cell.Length > 0).ToList();
        // Nothing but what cannot be seen.
        if (cells.Count == 0) return true;
        return cells.Exists(Total().IsMatch) || Signature().IsMatch(cells[0])
            || (RosterHeader.IsHeader(row.Cells) && cells.Count(RosterHeader.IsKnown) * 2 > cells.Count);
    }

    // The row that has the text of a merged cell, by the column and each row below it.
    private static Dictionary<(int Column, int Row), RosterRow> MergedDown(RawSheet sheet)
    {
        var rows = new Dictionary<(int Column, int Row), RosterRow>();
        foreach (var (column, from, to) in sheet.Merged)
        {
            for (var row = from + 1; row <= to; row++) rows[(column, row)] = sheet.Rows[from];
        }

        return rows;
    }

    private static RosterRow Filled(RosterRow row, RosterHeader header, Dictionary<(int Column, int Row), RosterRow> merged)
    {
        if (merged.Count == 0) return row;
        List<string>? cells = null;
        foreach (var column in Shared)
        {
            if (header.PositionOf(column) is not { } position || header.Cell(row, column).Length > 0) continue;
            if (!merged.TryGetValue((position, row.Line - 1), out var top)) continue;
            cells ??= [.. row.Cells, .. Enumerable.Repeat("", Math.Max(0, position + 1 - row.Cells.Count))];
            cells[position] = header.Cell(top, column);
        }

        return cells is null ? row : row with { Cells = cells };
    }

    private static string Excerpt(RosterRow row)
    {
        var text = SafeText.Line(string.Join(' ', row.Cells.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell.Trim())));
        var at = string.Create(CultureInfo.InvariantCulture, $"{(row.Place.Sheet is null ? "line" : "row")} {row.Line}");
        return $"{at} ({(text.Length <= 30 ? text : text[..30] + "…")})";
    }

    [GeneratedRegex(@"^((合|总|小|共)计|合計|總計|小計|共計|总人数|總人數|总数|(grand|sub)?[ -]?total)[:：]?[0-9]*[人名]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex(
        @"^(制表|製表|填表|填报|填報|审核|審核|审批|复核|负责|負責|经办|校长|校長|打印|统计|報送|报送|联系|聯絡|盖章|蓋章|签字|签名|簽名|日期|时间|说明|說明|备注|備註|注|note)[^:：]{0,6}([:：]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
