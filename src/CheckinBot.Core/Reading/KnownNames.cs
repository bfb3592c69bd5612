using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading;

/// <summary>The names of the roster in normalised form: full names, given names and nicknames, found where they are typed.</summary>
internal sealed class KnownNames
{
    /// <summary>No roster.</summary>
    public static readonly KnownNames None = new([]);

    private readonly List<(string Name, int Index)> _names = [];

    // Beside the names, so that a text is looked through for a whole class without a table being built for each message.
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
        for (; next >= 0; next = Array.IndexOf(_firsts, text[at], next + 1))
        {
            var (name, index) = _names[next];
            if (name.Length > best.Length && string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && EndsHere(text, at + name.Length))
                best = (name.Length, index);
        }

        return best;
    }

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
                yield return (NormalisedText.Word(nickname.Trim()), i);
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
