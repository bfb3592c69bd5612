using System.Text.RegularExpressions;
using CheckinBot.Core.Writing;

namespace CheckinBot.Rosters;

/// <summary>The columns of a roster file.</summary>
internal enum RosterColumn
{
    Unit,
    School,
    Grade,
    Class,
    Role,
    Name,
    Number,
    Locale,
    TimeZone,
    Note,
    BirthDate,
    Dormitory,
}

/// <summary>Where each column stands, by its English or Chinese name.</summary>
internal sealed partial class RosterHeader
{
    // Of several names of a column in one header the first one here is taken: a pupil register has 学籍号 beside 学号.
    private static readonly Dictionary<RosterColumn, string[]> Names = new()
    {
        [RosterColumn.Unit] = ["unit", "单位", "單位", "所在单位", "单位路径"],
        [RosterColumn.School] = ["school", "学校名称", "學校名稱", "学校", "學校", "学校全称", "所在学校", "就读学校"],
        [RosterColumn.Grade] = ["grade", "年级", "年級", "年级名称", "所在年级"],
        [RosterColumn.Class] = ["class", "班级", "班級", "班级名称", "班級名稱", "所在班级", "行政班", "班"],
        [RosterColumn.Role] = ["role", "角色", "身份"],
        [RosterColumn.Name] = ["name", "姓名", "名字", "学生姓名", "學生姓名", "教师姓名", "教師姓名", "full_name", "student_name"],
        [RosterColumn.Number] =
        [
            "number", "编号", "編號", "学籍号", "學籍號", "全国学籍号", "学籍号码", "国网学籍号", "学号", "學號", "工号", "職號", "教职工号", "座号", "座號", "student_number",
        ],
        [RosterColumn.Locale] = ["locale", "language", "语言", "語言"],
        [RosterColumn.TimeZone] = ["time_zone", "timezone", "时区", "時區"],
        [RosterColumn.Note] = ["note", "备注", "備註"],
        [RosterColumn.BirthDate] = ["birth_date", "出生日期", "生日", "出生年月日", "date_of_birth", "birthday"],
        [RosterColumn.Dormitory] = ["dormitory", "宿舍", "寝室", "寢室", "宿舍号", "寝室号"],
    };

    private static readonly Dictionary<string, (RosterColumn Column, int Rank)> ByName =
        Names.SelectMany(column => column.Value.Select((name, rank) => (name, column.Key, rank))).ToDictionary(one => one.name, one => (one.Key, one.rank));

    private readonly Dictionary<RosterColumn, int> _positions = [];
    private readonly int _width;

    /// <param name="place">Where the header stands.</param>
    /// <param name="cells">Its cells.</param>
    /// <exception cref="RosterFileException">A column comes twice.</exception>
    public RosterHeader(RosterPlace place, IReadOnlyList<string> cells)
    {
        (Place, _width) = (place, cells.Count);
        var ranks = new Dictionary<RosterColumn, int>();
        var unread = new List<string>();
        for (var position = 0; position < cells.Count; position++)
        {
            if (string.IsNullOrWhiteSpace(cells[position])) continue;
            if (Find(cells[position]) is not var (column, rank))
            {
                unread.Add(SafeText.Line(cells[position]));
            }
            else if (!ranks.TryGetValue(column, out var other) || rank < other)
            {
                if (_positions.TryGetValue(column, out var passed)) unread.Add(SafeText.Line(cells[passed]));
                (_positions[column], ranks[column]) = (position, rank);
            }
            else if (rank == other)
            {
                throw new RosterFileException($"{place.Cell(position)}: the column '{SafeText.Line(cells[position])}' comes twice: remove one of them");
            }
            else
            {
                unread.Add(SafeText.Line(cells[position]));
            }
        }

        Unread = unread;
    }

    public RosterPlace Place { get; }

    /// <summary>Columns that mean nothing here, or less than another one, and are not read.</summary>
    public IReadOnlyList<string> Unread { get; }

    /// <summary>Units are told by school, year or class, as a pupil register does.</summary>
    public bool HasClasses => Has(RosterColumn.School) || Has(RosterColumn.Grade) || Has(RosterColumn.Class);

    /// <summary>Whether cells are those of a header: the column of the names, or several others.</summary>
    public static bool IsHeader(IReadOnlyList<string> cells)
    {
        var known = cells.Select(Find).OfType<(RosterColumn Column, int Rank)>().Select(found => found.Column).ToHashSet();
        return known.Contains(RosterColumn.Name) || known.Count > 1;
    }

    /// <summary>Whether a cell is the name of a column.</summary>
    public static bool IsKnown(string cell) => Find(cell) is not null;

    /// <summary>Whether the file has the column at all. Where it has not, what is stored stays.</summary>
    public bool Has(RosterColumn column) => _positions.ContainsKey(column);

    /// <summary>Where the column stands; null where it is missing.</summary>
    public int? PositionOf(RosterColumn column) => _positions.TryGetValue(column, out var position) ? position : null;

    /// <summary>The cell of a row, trimmed; empty where the row is too short or the column is missing.</summary>
    public string Cell(RosterRow row, RosterColumn column) =>
        _positions.TryGetValue(column, out var position) && position < row.Cells.Count ? row.Cells[position].Trim() : "";

    /// <summary>Why the cell cannot be taken as it is shown; null where it can.</summary>
    public string? DoubtOf(RosterRow row, RosterColumn column) => PositionOf(column) is { } position ? row.Doubts.GetValueOrDefault(position) : null;

    /// <summary>Whether all that is read of a row is blank.</summary>
    public bool IsBlank(RosterRow row) => _positions.Keys.All(column => Cell(row, column).Length == 0);

    /// <summary>Whether something stands to the right of the last column: a comma too many has shifted the cells.</summary>
    public bool HasCellsBeyond(RosterRow row) => row.Cells.Skip(_width).Any(cell => !string.IsNullOrWhiteSpace(cell));

    private static (RosterColumn Column, int Rank)? Find(string cell)
    {
        var plain = NameForm.Of(cell.Trim('\uFEFF')).ToLowerInvariant();
        plain = Marks().Replace(plain, "").Trim().Replace(' ', '_').Replace('-', '_');
        return ByName.TryGetValue(plain, out var found) ? found : null;
    }

    // *姓名, 姓名（必填）, 姓名:
    [GeneratedRegex(@"^[*※★\s]+|[*※★:\s]+$|[(\[【][^()\[\]【】]*[)\]】][*:\s]*$")]
    private static partial Regex Marks();
}
