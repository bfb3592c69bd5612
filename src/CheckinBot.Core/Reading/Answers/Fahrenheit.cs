using System.Globalization;
using System.Text.RegularExpressions;

namespace CheckinBot.Core.Reading.Answers;

/// <summary>Finds readings that were typed in degrees Fahrenheit, so that they are said back in both.</summary>
public static partial class Fahrenheit
{
    /// <summary>What was typed, by the tenths of a degree Celsius that it comes to.</summary>
    public static IReadOnlyDictionary<int, string>? Typed(string text)
    {
        if (text.Length > ReadingContext.LongestMessage) return null;
        Dictionary<int, string>? found = null;
        foreach (Match match in Pattern().Matches(text))
        {
            var degrees = decimal.Parse(match.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            (found ??= [])[(int)Math.Round((degrees - 32) * 50 / 9, MidpointRounding.AwayFromZero)] = match.Value;
        }

        return found;
    }

    [GeneratedRegex(@"(?<![0-9.])(?:9[4-9]|10[0-9]|11[0-3])(?:\.[0-9])?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
