namespace CheckinBot.Core.Organisation;

/// <summary>The languages in which the product speaks.</summary>
public enum Language
{
    /// <summary>Simplified Chinese, <c>zh-Hans</c>.</summary>
    ZhHans,

    /// <summary>Traditional Chinese, <c>zh-Hant</c>.</summary>
    ZhHant,

    /// <summary>English, <c>en</c>.</summary>
    En,
}

/// <summary>Reads and writes IETF language tags as Telegram clients and roster files give them.</summary>
public static class LanguageTag
{
    /// <summary>The language of a tag such as <c>zh-hans</c>, <c>zh-TW</c> or <c>en-GB</c>; null where the product does not speak it.</summary>
    public static Language? Parse(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag)) return null;
        var lower = tag.Trim().Replace('_', '-').ToLowerInvariant();
        if (lower.StartsWith("en", StringComparison.Ordinal)) return Language.En;
        if (!lower.StartsWith("zh", StringComparison.Ordinal) && !lower.StartsWith("yue", StringComparison.Ordinal)) return null;
        return lower.Contains("hant", StringComparison.Ordinal)
            || lower.Contains("-tw", StringComparison.Ordinal)
            || lower.Contains("-hk", StringComparison.Ordinal)
            || lower.Contains("-mo", StringComparison.Ordinal)
            || lower.StartsWith("yue", StringComparison.Ordinal)
            ? Language.ZhHant
            : Language.ZhHans;
    }

    /// <summary>The tag that is stored and shown: <c>zh-Hans</c>, <c>zh-Hant</c> or <c>en</c>.</summary>
    public static string ToTag(this Language language) => language switch
    {
        Language.ZhHans => "zh-Hans",
        Language.ZhHant => "zh-Hant",
        Language.En => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}
