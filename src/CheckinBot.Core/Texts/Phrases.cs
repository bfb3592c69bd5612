using System.Globalization;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Texts;

/// <summary>
/// Every sentence that a person sees, by topic in the files <c>Phrases.*.cs</c>. A member is one sentence
/// with its three renderings side by side. Text from people goes through <see cref="Escape"/> where the message is HTML.
/// </summary>
/// <param name="Language">The language to speak.</param>
public readonly partial record struct Phrases(Language Language)
{
    /// <summary>Readings of the message that is answered which were typed in degrees Fahrenheit, by tenths of a degree Celsius; null for none.</summary>
    public IReadOnlyDictionary<int, string>? Fahrenheit { get; init; }

    /// <summary>Settings are called as people see them, and not by their keys, because a person is answered in a chat.</summary>
    public bool NamesSettings { get; init; }

    private bool IsEnglish => Language == Language.En;

    private string Say(string zhHans, string zhHant, string en) => Language switch
    {
        Language.ZhHans => zhHans,
        Language.ZhHant => zhHant,
        Language.En => en,
        _ => throw new InvalidOperationException($"There are no texts in {Language}."),
    };

    /// <summary>Tenths of a degree as people write them: <c>36.5</c>.</summary>
    public static string Degrees(int tenths) => (tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A time of day: <c>08:15</c>.</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A date as a person says it: <c>3月5日</c>, <c>5 March</c>.</summary>
    public string Date(DateOnly day) => Say(
        zhHans: $"{day.Month}月{day.Day}日",
        zhHant: $"{day.Month}月{day.Day}日",
        en: day.ToString("d MMMM", CultureInfo.InvariantCulture));

    /// <summary>A date with its year, for what is kept: <c>2026年3月2日</c>, <c>2 March 2026</c>.</summary>
    public string DateInYear(DateOnly day) => Say(
        zhHans: $"{day.Year}年{day.Month}月{day.Day}日",
        zhHant: $"{day.Year}年{day.Month}月{day.Day}日",
        en: day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));

    /// <summary>Names in a row: <c>小明、小红</c>, <c>Emma and Liam</c>.</summary>
    public string List(IReadOnlyList<string> items) => Language == Language.En && items.Count > 1
        ? $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}"
        : string.Join(Language == Language.En ? ", " : "、", items);

    /// <summary>Counts in a row with dots between them. A full-width parenthesis brings its own space along.</summary>
    public static string Dotted(params IReadOnlyList<string> parts) =>
        parts.Aggregate((line, part) => line.EndsWith('）') ? $"{line}· {part}" : $"{line} · {part}");

    /// <summary>Makes text from people safe inside the HTML subset of Telegram.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
