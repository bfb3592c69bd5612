using System.Text;

namespace CheckinBot.Tests.Reading;

/// <summary>What a labelled row is for.</summary>
internal enum CorpusPart
{
    /// <summary>Rules may be written from it, and the vote learns from it. Half of the families.</summary>
    Training,

    /// <summary>Thresholds and weights are chosen on it. A sixth.</summary>
    Development,

    /// <summary>It only measures: no rule, weight or threshold comes from it. A third.</summary>
    Frozen,
}

/// <summary>
/// Splits the labelled rows once and for all: by a hash of the family of a text, so that a row stays where it is whatever is added.
/// A family is all texts that differ in numbers, spaces, marks and pictures only (36.5 没外出, 36.7，没外出).
/// </summary>
internal static class CorpusSplit
{
    public static CorpusPart PartOf(string text) => (Hash(FamilyOf(text)) % 6) switch
    {
        0 or 1 or 2 => CorpusPart.Training,
        3 => CorpusPart.Development,
        _ => CorpusPart.Frozen,
    };

    /// <summary>The text in small letters with each run of digits as one 0, and without anything but letters.</summary>
    public static string FamilyOf(string text)
    {
        var family = new StringBuilder();
        foreach (var typed in text)
        {
            // Full-width signs; the runtime's own normalisation is not the same on every machine.
            var sign = typed is > '\uFF00' and < '\uFF5F' ? (char)(typed - 0xFEE0) : typed;
            if (char.IsDigit(sign))
            {
                if (family.Length == 0 || family[^1] != '0') family.Append('0');
            }
            else if (char.IsLetter(sign))
            {
                family.Append(char.ToLowerInvariant(sign));
            }
        }

        return family.ToString();
    }

    /// <summary>FNV-1a, because the split must be the same on every machine.</summary>
    public static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text) hash = unchecked((hash ^ letter) * 16777619u);
        return hash ^ (hash >> 15);
    }
}
