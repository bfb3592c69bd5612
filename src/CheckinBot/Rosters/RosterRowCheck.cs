using System.Globalization;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Writing;

namespace CheckinBot.Rosters;

/// <summary>Judges the rows of a sheet, each by itself.</summary>
internal sealed class RosterRowCheck
{
    private const int MostDepth = 10;
    private const int MostPath = 400;
    private const int MostText = 60;
    private const int MostNote = 500;

    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private readonly RosterHeader _header;
    private readonly RosterPath _path;
    private readonly Role? _role;
    private readonly DateOnly _today;
    private readonly List<RosterFault> _faults = [];

    /// <param name="sheet">The sheet.</param>
    /// <param name="defaults">What the operator says where the file does not.</param>
    /// <param name="today">The last day on which anybody may have been born.</param>
    public RosterRowCheck(RosterSheet sheet, RosterDefaults defaults, DateOnly today)
    {
        (_header, _path, _today) = (sheet.Header, new RosterPath(sheet, defaults), today);
        // A list of classes is one of pupils; what has units only may be one of teachers.
        _role = defaults.Role ?? (!_header.Has(RosterColumn.Role) && (_header.HasClasses || !_header.Has(RosterColumn.Unit)) ? Role.Student : null);
        if (_path.Missing is { } missing) _faults.Add(new RosterFault(_header.Place, missing));
        if (!_header.Has(RosterColumn.Name)) _faults.Add(new RosterFault(_header.Place, "there is no column 'name' (姓名): add it"));
        if (!_header.Has(RosterColumn.Role) && _role is null)
            _faults.Add(new RosterFault(_header.Place, "there is no column 'role' (角色): add it, or say what everybody is, as in --role student"));
        if (_faults.Count == 0) return;
        IsUsable = false;
        if (_header.HasClasses) return;
        _faults.Add(new RosterFault(
            _header.Place, "the header must be unit,role,name,number (or 单位,角色,姓名,编号), then optionally locale,time_zone,note,birth_date,dormitory"));
    }

    /// <summary>Whether rows can be read at all; where not, the header is the fault.</summary>
    public bool IsUsable { get; } = true;

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<RosterFault> Faults => _faults;

    /// <summary>What is taken for granted of the sheet, for the operator.</summary>
    public IEnumerable<string> Notes(string? sheet)
    {
        var of = sheet is null ? "" : $"{sheet}: ";
        if (_role is { } role && !_header.Has(RosterColumn.Role))
            yield return $"{of}there is no column 'role' (角色): everybody is {role.ToName()} (--role says otherwise)";
        if (_path.ClassOfSheet is { } room) yield return $"{of}the rows say no class: they are of the one that the sheet is named by, '{room}'";
    }

    /// <summary>The entry of a row; null where something is wrong with it, and each thing is noted.</summary>
    public RosterEntry? Read(RosterRow row)
    {
        var before = _faults.Count;
        if (_header.HasCellsBeyond(row)) Fault(row, null, "the row has more cells than the header: put a text that has a comma in it between quotation marks");
        var unit = ReadUnit(row);
        var role = ReadRole(row);
        var soFar = _faults.Count;
        var name = Text(row, RosterColumn.Name, "name", MostText);
        if (name is null && _faults.Count == soFar) Fault(row, RosterColumn.Name, "the name is missing: put it there, or remove the row");
        var entry = new RosterEntry(row.Place, unit ?? "", role ?? Role.Student, name ?? "", ReadNumber(row))
        {
            Header = _header,
            Locale = ReadLocale(row),
            TimeZone = ReadTimeZone(row),
            Note = Text(row, RosterColumn.Note, "note", MostNote),
            BirthDate = ReadBirthDate(row),
            Dormitory = Text(row, RosterColumn.Dormitory, "dormitory", MostText),
            BeginsWithSchool = _path.BeginsWithSchool,
        };
        return _faults.Count == before ? entry : null;
    }

