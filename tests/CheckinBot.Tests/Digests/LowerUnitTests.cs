using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Digests;

/// <summary>What a lower unit sets for itself is seen above: nobody leaves the expected silently, and no rule is relaxed without leave.</summary>
public sealed class LowerUnitTests
{
    private const long County = 1, School = 2, Class = 3;
    private static readonly DateOnly Day = new(2026, 3, 2);

    [SkippableTheory]
    [InlineData(SqlDialect.Sqlite)]
    [InlineData(SqlDialect.Postgres)]
    public async Task A_class_on_holiday_is_named_with_its_number_and_who_set_it_and_its_fever_still_counts(SqlDialect engine)
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 09:00");
        await school.Answer(ScheduledSchool.Li, new CheckInAnswer { TemperatureTenths = 385, Travel = Travel.No }, Day);
        await Set(school, 4, "SchoolDay:Holidays", "2026-03-02");

        var view = await View(school, County);
        var numbers = view.Shown.Numbers;
        Assert.Equal((2, 0, 2, 1, 1), (numbers.Expected, numbers.Reported, numbers.Missing, numbers.NoSchool, numbers.Fever));
        Assert.Equal([new NoSchoolUnit("示范县/第一小学/2班", 1, "赵校长", school.Time.GetUtcNow())], view.NoSchool);
        var text = DigestText.ForOfficial(view, Language.ZhHans);
        Assert.Contains("🏖 第一小学2班：今天不上学，1 人不在应报里（赵校长 3月2日设置）", text, StringComparison.Ordinal);
        Assert.Contains("🏖 2班：今天不上学", DigestText.ForOfficial(await View(school, School), Language.ZhHans), StringComparison.Ordinal);
        Assert.Empty((await View(school, Class)).NoSchool);
    }

    [Fact]
    public async Task A_school_may_not_relax_a_fever_line_or_a_rule_unless_the_county_allows_it_and_the_county_sees_it()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 09:00");
        var refused = await Assert.ThrowsAsync<BadConfigurationException>(() => Check(school, School, "Rules:FeverC:Axillary", "37.8"));
        Assert.Equal(
            "the fever line (armpit) cannot be less strict than at 示范县: 37.3 there, 37.8 here. 示范县 can allow it by Rules:MayRelax on.", refused.Message);
        await Assert.ThrowsAsync<BadConfigurationException>(() => Check(school, School, "Rules:Alerts", "class_cluster_1day=off"));
        await Assert.ThrowsAsync<BadConfigurationException>(() => Check(school, Class, "Rules:Alerts", "class_cluster_1day=9"));
        await Check(school, School, "Rules:FeverC:Axillary", "37.0");
        await Check(school, School, "Rules:Alerts", "class_cluster_1day=2");
        await Check(school, County, "Rules:FeverC:Axillary", "37.8");
        // What a school allows its classes, the county has still not allowed.
        await Set(school, School, "Rules:MayRelax", "on");
        await Assert.ThrowsAsync<BadConfigurationException>(() => Check(school, Class, "Rules:FeverC:Axillary", "37.8"));

        await Set(school, County, "Rules:MayRelax", "on");
        await Check(school, School, "Rules:FeverC:Axillary", "37.8");
        await Set(school, School, "Rules:FeverC:Axillary", "37.8");
        var view = await View(school, County);
        Assert.Equal([new RelaxedRule("示范县/第一小学", "Rules:FeverC:Axillary", "37.8", "37.3")], view.Relaxed);
        Assert.Contains("⚖️ 第一小学 的发热线（腋温）比本级宽：37.8（本级 37.3）", DigestText.ForOfficial(view, Language.ZhHans), StringComparison.Ordinal);
        Assert.Empty((await View(school, School)).Relaxed);
    }

    private static Task<DigestView> View(ScheduledSchool school, long unitId) => school.Read(async session =>
    {
        var unit = (await new UnitStore(session).Find(unitId, default))!;
        return await school.Services.GetRequiredService<DigestReader>().View(session, unit, Day, CheckInWindow.Morning, recount: true, default);
    });

    private static async Task Set(ScheduledSchool school, long unitId, string key, string value)
    {
        var by = Looker.User(ScheduledSchool.Officer, 21);
        await school.Write(session => new SettingStore(session).Change(unitId, key, value, by, school.Time.GetUtcNow(), default));
        school.Services.GetRequiredService<UnitRulesLoader>().Forget();
    }

    private static async Task Check(ScheduledSchool school, long unitId, string key, string value)
    {
        await using var session = await school.Database.OpenRead(default);
        var unit = (await new UnitStore(session).Find(unitId, default))!;
        await new SettingBook(session, school.Services.GetRequiredService<UnitRulesLoader>().Reader).Check(unit, key, value, default);
    }
}
