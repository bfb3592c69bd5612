using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>
/// How far up a class is, by the names of the tree: 三年级 is above 一年级, 初一 above 六年级, Primary 2 above K2.
/// Years are counted through from the kindergarten; the stages are those of 义务教育法 (小学, 初中) with 高中 after them.
/// </summary>
public static class SchoolYear
{
    private const int Primary = 10;

    /// <summary>The year of a class by its path; null where the names do not tell.</summary>
    public static int? Of(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var parts = NormalisedText.Word(unit.Path).Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isKindergarten = parts.Any(part => Terms.In(part, Term.Kindergarten));
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            if (OfKindergarten(parts[i], isKindergarten) is { } group) return group;
            if (!isKindergarten && OfSchool(parts[i]) is { } year) return year;
        }

        return null;
    }

    // 中一班 is of a kindergarten in one place and the first year of a secondary school in another; 中班 and K2 are clear.
    private static int? OfKindergarten(ReadOnlySpan<char> name, bool isKindergarten)
    {
        if (Terms.Begin(name, Term.PreschoolClass) is var preschool and > 0) return Terms.Value(name[..preschool], Term.PreschoolClass);
        if (name is ['k', .. var behind] && behind.TrimStart(' ') is [>= '1' and <= '3' and var number]) return number - '0';
        var end = 1;
        while (end < name.Length && (char.IsAsciiDigit(name[end]) || Numerals.Digit(name[end]) > 0)) end++;
        var group = Terms.Value(name[0], Term.KindergartenGroup);
        return group > 0 && Terms.At(name, end, Term.ClassSign) && (isKindergarten || end == 1) ? group : null;
    }

    // 初一, 3年级, Sec 2
    private static int? OfSchool(ReadOnlySpan<char> name)
    {
        if (Terms.Value(name[0], Term.SchoolStage) is var stage and > 0 && name.Length > 1 && Numerals.Digit(name[1]) is > 0 and <= 6 and var of)
            return stage + of;
        if (Year(name) is { } year && name.Length > 1 && Terms.Begin(name[1..], Term.YearOfSchool) > 0) return Primary + year;
        var english = Terms.Begin(name, Term.EnglishStage);
        if (english == 0) return null;
        var rest = name[english..] is ['.' or ' ' or '-', .. var behind] ? behind : name[english..];
        return NumberScanner.Run(rest, 0) == 1 && rest[0] > '0' ? Terms.Value(name[..english], Term.EnglishStage) + rest[0] - '0' : null;
    }

    private static int? Year(ReadOnlySpan<char> name) =>
        name[0] is >= '1' and <= '9' ? name[0] - '0' : Numerals.Digit(name[0]) is > 0 and var digit ? digit : null;
}