    private string? ReadUnit(RosterRow row)
    {
        RosterColumn[] columns = _header.Has(RosterColumn.Unit) ? [RosterColumn.Unit] : [RosterColumn.School, RosterColumn.Grade, RosterColumn.Class];
        var before = _faults.Count;
        foreach (var column in columns) Text(row, column, Word(column), MostPath);
        if (_faults.Count > before) return null;
        var needed = columns.Last();
        if (_header.Has(needed) && _header.Cell(row, needed).Length == 0 && (needed == RosterColumn.Unit || _role == Role.Student))
        {
            return Fault(row, needed, needed == RosterColumn.Unit
                ? "the unit is missing: names joined by /, as in 示范县/第一小学/三年级/1班, in each row, or in a cell that is merged down over its rows"
                : "the class is missing: put it in each row, or in a cell that is merged down over its rows");
        }

        IReadOnlyList<string> names = [.. _path.Of(row).Select(SafeText.Line)];
        var path = string.Join('/', names);
        if (names.Count > MostDepth) return Fault(row, needed, $"the unit '{path}' has more than {MostDepth} levels");
        if (names.Count == 0 || names.Any(name => name.Length == 0)) return Fault(row, needed, $"the unit '{path}' has an empty name between two /");
        return path;
    }

    private Role? ReadRole(RosterRow row)
    {
        var text = _header.Cell(row, RosterColumn.Role);
        if (text.Length == 0 && _role is { } everybody) return everybody;
        if (RosterRoles.Parse(text) is { } role) return role;
        Fault(row, RosterColumn.Role, text.Length == 0
            ? "the role is missing: put it in each row, or in a cell that is merged down over its rows, or say it with --role"
            : $"the role '{Shown(text)}' is unknown: it is one of {RosterRoles.Listed}");
        return null;
    }

    private string? ReadNumber(RosterRow row)
    {
        var number = Text(row, RosterColumn.Number, "number", MostText);
        // A spreadsheet that saved a long number as text has rounded it for good.
        if (number is null || !number.Contains("E+", StringComparison.Ordinal)) return number;
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) return number;
        const string Cure = "give the column the format Text, type it again, and save the file anew";
        return Fault(row, RosterColumn.Number, $"the number '{number}' was rounded by a spreadsheet: {Cure}");
    }

    private Language? ReadLocale(RosterRow row)
    {
        var text = _header.Cell(row, RosterColumn.Locale);
        if (text.Length == 0) return null;
        var language = LanguageTag.Parse(text);
        if (language is null) Fault(row, RosterColumn.Locale, $"the locale '{Shown(text)}' is unknown: it is zh-Hans, zh-Hant or en");
        return language;
    }

    private string? ReadTimeZone(RosterRow row)
    {
        var text = _header.Cell(row, RosterColumn.TimeZone);
        if (text.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)) return text.Length == 0 ? null : text;
        return Fault(row, RosterColumn.TimeZone, $"the time zone '{Shown(text)}' is unknown: it is an IANA name such as Asia/Shanghai");
    }

    private DateOnly? ReadBirthDate(RosterRow row)
    {
        var text = _header.Cell(row, RosterColumn.BirthDate);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= 1900 && day <= _today)
        {
            return day;
        }

        Fault(row, RosterColumn.BirthDate, $"the birth date '{Shown(text)}' is no day from 1900 to today, as in 2012-09-01");
        return null;
    }

    private string? Text(RosterRow row, RosterColumn column, string what, int most)
    {
        if (_header.DoubtOf(row, column) is { } doubt) return Fault(row, column, doubt);
        var cell = _header.Cell(row, column);
        const string Unprintable = "has a character that cannot be printed (a line break, a control character, or a sign of a wrong encoding)";
        if (cell.Any(IsUnprintable)) return Fault(row, column, $"the {what} {Unprintable}");
        var text = SafeText.Line(cell);
        if (text.Length == 0) return null;
        return text.Length <= most ? text : Fault(row, column, $"the {what} is too long: {text.Length} characters, at most {most}");
    }

    // What was copied from a page brings direction marks, which go; these tell that something is wrong.
    private static bool IsUnprintable(char character) => char.IsControl(character) || character is '\uFFFD' or '\u2028' or '\u2029';

    private static string Word(RosterColumn column) => column.ToString().ToLowerInvariant();

    private static string Shown(string text) => SafeText.Line(text) is var printable && printable.Length <= 30 ? printable : printable[..30] + "…";

    private string? Fault(RosterRow row, RosterColumn? column, string reason)
    {
        _faults.Add(new RosterFault(row.Place, reason, column is { } known ? _header.PositionOf(known) : null));
        return null;
    }
}
