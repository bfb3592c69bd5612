using CheckinBot.Configuration;
using CheckinBot.Core.Shown;
using CheckinBot.Hosting;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;
using CheckinBot.Tests.Receiving;
using CheckinBot.Tests.Telegram;
using CheckinBot.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Tests.Sending;

/// <summary>Two workers on one database: what one is about to send, the other leaves alone, until the first is gone.</summary>
public abstract class ClaimTests(SqlDialect engine)
{
    [SkippableFact]
    public async Task What_a_worker_is_about_to_send_no_other_sends_and_what_it_leaves_the_other_does()
    {
        await using var silent = await Server(answers: false);
        await using var other = await Server(answers: true);
        await using var first = await Worker.Start(engine: engine, settings: [("Telegram:BaseUrl", silent.Url)]);
        for (var chat = 1; chat <= 40; chat++) await Send(first.Services, 5000 + chat);
        await using var second = Second(first, other.Url);
        await second.StartAsync();
        await second.Services.GetRequiredService<ClaimRounds>().Look(default);
        Assert.DoesNotContain(other.Calls, IsOurs);

        // It stops in order: whatever is in flight stays in the outbox, and is free.
        await first.Services.GetRequiredService<IHost>().StopAsync();
        await second.Services.GetRequiredService<ClaimRounds>().Look(default);
        await first.WaitFor("select count(*) from outbox where sent_at is null", "0");
        Assert.Equal(40, other.Calls.Count(IsOurs));
    }

    [SkippableFact]
    public async Task What_a_process_that_is_gone_had_claimed_is_sent_at_once_and_what_one_elsewhere_has_is_not()
    {
        await using var server = await Server(answers: true);
        await using var worker = await Worker.Start(start: false, engine: engine, settings: [("Telegram:BaseUrl", server.Url)]);
        var place = new WorkerIdentity().Place.Split('|');
        var gone = $"{place[0]}|4194305|{place[2]}";
        await worker.Execute($"insert into worker (id, place, beats, seen_at) values ('dead', '{gone}', 7, '2026-03-07T02:00:00.000Z')");
        await worker.Execute("""
            insert into worker (id, place, beats, seen_at) values ('elsewhere', 'another machine/|1|202603070100', 7, '2026-03-07T02:00:00.000Z')
            """);
        foreach (var owner in (string[])["dead", "elsewhere"])
        {
            var call = new OutgoingCall { Send = new OutgoingMessage(1001, $"by {owner}") }.ToJson().Replace("'", "''", StringComparison.Ordinal);
            await worker.Execute($"""
                insert into outbox (bot_id, chat_id, lane, call, created_at, due_at, claimed_by)
                values (777, 1001, 'Answers', '{call}', '2026-03-07T02:00:00.000Z', '2026-03-07T02:00:00.000Z', '{owner}')
                """);
        }

        await worker.Begin();
        await worker.WaitFor("select count(*) from outbox where claimed_by <> 'elsewhere' and sent_at is null", "0");
        Assert.Contains("by dead", Assert.Single(server.Calls, call => call.Method == "sendMessage").Body, StringComparison.Ordinal);
        Assert.Equal("elsewhere", await worker.Ask("select claimed_by from outbox"));
    }

    private static Task<ScriptedServer> Server(bool answers) => ScriptedServer.Start(call => call.Method switch
    {
        "getMe" => Reply.Ok("""{"id":777,"is_bot":true,"first_name":"b","username":"checkin_bot"}"""),
        "getUpdates" => Reply.Silence(),
        "sendMessage" => answers ? Reply.Ok(Reply.MessageResult) : Reply.Silence(),
        _ => Reply.Ok("true"),
    });

    // The schedule may have something to send as well: the second worker has the real clock.
    private static bool IsOurs(ReceivedCall call) => call.Method == "sendMessage" && call.Body.Contains("the text", StringComparison.Ordinal);

    private static WebApplication Second(Worker first, string url)
    {
        var values = new Dictionary<string, string?>(first.Values) { ["Telegram:BaseUrl"] = url };
        return CheckinHost.Build(
            Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build()),
            configure: builder => builder.Logging.ClearProviders().AddProvider(new ListLogger([])));
    }

    private static Task Send(IServiceProvider services, long userId) => services.GetRequiredService<Writer>().Write(
        session => services.GetRequiredService<Outbox>().Send(session, new OutgoingMessage(userId, "the text"), default), default);
}

public sealed class SqliteClaimTests() : ClaimTests(SqlDialect.Sqlite);

public sealed class PostgresClaimTests() : ClaimTests(SqlDialect.Postgres);
