using System.Text.RegularExpressions;

namespace CheckinBot.Rosters;

/// <summary>Tells a school from a county or a grade by its name, where no school officer does.</summary>
internal static partial class SchoolName
{
    /// <summary>Whether a unit of this name is a school, kindergarten or college.</summary>
    public static bool Fits(string name) => Ending().IsMatch(name);

    // 固原一中, 附小 and the like are how people write the names of schools; a campus in brackets may follow.
    [GeneratedRegex(
        "(小学|小學|中学|中學|学校|學校|幼儿园|幼兒園|幼稚园|幼稚園|学院|學院|大学|大學|国小|國小|国中|國中|高中|职高|中专|技校|附小|附中|[一二三四五六七八九十实]中|[一二三四五六七八九十实]小"
        + "|school|kindergarten|college|academy|university|primary|secondary)"
        + @"\s*([（(][^（()）]*[)）])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ending();
}
