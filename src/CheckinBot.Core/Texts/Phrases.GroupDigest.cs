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

    /// <summary>Thanks, and how the others may still report.</summary>
    public string GroupDigestClosing(DigestNumbers n) => n.Complete
        ? Say(zhHans: "都报到了，谢谢大家！", zhHant: "都回報了，謝謝大家！", en: "Everybody is accounted for. Thank you all!")
        : Say(
            zhHans: "谢谢大家！还没报的，私聊我发一个体温就好。",
            zhHant: "謝謝大家！還沒回報的，私訊我一個體溫就好。",
            en: "Thank you all! If you have not reported yet, just send me a temperature in private.");
}
