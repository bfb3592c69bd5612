using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Texts;

/// <content>Headings and cells of the tables in a digest, where a column of a phone is narrow; the others are those of sheets.</content>
public readonly partial record struct Phrases
{
    /// <summary>Over the squares of days.</summary>
    public string TableCoverage => Say(zhHans: "报齐", zhHant: "報齊", en: "Complete");

    /// <summary>Over who reported or is exempt, of those expected.</summary>
    public string TableAccounted => Say(zhHans: "报齐/应报", zhHant: "報齊/應報", en: "In/expected");

    /// <summary>Over who is missing, of those expected.</summary>
    public string TableMissing => Say(zhHans: "未报/应报", zhHant: "未報/應報", en: "Missing/expected");

    /// <summary>Over the time since when a unit is not complete.</summary>
    public string TableSince => Say(zhHans: "未齐自", zhHant: "未齊自", en: "Since");

    /// <summary>Instead of the missing, where nobody is missing but some are exempt without a reason.</summary>
    public string TableWithoutReason(DigestNumbers n) => Say(
        zhHans: $"没说原因 {n.ExemptWithoutReason}", zhHant: $"沒說原因 {n.ExemptWithoutReason}", en: $"{n.ExemptWithoutReason} exempt, no reason");

    /// <summary>A day above or beside its squares; the month is named only where it changes.</summary>
    public static string TableDay(DateOnly day, DateOnly? before) => day.Month == before?.Month ? $"{day.Day}" : $"{day.Month}/{day.Day}";

    /// <summary>The days over squares that stand in one cell.</summary>
    public static string TableDays(DateOnly first, DateOnly last) => first == last ? TableDay(first, null) : $"{TableDay(first, null)}–{TableDay(last, first)}";

    /// <summary>A time of the day.</summary>
    public static string TableTime(TimeOnly time) => Clock(time);
}
