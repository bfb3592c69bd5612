using System.Globalization;
using System.Text;

namespace CheckinBot.Rosters;

/// <summary>A value of a workbook as the spreadsheet shows it: 7 in a cell of the format <c>0000</c> is 0007.</summary>
internal static class CellText
{
    // A spreadsheet keeps 15 digits and makes zeros of the rest.
    private const double MostExact = 1e15;

    /// <summary>The text; and, where it is not what was typed, why, and what to do.</summary>
    public static (string Text, string? Doubt) Of(object? value, string? format) => value switch
    {
        null => ("", null),
        string text => (text, null),
        DateTime day => OfDay(day, format),
        double number => OfNumber(number, format),
        int number => OfNumber(number, format),
        _ => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", null),
    };

    private static (string, string?) OfDay(DateTime day, string? format)
    {
        // 20260901 by the format yyyymmdd is a number that somebody typed as a date.
        var isCompact = format is not null && format.All(c => c is 'y' or 'm' or 'd');
        var text = day.ToString(isCompact ? format!.Replace('m', 'M') : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (text, isCompact ? null : $"the spreadsheet has made a date of it ({text}): give the column the format Text and type it again");
    }

    private static (string, string?) OfNumber(double number, string? format)
    {
        var doubt = Math.Abs(number) >= MostExact
            ? "the spreadsheet keeps 15 digits of a number and has made zeros of the rest: give the column the format Text and type it again"
            : null;
        var pattern = Pattern(format, number);
        return (number.ToString(pattern ?? "0.##########", CultureInfo.InvariantCulture), doubt);
    }

    // The formats of a spreadsheet are those of .NET but for colours, conditions, and spaces as wide as a character. Null: as typed.
    private static string? Pattern(string? format, double number)
    {
        if (string.IsNullOrEmpty(format) || format.Contains("General", StringComparison.OrdinalIgnoreCase) || format.Contains('@')) return null;
        var sections = Sections(format);
        var section = number switch { < 0 when sections.Count > 1 => sections[1], 0 when sections.Count > 2 => sections[2], _ => sections[0] };
        return section.Any(c => c is '0' or '#') ? section : null;
    }

    private static List<string> Sections(string format)
    {
        var sections = new List<string>();
        var section = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case ';':
                    sections.Add(section.ToString());
                    section.Clear();
                    break;
                case '"':
                    var end = format.IndexOf('"', i + 1) is var found and >= 0 ? found : format.Length - 1;
                    section.Append(format, i, end - i + 1);
                    i = end;
                    break;
                case '[':
                    i = format.IndexOf(']', i) is var close and >= 0 ? close : format.Length - 1;
                    break;
                case '_' or '*':
                    i++;
                    break;
                case '\\' when i + 1 < format.Length:
                    section.Append('\\').Append(format[++i]);
                    break;
                case '?':
                    section.Append('#');
                    break;
                default:
                    section.Append(format[i]);
                    break;
            }
        }

        sections.Add(section.ToString());
        return sections;
    }
}
