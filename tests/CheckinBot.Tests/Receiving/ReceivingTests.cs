using System.Net;
using System.Text;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Tests.Receiving;

/// <summary>The worker takes updates, stores what they say, and answers.</summary>
public abstract class ReceivingTests(SqlDialect engine)
{
    private const long Bot = 777;

    [SkippableFact]
    public async Task A_linked_parent_sends_temperature_and_travel_and_gets_one_confirmation()
    {
        await using var worker = await Worker.Start(engine: engine);
        worker.Simulator.World.SendText(Worker.Parent, Bot, "36.5 没外出");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var answer = await worker.Simulator.World.WaitForMessageAsync(Worker.Parent, Bot, m => m.From.Id == Bot, limit.Token);
        Assert.Contains("36.5", answer.Text, StringComparison.Ordinal);
        Assert.Equal("365", await worker.Ask("select temperature_tenths from check_in where person_id = 31 and is_current and travel = 'no'"));
        await worker.WaitFor("select count(*) from outbox", "0");
        Assert.Single(worker.Simulator.World.Messages(Worker.Parent, Bot), m => m.From.Id == Bot);
    }

    [SkippableFact]
    public async Task An_update_that_cannot_be_handled_is_noted_and_skipped_and_blocks_nobody()
    {
        await using var worker = await Worker.Start(start: false, engine: engine);
        await worker.Execute(engine == SqlDialect.Postgres
            ? $"alter table check_in add constraint fault check (reporter_user_id <> {Worker.Teacher})"
            : $"""
                create trigger fault before insert on check_in when new.reporter_user_id = {Worker.Teacher}
                begin select raise(abort, 'fault'); end
                """);
        worker.Simulator.World.SendText(Worker.Teacher, Bot, "36.6 没外出");
        worker.Simulator.World.SendText(Worker.Parent, Bot, "36.5 没外出");
        await worker.Begin();
        await worker.WaitFor("select count(*) from check_in where temperature_tenths = 365", "1");
        await worker.WaitFor("select error from inbox where error is not null", $"{engine}Exception");
        Assert.Equal("0", await worker.Ask("select count(*) from check_in where temperature_tenths = 366"));
        lock (worker.Log) Assert.DoesNotContain(worker.Log, line => line.Contains("36.6", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task After_a_stop_everything_that_was_committed_is_confirmed()
    {
        await using var worker = await Worker.Start(engine: engine);
        worker.Simulator.World.SendText(Worker.Parent, Bot, "36.5 没外出");
        await worker.WaitFor("select count(*) from inbox", "1");
        await worker.Restart();
        worker.Simulator.World.SendText(Worker.Parent, Bot, "/status");
        await worker.WaitFor("select count(*) from inbox", "2");
        Assert.Equal("1", await worker.Ask("select count(*) from check_in"));
    }

    [SkippableFact]
    public async Task The_webhook_wants_the_secret_and_an_update_and_answers_once_it_is_committed()
    {
        await using var worker = await Worker.Start(engine: engine, settings:
        [
            ("Telegram:Mode", "Webhook"), ("Telegram:WebhookUrl", "http://127.0.0.1:9/telegram/webhook"), ("Telegram:WebhookSecret", Worker.Secret),
        ]);
        using var http = new HttpClient { BaseAddress = worker.Http };
        await Ready(http);
        const string Update = """
            {"update_id":5,"message":{"message_id":9,"date":1767225600,"text":"36.5 没外出","chat":{"id":1001,"type":"private"},
            "from":{"id":1001,"is_bot":false,"first_name":"丽","language_code":"zh-hans"}}}
            """;
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(http, Update, secret: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(http, Update, "a-secret-of-enough-lengtH"));
        Assert.Equal(HttpStatusCode.BadRequest, await Post(http, "{", Worker.Secret));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(http, new string(' ', 2 << 20), Worker.Secret));
        Assert.Equal("0", await worker.Ask("select count(*) from check_in"));

        Assert.Equal(HttpStatusCode.OK, await Post(http, Update, Worker.Secret));
        Assert.Equal("1", await worker.Ask("select count(*) from check_in"));
        Assert.Equal(HttpStatusCode.OK, await Post(http, Update, Worker.Secret));
        Assert.Equal("1", await worker.Ask("select count(*) from check_in"));
    }

    [SkippableFact]
    public async Task A_rejected_token_ends_the_worker_and_says_what_to_do()
    {
        await using var worker = await Worker.Start(engine: engine, settings: [("Telegram:BotToken", "888:unknown_token_0123456789")]);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!worker.HasEnded) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        lock (worker.Log)
        {
            Assert.Contains(worker.Log, line => line.Contains("BotFather", StringComparison.Ordinal));
            Assert.DoesNotContain(worker.Log, line => line.Contains("unknown_token", StringComparison.Ordinal));
        }
    }

    [SkippableFact]
    public async Task The_log_and_the_metrics_hold_no_reading_no_name_and_no_token()
    {
        await using var worker = await Worker.Start(engine: engine);
        worker.Simulator.World.SendText(Worker.Parent, Bot, "王小明 36.5 没外出");
        await worker.WaitFor("select count(*) from check_in", "1");
        await worker.WaitFor("select count(*) from outbox", "0");
        using var http = new HttpClient { BaseAddress = worker.Http };
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        string log;
        lock (worker.Log) log = string.Join('\n', worker.Log);
        foreach (var secret in (string[])["王小明", "王丽", Worker.Token, "worker-token"])
            Assert.DoesNotContain(secret, log + metrics, StringComparison.Ordinal);
        // A reading stands alone: a port or a duration may have the same digits in it.
        Assert.DoesNotMatch(@"(?<![\d.:])36\.?5(?!\d)", log);
        Assert.DoesNotMatch(@"(?<![\d.])36\.5(?!\d)", metrics);

        Assert.Contains("checkinbot_check_ins_total{source=\"private\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("checkinbot_updates_total{kind=\"text\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("checkinbot_outbox_depth{lane=\"answers\"} 0\n", metrics, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Healthz_tells_that_it_lives_and_readyz_what_does_not_work_yet()
    {
        await using var worker = await Worker.Start(engine: engine);
        using var http = new HttpClient { BaseAddress = worker.Http };
        Assert.Equal("ok\n", await http.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        await Ready(http);
        Assert.Equal("database: ok\nreceiving: ok\n", await http.GetStringAsync(new Uri("/readyz", UriKind.Relative)));
    }

    private static async Task Ready(HttpClient http)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative), limit.Token);
            if (response.IsSuccessStatusCode) return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    private static async Task<HttpStatusCode> Post(HttpClient http, string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        // The server hangs up on what is too long: the client must hear why before it has written all of it.
        request.Headers.ExpectContinue = true;
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}

public sealed class SqliteReceivingTests() : ReceivingTests(SqlDialect.Sqlite);

public sealed class PostgresReceivingTests() : ReceivingTests(SqlDialect.Postgres);
