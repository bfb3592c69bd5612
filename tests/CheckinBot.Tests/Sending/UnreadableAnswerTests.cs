using System.Text.Json;
using CheckinBot.Commands;
using CheckinBot.Configuration;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;
using CheckinBot.Tests.Receiving;
using CheckinBot.Tests.Telegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Tests.Sending;

/// <summary>A server takes a call, and nobody can read what it answers: the call may have been made.</summary>
public sealed class UnreadableAnswerTests
{
    private const string Me = """{"id":777,"is_bot":true,"first_name":"b","username":"checkin_bot"}""";

    [Theory]
    [InlineData("", false)]
    [InlineData("<html>", false)]
    [InlineData("{\"ok\":true}", false)]
    [InlineData("{\"ok\":true,\"result\":[]}", true)]
    [InlineData("{\"ok\":true,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"of tomorrow\"}", true)]
    public async Task Where_a_result_has_begun_the_call_was_made(string body, bool isMade)
    {
        await using var server = await ScriptedServer.Start(_ => new Reply(200, body));
        var outcome = CallOutcome.Of(await Assert.ThrowsAsync<RequestException>(() => server.Bot().SendMessage(5, "x")));
        Assert.Equal(isMade ? new CallOutcome.Done(null) : new CallOutcome.Unreadable(CallOutcome.Unreadable.Kept), outcome);
    }

    [Fact]
    public async Task It_is_made_three_times_and_no_more_and_holds_up_nobody_else_and_doctor_says_so()
    {
        var toParent = 0;
        await using var server = await ScriptedServer.Start(call => call.Method switch
        {
            "getMe" => Reply.Ok(Me),
            "getUpdates" => Reply.Silence(),
            "sendMessage" when Chat(call) == Worker.Parent && Interlocked.Increment(ref toParent) > 0 => new Reply(200, "<html>"),
            "sendMessage" => Reply.Ok(Reply.MessageResult),
            _ => Reply.Ok("true"),
        });
        await using var worker = await Worker.Start(settings: [("Telegram:BaseUrl", server.Url), ("Telegram:MessagesPerSecond", "1000")]);
        await Send(worker, Worker.Parent, "lost");
        for (var i = 0; i < 30; i++) await Send(worker, Worker.Teacher, $"{i}");
        await worker.WaitFor($"select count(*) from outbox where chat_id = {Worker.Parent} and sent_at is null", "0");
        await worker.WaitFor($"select count(*) from outbox where chat_id = {Worker.Teacher} and sent_at is null", "0");
        Assert.Equal(3, toParent);

        var said = new StringWriter();
        await DoctorCommand.Run(Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(worker.Values).Build()), TimeProvider.System, said, default);
        Assert.Contains("FAULT  messages       1 given up", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_answer_can_be_read_the_server_is_away_and_nothing_is_given_up()
    {
        var (isAway, tries) = (true, 0);
        await using var server = await ScriptedServer.Start(call => call.Method switch
        {
            "getUpdates" => Reply.Silence(),
            "sendMessage" => Interlocked.Increment(ref tries) > 0 && isAway ? new Reply(200, "<html>") : Reply.Ok(Reply.MessageResult),
            "getMe" when !isAway || tries == 0 => Reply.Ok(Me),
            "getMe" => new Reply(200, "<html>"),
            _ => Reply.Ok("true"),
        });
        await using var worker = await Worker.Start(settings: [("Telegram:BaseUrl", server.Url)]);
        await worker.WaitFor("select count(*) from bot", "1");
        await Send(worker, Worker.Parent, "kept");
        while (Volatile.Read(ref tries) < 5) await Task.Delay(TimeSpan.FromMilliseconds(20));
        Assert.Equal("0", await worker.Ask("select count(*) from outbox where sent_at is not null"));
        isAway = false;
        await worker.WaitFor("select count(*) from outbox", "0");
    }

    private static long Chat(ReceivedCall call)
    {
        using var json = JsonDocument.Parse(call.Utf8Body);
        return json.RootElement.GetProperty("chat_id").GetInt64();
    }

    private static Task Send(Worker worker, long chat, string text)
    {
        var outbox = worker.Services.GetRequiredService<Outbox>();
        return worker.Services.GetRequiredService<Writer>().Write(session => outbox.Send(session, new OutgoingMessage(chat, text), default), default);
    }
}
