using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Jobs;
using CheckinBot.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Notices;

/// <summary>A guardian who cannot be written to any more, and the class teacher who has to know.</summary>
public sealed class UnreachableGuardianTests
{
    private const long Bot = 777;
    private const string Told = "select count(*) from outbox where dedupe_key like 'unreachable/%'";

    [Fact]
    public async Task The_class_teacher_is_told_once_a_day_whose_guardian_cannot_be_reached()
    {
        await using var worker = await Begin("2026-03-07 10:00", Worker.Parent, Worker.Teacher);
        worker.Simulator.World.Block(Worker.Parent);
        await Send(worker, "one");
        await Send(worker, "two");
        await worker.WaitFor($"select count(*) from outbox where chat_id = {Worker.Parent} and sent_at is null", "0");
        await worker.WaitFor("select count(*) from outbox where sent_at is null", "0");

        Assert.Equal("0", await worker.Ask($"select reachable from account where user_id = {Worker.Parent}"));
        var notice = Assert.Single(ToTeacher(worker));
        Assert.Contains("1班 王小明的一位家长收不到我的消息了", notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_message_alone_is_enough_to_know()
    {
        await using var worker = await Begin("2026-03-07 10:00", Worker.Teacher);
        await Send(worker, "to somebody who never opened the private chat");
        await worker.WaitFor($"select reachable from account where user_id = {Worker.Parent}", "0");
        await worker.WaitFor("select count(*) from outbox where sent_at is null", "0");

        Assert.Single(ToTeacher(worker));
    }

    [Fact]
    public async Task What_is_found_out_at_night_is_told_when_the_quiet_hours_are_over()
    {
        await using var worker = await Begin("2026-03-07 22:00", Worker.Parent, Worker.Teacher);
        worker.Simulator.World.Block(Worker.Parent);
        await Send(worker, "one");
        await worker.WaitFor(Told, "1");

        Assert.StartsWith("2026-03-07T22:30", await worker.Ask("select due_at from outbox where dedupe_key like 'unreachable/%'"), StringComparison.Ordinal);
        Assert.Empty(ToTeacher(worker));
    }

    [Fact]
    public async Task A_teacher_who_blocks_the_bot_is_nobodys_missing_guardian()
    {
        await using var worker = await Begin("2026-03-07 10:00", Worker.Parent, Worker.Teacher);
        worker.Simulator.World.Block(Worker.Teacher);
        await worker.WaitFor($"select reachable from account where user_id = {Worker.Teacher}", "0");
        Assert.Equal("0", await worker.Ask(Told));
    }

    // A Saturday: nothing is sent by the schedule.
    private static async Task<Worker> Begin(string localTime, params long[] started)
    {
        var worker = await Worker.Start(time: new ManualTime(ScheduledSchool.Instant(localTime)));
        foreach (var user in started) worker.Simulator.World.Start(user);
        await worker.WaitFor("select count(*) from inbox", $"{started.Length}");
        await worker.WaitFor("select count(*) from outbox", "0");
        return worker;
    }

    private static Task Send(Worker worker, string text) => worker.Services.GetRequiredService<Writer>().Write(
        session => worker.Services.GetRequiredService<Outbox>().Send(session, new OutgoingMessage(Worker.Parent, text), default), default);

    private static IReadOnlyList<string> ToTeacher(Worker worker) =>
    [
        .. worker.Simulator.World.Messages(Worker.Teacher, Bot).Select(message => message.Text ?? "")
            .Where(text => text.Contains("收不到", StringComparison.Ordinal)),
    ];
}
