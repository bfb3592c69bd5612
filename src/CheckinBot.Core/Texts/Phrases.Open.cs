namespace CheckinBot.Core.Texts;

/// <content>About whom a class teacher still has to ask, by name.</content>
public readonly partial record struct Phrases
{
    /// <summary>To the class teacher: who is missing, by name.</summary>
    public string DigestMissingNames(IReadOnlyList<string> names, int all) => names.Count < all
        ? Say(
            zhHans: $"未报：{List(names)} 等 {all} 人",
            zhHant: $"未報：{List(names)} 等 {all} 人",
            en: $"Missing: {string.Join(", ", names)} and {all - names.Count} more")
        : Say(zhHans: $"未报：{List(names)}", zhHant: $"未報：{List(names)}", en: $"Missing: {List(names)}");

    /// <summary>To the class teacher: who is absent without a reason, by name.</summary>
    public string NoReasonNames(IReadOnlyList<string> names, int all) => Say(
        zhHans: $"说了不到校，没说原因：{Names(names, all)}",
        zhHant: $"說了不到校，沒說原因：{Names(names, all)}",
        en: $"Absent, reason not given: {Names(names, all)}");

    /// <summary>To the class teacher: who has reported and owes the answer about travel, by name.</summary>
    public string TravelOpenNames(IReadOnlyList<string> names, int all) => Say(
        zhHans: $"体温报了，外出没答：{Names(names, all)}",
        zhHant: $"體溫報了，外出沒答：{Names(names, all)}",
        en: $"Reported, travel not answered: {Names(names, all)}");

    /// <summary>The first line where nobody is missing and something is open all the same.</summary>
    public string PingRest(string unit) => Say(
        zhHans: $"⏰ {unit}：体温都齐了，还差下面几位：", zhHant: $"⏰ {unit}：體溫都齊了，還差下面幾位：", en: $"⏰ {unit}: all temperatures are in; still open:");

    /// <summary>Gives the reason of somebody who is absent without one.</summary>
    public string WhyAbsentButton => Say(zhHans: "🏠 补原因", zhHant: "🏠 補原因", en: "🏠 Give the reason");

    /// <summary>Answers about travel for somebody, or says why nobody does.</summary>
    public string TravelForButton => Say(zhHans: "🧳 补外出", zhHant: "🧳 補外出", en: "🧳 Travel");

    /// <summary>Who owes the answer about travel?</summary>
    public string TravelForWhom(string unit) => Say(zhHans: $"{unit}：补谁的外出？", zhHant: $"{unit}：補誰的外出？", en: $"{unit}: travel of whom?");

    /// <summary>What about this one?</summary>
    public string TravelForWhat(string name, int days) => Say(
        zhHans: $"{name} 最近 {days} 天离开过本地吗？问不到，就写明原因。",
        zhHant: $"{name} 最近 {days} 天有去過外地嗎？問不到，就註明原因。",
        en: $"Has {name} been away in the last {days} days? If nobody can say, give the reason.");

    /// <summary>Nobody answers for travel today, and why.</summary>
    public string TravelWaiverName(CheckIns.TravelWaiver waiver) => waiver switch
    {
        CheckIns.TravelWaiver.NotReached => Say(zhHans: "联系不上家长", zhHant: "聯絡不到家長", en: "Family not reached"),
        CheckIns.TravelWaiver.Other => Say(zhHans: "其他原因", zhHant: "其他原因", en: "Another reason"),
        _ => "",
    };

    /// <summary>In a list of facts: travel was not answered, by name and reason.</summary>
    public string TravelWaived(CheckIns.TravelWaiver waiver) => Say(
        zhHans: $"外出未答（{TravelWaiverName(waiver)}）", zhHant: $"外出未答（{TravelWaiverName(waiver)}）", en: $"travel not answered ({TravelWaiverName(waiver)})");
}
