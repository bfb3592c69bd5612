using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Notices;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Notices;

/// <summary>What belongs to one matter is one message that grows: an enrolment evening and a fever do not flood the class teacher.</summary>
public abstract class GrowingMessageTests(SqlDialect engine)
{
    private const long Class = 3;

    private long _lastSeen;

    [SkippableFact]
    public async Task Forty_eight_new_guardians_of_an_evening_are_one_message_that_is_edited()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 19:00");
        await Join(school, 1);
        var first = Assert.Single(await New(school));
        Assert.Equal("“家长1”绑定成了1班 学生1的家长。不认识的话可以移除。", first.Send!.Text);
        await Arrive(school, first, 77);
        for (var guardian = 2; guardian <= 48; guardian++)
        {
            school.Time.Advance(TimeSpan.FromMinutes(1));
            await Join(school, guardian);
        }

        var calls = await New(school);
        Assert.Equal(47, calls.Count);
        Assert.All(calls, call => Assert.Equal(77, call.Edit!.MessageId));
        var lines = calls[^1].Edit!.Text.Split('\n');
        Assert.Equal((49, "👪 新绑定的家长 48 位，不认识的可以移除：", "· 学生48：家长48"), (lines.Length, lines[0], lines[^1]));
        Assert.Equal("0.cl.3.0", calls[^1].Edit!.Keyboard.Rows[0][0].Data);

        // The next evening is a message of its own.
        school.Time.Advance(TimeSpan.FromDays(1));
        await Join(school, 49);
        Assert.NotNull(Assert.Single(await New(school)).Send);
    }

    [SkippableFact]
    public async Task What_is_added_while_the_message_is_on_its_way_is_shown_once_it_has_arrived()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 19:00");
        await Join(school, 1);
        await Join(school, 2);
        var first = Assert.Single(await New(school));
        await Arrive(school, first, 77);
        var edit = Assert.Single(await New(school)).Edit!;
        Assert.Equal("👪 新绑定的家长 2 位，不认识的可以移除：\n· 学生1：家长1\n· 学生2：家长2", edit.Text);
        await Arrive(school, first, 77);
        Assert.Empty(await New(school));
    }

    [SkippableFact]
    public async Task Notices_of_one_child_within_a_minute_are_one_message_and_one_later_is_another()
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 07:00");
        var fever = new CheckInAnswer { TemperatureTenths = 382 };
        await Tell(school, new Notice.Unwell(Ming, "王小明", "1班", fever));
        await Arrive(school, Assert.Single(await New(school)), 77);
        school.Time.Advance(TimeSpan.FromSeconds(20));
        await Tell(school, new Notice.Unwell(Ming, "王小明", "1班", fever with { Symptoms = Symptoms.Cough }));
        await Tell(school, new Notice.KeyArea(Ming, "王小明", "1班", fever with { Travel = Travel.Yes, Place = "武汉" }, "湖北"));
        Assert.Equal(
            "请留意：1班 王小明，38.2℃，咳嗽。请私下跟进。\n请留意：1班 王小明，38.2℃，去过武汉。请私下联系家长了解情况，不要在群里提。",
            (await New(school))[^1].Edit!.Text);
        await Tell(school, new Notice.Unwell(Hong, "王小红", "1班", fever));
        Assert.NotNull(Assert.Single(await New(school)).Send);
        school.Time.Advance(TimeSpan.FromSeconds(61));
        await Tell(school, new Notice.AlertCorrected(Ming, "王小明", "1班", new CheckInAnswer { TemperatureTenths = 365 }));
        Assert.StartsWith("更正：", Assert.Single(await New(school)).Send!.Text, StringComparison.Ordinal);
    }

    private static Task Join(ScheduledSchool school, int guardian) =>
        Tell(school, new Notice.GuardianJoined(100 + guardian, $"学生{guardian}", "1班", 5000 + guardian, $"家长{guardian}"));

    private static Task Tell(ScheduledSchool school, Notice notice) => school.Write(session => school.Services.GetRequiredService<NoticeSender>()
        .Notify(session, new Effect.NotifyStaff(Class, Role.ClassTeacher, notice), causer: 1, default).AsTask());

    private async Task<IReadOnlyList<OutgoingCall>> New(ScheduledSchool school)
    {
        var rows = (await school.Read(async session => await new OutboxStore(session).Unsent(default))).Where(row => row.Id > _lastSeen).ToList();
        if (rows.Count > 0) _lastSeen = rows[^1].Id;
        return [.. rows.Select(row => OutgoingCall.FromJson(row.Call))];
    }

    private static Task Arrive(ScheduledSchool school, OutgoingCall call, int messageId) => school.Write(session =>
        school.Services.GetRequiredService<GrowingMessages>().Settled(
            session,
            new PendingCall(1, Lane.Alerts, call, school.Time.GetUtcNow()) { ChatId = ClassTeacher, Track = call.Send!.Track },
            new CallOutcome.Done(messageId),
            default).AsTask());
}

public sealed class SqliteGrowingMessageTests() : GrowingMessageTests(SqlDialect.Sqlite);

public sealed class PostgresGrowingMessageTests() : GrowingMessageTests(SqlDialect.Postgres);
