using CheckinBot.Core.Script;
using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Reading;

/// <summary>The names of the roster in normalised form: full names, given names and nicknames, found where they are typed.</summary>
internal sealed class KnownNames
{
    /// <summary>No roster.</summary>
    public static readonly KnownNames None = new([]);

    private readonly List<(string Name, int Index)> _names = [];

    // Their first characters side by side, so that a text is searched for a whole class without building a table for each message.
    private readonly char[] _firsts;

    private KnownNames(IEnumerable<(string Name, int Index)> names)
    {
        foreach (var named in names)
        {
            if (named.Name.Length > 0)
                _names.Add(named);
        }

        _firsts = [.. _names.Select(named => named.Name[0])];
    }

    /// <summary>The names of those whom the sender may report, and of the class.</summary>
    public static KnownNames Of(ReadingContext context) =>
        context.Own.Count + context.Classmates.Count == 0 ? None : new(Names(context));

    /// <summary>The longest known name here, as its length and its index; the length is 0 where there is none.</summary>
    public (int Length, int Index) At(string text, int at)
    {
        var next = Array.IndexOf(_firsts, text[at]);
        if (next < 0 || (at > 0 && Lexicon.IsLatin(text[at]) && Lexicon.IsLatin(text[at - 1])))
            return (0, -1);
        var best = (Length: 0, Index: -1);
        var longest = 0;
        for (; next >= 0; next = Array.IndexOf(_firsts, text[at], next + 1))
        {
            var (name, index) = _names[next];
            if (name.Length <= longest || LengthOf(name, text, at) is not (> 0 and var length) || !EndsHere(text, at + length))
                continue;
            best = (length, index);
            longest = name.Length;
        }

        return best;
    }

    // 白　露, as lists are set, is 白露; and the dot of 阿依古丽·吐尔逊 is typed as a full stop by many.
    private static int LengthOf(string name, string text, int at)
    {
        var end = at;
        for (var i = 0; i < name.Length; i++, end++)
        {
            if (i > 0 && (Holds(name[i]) || Holds(name[i - 1])) && name[i] != ' ')
            {
                while (end < text.Length && text[end] == ' ')
                    end++;
            }

            if (end >= text.Length || (text[end] != name[i] && !(name[i] == '·' && text[end] == '.')))
                return 0;
        }

        return end - at;
    }

    private static bool Holds(char c) => c == '·' || NameForm.IsChinese(c);

    private static bool EndsHere(string text, int end) =>
        end == text.Length || !Lexicon.IsLatin(text[end]) || !Lexicon.IsLatin(text[end - 1]);

    private static IEnumerable<(string, int)> Names(ReadingContext context)
    {
        for (var i = 0; i < context.Own.Count; i++)
        {
            var own = context.Own[i];
            yield return (own.Plain, i);
            if (Given(own.Plain) is { Length: >= 2 } given)
                yield return (given, i);
            foreach (var nickname in own.Nicknames ?? [])
                yield return (NormalisedText.Name(nickname), i);
        }

        for (var i = 0; i < context.Classmates.Count; i++)
            yield return (context.Classmates[i].Plain, context.Own.Count + i);
    }

    /// <summary>The given name of a Chinese full name; of an English one the first word. Null where there is none.</summary>
    public static string? Given(string full)
    {
        if (full.Length > 0 && Lexicon.IsLatin(full[0]))
            return full.IndexOf(' ') is var space and > 1 ? full[..space] : null;
        var surname = NameGuess.SurnameLength(full, 0);
        return surname > 0 && full.Length > surname ? full[surname..] : null;
    }
}
