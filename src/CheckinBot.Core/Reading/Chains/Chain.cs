using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Chains;

/// <summary>A line of a chain.</summary>
/// <param name="Text">What stands after the number, with the lines that go on with it.</param>
/// <param name="Typed">The line as typed.</param>
internal readonly record struct ChainLine(string Text, string Typed);

/// <summary>The shape of a chain (接龙): a header, perhaps a sample, and the lines of the message.People.</summary>
internal sealed class Chain
{
    private const string ListMarks = ")）]】、〕.．,，:：。·-—|/";
    private const string PointMarks = ".．,，:：。·-/";

    private Chain(List<string> header, List<ChainLine> lines, bool isNumbered)
    {
        Header = header;
        Lines = lines;
        IsNumbered = isNumbered;
    }

    /// <summary>The lines before and between, which are of nobody.</summary>
    public List<string> Header { get; }

    /// <summary>The lines of the message.People.</summary>
    public List<ChainLine> Lines { get; }

    /// <summary>Do the lines begin with numbers?</summary>
    public bool IsNumbered { get; }

    /// <summary>Does a text look like a chain? In a place for chains everything is one.</summary>
    public static bool Looks(string text, ReadingSetting setting) => setting switch
    {
        ReadingSetting.GroupJielong => true,
        ReadingSetting.Group => (text.AsSpan().TrimStart() is ['#', var named, ..] && Terms.Is(named, Term.ChainSign)) || Parse(text) is { IsNumbered: true },
        _ => text.Contains('1', StringComparison.Ordinal) && Parse(text) is { IsNumbered: true, Lines.Count: >= 2 },
    };

    /// <summary>Does a text call itself a chain, as in <c>接龙：王小明36.5，李雷36.4</c>?</summary>
    public static bool IsNamed(string text) =>
        Terms.In(NormalisedText.Word(text), Term.ChainName);

    /// <summary>Cuts a text into the header and the lines of the message.People.</summary>
    public static Chain Parse(string text)
    {
        var header = new List<string>();
        var lines = new List<ChainLine>();
        var all = text.Split('\n').SelectMany(SplitInline).Select(Trim).Where(line => line.Length > 0).ToArray();
        var isNumbered = Array.Exists(all, line => NumberLength(line) > 0);
        // 姓名：王小明 ... 姓名：李雷 ...: one form below the other.
        var isOfForms = !isNumbered && all.Count(BeginsForm) > 1;
        foreach (var line in all)
        {
            var number = NumberLength(line);
            if (line.Length > ReadingContext.LongestMessage) continue;
            var fits = lines.Count > 0 && lines[^1].Typed.Length + line.Length < ReadingContext.LongestMessage;
            if (fits && (isOfForms ? !BeginsForm(line) : isNumbered && number == 0 && !IsRemark(line)))
                lines[^1] = new(lines[^1].Text + "\n" + line, lines[^1].Typed + "\n" + line);
            else if (!isNumbered)
                lines.Add(new(line, line));
            else if (number > 0)
                lines.Add(new(WithoutSeat(line[number..].Trim()), line));
            else
                header.Add(line);
        }

        if (!isNumbered && !isOfForms && lines.Count > 1 && IsHeader(lines[0].Text))
        {
            header.Add(lines[0].Text);
            lines.RemoveAt(0);
        }

        return new(header, lines, isNumbered);
    }

    // Locker numbers: in front of a list without numbers, a line of nobody that says what the list is about.
    private static bool IsHeader(string line)
    {
        var message = Message.Of(line, new ReadingContext { Setting = ReadingSetting.GroupJielong }, KnownNames.None);
        return !message.Tokens.Exists(t => t is { Kind: TokenKind.Number, Form: NumberForm.Decimal })
            && (line[^1] is ':' or '：' || message.Any(WordClass.OtherMatter | WordClass.Thermo) || message.Tokens.TrueForAll(t => t.Kind == TokenKind.Mark));
    }

    /// <summary>The length of the number that a line of a chain begins with (1. 1、 ① 1) （1） 【1】 1️⃣), 0 where it has none.</summary>
    public static int NumberLength(ReadOnlySpan<char> line)
    {
        var start = line.Length - line.TrimStart().Length;
        if (start == line.Length) return 0;
        var c = line[start];
        if (IsCircled(c)) return start + 1;
        if (Ordinal(line[start..]) is var ordinal and > 0) return start + ordinal;
        var digits = start + (c is '(' or '（' or '[' or '【' or '〔' ? 1 : 0);
        var i = digits;
        while (i < line.Length && i - digits < 3 && IsDigit(line[i])) i = SkipKeycap(line, i + 1);
        return i == digits || i >= line.Length ? 0 : AfterDigits(line, i, line[i - 1] == '\u20E3');
    }

    private static bool BeginsForm(string line) =>
        Terms.Begin(NormalisedText.Word(line), Term.FormStart) > 0;

