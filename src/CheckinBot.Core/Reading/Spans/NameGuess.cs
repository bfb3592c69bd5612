using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>Finds what looks like a Chinese personal name, without a roster: a surname, one or two characters, and a clear end.</summary>
internal static class NameGuess
{
    // 向邻居: people, days, and ways of going are no given name; 王健康 and 周平安 are.
    private const WordClass NoGivenName = WordClass.Relation | WordClass.Other | WordClass.Earlier | WordClass.Future
        | WordClass.Go | WordClass.Went | WordClass.Home | WordClass.NotOut;

    /// <summary>Are these characters that given names are made of (子轩, 欣怡)?</summary>
    public static bool IsGivenName(ReadOnlySpan<char> word) =>
        word.Length == 2 && Terms.Is(word[0], Term.GivenSign) && Terms.Is(word[1], Term.GivenSign);

    /// <summary>
    /// Whether everything behind the surname consists of characters of given names (王小明, 张一, 陈海南; but not 方糕). A name without
    /// a surname is a nickname (朵朵, 小宇).
    /// </summary>
    public static bool IsMadeOfGivenNames(ReadOnlySpan<char> name)
    {
        var calledBy = name.Length is 2 or 3 && Terms.Is(name[0], Term.CallingSign);
        var surname = name.Length > 2 && Terms.Is(name[..2], Term.CompoundSurname) ? 2 : name.Length > 1 && IsSurname(name[0]) ? 1 : 0;
        var given = name[(calledBy ? 1 : surname)..];
        // 老王
        if (calledBy && name.Length == 2 && IsSurname(name[1])) return true;
        return AreBehindSurname(given) || name.Contains('·')
            || (Lexicon.Instance.Longest(given) is { Length: > 1, Info.Place: >= 0 } place && place.Length == given.Length);
    }

    /// <summary>The length of the surname that begins here, 0 where none does.</summary>
    public static int SurnameLength(string text, int at)
    {
        if (at + 2 < text.Length && Terms.Is(text.AsSpan(at, 2), Term.CompoundSurname)) return 2;
        return at < text.Length && IsSurname(text[at]) ? 1 : 0;
    }

    /// <summary>The length of the name that seems to begin here, 0 where none does.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="before">The tokens so far.</param>
    /// <param name="wordLength">The length of the longest listed word here.</param>
    /// <param name="word">That word.</param>
    public static int At(string text, int at, List<Token> before, int wordLength, WordInfo word)
    {
        if (!Lexicon.IsHan(text[at]) || !IsSlot(text, at, before)) return 0;
        var last = before.Count > 0 ? before[^1] : default;
        var followsNumber = last is { Kind: TokenKind.Number } && last.End == at;
        if (WithDot(text, at) is var dotted and > 0) return dotted;
        // 朵朵, 妞妞
        if (wordLength < 2 && at + 1 < text.Length && text[at] == text[at + 1] && !Numerals.IsNumeral(text[at]) && !Terms.Is(text[at], Term.EndsName)
            && End(text, at + 2) >= (last.Is(WordClass.SignedFor) ? 2 : 4))
            return 2;
        var surname = SurnameLength(text, at);
        // 万一鸣36.7, 周天佑36.5: a word that begins a name, and then a character that begins no word but is of names
        if (surname == 1 && wordLength == 2 && word.Place < 0 && at + 2 < text.Length && AreBehindSurname(text.AsSpan(at + 1, 2))
            && (word.Classes == WordClass.NotName || Lexicon.Instance.Longest(text.AsSpan(at + 2)).Length == 0) && End(text, at + 3) == 4)
            return 3;
        if (surname == 0 || (wordLength >= 2 && surname == 1 && word.Classes != 0) || (wordLength >= 2 && word.Place >= 0 && surname != wordLength))
            return 0;
        // 关羽36.6张飞36.7, but not 36.5张票
        if ((word.Classes & WordClass.OtherUnit) != 0 && followsNumber) return BetweenValues(text, at, last);
        var (two, one) = (Score(text, at + surname, 2), Score(text, at + surname, 1));
        var best = Math.Max(one, two) <= 0 ? 0 : surname + (two >= one ? 2 : 1);
        // 乐乐哥36.8: of the brother
        if (best == 3 && text[at] == text[at + 1] && Terms.Is(text[at + 2], Term.SiblingSign)) best = 2;
        // After a number a name stands only before its own number, a mark, or the end (36.5王小明).
        return best > 0 && followsNumber && !EndsClearly(text, at + best) ? 0 : best;
    }

    private static int BetweenValues(string text, int at, Token before)
    {
        var rest = text.AsSpan(at);
        var length = before.Form != NumberForm.Decimal ? 0 : rest is [_, _, >= '0' and <= '9', ..] ? 2 : rest is [_, _, _, >= '0' and <= '9', ..] ? 3 : 0;
        return length > 0 && Lexicon.IsHan(rest[1])
            && (Lexicon.Instance.Longest(rest[1..]).Info.Classes & (WordClass.OtherUnit | WordClass.OtherCue | WordClass.NotName)) == 0 ? length : 0;
    }

