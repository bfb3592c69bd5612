using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>The name of a class or a grade: 三年级2班, 三（2）班, 365班, 初一(3)班, 3B.</summary>
internal static class ClassName
{
    /// <summary>The length of the class name that begins here, 0 where none does.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        // 3B
        if (text.Length > 1 && char.IsAsciiDigit(text[0]) && text[1] is >= 'a' and <= 'h' && (text.Length == 2 || !char.IsAsciiLetterOrDigit(text[2])))
            return 2;
        var i = 0;
        if (Terms.Is(text[0], Term.Stage)) i++;
        var first = Count(text, i);
        if (first == i) return 0;
        i = first;
        var graded = false;
        var grade = i < text.Length ? Terms.Begin(text[i..], Term.Grade) : 0;
        (i, graded) = (i + grade, grade > 1);
        var end = graded ? i : 0;
        while (i < text.Length && text[i] is ' ' or '(' or '[' or '.' or '-' or '、')
            i++;
        var point = i > first && text[i - 1] == '.';
        i = Count(text, i);
        // 36.5 班里有人确诊
        if (point && i < text.Length && text[i] == ' ') return end;
        while (i < text.Length && text[i] is ' ' or ')' or ']')
            i++;
        return Terms.At(text, i, Term.ClassSign) ? i + 1 : end;
    }

    private static int Count(ReadOnlySpan<char> text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < 4 && (char.IsAsciiDigit(text[i]) || Numerals.IsNumeral(text[i]))) i++;
        return i;
    }
}
