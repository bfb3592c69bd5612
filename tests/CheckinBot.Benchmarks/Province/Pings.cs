using System.Diagnostics;
using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Benchmarks.Province;

/// <summary>The schedule's ping of 25,000 classes, each with the names of who is missing, beside one statement that adds as many bare calls.</summary>
internal static class Pings
{
    // 08:30 in Shanghai, when class teachers are pinged by default.
    private static readonly DateTimeOffset Due = new(2026, 3, 2, 0, 30, 0, TimeSpan.Zero);

    public static async Task Measure(Database database, WebApplication app, Action<FormattableString> say)
    {
        await Clear(database);
        await Province.Execute(database, RunBefore(database), new { now = Province.AsOf });
        // Nothing is due yet: what the worker keeps of its units is read before.
        await app.Services.GetRequiredService<SchoolDayRuns>().Run(null, Due.AddMinutes(-1), default);
        var watch = Stopwatch.StartNew();
        await app.Services.GetRequiredService<SchoolDayRuns>().Run(null, Due, default);
        var pinged = watch.Elapsed.TotalMilliseconds;
        var calls = await Count(database);
        await Clear(database);

        watch.Restart();
        var bare = await Bare(database, calls);
        var added = watch.Elapsed.TotalMilliseconds;
        await Clear(database);
        if (bare != calls || calls == 0) throw new InvalidOperationException($"{calls} pings, {bare} bare calls");
        say($"ping of {Province.Classes:N0} classes: {calls:N0} messages in {pinged / 1000:0.0} s, {pinged * 1000 / Province.Classes:0} µs a class; bare insert … select of as many calls {added:0} ms: {pinged / added:0} times");
    }

    // What the morning has had until then, so that the ping alone is due.
    private static string RunBefore(Database database) => $"""
        insert into job_run (unit_id, day, slot, kind, ran_at)
        select u.id, '2026-03-02', 'morning', k.kind, {Now(database)}
        from unit u cross join (select 'open' as kind union all select 'remind@07:30' union all select 'remind@08:15') k
        """;

    private static Task<int> Bare(Database database, long calls)
    {
        var sql = $$$"""
            insert into outbox (bot_id, chat_id, lane, call, created_at, due_at)
            select 777, l.user_id, 'Reminders', '{"Send":{"ChatId":' || l.user_id || ',"Lane":"Reminders","Text":"' || u.name || ': 08:30"}}', {{{Now(database)}}}, {{{Now(database)}}}
            from unit u join post t on t.unit_id = u.id and t.role = 'class_teacher' join link l on l.person_id = t.person_id and l.kind = 'self'
            where u.kind = 'class'
            limit {{{calls}}}
            """;
        return Province.Execute(database, sql, new { now = Province.AsOf });
    }

    private static string Now(Database database) => $"cast(@now as {(database.Dialect == SqlDialect.Postgres ? "timestamptz" : "text")})";

    private static async Task<long> Count(Database database)
    {
        await using var session = await database.OpenRead(default);
        return await session.QuerySingle<long>("select count(*) from outbox", null, default);
    }

    private static async Task Clear(Database database)
    {
        await Province.Execute(database, "delete from outbox");
        await Province.Execute(database, "delete from job_run");
    }
}
