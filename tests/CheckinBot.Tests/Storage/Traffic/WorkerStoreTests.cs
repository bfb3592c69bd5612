using CheckinBot.Storage.Traffic;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Traffic;

/// <summary>Workers that share a database: whose claims hold, and what may be taken over.</summary>
public abstract class WorkerStoreTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task A_worker_lives_until_it_has_ended_or_another_has_taken_it_for_dead()
    {
        await Add("one");
        Assert.True(await Beat("one"));
        Assert.True(await Beat("one"));
        Assert.Equal(new WorkerRow("one", "place", 2, Now), Assert.Single(await All()));

        await Write(session => new WorkerStore(session).End("one", default));
        Assert.False(await Beat("one"));
        Assert.True(Assert.Single(await All()).Beats < 0);
        await Add("one");
        Assert.True(await Beat("one"));
        Assert.Equal(0, await Write(session => new WorkerStore(session).DeleteBefore(Now.AddDays(1), default)));
        await Write(session => new WorkerStore(session).End("one", default));
        Assert.Equal(1, await Write(session => new WorkerStore(session).DeleteBefore(Now.AddDays(1), default)));
    }

    [SkippableFact]
    public async Task A_call_is_of_the_worker_that_has_claimed_it_while_that_one_lives()
    {
        await Add("one");
        await Add("two");
        foreach (var owner in (string?[])["one", "two", null, "never known"])
        {
            var row = new OutboxRow { BotId = 1, ChatId = 7, Lane = "Answers", Call = owner ?? "none", CreatedAt = Now, DueAt = Now, ClaimedBy = owner };
            await Write(session => new OutboxStore(session).Add(row, default).AsTask());
        }

        Assert.Empty(await TakeOver("two", bot: 2));
        Assert.Equal(["none", "never known"], await TakeOver("two", bot: 1));
        Assert.Empty(await TakeOver("two", bot: 1));
        await Write(session => new WorkerStore(session).End("one", default));
        Assert.Equal(["one"], await TakeOver("two", bot: 1));
        Assert.Equal(4, (await Read(session => new OutboxStore(session).Claimed("two", default))).Count);

        async Task<IEnumerable<string>> TakeOver(string worker, long bot) =>
            (await Write(session => new OutboxStore(session).TakeOver(worker, bot, default))).Select(row => row.Call);
    }

    [SkippableFact]
    public async Task A_request_waits_until_it_is_answered_whoever_was_to_answer_it()
    {
        await Add("one");
        await Add("two");
        var first = await Write(session => new RequestStore(session).Add("digest", "a", "one", Now, default));
        await Write(session => new RequestStore(session).Add("digest", "b", "one", Now, default));
        await Write(session => new RequestStore(session).Add("cases", "c", "one", Now, default));
        Assert.False(await Read(session => new RequestStore(session).AnyLeft("digest", default)));
        Assert.Empty(await Write(session => new RequestStore(session).TakeOver("digest", "two", default)));

        await Write(session => new WorkerStore(session).End("one", default));
        Assert.True(await Read(session => new RequestStore(session).AnyLeft("digest", default)));
        var left = await Write(session => new RequestStore(session).TakeOver("digest", "two", default));
        Assert.Equal(["a", "b"], left.Select(row => row.Body));
        Assert.Equal(first, left[0].Id);
        await Write(session => new RequestStore(session).Remove(first, default));
        await Write(session => new WorkerStore(session).End("two", default));
        Assert.Equal("b", Assert.Single(await Write(session => new RequestStore(session).TakeOver("digest", "three", default))).Body);
    }

    private Task Add(string id) => Write(session => new WorkerStore(session).Add(id, "place", Now, default));

    private Task<bool> Beat(string id) => Write(session => new WorkerStore(session).Beat(id, Now, default));

    private Task<List<WorkerRow>> All() => Read(session => new WorkerStore(session).All(default));
}

public sealed class SqliteWorkerStoreTests() : WorkerStoreTests(new SqliteDatabase());

public sealed class PostgresWorkerStoreTests() : WorkerStoreTests(new PostgresDatabase());
