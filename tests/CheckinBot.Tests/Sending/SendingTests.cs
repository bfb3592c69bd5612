using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Limits;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Sending;

/// <summary>The outbox of a real worker against a server with Telegram's limits and errors.</summary>
public sealed class SendingTests
{
    private const long Bot = 777;

    [Fact]
    public async Task What_is_committed_is_sent_once_and_leaves_no_row()
    {
        await using var worker = await Worker.Start();
        worker.Simulator.World.Start(Worker.Parent);
        await Send(worker, new OutgoingMessage(Worker.Parent, "first"));
        await Send(worker, new OutgoingMessage(Worker.Parent, "second"));
        await worker.WaitFor("select count(*) from outbox", "0");
        Assert.Equal(["first", "second"], FromBot(worker));
    }

    [Fact]
    public async Task What_is_rolled_back_is_never_sent()
    {
        await using var worker = await Worker.Start();
        worker.Simulator.World.Start(Worker.Parent);
        var outbox = worker.Services.GetRequiredService<Outbox>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => worker.Services.GetRequiredService<Writer>().Write(
            async ValueTask (session) =>
            {
                await outbox.Send(session, new OutgoingMessage(Worker.Parent, "never"), default);
                throw new InvalidOperationException();
            },
            default));
        await Send(worker, new OutgoingMessage(Worker.Parent, "after"));
        await worker.WaitFor("select count(*) from outbox", "0");
        Assert.Equal(["after"], FromBot(worker));
    }

    [Fact]
    public async Task A_message_with_a_key_is_sent_once_however_often_it_is_committed()
    {
        await using var worker = await Worker.Start();
        worker.Simulator.World.Start(Worker.Parent);
        for (var i = 0; i < 3; i++) await Send(worker, new OutgoingMessage(Worker.Parent, "reminder"), key: "remind/31/2026-03-02");
        await worker.WaitFor("select count(*) from outbox where sent_at is null", "0");
        Assert.Equal(["reminder"], FromBot(worker));
    }

    [Fact]
    public async Task A_user_who_blocked_the_bot_is_unreachable_and_the_message_is_given_up()
    {
        await using var worker = await Worker.Start();
        worker.Simulator.World.Start(Worker.Parent);
        await worker.WaitFor("select count(*) from inbox", "1");
        await worker.WaitFor("select count(*) from outbox", "0");
        worker.Simulator.World.Block(Worker.Parent);
        await worker.WaitFor("select count(*) from inbox", "2");
        await Send(worker, new OutgoingMessage(Worker.Parent, "reminder"));
        await worker.WaitFor("select count(*) from outbox where sent_at is null", "0");
        Assert.Equal("0", await worker.Ask($"select reachable from account where user_id = {Worker.Parent}"));
        Assert.Contains("blocked", await worker.Ask($"select error from outbox where chat_id = {Worker.Parent}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_is_followed()
    {
        await using var worker = await Worker.Start();
        var group = worker.Simulator.World.AddGroup("1班", [Worker.Parent, Bot], [Worker.Teacher]);
        var supergroup = worker.Simulator.World.Migrate(group.Id);
        await Send(worker, new OutgoingMessage(group.Id, "card"));
        await Send(worker, new OutgoingMessage(group.Id, "digest"));
        await worker.WaitFor("select count(*) from outbox where sent_at is null", "0");
        var texts = worker.Simulator.World.Messages(Worker.Parent, supergroup.Id).Select(message => message.Text);
        Assert.Equal(["card", "digest"], texts.Where(text => text is "card" or "digest"));
    }

    [Fact]
    public async Task Too_many_requests_are_waited_out_and_nothing_is_lost()
    {
        await using var worker = await Worker.Start(
            new SendingLimits { ChatBurst = 1, ChatPerSecond = 1 },
            settings: [("Telegram:MessagesPerSecondPerChat", "1000")]);
        worker.Simulator.World.Start(Worker.Parent);
        for (var i = 1; i <= 3; i++) await Send(worker, new OutgoingMessage(Worker.Parent, $"{i}"));
        await worker.WaitFor("select count(*) from outbox", "0");
        Assert.Equal(["1", "2", "3"], FromBot(worker));
        lock (worker.Log) Assert.Contains(worker.Log, line => line.Contains("slow down", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chat_that_Telegram_is_slow_with_holds_up_nobody_else_and_gets_everything_in_order()
    {
        await using var worker = await Worker.Start();
        var world = worker.Simulator.World;
        var slow = world.Start(Worker.Parent).Chat;
        world.Start(Worker.Teacher);
        world.HoldUp(slow, TimeSpan.FromHours(1));
        for (var i = 1; i <= 3; i++) await Send(worker, new OutgoingMessage(Worker.Parent, $"{i}"));
        await Send(worker, new OutgoingMessage(Worker.Teacher, "through"));
        await worker.WaitFor($"select count(*) from outbox where chat_id = {Worker.Teacher}", "0");
        Assert.Contains(world.Messages(Worker.Teacher, Bot), message => message.Text == "through");
        Assert.Empty(FromBot(worker));
        world.HoldUp(slow, TimeSpan.Zero);
        await worker.WaitFor("select count(*) from outbox", "0");
        Assert.Equal(["1", "2", "3"], FromBot(worker));
    }

    [Fact]
    public async Task A_wrong_call_is_given_up_and_the_next_one_goes_out()
    {
        await using var worker = await Worker.Start();
        worker.Simulator.World.Start(Worker.Parent);
        await Send(worker, new OutgoingMessage(Worker.Parent, "<b>broken") { Format = TextFormat.Html });
        await Send(worker, new OutgoingMessage(Worker.Parent, "whole"));
        await worker.WaitFor("select count(*) from outbox where sent_at is null", "0");
        Assert.Equal(["whole"], FromBot(worker));
        Assert.Equal("1", await worker.Ask("select count(*) from outbox where error is not null"));
    }

    [Fact]
    public async Task What_an_earlier_run_left_is_sent_at_the_next_start()
    {
        await using var worker = await Worker.Start();
        worker.Simulator.World.Start(Worker.Parent);
        await worker.WaitFor("select count(*) from inbox", "1");
        await worker.Restart(() => worker.Execute("""
            insert into outbox (bot_id, chat_id, lane, call, created_at, due_at)
            values (777, 1001, 'Answers', '{"Send":{"ChatId":1001,"Text":"late"}}', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')
            """));
        await worker.WaitFor("select count(*) from outbox", "0");
        Assert.Equal(["late"], FromBot(worker));
    }

    private static Task Send(Worker worker, OutgoingMessage message, string? key = null)
    {
        var outbox = worker.Services.GetRequiredService<Outbox>();
        return worker.Services.GetRequiredService<Writer>().Write(session => outbox.Send(session, message, default, key), default);
    }

    private static IEnumerable<string?> FromBot(Worker worker) =>
        worker.Simulator.World.Messages(Worker.Parent, Bot).Where(m => m.From.Id == Bot && !IsWelcome(m)).Select(m => m.Text);

    // What /start is answered with is another test's matter.
    private static bool IsWelcome(SimMessage message) => message.Text is { Length: > 12 };
}
