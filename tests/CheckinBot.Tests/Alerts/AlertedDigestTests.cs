using System.Text.Json;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.Requests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>What a digest tells of rules that fired and of units that are let off.</summary>
public sealed class AlertedDigestTests
{
    [Fact]
    public async Task An_official_reads_which_rule_fired_where_since_when_and_who_has_it()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        var button = (await school.Round()).Single(one => one.To == Officer).Button!;
        var before = await Digest(school);
        Assert.Contains("🚨 第一小学1班　症状聚集 3 人，07:12 起，无人接手", before, StringComparison.Ordinal);
        Assert.DoesNotContain("症状相同", before, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", before, StringComparison.Ordinal);
        await school.Press(Officer, button);
        Assert.Contains("07:12 起，赵校长 处理中", await Digest(school), StringComparison.Ordinal);
        var fired = Assert.Single(
            JsonDocument.Parse(DigestJson.Write((await View(school)).Shown, null, (await View(school)).Fired)).RootElement
                .GetProperty("fired").EnumerateArray());
        Assert.Equal(
            """{"rule":"class_cluster_1day","unit":"示范县/第一小学/1班","count":3,"since":"2026-03-01T23:12:00Z","acknowledged":true}""", JsonSerializer
                .Serialize(fired, Plain));
    }

    [Fact]
    public async Task What_was_withdrawn_is_in_no_digest()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Fever(Ming, Hong, 34);
        await school.Round();
        await school.Tell(34, new CheckInAnswer { TemperatureTenths = 365 });
        await school.Round();
        Assert.DoesNotContain("症状聚集", await Digest(school), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_is_let_off_is_still_not_complete_and_shown_with_the_reason()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Scheduled.Write(session => new WaiverStore(session).Set(
            new Waiver(2, AlertedSchool.Monday, "morning", WaiverReason.Power, null, "赵校长", school.Scheduled.Time.GetUtcNow()), Officer, default));
        var text = await Digest(school);
        Assert.Contains("未报 6", text, StringComparison.Ordinal);
        Assert.Contains("（今天免催：停电或断网）", text, StringComparison.Ordinal);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Whoever_opens_the_names_behind_a_digest_is_in_the_log_of_looks_unless_it_is_the_class_teacher()
    {
        await using var school = await AlertedSchool.Begin("2026-03-02 07:12");
        await school.Say(MotherOfTwo, "小明38.2 没外出");
        await school.New();
        school.Scheduled.Time.Advance(TimeSpan.FromMinutes(1));
        await school.Scheduled.Services.GetRequiredService<DigestRequests>().StartAsync(default);
        foreach (var (user, logged) in new[] { (ClassTeacher, 0), (Officer, 1) })
        {
            await school.Press(user, DigestKeyboard.Data(new DigestPage(3, AlertedSchool.Monday, CheckInWindow.Morning, DigestLook.Names)).ToString());
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            while (!(await school.New()).Any(told => told.To == user && told.Text.Contains("王小明：38.2℃", StringComparison.Ordinal)))
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
            Assert.Equal(
                string.Join(' ', Enumerable.Repeat($"{user} {Ming} cases chat", logged)),
                string.Join(' ', await school.Ask("select by_user_id || ' ' || person_id || ' ' || reason || ' ' || via from look")));
        }
    }

    private static async Task<string> Digest(AlertedSchool school) => DigestText.ForOfficial(await View(school), Language.ZhHans);

    private static Task<DigestView> View(AlertedSchool school) => school.Scheduled.Read(async session =>
    {
        var county = (await new UnitStore(session).Find(1, default))!;
        return await school.Scheduled.Services.GetRequiredService<DigestReader>().View(session, county, null, null, recount: true, default);
    });
}
