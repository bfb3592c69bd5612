using System.Buffers;
using System.Collections.Frozen;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Data;

/// <summary>What one word is good for.</summary>
internal sealed class TermSet
{
    private readonly ulong[] _bits = new ulong[(Enum.GetValues<Term>().Length + 63) / 64];
    private readonly List<(Term Term, int Value)> _values = [];

    public bool Has(Term term) => (_bits[(int)term >> 6] >> ((int)term & 63) & 1) != 0;

    /// <summary>The value of the heading that the word stands under; -1 where it is not of the term.</summary>
    public int Value(Term term)
    {
        if (!Has(term)) return -1;
        foreach (var (listed, value) in _values)
        {
            if (listed == term) return value;
        }

        return 0;
    }

    public void Add(Term term, int value)
    {
        _bits[(int)term >> 6] |= 1UL << ((int)term & 63);
        if (value != 0) _values.Add((term, value));
    }
}

/// <summary>
/// The words that a rule looks for in its place, each under the name of its <see cref="Term"/>: unlike those of the
/// <see cref="Lexicon"/> they do not cut a text, and a word of one character may be a sign within a number.
/// </summary>
internal static class Terms
{
    private static readonly FrozenDictionary<string, TermSet>.AlternateLookup<ReadOnlySpan<char>> Words;
    private static readonly TermSet?[] Signs = new TermSet?['\uA000'];
    private static readonly string[][] Lists;
    private static readonly SearchValues<string>?[] Searches;

    static Terms()
    {
        var words = new Dictionary<string, TermSet>(StringComparer.Ordinal);
        var lists = Array.ConvertAll(Enum.GetValues<Term>(), _ => new List<string>());
        foreach (var (heading, value, listed) in DataFile.Sections(
            "terms.txt", "numerals.txt", "surnames.txt", "names-latin.txt", "journey.txt", "remarks.txt", "thermometers.txt", "distress.txt"))
        {
            var term = Enum.Parse<Term>(heading);
            var word = NormalisedText.Word(listed.Replace('_', ' '));
            if (!words.TryGetValue(word, out var set)) words[word] = set = new();
            set.Add(term, value);
            lists[(int)term].Add(word);
            if (word.Length == 1 && word[0] < Signs.Length) Signs[word[0]] = set;
        }

        Words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Lists = [.. lists.Select(list => list.OrderByDescending(word => word.Length).ToArray())];
        Searches = new SearchValues<string>?[Lists.Length];
    }

    /// <summary>What a whole word is good for; null where no list has it.</summary>
    public static TermSet? Of(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var set) ? set : null;

    public static bool Is(ReadOnlySpan<char> word, Term term) => Of(word)?.Has(term) ?? false;

    public static bool Is(char sign, Term term) => sign < Signs.Length && Signs[sign] is { } set && set.Has(term);

    /// <summary>The value of a word or a sign; -1 where it is not of the term.</summary>
    public static int Value(ReadOnlySpan<char> word, Term term) => Of(word)?.Value(term) ?? -1;

    /// <inheritdoc cref="Value(ReadOnlySpan{char}, Term)"/>
    public static int Value(char sign, Term term) => sign < Signs.Length && Signs[sign] is { } set ? set.Value(term) : -1;

    /// <summary>Whether the sign at a place of a text is of the term; never behind the end.</summary>
    public static bool At(ReadOnlySpan<char> text, int at, Term term) => at < text.Length && Is(text[at], term);

    /// <summary>The length of the longest word of the term that a text begins with; 0 where it begins with none.</summary>
    public static int Begin(ReadOnlySpan<char> text, Term term)
    {
        foreach (var word in Lists[(int)term])
        {
            if (text.StartsWith(word)) return word.Length;
        }

        return 0;
    }

    /// <summary>The length of the longest word of the term that a text ends with; 0 where it ends with none.</summary>
    public static int End(ReadOnlySpan<char> text, Term term)
    {
        foreach (var word in Lists[(int)term])
        {
            if (text.EndsWith(word)) return word.Length;
        }

        return 0;
    }

    /// <summary>Whether a word of the term stands anywhere in a text, also within a longer word.</summary>
    public static bool In(ReadOnlySpan<char> text, Term term) => text.ContainsAny(SearchFor(term));

    /// <summary>All words of a term in one search.</summary>
    public static SearchValues<string> SearchFor(Term term) =>
        Searches[(int)term] ??= SearchValues.Create(Lists[(int)term], StringComparison.Ordinal);

    /// <summary>The words of a term, longer ones first.</summary>
    public static IReadOnlyList<string> All(Term term) => Lists[(int)term];
}
