using System.Buffers;
using CheckinBot.Core.Script;
using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Reading;

/// <summary>What a family says beside a number: 吃了退烧药, 刚跑完步, 到校了. From <c>Reading/Data/remarks.txt</c>.</summary>
internal static class Remarks
{
    private const int NegationWithin = 8;

    private static readonly SearchValues<string> Reducers = Words("Reducer");
    private static readonly SearchValues<string> Heat = Words("Heat");
    private static readonly SearchValues<string> AtSchool = Words("Present");
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",.;!?。，\n");
    private static readonly SearchValues<string> Negations =
        SearchValues.Create(["没", "不", "未", "还没", "无", "no ", "not ", "without ", "n't ", "haven't"], StringComparison.Ordinal);

    /// <summary>A fever reducer was taken; not 没吃退烧药.</summary>
    public static bool TellFeverReducer(ReadOnlySpan<char> text) => Tell(text, Reducers);

    /// <summary>It is denied: 没吃退烧药.</summary>
    public static bool DenyFeverReducer(ReadOnlySpan<char> text) => text.ContainsAny(Reducers) && !Tell(text, Reducers);

    /// <summary>Something made the number before too high: heat, or the instrument.</summary>
    public static bool TellHeat(ReadOnlySpan<char> text) => text.ContainsAny(Heat);

    /// <summary>The person is at school after all.</summary>
    public static bool TellPresence(ReadOnlySpan<char> text) => text.ContainsAny(AtSchool);

    private static bool Tell(ReadOnlySpan<char> text, SearchValues<string> words)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny(words);
            if (at < 0) return false;
            at += from;
            var before = text[Math.Max(0, at - NegationWithin)..at];
            if (before.LastIndexOfAny(Breaks) is >= 0 and var end) before = before[(end + 1)..];
            // 没外出 吃了退烧药: Chinese puts no space between a word and what it denies.
            if (before.LastIndexOf(' ') is > 0 and var space && space < before.Length - 1
                && NameForm.IsChinese(before[space - 1]) && NameForm.IsChinese(before[space + 1]))
                before = before[(space + 1)..];
            if (!before.ContainsAny(Negations)) return true;
            from = at + 1;
        }

        return false;
    }

    private static SearchValues<string> Words(string heading) => SearchValues.Create(
        [.. DataFile.Sections("remarks.txt").Where(one => one.Heading == heading).Select(one => NormalisedText.Word(one.Word.Replace('_', ' ')))],
        StringComparison.Ordinal);
}
