using CheckinBot.Core.Places;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Data;

/// <summary>What the lists know of a word.</summary>
/// <param name="Classes">What it may do.</param>
/// <param name="Value">The value of its heading: a symptom, a site, days back.</param>
/// <param name="Place">Its index in the gazetteer, or -1.</param>
internal readonly record struct WordInfo(WordClass Classes, int Value, int Place);

/// <summary>All words of the lists in one trie, so that the longest word at a place is found in one walk.</summary>
internal sealed class Lexicon
{
    private const char FirstHan = (char)0x4E00, LastHan = (char)0x9FFF;

    private static readonly Lazy<Lexicon> Shared = new(Load);

    private readonly Dictionary<uint, int> _next = new(40_000);
    private readonly List<int> _word = [-1];
    private readonly List<WordInfo> _words = [];
    private int _longest;

    private Lexicon()
    {
    }

    public static Lexicon Instance => Shared.Value;

    /// <summary>The longest word that begins here; its length is 0 where none does.</summary>
    /// <remarks>One walk is bounded by the longest word, so a text is read in linear time.</remarks>
    public (int Length, WordInfo Info) Longest(ReadOnlySpan<char> text)
    {
        var node = 0;
        var best = 0;
        var bestWord = -1;
        for (var i = 0; i < text.Length && i <= _longest * 2; i++)
        {
            var c = text[i];
            if (c == ' ' && i > 0 && text[i - 1] == ' ') continue;
            if (!_next.TryGetValue(Key(node, c), out node)) break;
            if (_word[node] >= 0 && EndsWord(text, i))
            {
                best = i + 1;
                bestWord = _word[node];
            }
        }

        return best == 0 ? (0, default) : (best, _words[bestWord]);
    }

    private static bool EndsWord(ReadOnlySpan<char> text, int last) =>
        last + 1 == text.Length || !IsLatin(text[last]) || !IsLatin(text[last + 1]);

    /// <summary>A letter of a word that is set off by spaces.</summary>
    public static bool IsLatin(char c) => c is >= 'a' and <= 'z' or >= '\u00C0' and <= '\u024F';

    /// <summary>A character of Chinese.</summary>
    public static bool IsHan(char c) => c is >= FirstHan and <= LastHan;

    /// <summary>Is one of the characters of Chinese?</summary>
    public static bool HoldsHan(ReadOnlySpan<char> text) => text.IndexOfAnyInRange(FirstHan, LastHan) >= 0;

    /// <summary>Are all of the characters of Chinese?</summary>
    public static bool IsAllHan(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange(FirstHan, LastHan) < 0;

    private static uint Key(int node, char c) => checked((uint)node << 16) | c;

    private void Add(string word, WordClass classes, int value, int place)
    {
        var key = NormalisedText.Word(word).Replace('_', ' ');
        var node = 0;
        foreach (var c in key)
        {
            if (!_next.TryGetValue(Key(node, c), out var child))
            {
                child = _word.Count;
                _word.Add(-1);
                _next.Add(Key(node, c), child);
            }

            node = child;
        }

        _longest = Math.Max(_longest, key.Length);
        if (_word[node] < 0)
        {
            _word[node] = _words.Count;
            _words.Add(new(classes, value, place));
            return;
        }

        var known = _words[_word[node]];
        if (known.Value != 0 && value != 0 && known.Value != value)
            throw new InvalidOperationException($"The lists give two values for {word}.");
        _words[_word[node]] = new(known.Classes | classes, known.Value | value, known.Place >= 0 ? known.Place : place);
    }

    private static Lexicon Load()
    {
        var lexicon = new Lexicon();
        foreach (var (heading, value, word) in DataFile.Sections(
            "numbers.txt", "people.txt", "politeness.txt", "intent.txt", "days.txt", "travel.txt", "health.txt"))
            lexicon.Add(word, Enum.Parse<WordClass>(heading), value, -1);

        foreach (var (name, place, upper) in Gazetteer.Instance.Names)
            lexicon.Add(name, upper ? WordClass.UpperOnly : WordClass.None, 0, place);
        return lexicon;
    }
}
