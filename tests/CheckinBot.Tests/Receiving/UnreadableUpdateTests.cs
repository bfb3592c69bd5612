using System.Net;
using System.Text;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Telegram;

namespace CheckinBot.Tests.Receiving;

/// <summary>Updates that cannot be read or handled are set aside with their JSON, each alone, by long poll and by webhook.</summary>
public abstract class UnreadableUpdateTests(SqlDialect engine)
{
    private const string People = """ "from":{"id":1001,"is_bot":false,"first_name":"丽"},"chat":{"id":1001,"type":"private"} """;

    private static readonly string Deep = new string('[', 500) + new string(']', 500);

    /// <summary>By number: what the package cannot read, and what it reads and nobody can handle.</summary>
    private static readonly Dictionary<long, string> Odd = new()
    {
        [10] = """{"update_id":10,"my_chat_member":{"date":1,"from":{"id":1001,"is_bot":false,"first_name":"丽"} } }""",
        [11] = $$"""{"update_id":11,"message":{"message_id":9,"date":1,{{People}},"text":"36.4","forward_origin":{"type":"of_tomorrow","date":1} } }""",
        [13] = $$"""{"update_id":13,"message":{"message_id":5000000000,"date":1,{{People}},"text":"36.4"} }""",
        [14] = """{"update_id":14,"message":{"message_id":9,"date":1,"from":{"id":1001,"is_bot":false,"first_name":"丽"},"text":"36.4"} }""",
        [17] = $$"""{"update_id":17,"message":{"message_id":9,"date":1,{{People}},"rich_message":{"blocks":{{Deep}} } } }""",
        [18] = $$"""{"update_id":18,"message":{"message_id":"nine","date":1,{{People}},"text":"36.4"} }""",
        [19] = """{"update_id":19,"my_chat_member":{"chat":{"id":1001,"type":"private"},"date":1,"from":{"id":1001,"is_bot":false,"first_name":"丽"} } }""",
        [20] = $$"""{"update_id":20,"callback_query":{"id":"777","chat_instance":5,"data":"36.4","from":{"id":1001,"is_bot":false,"first_name":"丽"} } }""",
        [16] = $$"""{"update_id":16,"message":{"message_id":9,"date":-5,{{People}},"text":"36.4"} }""",
    };

    private static readonly Dictionary<long, string> Good = new()
    {
        [12] = Text(12, 1001, "36.5 没外出"),
        [15] = Text(15, 1002, "36.6 没外出"),
    };

    [SkippableFact]
    public async Task By_long_poll_the_rest_of_the_batch_is_stored_and_all_of_it_is_confirmed()
    {
        var batch = string.Join(',', Odd.Concat(Good).OrderBy(update => update.Key).Select(update => update.Value));
        var confirmed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ScriptedServer.Start(call => call.Method switch
        {
            "getMe" => Reply.Ok("""{"id":777,"is_bot":true,"first_name":"b","username":"checkin_bot"}"""),
            "sendMessage" => Reply.Ok(Reply.MessageResult),
            "getUpdates" when call.Body.Contains("\"offset\":21", StringComparison.Ordinal) && confirmed.TrySetResult() => Reply.Silence(),
            "getUpdates" => confirmed.Task.IsCompleted ? Reply.Silence() : Reply.Ok($"[{batch}]"),
            _ => Reply.Ok("true"),
        });
        await using var worker = await Worker.Start(engine: engine, settings: [("Telegram:BaseUrl", server.Url)]);
        await confirmed.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await IsStored(worker);
    }

    [SkippableFact]
    public async Task By_webhook_each_is_answered_200_and_does_not_come_again()
    {
        await using var worker = await Worker.Start(engine: engine, settings:
        [
            ("Telegram:Mode", "Webhook"), ("Telegram:WebhookUrl", "http://127.0.0.1:9/telegram/webhook"), ("Telegram:WebhookSecret", Worker.Secret),
        ]);
        using var http = new HttpClient { BaseAddress = worker.Http };
        http.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", Worker.Secret);
        await worker.WaitFor("select count(*) from bot", "1");
        foreach (var update in Odd.Concat(Good).OrderBy(update => update.Key))
        {
            using var body = new StringContent(update.Value, Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("/telegram/webhook", UriKind.Relative), body);
            Assert.Equal((update.Key, HttpStatusCode.OK), (update.Key, response.StatusCode));
        }

        await IsStored(worker);
        // Whoever wrote a message is told, each time; nobody waits for an answer to a change of members.
        // The simulator lets the bot write to nobody who has not begun a chat, so that the rows stay; one is the answer to what was read.
        var messages = Odd.Values.Count(json => json.Contains("\"message\":", StringComparison.Ordinal));
        await worker.WaitFor($"select count(*) from outbox where chat_id = {Worker.Parent}", $"{messages + 1}");
    }

    private static async Task IsStored(Worker worker)
    {
        await worker.WaitFor("select count(*) from inbox", $"{Odd.Count + Good.Count}");
        foreach (var (id, json) in Odd)
            Assert.Equal(json, await worker.Ask($"select json from inbox where update_id = {id} and error is not null"));
        Assert.Equal($"{Good.Count}", await worker.Ask("select count(*) from inbox where error is null and json is null"));
        Assert.Equal("365366", await worker.Ask("select min(temperature_tenths) * 1000 + max(temperature_tenths) from check_in"));
        lock (worker.Log)
        {
            Assert.Equal(Odd.Count, worker.Log.Count(line => line.Contains("is set aside", StringComparison.Ordinal)));
            foreach (var secret in (string[])["36.4", "of_tomorrow"])
                Assert.DoesNotContain(worker.Log, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    private static string Text(long id, long user, string text) =>
        $$"""
        {"update_id":{{id}},"message":{"message_id":{{id}},"date":1767225600,"text":"{{text}}","chat":{"id":{{user}},"type":"private"},
        "from":{"id":{{user}},"is_bot":false,"first_name":"x"} } }
        """;
}

public sealed class SqliteUnreadableUpdateTests() : UnreadableUpdateTests(SqlDialect.Sqlite);

public sealed class PostgresUnreadableUpdateTests() : UnreadableUpdateTests(SqlDialect.Postgres);
