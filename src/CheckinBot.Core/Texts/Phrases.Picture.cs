using System.Globalization;
using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Texts;

/// <content>Words in pictures; the headings of counts are those of tables.</content>
public readonly partial record struct Phrases
{
    /// <summary>Day, slot and instant under the unit's name.</summary>
    public string PictureMoment(DigestMoment moment) => PictureMoment(moment.Day, moment.Slot, moment.At);

    /// <summary>The same of a day and slot, counted at an instant local to the unit.</summary>
    public string PictureMoment(DateOnly day, string slot, DateTimeOffset at) => Say(
        zhHans: $"{DateInYear(day)} · {SlotName(slot)} · 截至 {AsOf(at, day)}",
        zhHant: $"{DateInYear(day)} · {SlotName(slot)} · 截至 {AsOf(at, day)}",
        en: $"{DateInYear(day)} · {SlotName(slot)} · as of {AsOf(at, day)}");

    /// <summary>How many of how many are accounted for.</summary>
    public string PictureCovered(string covered, string expected) => Say(
        zhHans: $"应报 {expected} 人，已报和请假 {covered} 人",
        zhHant: $"應報 {expected} 人，已報和請假 {covered} 人",
        en: $"{covered} of {expected} reported or excused");

    /// <summary>Above the chart.</summary>
    public string PictureChartTitle(int days) => Say(
        zhHans: $"近 {days} 个上学日", zhHant: $"近 {days} 個上課日", en: $"The last {days} school days");

    /// <summary>The line of the chart.</summary>
    public string PictureFevers => Say(zhHans: "发热人数", zhHant: "發燒人數", en: "People with fever");

    /// <summary>The bars of the chart.</summary>
    public string PictureCoverageUnit => Say(zhHans: "覆盖率（%）", zhHant: "回報率（%）", en: "Coverage (%)");

    /// <summary>Above the table of units.</summary>
    public string PictureUnitsTitle => Say(zhHans: "各单位每日覆盖率（%）", zhHant: "各單位每日回報率（%）", en: "Coverage by unit and day (%)");

    /// <summary>Which units have a row of their own, where there are too many for all.</summary>
    public string PictureMostMissing(int shown) => Say(
        zhHans: $"单独列出当天未报人数最多的 {shown} 个单位，按名称排列",
        zhHant: $"單獨列出當天未報人數最多的 {shown} 個單位，依名稱排列",
        en: $"The {shown} units with most people missing that day, by name");

    /// <summary>Above the table of a class's counts.</summary>
    public string PictureCountsTitle => Say(zhHans: "每日人数", zhHant: "每日人數", en: "People by day");

    /// <summary>Legend: the mark of a fever.</summary>
    public string PictureFeverMark => Say(zhHans: "有发热", zhHant: "有發燒", en: "fever");

    /// <summary>Legend: a day without numbers.</summary>
    public string PictureNoNumbers => Say(zhHans: "无数据", zhHant: "無資料", en: "no data");

    /// <summary>The sum of the units that did not fit.</summary>
    public string PictureOthers(int units) => Say(zhHans: $"其余 {units} 个单位", zhHant: $"其餘 {units} 個單位", en: $"{units} other units");

    /// <summary>A month, short.</summary>
    public string MonthName(DateOnly day) => Say(
        zhHans: $"{day.Month}月", zhHant: $"{day.Month}月", en: day.ToString("MMM", CultureInfo.InvariantCulture));
}
