using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Texts;

public readonly partial record struct Phrases
{
    /// <summary>The first line of the units by day.</summary>
    public string HeatHeading(string unit, DateOnly day, int days) => Say(
        zhHans: $"📅 {unit} · 到 {Date(day)} 的 {days} 个上学日（左旧右新）",
        zhHant: $"📅 {unit} · 到 {Date(day)} 的 {days} 個上學日（左舊右新）",
        en: $"📅 {unit} · {days} school days to {Date(day)}, oldest first");

    /// <summary>What the squares mean.</summary>
    public string HeatLegend => Say(
        zhHans: "🟩 报齐　🟨 九成以上　🟥 不足九成　⬜ 无数据",
        zhHant: "🟩 報齊　🟨 九成以上　🟥 不足九成　⬜ 無資料",
        en: "🟩 complete  🟨 90% or more  🟥 less  ⬜ no data");

    /// <summary>Behind the squares of a unit: the last day in numbers.</summary>
    public string HeatRow(string unit, DigestNumbers n)
    {
        var text = $"{unit} {n.Expected - n.Missing}/{n.Expected}";
        return n.Fever == 0 ? text : text + Say(zhHans: $" · 发热 {n.Fever}", zhHant: $" · 發燒 {n.Fever}", en: $" · {n.Fever} fever");
    }

    /// <summary>One day of a class.</summary>
    public string HeatDay(DateOnly day, DigestNumbers? numbers) => numbers is { } n
        ? HeatRow(Date(day), n)
        : Say(zhHans: $"{Date(day)} 无数据", zhHant: $"{Date(day)} 無資料", en: $"{Date(day)}: no data");

    /// <summary>Which page of how many.</summary>
    public string PageOf(int page, int pages) => Say(zhHans: $"第 {page}/{pages} 页", zhHant: $"第 {page}/{pages} 頁", en: $"Page {page} of {pages}");

    /// <summary>The first line of the names of a class.</summary>
    public string DigestNamesHeading(string unit, DateOnly day, TimeOnly at) => Say(
        zhHans: $"👤 {unit} · {Date(day)} · {Clock(at)} 的名单，请勿转发",
        zhHant: $"👤 {unit} · {Date(day)} · {Clock(at)} 的名單，請勿轉傳",
        en: $"👤 {unit} · {Date(day)} · names at {Clock(at)}, please do not forward");

    /// <summary>Nobody is missing and nobody has to be followed up.</summary>
    public string DigestNoNames => Say(zhHans: "没有未报的，也没有需要跟进的。", zhHant: "沒有未報的，也沒有需要追蹤的。", en: "Nobody is missing and nobody has to be followed up.");

    /// <summary>Signs the numbers shown.</summary>
    public string SignButton(DigestNumbers n) => Say(zhHans: $"✅ 确认{ReportName(n)}", zhHant: $"✅ 確認{ReportName(n)}", en: $"✅ Sign {ReportName(n).ToLowerInvariant()}");

    /// <summary>The numbers are not right.</summary>
    public string CorrectButton => Say(zhHans: "✏️ 有误", zhHant: "✏️ 有誤", en: "✏️ Not right");

    /// <summary>The units by day.</summary>
    public string WeekButton => Say(zhHans: "📅 一周", zhHant: "📅 一週", en: "📅 Week");

    /// <summary>The names behind the numbers.</summary>
    public string NamesButton => Say(zhHans: "👤 名单", zhHant: "👤 名單", en: "👤 Names");

    /// <summary>Opens the digest.</summary>
    public string OpenDigestButton => Say(zhHans: "📋 打开日报", zhHant: "📋 開啟日報", en: "📋 Open the digest");

    /// <summary>Back to the numbers.</summary>
    public string DigestBackButton => Say(zhHans: "⬅️ 返回", zhHant: "⬅️ 返回", en: "⬅️ Back");

    /// <summary>The unit above.</summary>
    public string AboveButton => Say(zhHans: "⬆️ 上级", zhHant: "⬆️ 上級", en: "⬆️ Up");

    /// <summary>The school day before.</summary>
    public string DayBeforeButton => Say(zhHans: "◀️ 前一天", zhHant: "◀️ 前一天", en: "◀️ Day before");

    /// <summary>The school day after.</summary>
    public string DayAfterButton => Say(zhHans: "后一天 ▶️", zhHant: "後一天 ▶️", en: "Day after ▶️");

    /// <summary>What is said on top of a digest after a press.</summary>
    public string DigestNoticeLine(DigestNotice notice, bool ofClass) => notice switch
    {
        DigestNotice.Signed => Say(zhHans: "✅ 已签字，谢谢。", zhHant: "✅ 已簽名，謝謝。", en: "✅ Signed, thank you."),
        DigestNotice.NumbersChanged => Say(
            zhHans: "⚠️ 数字刚有变动，还没签。请看一眼再按确认。",
            zhHant: "⚠️ 數字剛有變動，還沒簽。請看一眼再按確認。",
            en: "⚠️ The numbers have just changed and nothing was signed. Please look and press again."),
        DigestNotice.NotComplete => Say(
            zhHans: "⚠️ 现在人数不齐，还不能签。",
            zhHant: "⚠️ 現在人數不齊，還不能簽。",
            en: "⚠️ Somebody is missing now, so it cannot be signed yet."),
        DigestNotice.HowToCorrect when ofClass => Say(
            zhHans: "✏️ 哪位同学不对，发 /report 姓名 体温，例如 /report 王小明 36.5 没外出",
            zhHant: "✏️ 哪位同學不對，請傳 /report 姓名 體溫，例如 /report 王小明 36.5 沒外出",
            en: "✏️ To correct a pupil, send /report NAME TEMPERATURE, for example /report Emma 36.5 no travel"),
        DigestNotice.HowToCorrect => Say(
            zhHans: "✏️ 点开下面的班级核对，请班主任更正；更正后再签。",
            zhHant: "✏️ 點開下面的班級核對，請導師更正；更正後再簽。",
            en: "✏️ Open the class below and have its class teacher correct it; then sign."),
        _ => "",
    };

    /// <summary>The presser may not sign for this unit.</summary>
    public string SignNotForYou => Say(
        zhHans: "零报告由本单位的负责人签字，您这里只能查看。",
        zhHant: "零報告由本單位的負責人簽名，您這裡只能查看。",
        en: "Reports are signed by the unit's own staff; you can only look.");

    /// <summary>To whoever signed: it does not hold any more.</summary>
    public string SignatureOutdated(string unit, DateOnly day, TimeOnly signedAt, DigestNumbers signed, DigestNumbers now) => Say(
        zhHans: $"⚠️ {unit} {Date(day)} 的报告，您 {Clock(signedAt)} 签字后数字变了（{Differences(signed, now)}）。原签字作废，请看后重新确认。",
        zhHant: $"⚠️ {unit} {Date(day)} 的報告，您 {Clock(signedAt)} 簽名後數字變了（{Differences(signed, now)}）。原簽名作廢，請看後重新確認。",
        en: $"⚠️ The report of {unit} for {Date(day)} has changed since you signed it at {Clock(signedAt)} ({Differences(signed, now)}). Your signature no longer holds; please look and sign again.");

    /// <summary>To the officer: everybody is accounted for, and nobody has signed.</summary>
    public string UnsignedAtDeadline(string unit, DigestNumbers n) => Say(
        zhHans: $"🟡 {unit}：人数已齐，{ReportName(n)}还没签字。核对无误，按一下就好。",
        zhHant: $"🟡 {unit}：人數已齊，{ReportName(n)}還沒簽名。核對無誤，按一下就好。",
        en: $"🟡 {unit}: everybody is accounted for, but the {ReportName(n).ToLowerInvariant()} is not signed. If it is right, one tap will do.");

    /// <summary>To the level above: which units have not signed although they could.</summary>
    public string UnsignedBelow(string unit, IReadOnlyList<string> names, int all) => Say(
        zhHans: $"🟡 {unit}：{all} 个单位人数已齐、还没签字：{string.Join("、", names)}{(names.Count < all ? " 等" : "")}",
        zhHant: $"🟡 {unit}：{all} 個單位人數已齊、還沒簽名：{string.Join("、", names)}{(names.Count < all ? " 等" : "")}",
        en: $"🟡 {unit}: {all} complete but not signed: {string.Join(", ", names)}{(names.Count < all ? " and more" : "")}");

    private string Differences(DigestNumbers was, DigestNumbers now)
    {
        var said = Fields(was, now).Where(field => field.Was != field.Is).Select(field => $"{field.Name} {field.Was}→{field.Is}").ToList();
        return said.Count > 0 ? string.Join(IsEnglish ? ", " : "、", said) : Say(zhHans: "有更正", zhHant: "有更正", en: "a correction");
    }
}
