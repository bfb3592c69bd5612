namespace CheckinBot.Rosters;

/// <summary>Where each column stands, by its English or Chinese name.</summary>
internal sealed class RosterHeader
{
    private static readonly Dictionary<RosterColumn, string[]> Names = new()
    {
        [RosterColumn.Unit] = ["unit", "单位", "單位"],
        [RosterColumn.Role] = ["role", "角色", "身份"],
        [RosterColumn.Name] = ["name", "姓名", "名字"],
        [RosterColumn.Number] = ["number", "编号", "編號", "学号", "學號"],
        [RosterColumn.Locale] = ["locale", "language", "语言", "語言"],
        [RosterColumn.TimeZone] = ["time_zone", "timezone", "时区", "時區"],
        [RosterColumn.Note] = ["note", "备注", "備註"],
        [RosterColumn.BirthDate] = ["birth_date", "出生日期", "生日"],
        [RosterColumn.Dormitory] = ["dormitory", "宿舍", "寝室"],
    };

    private static readonly Dictionary<string, RosterColumn> ByName =
        Names.SelectMany(column => column.Value.Select(name => (name, column.Key))).ToDictionary(pair => pair.name, pair => pair.Key);

    private readonly Dictionary<RosterColumn, int> _positions = [];
    private readonly int _width;

    /// <exception cref="RosterFileException">A column is missing or comes twice.</exception>
    public RosterHeader(IReadOnlyList<string> cells)
    {
        _width = cells.Count;
        var unknown = new List<string>();
        for (var position = 0; position < cells.Count; position++)
        {
            var cell = cells[position].Trim().Trim('\uFEFF');
            if (cell.Length == 0) continue;
            if (!ByName.TryGetValue(cell.ToLowerInvariant().Replace(' ', '_').Replace('-', '_'), out var column)) unknown.Add(cell);
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

    /// <summary>Whether the file has the column at all. Where it has not, what is stored stays.</summary>
    public bool Has(RosterColumn column) => _positions.ContainsKey(column);

    /// <summary>The cell of a row, trimmed; empty where the row is too short or the column is missing.</summary>
    public string Cell(RosterRow row, RosterColumn column) =>
        _positions.TryGetValue(column, out var position) && position < row.Cells.Count ? row.Cells[position].Trim() : "";

    /// <summary>Whether something stands to the right of the last column: a comma too many has shifted the cells.</summary>
    public bool HasCellsBeyond(RosterRow row) => row.Cells.Skip(_width).Any(cell => !string.IsNullOrWhiteSpace(cell));

    private static string Excerpt(IReadOnlyList<string> cells)
    {
        var text = string.Concat(string.Join(',', cells).Where(character => !char.IsControl(character)));
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
