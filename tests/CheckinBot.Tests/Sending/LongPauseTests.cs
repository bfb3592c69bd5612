using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Receiving;
using CheckinBot.Tests.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Sending;

/// <summary>Telegram asks for a pause that nobody can wait out.</summary>
public sealed class LongPauseTests
{
    [Fact]
    public async Task Only_the_chat_that_it_is_about_waits_and_it_is_said_once()
    {
        await using var server = await ScriptedServer.Start(call => call.Method switch
        {
            "getMe" => Reply.Ok("""{"id":777,"is_bot":true,"first_name":"b","username":"checkin_bot"}"""),
            "getUpdates" => Reply.Silence(),
            "sendMessage" when call.Body.Contains("\"chat_id\":1001", StringComparison.Ordinal) =>
                Reply.Refused(429, "Too Many Requests", """{"retry_after":2147483647}"""),
            "sendMessage" => Reply.Ok(Reply.MessageResult),
            _ => Reply.Ok("true"),
        });
        await using var worker = await Worker.Start(settings: [("Telegram:BaseUrl", server.Url)]);
        for (var i = 0; i < 3; i++) await Send(worker, Worker.Parent);
        for (var i = 0; i < 3; i++) await Send(worker, Worker.Teacher);
        await worker.WaitFor($"select count(*) from outbox where chat_id = {Worker.Teacher}", "0");
        Assert.Equal("3", await worker.Ask($"select count(*) from outbox where chat_id = {Worker.Parent} and sent_at is null"));
        lock (worker.Log) Assert.Single(worker.Log, line => line.Contains("asks to slow down", StringComparison.Ordinal));
    }

    private static Task Send(Worker worker, long userId)
    {
        var outbox = worker.Services.GetRequiredService<Outbox>();
        return worker.Services.GetRequiredService<Writer>().Write(
            session => outbox.Send(session, new OutgoingMessage(userId, "text"), default), default);
    }
}
