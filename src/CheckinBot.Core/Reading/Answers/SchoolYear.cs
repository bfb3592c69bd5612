using System.Globalization;
using System.Text.RegularExpressions;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>
/// How far up a class is, by the names of the tree: 三年级 is above 一年级, 初一 above 六年级, Primary 2 above K2.
/// Years are counted through from the kindergarten; the stages are those of 义务教育法 (小学, 初中) with 高中 after them.
/// </summary>
public static partial class SchoolYear
{
    private const int Kindergarten = 0, Primary = 10, Junior = 16, Senior = 19;
    private static readonly string[] KindergartenWords = ["幼儿园", "幼兒園", "幼稚園", "托儿所", "kindergarten", "preschool"];
    private const string Numerals = "一二三四五六七八九";

    /// <summary>The year of a class by its path; null where the names do not tell.</summary>
    public static int? Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var parts = unit.Path.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isKindergarten = parts.Any(part => KindergartenWords.Any(word => part.Contains(word, StringComparison.OrdinalIgnoreCase)));
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (Named(parts[i], isKindergarten) is { } year) return year;
        }

        return null;
    }

    private static int? Named(string name, bool isKindergarten)
    {
        if (Kinder().Match(name) is { Success: true } kinder && (isKindergarten || kinder.Value is "学前班" or "學前班" || kinder.Length == 2))
            return Kindergarten + (kinder.Value[0] switch { '小' => 1, '中' => 2, '大' => 3, '学' or '學' => 4, _ => kinder.Value[^1] - '0' });
        if (isKindergarten) return null;
        if (Staged().Match(name) is { Success: true } staged)
            return Stage(staged.Groups[1].Value[0]) + Number(staged.Groups[2].Value);
        if (Graded().Match(name) is { Success: true } graded) return Primary + Number(graded.Groups[1].Value);
        if (English().Match(name) is not { Success: true } english) return null;
        return (char.ToUpperInvariant(english.Value[0]) is 'S' or 'F' ? Junior : Primary) + Number(english.Groups[1].Value);
    }

    private static int Stage(char stage) => stage switch
    {
        '初' or '國' or '国' or '中' => Junior,
        '高' => Senior,
        _ => Primary,
    };

    private static int Number(string text) =>
        Numerals.IndexOf(text[0], StringComparison.Ordinal) is var at and >= 0 ? at + 1 : int.Parse(text, CultureInfo.InvariantCulture);

    // 中一班 is of a kindergarten in one place and the first year of a secondary school in another; 中班 and K2 are clear.
    [GeneratedRegex(@"^(?:[小中大](?:班|[一二三四五六七八九0-9]+班)|学前班|學前班|[Kk] ?[1-3]$)", RegexOptions.CultureInvariant)]
    private static partial Regex Kinder();

    [GeneratedRegex(@"^([小中初國国高])([一二三四五六])", RegexOptions.CultureInvariant)]
    private static partial Regex Staged();

    [GeneratedRegex(@"^([一二三四五六七八九]|[1-9])(?:年级|年級|年)", RegexOptions.CultureInvariant)]
    private static partial Regex Graded();

    [GeneratedRegex(@"^(?:grade|year|primary|p|secondary|sec|form|s|f)[. -]?([1-9])(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
