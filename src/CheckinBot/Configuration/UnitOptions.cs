using CheckinBot.Core.Organisation;

namespace CheckinBot.Configuration;

/// <summary>What else a unit may choose for itself.</summary>
public sealed record UnitOptions
{
    /// <summary>The language of texts to the unit's groups, and to people who have chosen none.</summary>
    public Language Language { get; init; }

    /// <summary>Whether a group that is bound anew begins with <c>tidy</c> on.</summary>
    public bool Tidy { get; init; }

    /// <summary>From how many people on the digest in a unit's group has numbers of health; 0 for never.</summary>
    public int GroupNumbersFrom { get; init; }

    /// <summary>The names of the forms that are offered; empty for all.</summary>
    public required IReadOnlyList<string> Forms { get; init; }

    /// <summary>The help lines of the region, each with its name and number, for a message that speaks of self-harm or violence.</summary>
    public required IReadOnlyList<string> CrisisLines { get; init; }

    internal static UnitOptions Read(ConfigurationReader reader) => new()
    {
        Language = LanguageTag
            .Parse(reader.Text("Texts:Language", "zh-Hans", new(phrases => phrases.AllowedLanguage), text => LanguageTag.Parse(text) is not null))!.Value,
        Tidy = reader.Text("Groups:Tidy", "off", new(phrases => phrases.AllowedOnOff), text => text is "on" or "off") == "on",
        GroupNumbersFrom = reader.Integer("Groups:NumbersFrom", 0, 0, 100_000),
        Forms = reader.Texts("Forms:Offered", [], new(phrases => phrases.AllowedForms), text => text.Length <= 60),
        CrisisLines = reader.Texts("Texts:CrisisLines", [], new(phrases => phrases.AllowedCrisisLines), IsCrisisLine),
    };

    /// <summary>A line without a number helps nobody, and one without a name says nothing about who answers.</summary>
    private static bool IsCrisisLine(string text) =>
        text.Length <= 80 && text.Count(char.IsAsciiDigit) >= 3 && text.Any(char.IsLetter) && !text.Any(char.IsControl);
}
