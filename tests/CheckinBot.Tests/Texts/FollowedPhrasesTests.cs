using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Texts;

namespace CheckinBot.Tests.Texts;

/// <summary>What is said of people who are followed, of alerts that change, and of units below, in the three languages.</summary>
public sealed class FollowedPhrasesTests
{
    private static readonly DateOnly Day = new(2026, 3, 16);
    private static readonly Monitored Wuhan = new(31, MonitoredKind.KeyArea, Day.AddDays(-14), Day) { Place = "武汉" };

    [Theory]
    [InlineData(Language.ZhHans, "去过武汉，监测到 3月16日")]
    [InlineData(Language.ZhHant, "去過武汉，監測到 3月16日")]
    [InlineData(Language.En, "was in 武汉, monitored until 16 March")]
    public void The_last_day_of_a_monitoring(Language language, string expected) => Assert.Equal(expected, new Phrases(language).MonitoredUntil(Wuhan));

    [Theory]
    [InlineData(Language.ZhHans, "🔁 1班 · 症状聚集：重新成立，新增 1 名（王小明），撤下 1 名，共 3 名")]
    [InlineData(Language.ZhHant, "🔁 1班 · 症狀群聚：重新成立，新增 1 位（王小明），撤下 1 位，共 3 位")]
    [InlineData(Language.En, "🔁 1班 · Similar symptoms: holds again, 1 more (王小明), 1 taken back, 3 in all")]
    public void An_alert_that_changed(Language language, string expected) => Assert.Equal(
        expected,
        new Phrases(language).AlertChanged(RuleKind.LikeSymptoms, "1班", new AlertPupils(1, ["王小明"]), new AlertPupils(1, null), isRevived: true, 3));

    [Theory]
    [InlineData(Language.ZhHans, "🏖 第二小学：今天不上学，37 人不在应报里（赵校长 3月16日设置）")]
    [InlineData(Language.ZhHant, "🏖 第二小学：今天不上學，37 人不計入應報（赵校长 3月16日設定）")]
    [InlineData(Language.En, "🏖 第二小学: no school today, 37 people are not expected (set by 赵校长 on 16 March)")]
    public void A_unit_without_school(Language language, string expected) =>
        Assert.Equal(expected, new Phrases(language).DigestNoSchool("第二小学", 37, "赵校长", Day));

    [Theory]
    [InlineData(Language.ZhHans, "⚠️ 还不能签：1班、2班等 3 个单位还没签字。请他们先签；今天不用报的单位，标记“今天不用催”后就不用等。")]
    [InlineData(Language.ZhHant, "⚠️ 還不能簽：1班、2班等 3 個單位還沒簽名。請他們先簽；今天不用回報的單位，標記「今天先不用催」後就不必等。")]
    [InlineData(Language.En, "⚠️ It can't be signed yet: 1班, 2班 and 1 more have not signed. "
        + "Ask them to sign first; a unit that is waived today is not waited for.")]
    public void A_signature_that_has_to_wait(Language language, string expected) =>
        Assert.Equal(expected, new Phrases(language).SignFirstBelow(["1班", "2班"], 1));
}
