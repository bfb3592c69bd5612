using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;

namespace CheckinBot.Tests.Storage.Engine;

/// <summary>What every database must give: order, all or nothing for each work, nothing told before it is stored.</summary>
public abstract class WriterTests(TestDatabase database)
{
    [SkippableFact]
    public async Task Works_are_run_in_the_order_in_which_they_were_given()
    {
        var seen = new List<int>();
        await using (var writer = new Writer(database.Database))
        {
            var works = Enumerable.Range(0, 500).Select(number => writer.Write(
                session =>
                {
                    session.AfterCommit(() => seen.Add(number));
                    return ValueTask.CompletedTask;
                },
                default));
            await Task.WhenAll(works.ToList());
        }

        Assert.Equal(Enumerable.Range(0, 500), seen);
    }

    [SkippableFact]
    public async Task A_work_that_throws_fails_alone_and_leaves_nothing_behind()
    {
        await using var writer = new Writer(database.Database);
        var works = Enumerable.Range(100, 300).Select(update => writer.Write(
            async session =>
            {
                await new InboxStore(session).Add(1, update, 0, TestDatabase.Now, default);
                if (update == 250) throw new InvalidOperationException("poisoned");
            },
            default)).ToList();

        await Assert.ThrowsAsync<InvalidOperationException>(() => works[150]);
        await Task.WhenAll(works.Where((_, index) => index != 150));
        var stored = await database.Read(session => session.Query<long>(
            "select update_id from inbox where bot_id = 1 and update_id between 100 and 399 order by update_id", null, default));
        Assert.Equal(Enumerable.Range(100, 300).Where(update => update != 250).Select(update => (long)update), stored);
    }

    [SkippableFact]
    public async Task What_stands_behind_a_work_that_the_database_failed_fails_with_it_and_what_failed_by_itself_lets_it_pass()
    {
        await using var writer = new Writer(database.Database);
        var (order, ran) = (new WorkOrder(), 0);
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.Write<int>(_ => throw new InvalidOperationException("poisoned"), order, default));
        Assert.Equal(1, await writer.Write(_ => ValueTask.FromResult(++ran), order, default));

        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => writer.Write<int>(_ => throw new DatabaseUnavailableException("away"), order, default));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => writer.Write(_ => ValueTask.FromResult(++ran), order, default));
        Assert.Equal(1, ran);
        Assert.Equal(2, await writer.Write(_ => ValueTask.FromResult(++ran), new WorkOrder(), default));
    }

    [SkippableFact]
    public async Task An_effect_in_memory_runs_once_though_the_work_is_run_again()
    {
        await using var writer = new Writer(database.Database);
        var effects = 0;
        using var hold = new ManualResetEventSlim();
        var first = writer.Write(session => { hold.Wait(); return ValueTask.CompletedTask; }, default);
        var good = writer.Write(session => { session.AfterCommit(() => effects++); return ValueTask.CompletedTask; }, default);
        var bad = writer.Write(session => { session.AfterCommit(() => effects += 100); throw new InvalidOperationException(); }, default);
        hold.Set();

        await first;
        await good;
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(1, effects);
    }

    [SkippableFact]
    public async Task A_fault_of_an_effect_in_memory_stops_no_other_work()
    {
        await using var writer = new Writer(database.Database);
        var bad = writer.Write(session => { session.AfterCommit(() => throw new InvalidOperationException()); return ValueTask.CompletedTask; }, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(42, await writer.Write(_ => ValueTask.FromResult(42), default));
    }

    [SkippableFact]
    public async Task A_work_that_is_cancelled_before_it_begins_is_left_out()
    {
        await using var writer = new Writer(database.Database);
        using var hold = new ManualResetEventSlim();
        using var cancellationToken = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        var first = writer.Write(session => { begun.Set(); hold.Wait(); return ValueTask.CompletedTask; }, default);
        begun.Wait();
        var ran = false;
        var second = writer.Write(session => { ran = true; return ValueTask.CompletedTask; }, cancellationToken.Token);
        await cancellationToken.CancelAsync();
        hold.Set();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(ran);
    }

    [SkippableFact]
    public async Task Stopping_finishes_what_waits_and_takes_no_more()
    {
        var writer = new Writer(database.Database);
        var works = Enumerable.Range(0, 1000).Select(number => writer.Write(_ => ValueTask.FromResult(number), default)).ToList();
        await writer.DisposeAsync();
        Assert.Equal(Enumerable.Range(0, 1000), await Task.WhenAll(works));
        await Assert.ThrowsAsync<System.Threading.Channels.ChannelClosedException>(() => writer.Write(_ => ValueTask.CompletedTask, default));
    }
}

public sealed class SqliteWriterTests(SqliteDatabase database) : WriterTests(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresWriterTests(PostgresDatabase database) : WriterTests(database), IClassFixture<PostgresDatabase>;
