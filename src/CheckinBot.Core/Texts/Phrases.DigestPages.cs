using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Texts;

public readonly partial record struct Phrases
{
    /// <summary>The first line of the units by day.</summary>
    public string HeatHeading(string unit, DateOnly day, int days) => Say(
        zhHans: $"📅 {unit} · 到 {Date(day)} 的 {days} 个上学日（左旧右新）",
        zhHant: $"📅 {unit} · 到 {Date(day)} 的 {days} 個上課日（左舊右新）",
        en: $"📅 {unit} · {days} school days to {Date(day)}, oldest first");

    /// <summary>What the squares mean.</summary>
    public string HeatLegend => Say(
        zhHans: "🟩 报齐　🟨 九成以上　🟥 不足九成　⬜ 无数据",
        zhHant: "🟩 報齊　🟨 九成以上　🟥 不足九成　⬜ 無資料",
        en: "🟩 complete  🟨 90% or more  🟥 less  ⬜ no data");

    /// <summary>Behind the squares of a unit: the last day in numbers.</summary>
    public string HeatRow(string unit, DigestNumbers n)
    {
        var text = $"{unit}{(IsEnglish ? ":" : "")} {n.Covered}/{n.Expected}";
        return n.Fever == 0 ? text : text + Say(zhHans: $" · 发热 {n.Fever}", zhHant: $" · 發燒 {n.Fever}", en: $" · fever {n.Fever}");
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
    public string SignButton(bool hasCases) =>
        Say(zhHans: $"✅ 确认{ReportName(hasCases)}", zhHant: $"✅ 確認{ReportName(hasCases)}", en: $"✅ Sign {ReportName(hasCases).ToLowerInvariant()}");

    /// <summary>The numbers are not right.</summary>
    public string CorrectButton => Say(zhHans: "✏️ 有误", zhHant: "✏️ 有誤", en: "✏️ Not right");

    /// <summary>On top of a report that may be corrected.</summary>
    /// <param name="kind">The unit's kind.</param>
    /// <param name="hasParts">It is made of parts, which are listed.</param>
    /// <param name="hasPeople">Some of its own people may be corrected by the reader, and are listed.</param>
    /// <param name="asksOthers">Others sign it, who can be asked.</param>
    public string CorrectHint(UnitKind kind, bool hasParts, bool hasPeople, bool asksOthers) => (hasParts, hasPeople, asksOthers) switch
    {
        (true, _, _) when kind == UnitKind.Area => Say(zhHans: "✏️ 哪个单位的数字不对？点一下。", zhHant: "✏️ 哪個單位的數字不對？點一下。", en: "✏️ Which unit is not right? Tap it."),
        (true, false, _) => Say(zhHans: "✏️ 哪个班（组）不对？点一下。", zhHant: "✏️ 哪個班（組）不對？點一下。", en: "✏️ Which class or group is not right? Tap it."),
        (true, true, _) =>
            Say(zhHans: "✏️ 哪个班（组）不对？点一下；教职工点名字就能改。", zhHant: "✏️ 哪個班（組）不對？點一下；教職員點名字就能改。",
                en: "✏️ Which class or group is not right? Tap it; for staff, tap the name."),
        (_, true, false) => Say(zhHans: "✏️ 谁的不对？点名字就能改。", zhHant: "✏️ 誰的不對？點名字就能改。", en: "✏️ Whose is not right? Tap the name to change it."),
        (_, true, true) =>
            Say(zhHans: "✏️ 谁的不对？点名字就能改；拿不准，就请对方核对。", zhHant: "✏️ 誰的不對？點名字就能改；不確定的話，請對方核對。",
                en: "✏️ Whose is not right? Tap the name to change it, or have them check."),
        (_, _, true) =>
            Say(zhHans: "✏️ 名单由对方更正：请他们核对，改好后这里会更新。", zhHant: "✏️ 名單由對方更正：請他們核對，改好後這裡會更新。",
                en: "✏️ They correct it themselves: ask them to check, and it changes here too."),
        _ => Say(zhHans: "✏️ 只有当天的可以改。", zhHant: "✏️ 只有當天的可以改。", en: "✏️ Only today's can be changed."),
    };

    /// <summary>Asks those who sign a unit's report to look at it again.</summary>
    public string QuestionButton(UnitKind kind) => kind switch
    {
        UnitKind.Class => Say(zhHans: "📨 请班主任核对", zhHant: "📨 請班導師核對", en: "📨 Ask the class teacher"),
        UnitKind.Department or UnitKind.BoardingHouse => Say(zhHans: "📨 请负责人核对", zhHant: "📨 請負責人核對", en: "📨 Ask who is in charge"),
        UnitKind.School => Say(zhHans: "📨 请学校核对", zhHant: "📨 請學校核對", en: "📨 Ask the school"),
        _ => Say(zhHans: "📨 请该单位核对", zhHant: "📨 請該單位核對", en: "📨 Ask the unit"),
    };

    /// <summary>To those who sign a report: somebody above says that it is not right.</summary>
    public string ReportQuestioned(string unit, DateOnly day, string by) => Say(
        zhHans: $"✏️ {by}说，{unit} {Date(day)} 的报告可能有误，请核对。改好或确认无误后，再签字。",
        zhHant: $"✏️ {by}反映，{unit} {Date(day)} 的報告可能有誤，請核對。更正或確認無誤後，再簽名。",
        en: $"✏️ {by} says that the report of {unit} for {Date(day)} may not be right. Please check it; once it is, sign it.");

    /// <summary>Opens a report to check it.</summary>
    public string CheckReportButton => Say(zhHans: "🔎 核对", zhHant: "🔎 核對", en: "🔎 Check");

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

    /// <summary>Button: the digest of today.</summary>
    public string TodayButton => Say(zhHans: "今天", zhHant: "今天", en: "Today");

    /// <summary>What is said on top of a digest after a press.</summary>
    /// <param name="notice">What is said.</param>
    /// <param name="unsigned">The units below that have not signed, where that is why.</param>
    public string DigestNoticeLine(DigestNotice notice, IReadOnlyList<string>? unsigned = null) => notice switch
    {
        DigestNotice.NotSignedBelow when unsigned is { Count: > 0 } => SignFirstBelow([.. unsigned.Take(3)], Math.Max(0, unsigned.Count - 3)),
        DigestNotice.NeedsWords => SignNeedsWords,
        DigestNotice.Signed => Say(zhHans: "✅ 已签字，谢谢。", zhHant: "✅ 已簽名，謝謝。", en: "✅ Signed, thank you."),
        DigestNotice.NumbersChanged => Say(
            zhHans: "⚠️ 数字刚有变动，还没签。请看一眼再按确认。",
            zhHant: "⚠️ 數字剛有變動，還沒簽。請看一眼再按確認。",
            en: "⚠️ The numbers have just changed and nothing was signed. Please look and press again."),
        DigestNotice.NotComplete => Say(
            zhHans: "⚠️ 现在人数不齐，还不能签。",
            zhHant: "⚠️ 現在人數不齊，還不能簽。",
            en: "⚠️ Somebody is missing now, so it cannot be signed yet."),
        DigestNotice.TravelUnanswered => Say(
            zhHans: "⚠️ 还有人没答外出，先问清楚，或者在 /missing 里写明原因，再签。",
            zhHant: "⚠️ 還有人沒回答外出，請先問清楚，或在 /missing 註明原因，再簽名。",
            en: "⚠️ Somebody has not answered about travel. Ask, or give the reason in /missing, before it is signed."),
        DigestNotice.Questioned => Say(
            zhHans: "📨 已请负责人核对。核对好之前，这份报告不算已签字。",
            zhHant: "📨 已請負責人核對。核對好之前，這份報告不算已簽名。",
            en: "📨 They have been asked to check it. Until they have, this report does not count as signed."),
        DigestNotice.NobodyToAsk => Say(
            zhHans: "⚠️ 那边暂时没有能收到消息的负责人，请电话联系。",
            zhHant: "⚠️ 那邊目前沒有能收到訊息的負責人，請電話聯絡。",
            en: "⚠️ Nobody responsible there can be written to at present; please phone."),
        _ => "",
    };

    /// <summary>The presser may not sign for this unit.</summary>
    public string SignNotForYou => Say(
        zhHans: "零报告由本单位的负责人签字，您这里只能查看。",
        zhHant: "零報告由本單位的負責人簽名，您這裡只能查看。",
        en: "Reports are signed by the unit's own staff; you can only look.");

    /// <summary>
    /// To the person who signed: the signature no longer holds, because the numbers have changed or, where they are the same,
    /// somebody says that they are not right.
    /// </summary>
    public string SignatureOutdated(string unit, DateOnly day, TimeOnly signedAt, DigestNumbers signed, DigestNumbers now) => signed == now
        ? Say(
            zhHans: $"⚠️ {unit} {Date(day)} 的报告，您 {Clock(signedAt)} 签字后有人说可能有误，正在核对。原签字作废，核对后请重新确认。",
            zhHant: $"⚠️ {unit} {Date(day)} 的報告，您 {Clock(signedAt)} 簽名後有人反映可能有誤，正在核對。原簽名作廢，核對後請重新確認。",
            en: $"⚠️ The report of {unit} for {Date(day)}, which you signed at {Clock(signedAt)}, may not be right and is being checked. Your "
                + "signature no longer holds; please sign again afterwards.")
        : Say(
            zhHans: $"⚠️ {unit} {Date(day)} 的报告，您 {Clock(signedAt)} 签字后数字变了（{Differences(signed, now)}）。原签字作废，请看后重新确认。",
            zhHant: $"⚠️ {unit} {Date(day)} 的報告，您 {Clock(signedAt)} 簽名後數字變了（{Differences(signed, now)}）。原簽名作廢，請看後重新確認。",
            en: $"⚠️ The report of {unit} for {Date(day)} has changed since you signed it at {Clock(signedAt)} ({Differences(signed, now)}). Your "
                + "signature no longer holds; please look and sign again.");

    /// <summary>To the officer: everybody is accounted for, and nobody has signed.</summary>
    public string UnsignedAtDeadline(string unit, bool hasCases) => Say(
        zhHans: $"🟡 {unit}：人数已齐，{ReportName(hasCases)}还没签字。核对无误，按一下就好。",
        zhHant: $"🟡 {unit}：人數已齊，{ReportName(hasCases)}還沒簽名。核對無誤，按一下就好。",
        en: $"🟡 {unit}: everybody is accounted for, but the {ReportName(hasCases).ToLowerInvariant()} is not signed. If it is right, one tap will do.");

    /// <summary>To whoever signs, once: everybody is accounted for just now.</summary>
    public string CompletePleaseSign(string unit, bool hasCases) => Say(
        zhHans: $"🟢 {unit}：人数刚刚齐了，请签{ReportName(hasCases)}。",
        zhHant: $"🟢 {unit}：人數剛剛齊了，請簽{ReportName(hasCases)}。",
        en: $"🟢 {unit}: everybody is accounted for now. Please sign the {ReportName(hasCases).ToLowerInvariant()}.");

    /// <summary>The numbers under a button that signs them: nobody signs what they do not see.</summary>
    public string NumbersToSign(DigestNumbers n) => string.Join(
        '\n',
        (string?[])[DigestCoverage(n), DigestHealth(n), DigestIll(n), DigestTravel(n), n.IsolatedHome + n.IsolatedCentral > 0 ? DigestIsolation(n) : null])
        .TrimEnd('\n');

    /// <summary>Over the chat: a fresh look found the same numbers.</summary>
    public string NothingChanged => Say(zhHans: "没有变化，已是最新", zhHant: "沒有變化，已是最新", en: "Nothing has changed");

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
