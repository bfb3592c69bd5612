namespace CheckinBot.Core.Script;

/// <summary>How characters sound, for names that were typed by their sound.</summary>
internal static class Pinyin
{
    private static readonly Lazy<Dictionary<char, string>> Syllables = new(Load);

    /// <summary>Do two names of the same length sound alike, tones and n/ng aside?</summary>
    public static bool SoundsLike(string a, string b)
    {
        if (a.Length != b.Length || a.Length == 0)
            return false;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i])
                continue;
            if (!Syllables.Value.TryGetValue(a[i], out var x) || !Syllables.Value.TryGetValue(b[i], out var y) || Blur(x) != Blur(y))
                return false;
        }

        return true;
    }

    // z/zh, c/ch, s/sh, l/n at the front and -n/-ng at the end are the usual confusions of southern keyboards.
    private static string Blur(string syllable)
    {
        var s = syllable.EndsWith("ng", StringComparison.Ordinal) ? syllable[..^1] : syllable;
        return s.Length > 2 && s[1] == 'h' && s[0] is 'z' or 'c' or 's' ? s[0] + s[2..] : s;
    }

    private static Dictionary<char, string> Load()
    {
        var syllables = new Dictionary<char, string>(7000);
        foreach (var line in DataFile.Lines("pinyin.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var syllable = line[..space];
            foreach (var c in line.AsSpan(space + 1))
                syllables[c] = syllable;
        }

        return syllables;
    }
}
