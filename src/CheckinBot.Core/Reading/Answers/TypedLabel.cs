using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Compares what somebody types with the label of a button.</summary>
public static class TypedLabel
{
    private const int Longest = 40;

    /// <summary>The letters and digits of a label, without particles at its end; empty for a text that is longer than any label.</summary>
    public static string Key(string text)
    {
        if (text.Length > Longest) return "";
        var key = string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var length = key.Length;
        while (length > 0 && Terms.Is(NormalisedText.Word(key[(length - 1)..length])[0], Term.Particle)) length--;
        return length > 1 ? key[..length] : key;
    }
}
