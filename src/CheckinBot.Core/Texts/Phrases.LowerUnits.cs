namespace CheckinBot.Core.Texts;

/// <summary>What a level above is told of units below: no school, rules less strict, and what a signature above has to wait for.</summary>
public readonly partial record struct Phrases
{
    /// <summary>A unit without school today, how many people that are, and who set it when.</summary>
    public string DigestNoSchool(string unit, int people, string? by, DateOnly? day) => Say(
        $"🏖 {unit}：今天不上学，{people} 人不在应报里{(day is { } on ? $"（{by ?? TheOperator} {Date(on)}设置）" : "")}",
        $"🏖 {unit}：今天不上學，{people} 人不計入應報{(day is { } set ? $"（{by ?? TheOperator} {Date(set)}設定）" : "")}",
        $"🏖 {unit}: no school today, {people} {(people == 1 ? "person is" : "people are")} not expected"
            + (day is { } at ? $" (set by {by ?? TheOperator} on {Date(at)})" : ""));

    /// <summary>A unit's rule that is less strict than that of the level above.</summary>
    public string DigestRelaxed(string unit, string key, string own, string above) => Say(
        $"⚖️ {unit} 的{RelaxableName(key)}比本级宽：{own}（本级 {above}）",
        $"⚖️ {unit} 的{RelaxableName(key)}比本級寬：{own}（本級 {above}）",
        $"⚖️ {unit}: {RelaxableName(key)} is less strict than here: {own} (here {above})");

    /// <summary>A unit may not relax a rule of the level above.</summary>
    public string RelaxedNotAllowed(string above, string key, string own, string held) => Say(
        $"{RelaxableName(key)}不能比{above}宽：{above}是 {held}，这里会变成 {own}。需要的话，请{above}先把“允许下级放宽”打开。",
        $"{RelaxableName(key)}不能比{above}寬：{above}是 {held}，這裡會變成 {own}。如有需要，請{above}先開啟「允許下級放寬」。",
        $"{RelaxableName(key)} cannot be less strict than at {above}: {held} there, {own} here. {above} can allow it by Rules:MayRelax on.");

    /// <summary>A rule that does not hold in a unit at all.</summary>
    public string RuleOff => Say("不用", "不採用", "off");

    /// <summary>Somebody below has not signed; the names of the first few.</summary>
    public string SignFirstBelow(IReadOnlyList<string> units, int more) => Say(
        $"⚠️ 还不能签：{List(units)}{(more > 0 ? $"等 {units.Count + more} 个单位" : "")}还没签字。请他们先签；今天不用报的单位，标记“今天不用催”后就不用等。",
        $"⚠️ 還不能簽：{List(units)}{(more > 0 ? $"等 {units.Count + more} 個單位" : "")}還沒簽名。請他們先簽；今天不用回報的單位，標記「今天先不用催」後就不必等。",
        $"⚠️ It can't be signed yet: {(more > 0 ? $"{string.Join(", ", units)} and {more} more" : List(units))} "
            + $"{(units.Count + more == 1 ? "has" : "have")} not signed. Ask them to sign first; a unit that is waived today is not waited for.");

    /// <summary>An alert that nobody has taken on: the signer has to say something about it.</summary>
    public string SignNeedsWords => Say(
        "⚠️ 还有预警没人接手。要签字，请附一句说明，会和签字一起保存、上级看得到。",
        "⚠️ 還有警示沒人接手。要簽名，請附一句說明，會和簽名一起保存、上級看得到。",
        "⚠️ Nobody has taken on an alert yet. To sign, add a sentence about it: it is kept with the signature and shown above.");

    /// <summary>Button: sign with words.</summary>
    public string SignWithWordsButton => Say("✍️ 附说明签字", "✍️ 附說明簽名", "✍️ Sign with a note");

    /// <summary>Asks for the words.</summary>
    public string AskSignNote => Say(
        "请用一句话说明预警的情况（如“3 名学生已送医，班级已消毒”）。发来就签字；不签请发 /cancel。",
        "請用一句話說明警示的情況（如「3 名學生已送醫，班級已消毒」）。傳來就簽名；不簽請傳 /cancel。",
        "Say in one sentence what is done about the alert (such as “three pupils seen by a doctor, classroom disinfected”). "
            + "Sending it signs the report; /cancel does not.");

    /// <summary>The words that go with a signature.</summary>
    public string SignNote(string note) => Say($"　说明：{note}", $"　說明：{note}", $"   Note: {note}");

    private string RelaxableName(string key) => key.StartsWith("Rules:FeverC:", StringComparison.Ordinal)
        ? Say($"发热线（{FeverSite(key)}）", $"發燒標準（{FeverSite(key)}）", $"the fever line ({FeverSite(key)})")
        : Say($"预警规则 {key}", $"警示規則 {key}", $"the alert rule {key}");

    private string FeverSite(string key) => key["Rules:FeverC:".Length..] switch
    {
        "Forehead" => Say("额温", "額溫", "forehead"),
        "Ear" => Say("耳温", "耳溫", "ear"),
        "Oral" => Say("口温", "口溫", "mouth"),
        "Rectal" => Say("肛温", "肛溫", "rectal"),
        "Wrist" => Say("腕温", "腕溫", "wrist"),
        _ => Say("腋温", "腋溫", "armpit"),
    };
}
