using System.Diagnostics;
using CheckinBot.Configuration;
using CheckinBot.Core.Conversations;
using CheckinBot.Sending;
using CheckinBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Benchmarks.Province;

/// <summary>A reminder to each of 25,000 class teachers: from the statement until the running sender has every call, beside the bare statement.</summary>
internal static class Broadcast
{
    private const int Times = 3;

    private const string Reminders = """
        select 777, l.user_id, 'Reminders', '{"Send":{"ChatId":' || l.user_id || ',"Lane":"Reminders","Text":"' || u.name || ': 08:30"}}', null, null,
            cast(@now as {0}), cast(@now as {0})
        from unit u join post t on t.unit_id = u.id and t.role = 'class_teacher' join link l on l.person_id = t.person_id and l.kind = 'self'
        where u.kind = 'class'
        """;

    public static async Task Measure(Database database, WebApplication app, Action<FormattableString> say)
    {
        var reminders = Reminders.Replace("{0}", database.Dialect == SqlDialect.Postgres ? "timestamptz" : "text", StringComparison.Ordinal);
        await app.Services.GetRequiredService<BulkCalls>().StartAsync(default);
        var (bare, stored, ready) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Times; i++)
        {
            bare.Add(await Bare(database, reminders));
            await Province.Execute(database, "delete from outbox");
            var watch = Stopwatch.StartNew();
            await Add(app, reminders);
            stored.Add(watch.Elapsed.TotalMilliseconds);
            while (app.Services.GetRequiredService<Dispatcher>().Depth(Lane.Reminders) < Province.Classes * (i + 1)) await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            ready.Add(watch.Elapsed.TotalMilliseconds);
            await Province.Execute(database, "delete from outbox");
        }

        say($"{Province.Classes:N0} class reminders: bare insert … select {bare.Min():0} ms; stored {stored.Min():0} ms, with the sender {ready.Min():0} ms: {stored.Min() / bare.Min():0.0} and {ready.Min() / bare.Min():0.0} times");
    }

    private static async Task<double> Bare(Database database, string reminders)
    {
        var watch = Stopwatch.StartNew();
        await Province.Execute(
            database, $"insert into outbox (bot_id, chat_id, lane, call, track, dedupe_key, created_at, due_at) {reminders}", new { now = Province.AsOf });
        return watch.Elapsed.TotalMilliseconds;
    }

    private static Task<int> Add(WebApplication app, string reminders)
    {
        var outbox = app.Services.GetRequiredService<Outbox>();
        return app.Services.GetRequiredService<Writer>().Write(session => outbox.AddSelected(session, reminders, new { now = Province.AsOf }, default), default);
    }

    // Nobody listens at its Bot API: what the sender has, stays with it. Its limits hold it back from trying all at once.
    public static WebApplication Worker(StorageOptions options) => CheckinHost.Build(
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:BotToken"] = "777:worker-token_0123456789abcdefghijklmn",
            ["Telegram:BaseUrl"] = "http://127.0.0.1:9",
            ["Telegram:MessagesPerSecond"] = "1",
            ["Storage:Provider"] = options.Provider.ToString(),
            ["Storage:ConnectionString"] = options.ConnectionString,
        }).Build()),
        configure: builder => builder.Logging.ClearProviders());
}