    private static bool EndsClearly(string text, int end) =>
        end == text.Length || !Lexicon.IsHan(text[end]) || NumberAt(text, end)
        || (Lexicon.Instance.Longest(text.AsSpan(end)).Info.Classes & (
            WordClass.Relation | WordClass.Thermo | WordClass.Site | WordClass.Symptom | WordClass.Absence | WordClass.NotMeasured)) != 0;

    // 阿依古丽·买买提
    private static int WithDot(string text, int at)
    {
        var dot = Han(text, at);
        if (dot - at < 2 || dot >= text.Length || text[dot] != '·') return 0;
        var end = Han(text, dot + 1);
        return end - dot is > 1 and < 9 && (end == text.Length || !char.IsLetter(text[end])) ? end - at : 0;
    }

    private static int Han(string text, int at)
    {
        var i = at;
        while (i < text.Length && Lexicon.IsHan(text[i]) && i - at < 9) i++;
        return i;
    }

    private static int Score(string text, int start, int given)
    {
        var end = start + given;
        if (end > text.Length) return 0;
        var score = End(text, end);
        if (score == 0) return 0;
        for (var i = start; i < end; i++)
        {
            if (!Lexicon.IsHan(text[i]) || Terms.Is(text[i], Term.Somebody)) return 0;
            if (Terms.Is(text[i], Term.EndsName)) score -= 3;
        }

        if (given == 2 && Lexicon.Instance.Longest(text.AsSpan(start)) is { Length: >= 2 } inner
            && (inner.Info.Classes & ~(WordClass.NotName | WordClass.UpperOnly | WordClass.ChildName)) != 0)
            score -= inner.Length == 2 && (inner.Info.Classes & NoGivenName) != 0
                ? score
                : (inner.Info.Classes & ~WordClass.NotName) == WordClass.Filler && text[start] == text[start + 1] ? 1 : 3;
        return score;
    }

    // 4: a number, a mark, a word of two characters and more; 2: a word of one; 0: something unknown.
    private static int End(string text, int end, bool last = true)
    {
        if (end > text.Length) return 0;
        if (end == text.Length || !char.IsLetter(text[end]) || !Lexicon.IsHan(text[end]) || NumberAt(text, end)) return 4;
        var (length, info) = Lexicon.Instance.Longest(text.AsSpan(end));
        // 王小明早36.3晚36.6: a value is never of tomorrow morning, so 明 belongs to the name.
        if (length == 2 && (info.Classes & WordClass.Future) != 0 && NumberAt(text, end + 2)
            && (Lexicon.Instance.Longest(text.AsSpan(end + 1)).Info.Classes & WordClass.Today) != 0)
            return 1;
        if (length >= 2) return (info.Classes & ~WordClass.NotName) != 0 ? 4 : info.Place >= 0 ? 2 : 0;
        if (length == 1) return 2;
        return last && Lexicon.Instance.Longest(text.AsSpan(end - 1)).Length < 2 && NextName(text, end) ? 1 : 0;
    }

    private static bool NumberAt(string text, int at) =>
        at < text.Length
            && (char.IsAsciiDigit(text[at]) || (Numerals.IsNumeral(text[at]) && Numerals.Temperature(text, at) is { } number && number.Start == at));

    // 张三李四都36.5: a name ends where another begins that ends clearly.
    private static bool NextName(string text, int at)
    {
        var surname = SurnameLength(text, at);
        return surname > 0 && (EndsName(text, at, surname + 2) || EndsName(text, at, surname + 1));
    }

    private static bool EndsName(string text, int at, int length) =>
        (End(text, at + length, false) == 4 || Terms.At(text, at + length, Term.AllOfThem)) && IsMadeOfGivenNames(text.AsSpan(at, length));

    private static bool IsSurname(char c) => Terms.Is(c, Term.Surname);

    private static bool AreBehindSurname(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!Terms.Is(c, Term.GivenSign) && !Terms.Is(c, Term.GivenSignBehindSurname)) return false;
        }

        return true;
    }

    // A name begins at the beginning of a clause, after a space, a number, or a word that introduces it.
    private static bool IsSlot(string text, int at, List<Token> before)
    {
        if (before.Count == 0) return true;
        var last = before[^1];
        // 看了黄河, 过关返港
        if (last.End == at && Terms.Is(text[at - 1], Term.BeforeNoName)) return false;
        if (last.End < at || last.Kind is TokenKind.Mark or TokenKind.LineEnd or TokenKind.Number or TokenKind.Mention or TokenKind.Name) return true;
        // 昨天王小明36.7，今天36.5
        if (last.Is(WordClass.Earlier | WordClass.Today) && last.Length == 2 && last.End == at
            && SurnameLength(text, at) > 0 && at + 3 < text.Length && NumberAt(text, at + 3))
            return true;
        return last.Is(WordClass.SignedFor | WordClass.VenueSuffix | WordClass.And | WordClass.Correction | WordClass.ClassWord | WordClass.CelsiusUnit
            | WordClass.Child | WordClass.ChildName | WordClass.Filler | WordClass.Backfill | WordClass.Thermo | WordClass.Today) || text[at - 1] == '?';
    }
}
