using System.Globalization;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Rosters;

/// <summary>Judges a row by itself.</summary>
internal sealed class RosterRowCheck(RosterHeader header, DateOnly today)
{
    private const int MostDepth = 10;
    private const int MostPath = 400;
    private const int MostText = 60;
    private const int MostNote = 500;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private readonly List<RosterFault> _faults = [];

    /// <summary>What was wrong with the rows so far.</summary>
    public IReadOnlyList<RosterFault> Faults => _faults;

    /// <summary>The entry of a row; null where something is wrong with it, and each thing is noted.</summary>
    public RosterEntry? Read(RosterRow row)
    {
        var before = _faults.Count;
        if (header.HasCellsBeyond(row)) Fault(row, "the row has more cells than the header: put a text that has a comma in it between quotation marks");
        var unit = ReadUnit(row);
        var role = ReadRole(row);
        var name = Text(row, RosterColumn.Name, "name", MostText);
        if (header.Cell(row, RosterColumn.Name).Length == 0) Fault(row, "the name is missing");
        var entry = new RosterEntry(row.Line, unit ?? "", role ?? Role.Student, name ?? "", Text(row, RosterColumn.Number, "number", MostText))
        {
            Locale = ReadLocale(row),
            TimeZone = ReadTimeZone(row),
            Note = Text(row, RosterColumn.Note, "note", MostNote),
            BirthDate = ReadBirthDate(row),
            Dormitory = Text(row, RosterColumn.Dormitory, "dormitory", MostText),
        };
        return _faults.Count == before ? entry : null;
    }

    private string? ReadUnit(RosterRow row)
    {
        var path = Text(row, RosterColumn.Unit, "unit", MostPath);
        if (path is null)
        {
            if (header.Cell(row, RosterColumn.Unit).Length == 0) Fault(row, "the unit is missing: names joined by /, as in 示范县/第一小学/三年级/1班");
            return null;
        }

        var names = path.Replace('／', '/').Split('/', StringSplitOptions.TrimEntries);
        if (names.Length > MostDepth) return Fault(row, $"the unit '{path}' has more than {MostDepth} levels");
        if (names.Any(name => name.Length == 0)) return Fault(row, $"the unit '{path}' has an empty name between two /");
        return string.Join('/', names);
    }

    private Role? ReadRole(RosterRow row)
    {
        var text = header.Cell(row, RosterColumn.Role);
        var role = RoleName.Parse(text) ?? ChineseRole(text);
        if (role is null)
        {
            Fault(
                row, text.Length == 0
                    ? "the role is missing"
                    : $"the role '{Shown(text)}' is unknown: it is one of {string.Join(", ", Enum.GetValues<Role>().Select(known => known.ToName()))}");
        }

        return role;
    }

    private static Role? ChineseRole(string text) => text switch
    {
        "学生" or "學生" => Role.Student,
        "教师" or "老师" or "教師" or "老師" => Role.Teacher,
        "班主任" or "班導師" or "班导师" => Role.ClassTeacher,
        "学校管理员" or "學校管理員" => Role.SchoolOfficer,
        _ => null,
    };

    private Language? ReadLocale(RosterRow row)
    {
        var text = header.Cell(row, RosterColumn.Locale);
        if (text.Length == 0) return null;
        var language = LanguageTag.Parse(text);
        if (language is null) Fault(row, $"the locale '{Shown(text)}' is unknown: it is zh-Hans, zh-Hant or en");
        return language;
    }

    private string? ReadTimeZone(RosterRow row)
    {
        var text = header.Cell(row, RosterColumn.TimeZone);
        if (text.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)) return text.Length == 0 ? null : text;
        return Fault(row, $"the time zone '{Shown(text)}' is unknown: it is an IANA name such as Asia/Shanghai");
    }

    private DateOnly? ReadBirthDate(RosterRow row)
    {
        var text = header.Cell(row, RosterColumn.BirthDate);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= 1900 && day <= today)
        {
            return day;
        }

        Fault(row, $"the birth date '{Shown(text)}' is no day from 1900 to today, as in 2012-09-01");
        return null;
    }

    private string? Text(RosterRow row, RosterColumn column, string what, int most)
    {
        var text = header.Cell(row, column);
        if (text.Length == 0) return null;
        if (text.Length > most) return Fault(row, $"the {what} is too long: {text.Length} characters, at most {most}");
        if (text.Any(IsUnprintable))
            return Fault(row, $"the {what} has a character that cannot be printed (a line break, a control character, or a sign of a wrong encoding)");
        return text;
    }

    // Bidirectional controls could make a name show as another one.
    private static bool IsUnprintable(char character) =>
        char.IsControl(character)
            || character is '\uFFFD' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';

    private static string Shown(string text)
    {
        var printable = string.Concat(text.Where(character => !IsUnprintable(character)));
        return printable.Length <= 30 ? printable : printable[..30] + "…";
    }

    private string? Fault(RosterRow row, string reason)
    {
        _faults.Add(new RosterFault(row.Line, reason));
        return null;
    }
}
