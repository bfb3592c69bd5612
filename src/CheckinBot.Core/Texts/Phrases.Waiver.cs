using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Texts;

/// <summary>Units that are let off for a day, and why.</summary>
public readonly partial record struct Phrases
{
    /// <summary>Under a ping or an escalation.</summary>
    public string WaiveButton => Say("⏸ 今天不用催，因为…", "⏸ 今天先不用催，因為…", "⏸ Waive today, because…");

    /// <summary>Under an escalation: one part of the unit.</summary>
    public string WaivePartButton(string part) => Say($"⏸ {part} 免催…", $"⏸ {part} 免催…", $"⏸ Waive {part}…");

    /// <summary>Under an escalation: the whole unit.</summary>
    public string WaiveAllButton => Say("⏸ 全部今天不用催，因为…", "⏸ 全部今天先不用催，因為…", "⏸ Waive all today, because…");

    /// <summary>Asks for the reason.</summary>
    public string WaiveWhy(string unit) => Say(
        $"{unit} 今天为什么不用催？选一个，或者直接打字说明。",
        $"{unit} 今天為什麼不用催？選一個，或直接打字說明。",
        $"Why is {unit} waived today? Choose one, or type the reason.");

    /// <summary>A reason of the buttons.</summary>
    public string WaiverReasonName(WaiverReason reason) => reason switch
    {
        WaiverReason.NoSchool => Say("今天不上课", "今天不上課", "No school today"),
        WaiverReason.Outing => Say("外出活动", "校外活動", "On an outing"),
        WaiverReason.Power => Say("停电或断网", "停電或斷網", "Power or network failure"),
        WaiverReason.Other => Say("其他原因", "其他原因", "Another reason"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>The reason as it is shown: the words that were typed, else the button's.</summary>
    public string WaiverText(WaiverReason reason, string? note) => string.IsNullOrEmpty(note) ? WaiverReasonName(reason) : note;

    /// <summary>Button: not let off after all.</summary>
    public string NotWaivedButton => Say("返回，照常提醒", "返回，照常提醒", "Back, remind as usual");

    /// <summary>Not let off after all.</summary>
    public string NotWaived(string unit) => Say($"好的，{unit}今天照常提醒。", $"好的，{unit}今天照常提醒。", $"All right, reminders for {unit} go on as usual today.");

    /// <summary>Done.</summary>
    public string Waived(string unit, string reason) => Say(
        $"记下了：{unit}今天免催（{reason}）。今天不再提醒，也不再往上催；没报的人仍算未报，上级会看到原因。",
        $"已記下：{unit}今天免催（{reason}）。今天不再提醒，也不再往上催；沒回報的人仍算未報，上級會看到原因。",
        $"Noted: {unit} is waived today ({reason}). No more reminders or escalation today; who has not answered still counts as missing, and the "
            + "offices above see why.");

    /// <summary>Takes it back.</summary>
    public string UnwaiveButton => Say("撤销，照常提醒", "取消，照常提醒", "Take it back");

    /// <summary>Taken back.</summary>
    public string WaiveTakenBack(string unit) => Say(
        $"已撤销：{unit}今天照常提醒。",
        $"已取消：{unit}今天照常提醒。",
        $"Taken back: reminders for {unit} go on as usual today.");

    /// <summary>Not for the presser.</summary>
    public string WaiveNotForYou => Say(
        "只有班主任、学校和上级的负责人可以这样做。",
        "只有班導師、學校和上級的負責人可以這樣做。",
        "Only class teachers, schools and the offices above can do that.");

    /// <summary>Behind a unit in a list: parts of it are let off today, with the reason of the first.</summary>
    public string WaivedBelow(int units, string reason) => units == 1
        ? Say($"（其中 1 个今天免催：{reason}）", $"（其中 1 個今天免催：{reason}）", $" (one part waived today: {reason})")
        : Say($"（其中 {units} 个今天免催：{reason}等）", $"（其中 {units} 個今天免催：{reason}等）", $" ({units} parts waived today: {reason} and others)");

    /// <summary>Behind a unit in a list: it is let off today, and why.</summary>
    public string WaivedMark(string reason) => Say($"（今天免催：{reason}）", $"（今天免催：{reason}）", $" (waived today: {reason})");
}
