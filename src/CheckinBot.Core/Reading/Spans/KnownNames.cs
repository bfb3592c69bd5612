using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Script;
using CheckinBot.Core.Writing;

namespace CheckinBot.Core.Reading.Spans;

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
            if (named.Name.Length > 0) _names.Add(named);
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
        if (next < 0 || (at > 0 && Lexicon.IsLatin(text[at]) && Lexicon.IsLatin(text[at - 1]))) return (0, -1);
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
                while (end < text.Length && text[end] == ' ') end++;
            }

            if (end >= text.Length || (text[end] != name[i] && !(name[i] == '·' && text[end] == '.'))) return 0;
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
            foreach (var spelling in Spellings(own.Plain))
                yield return (spelling, i);
            if (Given(own.Plain) is { Length: >= 2 } given)
                yield return (given, i);
            foreach (var nickname in own.Nicknames ?? [])
                yield return (NormalisedText.Name(nickname), i);
        }

        for (var i = 0; i < context.Classmates.Count; i++)
        {
            foreach (var spelling in Spellings(context.Classmates[i].Plain))
                yield return (spelling, context.Own.Count + i);
        }
    }

    /// <summary>
    /// The length of the beginning of a name, or of a part of one, that stands here: 吐尔洪 for 吐尔洪江. No shorter word is
    /// cut out of it. 0 where there is none of two characters and more.
    /// </summary>
    public int BeginningAt(string text, int at)
    {
        var best = 0;
        for (var next = Array.IndexOf(_firsts, text[at]); next >= 0; next = Array.IndexOf(_firsts, text[at], next + 1))
        {
            var name = _names[next].Name;
            var length = 0;
            while (length < name.Length && at + length < text.Length && text[at + length] == name[length]) length++;
            best = Math.Max(best, length);
        }

        return best < 2 || Lexicon.IsLatin(text[at]) ? 0 : best;
    }

    /// <summary>The parts of a name that people call somebody by: 阿依古丽·吐尔逊 is 阿依古丽 or 吐尔逊.</summary>
    public static IEnumerable<string> Parts(string full) =>
        full.Contains(Dot, StringComparison.Ordinal) ? full.Split(Dot).Where(part => part.Length >= 2) : [];

    /// <summary>A name without the dot between its parts, which many leave out or type as another mark.</summary>
    public static string Undotted(string name) => name.Replace("·", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);

    private const char Dot = '·';

    private static IEnumerable<string> Spellings(string full)
    {
        yield return full;
        if (!full.Contains(Dot, StringComparison.Ordinal)) yield break;
        foreach (var mark in (string[])["", ".", " ", "-"]) yield return full.Replace("·", mark, StringComparison.Ordinal);
        foreach (var part in Parts(full)) yield return part;
    }

    /// <summary>The given name of a Chinese full name; of an English one the first word. Null where there is none.</summary>
    public static string? Given(string full)
    {
        if (full.Length > 0 && Lexicon.IsLatin(full[0])) return full.IndexOf(' ') is var space and > 1 ? full[..space] : null;
        var surname = NameGuess.SurnameLength(full, 0);
        return surname > 0 && full.Length > surname ? full[surname..] : null;
    }
}
