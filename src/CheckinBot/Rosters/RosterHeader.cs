namespace CheckinBot.Rosters;

/// <summary>Where each column stands, by its English or Chinese name.</summary>
internal sealed class RosterHeader
{
    private static readonly Dictionary<string, RosterColumn> Names = new()
    {
        ["unit"] = RosterColumn.Unit, ["单位"] = RosterColumn.Unit, ["單位"] = RosterColumn.Unit,
        ["role"] = RosterColumn.Role, ["角色"] = RosterColumn.Role, ["身份"] = RosterColumn.Role,
        ["name"] = RosterColumn.Name, ["姓名"] = RosterColumn.Name, ["名字"] = RosterColumn.Name,
        ["number"] = RosterColumn.Number, ["编号"] = RosterColumn.Number, ["編號"] = RosterColumn.Number,
        ["学号"] = RosterColumn.Number, ["學號"] = RosterColumn.Number,
        ["locale"] = RosterColumn.Locale, ["language"] = RosterColumn.Locale, ["语言"] = RosterColumn.Locale, ["語言"] = RosterColumn.Locale,
        ["time_zone"] = RosterColumn.TimeZone, ["timezone"] = RosterColumn.TimeZone, ["时区"] = RosterColumn.TimeZone, ["時區"] = RosterColumn.TimeZone,
        ["note"] = RosterColumn.Note, ["备注"] = RosterColumn.Note, ["備註"] = RosterColumn.Note,
        ["birth_date"] = RosterColumn.BirthDate, ["出生日期"] = RosterColumn.BirthDate, ["生日"] = RosterColumn.BirthDate,
        ["dormitory"] = RosterColumn.Dormitory, ["宿舍"] = RosterColumn.Dormitory, ["寝室"] = RosterColumn.Dormitory,
    };

    private readonly Dictionary<RosterColumn, int> _positions = [];

    /// <exception cref="RosterFileException">A column is missing or comes twice.</exception>
    public RosterHeader(IReadOnlyList<string> cells)
    {
        var unknown = new List<string>();
        for (var position = 0; position < cells.Count; position++)
        {
            var cell = cells[position].Trim().Trim('\uFEFF');
            if (cell.Length == 0) continue;
            if (!Names.TryGetValue(cell.ToLowerInvariant().Replace(' ', '_').Replace('-', '_'), out var column)) unknown.Add(cell);
            else if (!_positions.TryAdd(column, position)) throw new RosterFileException($"line 1: the column '{cell}' comes twice");
        }

        Unknown = unknown;
        foreach (var column in (RosterColumn[])[RosterColumn.Unit, RosterColumn.Role, RosterColumn.Name])
        {
            if (_positions.ContainsKey(column)) continue;
            throw new RosterFileException(
                "line 1: the header must be unit,role,name,number (or 单位,角色,姓名,编号), then optionally locale,time_zone,note,birth_date,dormitory; "
                + $"there is no column '{column.ToString().ToLowerInvariant()}' in: {Excerpt(cells)}");
        }
    }

    /// <summary>Columns that mean nothing here, and are not read.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Whether the file has the column at all; what it lacks is left as it is stored.</summary>
    public bool Has(RosterColumn column) => _positions.ContainsKey(column);

    /// <summary>The cell of a row, trimmed; empty where the row is too short or the column is missing.</summary>
    public string Cell(RosterRow row, RosterColumn column) =>
        _positions.TryGetValue(column, out var position) && position < row.Cells.Count ? row.Cells[position].Trim() : "";

    private static string Excerpt(IReadOnlyList<string> cells)
    {
        var text = string.Concat(string.Join(',', cells).Where(character => !char.IsControl(character)));
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