    // 1. 01王小明 36.4: behind the number of the line the seat number of the class list.
    private static string WithoutSeat(string line)
    {
        var digits = 0;
        while (digits < line.Length && IsDigit(line[digits])) digits++;
        if (digits is 0 or > 3 || NumberLength(line) != digits) return line;
        var rest = line[digits..].TrimStart();
        return line[0] == '0' || rest.Any(IsDigit) ? rest : line;
    }

    // 一、王小明 36.5; b) Ann 36.7
    private static int Ordinal(ReadOnlySpan<char> line)
    {
        var bracket = line[0] is '(' or '（' or '【' ? 1 : 0;
        var length = bracket;
        while (Terms.At(line, length, Term.HanOrdinal)) length++;
        if (length > bracket && length < bracket + 4 && length < line.Length)
        {
            // 三十六.五 is a value.
            if (length + 1 < line.Length && Numerals.IsNumeral(line[length + 1])) return 0;
            return (bracket > 0 ? line[length] is ')' or '）' or '】' : line[length] is '、' or '.' or '．' or ')' or '）') ? length + 1 : 0;
        }

        return line.Length > 2 && char.IsAsciiLetter(line[0]) && line[1] is '.' or ')' or '、' && !char.IsAsciiLetterOrDigit(line[2]) ? 2 : 0;
    }

    private static int AfterDigits(ReadOnlySpan<char> line, int i, bool keycap)
    {
        if (ListMarks.Contains(line[i]))
        {
            // 36.5 is a value, not the number of a line.
            return PointMarks.Contains(line[i]) && i + 1 < line.Length && IsDigit(line[i + 1]) ? 0 : i + 1;
        }

        if (keycap) return i;
        if (line[i] is ' ' or '\u3000' or '\t')
        {
            // "1 王小明 36.5", but neither "36 5" nor "36 度".
            var next = i;
            while (next < line.Length && char.IsWhiteSpace(line[next])) next++;
            return next < line.Length && char.IsLetter(line[next]) && !Terms.Is(line[next], Term.NoNameSign) ? i : 0;
        }

        return !Terms.Is(line[i], Term.NoNameSign) && NameGuess.SurnameLength(Traditional.ToSimplified(line[i]).ToString(), 0) > 0 ? i : 0;
    }

    // "1. 王小明 36.5 2. 李雷 36.7" in one line: cut before each number that goes on counting.
    private static IEnumerable<string> SplitInline(string line)
    {
        var starts = new List<int>();
        var expected = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsAsciiDigit(line[i]) || (i > 0 && !(char.IsWhiteSpace(line[i - 1]) || line[i - 1] is ':' or '：' or ';' or '；' or ',' or '，')))
                continue;
            var (start, end) = (i, NumberScanner.Run(line, i));
            i = end - 1;
            if (end + 1 >= line.Length || end - start > 3 || !(line[end] is '.' or '、' or ')' or '）' or '．') || IsDigit(line[end + 1]))
                continue;
            var number = int.Parse(line.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture);
            if (expected > 0 && number != expected) continue;
            starts.Add(start);
            expected = number + 1;
        }

        if (starts.Count < 2) starts = Marks(line);
        // 例 1. 张三 36.5 is one line.
        return starts.Count < 2 ? [line] : starts.Prepend(0).Zip(starts.Append(line.Length), (from, to) => line[from..to]);
    }

    // ①牧云36.5②海笙36.3; （1）喻文博：36.5℃；（2）柯南：36.6℃
    private static List<int> Marks(string line)
    {
        var marks = new List<int>();
        for (var i = 0; i < line.Length; i++)
        {
            if (IsCircled(line[i]) || (line[i] is '(' or '（' && NumberScanner.Run(line, i + 1) is var end && end > i + 1 && end < i + 4
                && end < line.Length && line[end] is ')' or '）'))
                marks.Add(i);
        }

        return marks;
    }

    private static bool IsCircled(char c) => c is >= '①' and <= '⓿' or >= '❶' and <= '➓' or >= '㉑' and <= '㉟' or >= '㊱' and <= '㊿';

    // A line without a number goes on with the entry above, unless it speaks to everybody.
    private static bool IsRemark(string line)
    {
        var message = Message.Of(line, new ReadingContext { Setting = ReadingSetting.GroupJielong }, KnownNames.None);
        return line[0] is '#' or '-' or '=' or '*' || message.Any(WordClass.Notice | WordClass.Sample | WordClass.Question)
            || message.Tokens.Exists(t => t.Kind is TokenKind.Unknown or TokenKind.Link);
    }

    // Pictures and invisible characters before the number of a line say nothing.
    private static string Trim(string line)
    {
        var start = 0;
        while (start < line.Length
            && (char.IsWhiteSpace(line[start]) || char.IsSurrogate(line[start])
                || char.GetUnicodeCategory(line[start]) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.OtherSymbol))
            start++;
        return line[start..].TrimEnd();
    }

    private static int SkipKeycap(ReadOnlySpan<char> line, int i)
    {
        while (i < line.Length && line[i] is '\uFE0F' or '\u20E3') i++;
        return i;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';
}
