using System.Diagnostics;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Tests.Storage.Engine;

/// <summary>What can happen to a SQLite file while it is in use.</summary>
public sealed class LostFileTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    private string File => _database.Database.FilePath!;

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_a_file_that_was_deleted_or_replaced_nothing_is_said_to_be_stored(bool isReplaced)
    {
        await SqliteBackup.Save(_database.Database, File + ".copy", default);
        await using var writer = new Writer(_database.Database);
        await writer.Write(Save("before"), default);
        System.IO.File.Delete(File);
        if (isReplaced) System.IO.File.Move(File + ".copy", File);
        for (var i = 0; i < 2; i++)
        {
            var gone = await Assert.ThrowsAsync<DatabaseGoneException>(() => writer.Write(Save("after"), default));
            Assert.Contains("restore", gone.Message, StringComparison.Ordinal);
            Assert.True(DatabaseFault.IsLost(gone));
        }

        Assert.Equal(isReplaced, System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Locked_by_another_program_it_fails_within_seconds_and_a_stop_does_not_wait_for_it()
    {
        var writer = new Writer(_database.Database);
        await writer.Write(Save("before"), default);
        await using var other = new SqliteConnection($"Data Source={File};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "begin exclusive";
        await command.ExecuteNonQueryAsync();

        var begun = Stopwatch.GetTimestamp();
        var works = Enumerable.Range(0, 600).Select(_ => writer.Write(Save("meanwhile"), default)).ToList();
        Assert.False(DatabaseFault.IsOfTheWork(await Assert.ThrowsAsync<SqliteException>(() => works[0])));
        await writer.DisposeAsync();
        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 0, 20);

        command.CommandText = "rollback";
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_truncated_file_is_replaced_by_a_copy_and_a_damaged_page_is_found()
    {
        var copy = File + ".copy";
        await _database.Write(session => session.Execute(
            "create table filler as with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) select i, hex(randomblob(100)) as a from n",
            null, default));
        await SqliteBackup.Save(_database.Database, copy, default);
        Assert.Null(await Soundness.FaultOf(_database.Database, isDeep: true, default));

        SqliteConnection.ClearAllPools();
        await using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = 4096 * 200;
            file.Write([.. Enumerable.Repeat((byte)0xA5, 4096 * 20)]);
        }

        Assert.NotNull(await Soundness.FaultOf(_database.Database, isDeep: false, default));
        SqliteConnection.ClearAllPools();
        await using (var file = System.IO.File.OpenWrite(File)) file.SetLength(5000);
        var kept = await SqliteBackup.Restore(_database.Database, copy, TimeProvider.System, default);
        Assert.Equal(5000, new FileInfo(kept!).Length);
        Assert.Null(await Soundness.FaultOf(_database.Database, isDeep: true, default));
        Assert.Equal(5000, await _database.Read(session => session.QuerySingle<long>("select count(*) from filler", null, default)));
    }

    private static Func<DbSession, ValueTask> Save(string name) => async session => await new BotStore(session).Save(1, name, default);
}
