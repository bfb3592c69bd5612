using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Texts;

/// <content>Words in forms, and on the buttons that bring them.</content>
public readonly partial record struct Phrases
{
    /// <summary>What an answer counts as.</summary>
    public string StatusName(CheckInStatus status) => status switch
    {
        CheckInStatus.Reported => CountReported,
        CheckInStatus.Exempt => CountExempt,
        CheckInStatus.Missing or CheckInStatus.Partial => CountMissing,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>Who sends the report of a unit: the bureau of an area, or the school.</summary>
    public string Authority(string unit, UnitKind kind) => kind == UnitKind.Area
        ? Say(zhHans: $"{unit}教育局", zhHant: $"{unit}教育局", en: $"{unit} Education Bureau")
        : unit;

    /// <summary>A day of the week, short.</summary>
    public string Weekday(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => Say("周一", "週一", "Mon"),
        DayOfWeek.Tuesday => Say("周二", "週二", "Tue"),
        DayOfWeek.Wednesday => Say("周三", "週三", "Wed"),
        DayOfWeek.Thursday => Say("周四", "週四", "Thu"),
        DayOfWeek.Friday => Say("周五", "週五", "Fri"),
        DayOfWeek.Saturday => Say("周六", "週六", "Sat"),
        DayOfWeek.Sunday => Say("周日", "週日", "Sun"),
        _ => throw new ArgumentOutOfRangeException(nameof(day), day, null),
    };

    /// <summary>The last row: the sum of all.</summary>
    public string FormTotal => Say("合计", "合計", "Total");

    /// <summary>Button: a digest as a workbook.</summary>
    public string WorkbookButton => Say("Excel", "Excel", "Excel");

    /// <summary>Button: a digest as a picture.</summary>
    public string PictureButton => Say("📈 图表", "📈 圖表", "📈 Chart");

    /// <summary>Button: the forms.</summary>
    public string FormsButton => Say("📄 表格", "📄 表格", "📄 Forms");

    /// <summary>Over the list of forms.</summary>
    public string ChooseForm(string unit, DateOnly day) => Say(
        zhHans: $"{unit} · {Date(day)}\n要哪一张表？Excel 可以改，打印版直接打印。",
        zhHant: $"{unit} · {Date(day)}\n要哪一張表？Excel 可以修改，列印版直接列印。",
        en: $"{unit} · {Date(day)}\nWhich form? The workbook can be changed, the page is for printing.");

    /// <summary>Button: a form to print.</summary>
    public string PrintButton => Say("🖨 打印", "🖨 列印", "🖨 Print");

    /// <summary>A file is on its way.</summary>
    public string FileComing => Say("正在生成，马上发来…", "正在產生，馬上傳來…", "Making it, one moment…");

    /// <summary>Under a file: whether it shows the same numbers as the digest in the message, or later ones.</summary>
    public string FileSince(DateTimeOffset counted, SinceSnapshot since)
    {
        var (now, taken) = (Clock(TimeOnly.FromDateTime(counted.DateTime)), Clock(TimeOnly.FromDateTime(since.TakenAt.DateTime)));
        if (since.People > 0)
        {
            return Say(
                zhHans: $"按 {now} 的数据统计；{taken} 日报之后有 {since.People} 人补报或更正",
                zhHant: $"依 {now} 的資料統計；{taken} 日報之後有 {since.People} 人補報或更正",
                en: $"Counted at {now}; since the digest of {taken}, {since.People} reported or corrected");
        }

        return since.SameNumbers
            ? Say(zhHans: $"与 {taken} 的日报一致", zhHant: $"與 {taken} 的日報一致", en: $"Matches the digest of {taken}")
            : Say(
                zhHans: $"按 {now} 的数据统计；{taken} 日报之后人数有变动",
                zhHant: $"依 {now} 的資料統計；{taken} 日報之後人數有變動",
                en: $"Counted at {now}; the numbers have changed since the digest of {taken}");
    }

    /// <summary>The file is not for this reader.</summary>
    public string FileNotForYou => Say(
        "这份文件您现在没有权限查看。", "這份檔案您目前沒有權限查看。", "You may not see this file now.");

    /// <summary>The file would be too large for anybody.</summary>
    public string FileTooLarge => Say(
        "这张表太大了，请换成下面一级的单位。", "這張表太大了，請改選下一級的單位。", "That form would be too large. Please choose a unit further down.");

    /// <summary>There is no such form or unit any more.</summary>
    public string FileGone => Say("这张表已经没有了。", "這張表已經沒有了。", "That form is no longer there.");

    /// <summary>No picture can be made here.</summary>
    public string NoPictures => Say("现在画不了图，请看文字日报。", "目前無法產生圖表，請看文字日報。", "No chart can be drawn at the moment. The digest in words has it all.");
}
