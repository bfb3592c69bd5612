using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Digests;
using CheckinBot.Signatures;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
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
        var told = Assert.Single(await school.NewlySent());
        Assert.Equal(ScheduledSchool.Officer, told.ChatId);
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
        Assert.Equal([ScheduledSchool.Officer, ScheduledSchool.ClassTeacher], told.Select(message => message.ChatId).Order().Reverse());
        Assert.Contains("孙科长说", told.Single(message => message.ChatId == ScheduledSchool.ClassTeacher).Text, StringComparison.Ordinal);
        Assert.Equal(ZeroReport.Unsigned, await Shown(school, County, School));

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

    /// <summary>Everybody has answered, and the officer has signed for the school.</summary>
    private static async Task<ScheduledSchool> Signed()
    {
        var school = await ScheduledSchool.At("2026-03-02 09:00");
        foreach (var person in (long[])[ScheduledSchool.Ming, ScheduledSchool.Hong, ScheduledSchool.Li])
            await school.Answer(person, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, Day);
        await Sign(school);
        // An import of before is not what is looked for.
        await school.Services.GetServices<IHostedService>().OfType<SignOffService>().Single().Notice(default);
        await school.NewlySent();
        return school;
    }

    private static async Task Sign(ScheduledSchool school)
    {
        await using var session = await school.Database.OpenRead(default);
        var unit = (await new UnitStore(session).Find(School, default))!;
        var digest = (await school.Services.GetRequiredService<DigestReader>().Read(session, unit, Day, CheckInWindow.Morning, default)).Digest(School)!;
        Assert.Equal(DigestNotice.Signed, await school.Services.GetRequiredService<SignOffs>()
            .Sign(session, unit, new DigestPage(School, Day, CheckInWindow.Morning), new DigestSigning(21, digest.Numbers.Mark()), default));
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
