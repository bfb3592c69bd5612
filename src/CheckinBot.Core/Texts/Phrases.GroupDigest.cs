using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Texts;

/// <summary>The digest as a group reads it: coverage and thanks.</summary>
public readonly partial record struct Phrases
{
    /// <summary>Whose digest it is, and of which day and slot.</summary>
    public string GroupDigestHeading(string unit, DateOnly day, string? slot) =>
        $"📋 {unit} · {Date(day)}{(slot is null ? "" : IsEnglish ? $" {slot}" : slot)}";

    /// <summary>How far the group has come.</summary>
    public string GroupDigestCoverage(DigestNumbers n) => Say(
        zhHans: $"已报和请假 {n.Covered}/{n.Expected}",
        zhHant: $"已回報和請假 {n.Covered}/{n.Expected}",
        en: $"{n.Covered} of {n.Expected} reported or excused");
}
