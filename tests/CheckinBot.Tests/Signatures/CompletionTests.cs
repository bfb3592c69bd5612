using CheckinBot.Core.CheckIns;
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

/// <summary>Who signs is told when there is something to sign, and nothing is signed that somebody still owes an answer for.</summary>
public abstract class CompletionTests(SqlDialect engine)
{
    private const long SchoolId = 2;
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly CheckInAnswer Well = new() { TemperatureTenths = 365, Travel = Travel.No };

    [SkippableFact]
    public async Task A_report_that_becomes_complete_after_its_cut_off_is_offered_once_with_the_numbers_to_whoever_signs_it()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 09:00");
        await school.Answer(ScheduledSchool.Ming, Well, Day);
        await school.Answer(ScheduledSchool.Hong, Well, Day);
        await Look(school);
        await school.RunAt("2026-03-02 09:30");
        await Look(school);
        Assert.Empty(await school.NewlySent());

        await school.Answer(ScheduledSchool.Li, Well with { Absence = Absence.Leave }, Day);
        await Look(school, unitId: 4);
        await Look(school, unitId: 4);
        var told = await school.NewlySent();
        Assert.Equal([ScheduledSchool.Officer, ScheduledSchool.Official], told.Select(sent => sent.ChatId).Order());
        Assert.All(told, sent => Assert.Contains("应报 3 · 已报 2 · 请假 1 · 未报 0", sent.Text, StringComparison.Ordinal));
        Assert.Contains(told, sent => sent.Text.StartsWith("🟢 第一小学：人数刚刚齐了，请签零报告。", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Travel_that_nobody_answered_is_asked_once_more_listed_by_name_and_keeps_the_report_from_being_signed_until_it_is_waived()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 06:30");
        await school.RunAt("2026-03-02 06:30");
        foreach (var person in (long[])[ScheduledSchool.Ming, ScheduledSchool.Hong, ScheduledSchool.Li])
            await school.Answer(person, Well with { Travel = person == ScheduledSchool.Ming ? Travel.Unknown : Travel.No }, Day);
        Assert.Empty(await school.RunAt("2026-03-02 07:30"));
        var asked = Assert.Single(await school.RunAt("2026-03-02 08:15"));
        Assert.Contains("离开过本地", asked.Text, StringComparison.Ordinal);
        var ping = Assert.Single(await school.RunAt("2026-03-02 08:30"));
        Assert.Equal((ScheduledSchool.ClassTeacher, "⏰ 第一小学1班：体温都齐了，还差下面几位：\n体温报了，外出没答：王小明"), (ping.ChatId, ping.Text));
        Assert.Equal(DigestNotice.TravelUnanswered, await Sign(school));

        await school.Answer(ScheduledSchool.Ming, Well with { Travel = Travel.Unknown, TravelWaiver = TravelWaiver.NotReached }, Day);
        Assert.Empty(await school.Read(session => new MissingStore(session).TravelOpen(3, Day, CheckInWindow.Morning, default)));
        // The class signs before its school.
        Assert.Equal(DigestNotice.NotSignedBelow, await Sign(school));
        Assert.Equal(DigestNotice.Signed, await Sign(school, unitId: 3));
        Assert.Equal(DigestNotice.Signed, await Sign(school));
    }

    private static async Task Look(ScheduledSchool school, long unitId = 3)
    {
        school.Services.GetRequiredService<CompletionWatch>().Told(unitId, Day, CheckInWindow.Morning);
        await school.Services.GetServices<IHostedService>().OfType<CompletionService>().Single().Look(default);
    }

    private static async Task<DigestNotice> Sign(ScheduledSchool school, long unitId = SchoolId)
    {
        await using var session = await school.Database.OpenRead(default);
        var unit = (await new UnitStore(session).Find(unitId, default))!;
        var digest = (await school.Services.GetRequiredService<DigestReader>().Read(session, unit, Day, CheckInWindow.Morning, default)).Digest(unitId)!;
        var page = new DigestPage(unitId, Day, CheckInWindow.Morning);
        var (notice, _) = await school.Services.GetRequiredService<SignOffs>()
            .Sign(session, unit, page, new Core.Conversations.Turns.DigestSigning(21, digest.Numbers.Mark()), default);
        return notice;
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteCompletionTests() : CompletionTests(SqlDialect.Sqlite);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresCompletionTests() : CompletionTests(SqlDialect.Postgres);
