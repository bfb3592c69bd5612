using System.Text.RegularExpressions;

namespace CheckinBot.Core.Forms;

/// <summary>The places in a form's words that are filled in, such as <c>{date}</c>.</summary>
internal static partial class FormPlaces
{
    private static readonly string[] OfUnit =
    [
        "unit", "path", "school", "authority", "date", "day", "slot", "as_of", "expected", "reported", "missing", "exempt", "fever", "travel_open",
        "no_reason", "owed", "listed",
    ];

    private static readonly string[] OfPerson = [.. OfUnit, "name", "number", "birth_date", "dormitory"];

    /// <summary>The places that a form of these sheets has.</summary>
    public static IReadOnlyList<string> Of(FormSheets sheets) => sheets == FormSheets.Person ? OfPerson : OfUnit;

    /// <summary>The first unknown place in a text; null where all are known.</summary>
    public static string? UnknownIn(string text, FormSheets sheets) =>
        Place().Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(place => !Of(sheets).Contains(place));

    /// <summary>Fills the places in one pass, so that a name with braces in it is not filled in again.</summary>
    public static string Fill(string text, Func<string, string> value) => Place().Replace(text, match => value(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Place();
}
