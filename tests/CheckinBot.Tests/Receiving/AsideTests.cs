using System.Net;
using System.Text.Json;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Commands;

namespace CheckinBot.Tests.Receiving;

/// <summary>Updates that fail: when they are set aside, when receiving stops, and how they are handled again.</summary>
public abstract class AsideTests(SqlDialect engine)
{
    private const long Bot = 777;

    [SkippableFact]
    public async Task Three_in_a_row_stop_receiving_and_the_next_start_goes_on_where_it_stopped()
    {
        await using var worker = await Worker.Start(start: false, engine: engine);
        await Break(worker);
        for (var tenths = 1; tenths <= 6; tenths++) worker.Simulator.World.SendText(Worker.Parent, Bot, $"36.{tenths} 没外出");
        await worker.Begin();
        await Said(worker, "receiving: 3 updates in a row failed");
        Assert.Equal("3", await worker.Ask("select count(*) from inbox where error is not null and json is not null"));
        Assert.Equal("0", await worker.Ask("select count(*) from check_in"));

        // Everything comes again; what was set aside stays so until somebody handles it.
        await worker.Restart(() => Mend(worker));
        await worker.WaitFor("select count(*) from check_in", "3");
        Assert.Equal("364", await worker.Ask("select min(temperature_tenths) from check_in"));
        await Said(worker, "receiving: ok");
        Assert.Equal("3", await worker.Ask("select count(*) from inbox where error is not null"));
    }

    [SkippableFact]
    public async Task Its_sender_is_told_and_it_can_be_looked_at_and_handled_again()
    {
        await using var worker = await Worker.Start(start: false, engine: engine);
        await Break(worker);
        worker.Simulator.World.SendText(Worker.Parent, Bot, "36.5 没外出");
        await worker.Begin();
        await worker.WaitFor("select count(*) from inbox where error is not null", "1");
        await worker.WaitFor("select count(*) from outbox", "0");
        Assert.Contains("没有记下来", worker.Simulator.World.Messages(Worker.Parent, Bot)[^1].Text, StringComparison.Ordinal);

        using var program = new TheProgram();
        foreach (var (key, value) in worker.Values) program.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value!;
        var id = await worker.Ask("select update_id from inbox where error is not null");
        var list = await program.Run("replay");
        Assert.Equal((0, ""), (list.Code, list.Error));
        Assert.StartsWith($"{id}\t", list.Out.Split('\n')[1], StringComparison.Ordinal);
        Assert.DoesNotContain("36.5", list.Out, StringComparison.Ordinal);
        var shown = await program.Run("replay", id!, "--json");
        Assert.Equal("36.5 没外出", JsonDocument.Parse(shown.Out).RootElement.GetProperty("message").GetProperty("text").GetString());

        var again = await program.Run("replay", id!);
        Assert.Equal(1, again.Code);
        Assert.Contains("failed again", again.Error, StringComparison.Ordinal);
        Assert.Equal("1", await worker.Ask("select count(*) from inbox where error is not null"));

        await Mend(worker);
        var handled = await program.Run("replay", id!);
        Assert.Equal((0, ""), (handled.Code, handled.Error));
        Assert.Equal("365", await worker.Ask("select temperature_tenths from check_in where is_current"));
        Assert.Equal("0", await worker.Ask("select count(*) from inbox where error is not null"));
        // The worker that runs sends what it caused.
        await worker.WaitFor("select count(*) from outbox", "0");
        Assert.Contains("36.5", worker.Simulator.World.Messages(Worker.Parent, Bot)[^1].Text, StringComparison.Ordinal);
        Assert.Equal(1, (await program.Run("replay", id!)).Code);
    }

    [SkippableFact]
    public async Task A_number_that_was_used_before_is_another_update_where_it_says_something_else()
    {
        await using var worker = await Worker.Start(engine: engine, settings:
        [
            ("Telegram:Mode", "Webhook"), ("Telegram:WebhookUrl", "http://127.0.0.1:9/telegram/webhook"), ("Telegram:WebhookSecret", Worker.Secret),
        ]);
        using var http = new HttpClient { BaseAddress = worker.Http };
        http.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", Worker.Secret);
        await worker.WaitFor("select count(*) from bot", "1");
        await Post("36.5 没外出", message: 9, name: "丽");
        // A nickname that was changed before the second delivery makes it no other update.
        await Post("36.5 没外出", message: 9, name: "丽丽");
        Assert.Equal("1", await worker.Ask("select count(*) from check_in"));
        await Post("36.7 没外出", message: 10, name: "丽");
        Assert.Equal("2", await worker.Ask("select count(*) from check_in"));

        async Task Post(string text, int message, string name)
        {
            var update = $$"""
                {"update_id":5,"message":{"message_id":{{message}},"date":1767225600,"text":"{{text}}","chat":{"id":1001,"type":"private"},
                "from":{"id":1001,"is_bot":false,"first_name":"{{name}}","language_code":"zh-hans"} } }
                """;
            using var body = new StringContent(update, System.Text.Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("/telegram/webhook", UriKind.Relative), body);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private Task Break(Worker worker) => worker.Execute(engine == SqlDialect.Postgres
        ? "alter table check_in add constraint fault check (reporter_user_id <> 1001)"
        : "create trigger fault before insert on check_in begin select raise(abort, 'fault'); end");

    private Task Mend(Worker worker) => worker.Execute(engine == SqlDialect.Postgres ? "alter table check_in drop constraint fault" : "drop trigger fault");

    private static async Task Said(Worker worker, string line)
    {
        using var http = new HttpClient { BaseAddress = worker.Http };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative), limit.Token);
            if ((await response.Content.ReadAsStringAsync(limit.Token)).Contains(line, StringComparison.Ordinal)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }
}

public sealed class SqliteAsideTests() : AsideTests(SqlDialect.Sqlite);

public sealed class PostgresAsideTests() : AsideTests(SqlDialect.Postgres);
