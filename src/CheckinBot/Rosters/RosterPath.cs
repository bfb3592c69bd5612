using System.Text.RegularExpressions;
using CheckinBot.Core.Writing;

namespace CheckinBot.Rosters;

/// <summary>The path of a row's unit: as it is written, or put together of school, year and class.</summary>
internal sealed partial class RosterPath(RosterSheet sheet, RosterDefaults defaults)
{
    private readonly RosterHeader _header = sheet.Header;
    private readonly string[] _above = Names(defaults.Unit ?? "");

    /// <summary>Why no path can be told for any row of the sheet, and what to do; null where it can.</summary>
    public string? Missing => (_header.Has(RosterColumn.Unit), _header.HasClasses, _above.Length > 0) switch
    {
        (false, false, false) =>
            "there is no column 'unit' (单位): add it, or columns for the class (学校名称, 年级, 班级), or say with --unit of which unit the list is",
        (false, true, false) when !_header.Has(RosterColumn.School) =>
            "there is no column for the school (学校名称): say with --unit of which school the list is, as in --unit 示范县/第一小学",
        _ => null,
    };

    /// <summary>Nothing above the row's school is told.</summary>
    public bool BeginsWithSchool => _above.Length == 0 && !_header.Has(RosterColumn.Unit) && _header.Has(RosterColumn.School);

    /// <summary>A sheet that says no class in its rows and is named as one holds that class.</summary>
    public string? ClassOfSheet => !_header.Has(RosterColumn.Unit) && !_header.HasClasses && sheet.Name is { } name && ClassName().IsMatch(NameForm.Of(name))
        && (_above.Length == 0 || NameForm.Of(_above[^1]) != NameForm.Of(name)) ? name.Trim() : null;

    /// <summary>The names of the path from the top; empty names where something is missing between them.</summary>
    public IReadOnlyList<string> Of(RosterRow row)
    {
        if (_header.Has(RosterColumn.Unit)) return Below(Names(_header.Cell(row, RosterColumn.Unit)));
        if (ClassOfSheet is { } own) return [.. _above, own];
        var (grade, room) = (Year(_header.Cell(row, RosterColumn.Grade)), Room(_header.Cell(row, RosterColumn.Class)));
        // 四年级1班 in 四年级 is its 1班.
        if (grade.Length > 0 && room.Length > grade.Length && room.StartsWith(grade, StringComparison.Ordinal)) room = room[grade.Length..].Trim();
        return Below([.. Names(_header.Cell(row, RosterColumn.School)), .. Names(grade), .. Names(room)]);
    }

    /// <summary>Names joined by a slash, of either width.</summary>
    public static string[] Names(string path) => path.Length == 0 ? [] : path.Replace('／', '/').Split('/', StringSplitOptions.TrimEntries);

    // A path that is told whole, or from its school on, is not put below itself.
    private IReadOnlyList<string> Below(string[] names)
    {
        for (var from = 0; from < _above.Length; from++)
        {
            var same = _above.Length - from;
            if (names.Length < same || !_above.Skip(from).Select(NameForm.Of).SequenceEqual(names.Take(same).Select(NameForm.Of))) continue;
            return [.. _above, .. names.Skip(same)];
        }

        return [.. _above, .. names];
    }

    private static string Year(string text) => Digits().IsMatch(text) ? $"{text.TrimStart('0')}年级" : text;

    private static string Room(string text) => Digits().IsMatch(text) ? $"{text.TrimStart('0')}班" : text;

    [GeneratedRegex("^0?[1-9][0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"班$|^class\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();
}
