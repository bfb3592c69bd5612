using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.Signatures;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Tests.Signatures;

/// <summary>A report that was signed, and what its numbers rest on changes in another process: nowhere does it go on as signed.</summary>
public sealed class SignedReportTests
{
    private const long School = 2, Class = 3, County = 1;
    private const string Newcomer = "insert into person (id, unit_id, role, name, number, expected) values (42, 4, 'student', '韩梅梅', '4', true)";
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData(Newcomer)]
    [InlineData("update person set active = false where id = 41")]
    [InlineData("insert into setting (unit_id, key, value) values (2, 'Rules:FeverC:Axillary', '36.4')")]
    public async Task What_another_process_changes_outdates_the_signature_and_the_signer_is_told_once(string change)
    {
        await using var school = await Signed();
        var service = school.Services.GetServices<IHostedService>().OfType<SignOffService>().Single();
        await service.Notice(default);
        await service.Look(default);
        Assert.Equal(ZeroReport.Signed, await Shown(school, County, School));
        Assert.Empty(await school.NewlySent());

        await ByAnotherProcess(school, change);
        await service.Notice(default);
        await service.Look(default);
        // The class teacher, too, where the change is about the own class.
        var told = Assert.Single(await school.NewlySent(), message => message.ChatId == ScheduledSchool.Officer);
        Assert.Contains("原签字作废", told.Text, StringComparison.Ordinal);
        Assert.NotNull(await school.Read(session => new SignOffStore(session).Of(School, Day, CheckInWindow.Morning, default)) is { } signature
            ? signature.OutdatedAt
            : null);
        Assert.NotEqual(ZeroReport.Signed, await Shown(school, County, School));

        await service.Notice(default);
        await service.Look(default);
        Assert.Empty(await school.NewlySent());
    }

    [Fact]
    public async Task A_digest_at_the_cut_off_shows_nothing_as_signed_that_has_changed_before_anybody_noticed()
    {
        await using var school = await Signed();
        await ByAnotherProcess(school, Newcomer);
        var sent = await school.RunAt("2026-03-02 09:31");
        Assert.Contains(
            "各校：✅ 已签 0 · 🟡 待签 0 · ⏳ 未齐 1", sent.Single(
                message => message.ChatId == ScheduledSchool.Official && message.Text.Contains("📋", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "之后有变动，现有 1 人未报", sent.Single(message => message.ChatId == ScheduledSchool.Officer && message.Text.Contains("📋", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_is_said_not_to_be_right_is_signed_no_more_at_any_level_until_it_is_signed_again()
    {
        await using var school = await Signed();
        var signatures = school.Services.GetRequiredService<SignOffs>();
        var page = new DigestPage(Class, Day, CheckInWindow.Morning);
        var unit = (await school.Read(session => new UnitStore(session).Find(Class, default).AsTask()))!;

        Assert.Equal(DigestNotice.Questioned, await signatures.Question(unit, page, "孙科长", ScheduledSchool.Official, default));
        Assert.Equal(DigestNotice.Questioned, await signatures.Question(unit, page, "孙科长", ScheduledSchool.Official, default));
        var told = await school.NewlySent();
        // The class teacher is asked, and told that the own signature does not hold any more, as the officer is.
        Assert.Equal(
            [ScheduledSchool.Officer, ScheduledSchool.ClassTeacher, ScheduledSchool.ClassTeacher], told.Select(message => message.ChatId).OrderDescending());
        Assert.Contains(told, message => message.ChatId == ScheduledSchool.ClassTeacher && message.Text.Contains("孙科长说", StringComparison.Ordinal));
        Assert.Equal(ZeroReport.Unsigned, await Shown(school, County, School));

        Assert.Equal((DigestNotice.NotSignedBelow, "1班"), await Try(school));
        await Sign(school, Class, 33);
        await Sign(school);
        Assert.Equal(ZeroReport.Signed, await Shown(school, County, School));
    }

    [Fact]
    public async Task Where_nobody_who_signs_can_be_written_to_the_asker_is_told_and_nothing_changes()
    {
        await using var school = await Signed();
        var unit = (await school.Read(session => new UnitStore(session).Find(4, default).AsTask()))!;
        Assert.Equal(
            DigestNotice.NobodyToAsk, await school.Services.GetRequiredService<SignOffs>()
            .Question(unit, new DigestPage(4, Day, CheckInWindow.Morning), "孙科长", ScheduledSchool.Official, default));
        Assert.Equal(ZeroReport.Signed, await Shown(school, County, School));
        Assert.Empty(await school.NewlySent());
    }

    [Fact]
    public async Task A_report_is_signed_only_over_signed_ones_below_and_one_where_nobody_signs_or_that_is_let_off_is_not_waited_for()
    {
        await using var school = await Answered();
        Assert.Equal((DigestNotice.NotSignedBelow, "1班"), await Try(school));
        await school.Write(session => new WaiverStore(session).Set(
            new Waiver(Class, Day, CheckInWindow.Morning, WaiverReason.Outing, null, "赵校长", school.Time.GetUtcNow()), 1, default));
        await Sign(school);
        Assert.Equal((DigestNotice.Signed, ""), await Try(school, County, 11));
    }

    [Fact]
    public async Task With_an_alert_that_nobody_has_taken_on_it_is_signed_only_with_words_and_they_are_shown()
    {
        await using var school = await Answered();
        await school.Write(session => new FiringStore(session).Add(
            new Firing(0, "class_cluster_1day", new RulePlace(RuleScope.Class, Class))
            {
                Pupils = [ScheduledSchool.Ming],
                FirstDay = Day,
                LastDay = Day,
                FiredAt = school.Time.GetUtcNow(),
            },
            default).AsTask());
        Assert.Equal((DigestNotice.NeedsWords, ""), await Try(school, Class, 33));
        Assert.Equal((DigestNotice.Signed, ""), await Try(school, Class, 33, "学生已就医"));
        Assert.Equal("学生已就医", (await school.Read(session => new SignOffStore(session).Of(Class, Day, CheckInWindow.Morning, default)))!.Note);
        var unit = (await school.Read(session => new UnitStore(session).Find(Class, default).AsTask()))!;
        var view = await school.Read(session => school.Services.GetRequiredService<DigestReader>()
            .View(session, unit, Day, CheckInWindow.Morning, recount: true, default));
        Assert.Contains("说明：学生已就医", DigestText.ForOfficial(view, Language.ZhHans), StringComparison.Ordinal);
    }

    /// <summary>Everybody has answered, and the officer has signed for the school.</summary>
    private static async Task<ScheduledSchool> Signed()
    {
        var school = await Answered();
        await Sign(school, Class, 33);
        await Sign(school);
        // An import of before is not what is looked for.
        await school.Services.GetServices<IHostedService>().OfType<SignOffService>().Single().Notice(default);
        await school.NewlySent();
        return school;
    }

    private static async Task<ScheduledSchool> Answered()
    {
        var school = await ScheduledSchool.At("2026-03-02 09:00");
        foreach (var person in (long[])[ScheduledSchool.Ming, ScheduledSchool.Hong, ScheduledSchool.Li])
            await school.Answer(person, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, Day);
        return school;
    }

    private static async Task Sign(ScheduledSchool school, long unitId = School, long person = 21) =>
        Assert.Equal((DigestNotice.Signed, ""), await Try(school, unitId, person));

    private static async Task<(DigestNotice Notice, string Unsigned)> Try(ScheduledSchool school, long unitId = School, long person = 21, string? note = null)
    {
        await using var session = await school.Database.OpenRead(default);
        var unit = (await new UnitStore(session).Find(unitId, default))!;
        var digest = (await school.Services.GetRequiredService<DigestReader>().Read(session, unit, Day, CheckInWindow.Morning, default)).Digest(unitId)!;
        var (notice, unsigned) = await school.Services.GetRequiredService<SignOffs>()
            .Sign(session, unit, new DigestPage(unitId, Day, CheckInWindow.Morning), new DigestSigning(person, digest.Numbers.Mark(), note), default);
        return (notice, string.Join(',', unsigned));
    }

    /// <summary>What the digest of a unit shows of one below it from its stored signature alone, without a recount.</summary>
    private static Task<ZeroReport> Shown(ScheduledSchool school, long above, long unit) => school.Read(async session =>
    {
        var signatures = await new SignOffStore(session).ShownIn(above, Day, CheckInWindow.Morning, default);
        return ZeroReportRule.Of(signatures[unit].Numbers, signatures[unit]);
    });

    private static async Task ByAnotherProcess(ScheduledSchool school, string sql)
    {
        await using var session = await new Database(new StorageOptions(SqlDialect.Sqlite, school.ConnectionString)).OpenWrite(default);
        await session.Execute(sql, null, default);
        await session.Commit(default);
    }
}
