using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using Npgsql;

namespace CheckinBot.Tests.Storage.Engine;

/// <summary>A connection that ends is no fault of the works that were on it.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private readonly PostgresDatabase _postgres = new();

    public Task InitializeAsync() => _postgres.InitializeAsync();

    public Task DisposeAsync() => _postgres.DisposeAsync();

    [SkippableFact]
    public async Task A_batch_whose_connection_is_ended_in_the_middle_is_stored_on_the_next_one()
    {
        await using var writer = new Writer(_postgres.Database);
        var (first, hold) = await Held(writer);
        var ended = 0;
        var works = Enumerable.Range(0, 150).Select(update => writer.Write(
            async session =>
            {
                await new InboxStore(session).Add(1, update, 0, TestDatabase.Now, default);
                if (update == 70 && Interlocked.Exchange(ref ended, 1) == 0) await EndAll();
            },
            default)).ToList();
        hold.SetResult();
        await first;
        await Task.WhenAll(works);
        Assert.Equal(150, await Count());
    }

    [SkippableFact]
    public async Task A_work_whose_connection_ends_each_time_fails_as_the_database_and_those_behind_it_keep_their_turn()
    {
        await using var writer = new Writer(_postgres.Database);
        var (first, hold) = await Held(writer);
        var murderous = writer.Write(
            async session =>
            {
                await EndAll();
                await new InboxStore(session).Add(1, 1, 0, TestDatabase.Now, default);
            },
            default);
        var behind = writer.Write(async session => await new InboxStore(session).Add(1, 2, 0, TestDatabase.Now, default), default);
        hold.SetResult();
        await first;
        Assert.False(DatabaseFault.IsOfTheWork(await Assert.ThrowsAnyAsync<Exception>(() => murderous)));
        Assert.False(DatabaseFault.IsOfTheWork(await Assert.ThrowsAnyAsync<Exception>(() => behind)));
        Assert.Equal(0, await Count());
    }

    [SkippableFact]
    public async Task What_is_thrown_over_a_dead_connection_is_not_taken_for_a_fault_of_the_work()
    {
        await using var writer = new Writer(_postgres.Database);
        // The driver's own word for a dead connection names no database: an InvalidOperationException.
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => writer.Write(
            async session =>
            {
                await EndAll();
                throw new InvalidOperationException("Connection is not open");
            },
            default));
        Assert.False(DatabaseFault.IsOfTheWork(fault));
    }

    /// <summary>A work that holds the writer until it is told to end, so that what is given meanwhile goes together.</summary>
    private static async Task<(Task Work, TaskCompletionSource End)> Held(Writer writer)
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var work = writer.Write(
            async session =>
            {
                begun.TrySetResult();
                await end.Task;
            },
            default);
        await begun.Task;
        return (work, end);
    }

    private async Task EndAll()
    {
        await using var connection = new NpgsqlConnection(_postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
        await command.ExecuteNonQueryAsync();
    }

    private Task<long> Count() => _postgres.Read(session => session.QuerySingle<long>("select count(*) from inbox", null, default));
}
