namespace CheckinBot.Core.Reading.Answers;

/// <summary>Compares what somebody types with the label of a button.</summary>
public static class TypedLabel
{
    private const int Longest = 40;

    /// <summary>Particles that people put behind a word without changing it (没有别的了).</summary>
    private static readonly char[] Particles = ['了', '的', '啊', '呢', '吧', '哦', '喔', '啦', '呀', '嘛', '咯', '囉'];

    /// <summary>The letters and digits of a label, without particles at its end; empty for a text that is longer than any label.</summary>
    public static string Key(string text)
    {
        if (text.Length > Longest) return "";
        var key = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var plain = key.TrimEnd(Particles);
        return plain.Length > 1 ? plain : key;
    }
}
