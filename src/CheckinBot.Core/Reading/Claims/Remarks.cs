using System.Buffers;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What a family says beside a number: 吃了退烧药, 刚跑完步, 到校了. From <c>Reading/Data/remarks.txt</c>.</summary>
internal static class Remarks
{
    private const int NegationWithin = 8;

    private static readonly SearchValues<char> Breaks = SearchValues.Create(",.;!?。，\n");

    /// <summary>A fever reducer was taken; not 没吃退烧药.</summary>
    public static bool TellFeverReducer(ReadOnlySpan<char> text) => Tell(text, Term.Reducer);

    /// <summary>It is denied: 没吃退烧药.</summary>
    public static bool DenyFeverReducer(ReadOnlySpan<char> text) => Terms.In(text, Term.Reducer) && !Tell(text, Term.Reducer);

    /// <summary>Something made the number before too high: heat, or the instrument.</summary>
    public static bool TellHeat(ReadOnlySpan<char> text) => Terms.In(text, Term.Heat);

    /// <summary>The person is at school after all.</summary>
    public static bool TellPresence(ReadOnlySpan<char> text) => Terms.In(text, Term.Present);

    private static bool Tell(ReadOnlySpan<char> text, Term words)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny(Terms.SearchFor(words));
            if (at < 0) return false;
            at += from;
            var before = text[Math.Max(0, at - NegationWithin)..at];
            if (before.LastIndexOfAny(Breaks) is >= 0 and var end) before = before[(end + 1)..];
            // 没外出 吃了退烧药: Chinese puts no space between a word and what it denies.
            if (before.LastIndexOf(' ') is > 0 and var space && space < before.Length - 1
                && NameForm.IsChinese(before[space - 1]) && NameForm.IsChinese(before[space + 1]))
                before = before[(space + 1)..];
            if (!Terms.In(before, Term.DeniesRemark)) return true;
            from = at + 1;
        }

        return false;
    }
}
