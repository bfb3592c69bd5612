using System.Net;
using CheckinBot.Core.Organisation;
using CheckinBot.Tests.Storage;

namespace CheckinBot.EndToEnd;

/// <summary>The worker and its schedule with <c>Storage:Provider=Postgres</c>.</summary>
public sealed class PostgresDayTests : IAsyncLifetime
{
    private string? connectionString;

    public async Task InitializeAsync() => connectionString = await (await PostgresServer.Get()).CreateEmptyDatabase();

    public async Task DisposeAsync()
    {
        if (connectionString is not null) await (await PostgresServer.Get()).Drop(connectionString);
    }

    [SkippableFact]
    public async Task A_check_in_a_restart_a_second_delivery_and_the_digest_go_as_on_sqlite()
    {
        var address = $"http://127.0.0.1:{RedeliveryTests.FreePort()}";
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 31),
        [
            ("Storage:Provider", "Postgres"), ("Storage:ConnectionString", connectionString!),
            ("Http:Urls", address), ("Telegram:Mode", "Webhook"),
            ("Telegram:WebhookUrl", $"{address}/telegram/webhook"), ("Telegram:WebhookSecret", RedeliveryTests.Secret),
        ]);
        using var telegram = new HttpClient();
        var before = school.WrittenTo("小明妈妈").Count;
        Assert.Equal(HttpStatusCode.OK, await RedeliveryTests.Deliver(telegram, address, school.User("小明妈妈")));
        await school.Settle();
        Assert.Contains("36.5", school.WrittenTo("小明妈妈")[^1], StringComparison.Ordinal);

        await school.StopHost();
        await school.MoveClockTo(new TimeOnly(7, 35));
        await school.StartHost();
        await school.MoveTo(new TimeOnly(7, 40));
        Assert.Equal(HttpStatusCode.OK, await RedeliveryTests.Deliver(telegram, address, school.User("小明妈妈")));
        await school.Settle();
        Assert.Equal(1, await school.Count("select count(*) from check_in"));
        Assert.Equal(before + 1, school.WrittenTo("小明妈妈").Count);

        await school.MoveTo(new TimeOnly(10, 0));
        var digest = school.WrittenTo("程科长").Last(text => text.StartsWith("📋", StringComparison.Ordinal));
        Assert.Contains("已报 1", digest, StringComparison.Ordinal);
        Assert.Equal(0, await school.Count("select count(*) from outbox where sent_at is null"));
        Assert.True(await school.Count("select count(*) from qrtz_triggers") > 0, "the schedule is kept in the database");
    }
}
