using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;

namespace CheckinBot.Tests.Storage.Engine;

public sealed class SqliteBackupTests : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();

    private string Folder => Path.GetDirectoryName(_database.Database.FilePath)!;

    private string Copy => Path.Combine(Folder, "copy.db");

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_copy_is_made_while_the_writer_works_and_holds_what_was_committed_before()
    {
        await using var writer = new Writer(_database.Database);
        await writer.Write(session => new ValueTask(new BotStore(session).Save(1, "before_bot", default)), default);
        await SqliteBackup.Save(_database.Database, Copy, default);
        await writer.Write(session => new ValueTask(new BotStore(session).Save(1, "after_bot", default)), default);

        await using var copy = await new Database(new StorageOptions(SqlDialect.Sqlite, $"Data Source={Copy};Pooling=False")).OpenRead(default);
        Assert.Equal("before_bot", await new BotStore(copy).UserName(null, default));
    }

    [Fact]
    public async Task A_copy_does_not_overwrite_a_file()
    {
        await File.WriteAllTextAsync(Copy, "dear");
        await Assert.ThrowsAsync<IOException>(() => SqliteBackup.Save(_database.Database, Copy, default));
        Assert.Equal("dear", await File.ReadAllTextAsync(Copy));
    }

    [Fact]
    public async Task Restoring_is_refused_while_a_worker_holds_the_database()
    {
        await SqliteBackup.Save(_database.Database, Copy, default);
        await using (var writer = new Writer(_database.Database))
        {
            await writer.Write(_ => ValueTask.CompletedTask, default);
            var refused = await Assert.ThrowsAsync<IOException>(() => SqliteBackup.Restore(_database.Database, Copy, TimeProvider.System, default));
            Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
            await writer.Write(session => new ValueTask(new BotStore(session).Save(1, "still_here", default)), default);
        }
    }

    [Fact]
    public async Task Restoring_brings_the_copy_back_and_keeps_the_old_file()
    {
        await SqliteBackup.Save(_database.Database, Copy, default);
        await _database.Write(session => new BotStore(session).Save(1, "lost_bot", default));
        ClosePool();

        var kept = await SqliteBackup.Restore(_database.Database, Copy, TimeProvider.System, default);

        Assert.Null(await _database.Read(session => new BotStore(session).UserName(null, default)));
        await using var old = await new Database(new StorageOptions(SqlDialect.Sqlite, $"Data Source={kept};Pooling=False")).OpenRead(default);
        Assert.Equal("lost_bot", await new BotStore(old).UserName(null, default));
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_refused_and_nothing_changes()
    {
        await File.WriteAllTextAsync(Copy, "no database at all, though long enough to have a header of a hundred bytes, which is what is looked at first");
        ClosePool();
        await Assert.ThrowsAsync<IOException>(() => SqliteBackup.Restore(_database.Database, Copy, TimeProvider.System, default));
        var schema = new Migrator(_database.Database, TimeProvider.System);
        Assert.Equal(schema.LatestVersion, await schema.CurrentVersion(default));
    }

    [Fact]
    public async Task A_damaged_database_is_named_with_what_to_do_and_a_copy_takes_its_place()
    {
        await SqliteBackup.Save(_database.Database, Copy, default);
        ClosePool();
        var file = _database.Database.FilePath!;
        await File.WriteAllTextAsync(file, new string('x', 8192));
        await File.WriteAllTextAsync(file + "-wal", "of the damaged one");

        var refused = await Assert.ThrowsAsync<SchemaException>(async () => await _database.Database.OpenWrite(default));
        Assert.Contains("'restore'", refused.Message, StringComparison.Ordinal);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var kept = await SqliteBackup.Restore(_database.Database, Copy, TimeProvider.System, default);

        Assert.StartsWith("xxxx", await File.ReadAllTextAsync(kept!), StringComparison.Ordinal);
        var schema = new Migrator(_database.Database, TimeProvider.System);
        Assert.Equal(schema.LatestVersion, await schema.CurrentVersion(default));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_with_what_to_do()
    {
        var migrator = new Migrator(_database.Database, TimeProvider.System);
        await _database.Write(session => session.Execute(
            "insert into schema_migration (number, name, checksum, applied_at) values (@later, 'later', 'x', '2030-01-01T00:00:00.000Z')",
            new { later = migrator.LatestVersion + 1 },
            default));
        var refused = await Assert.ThrowsAsync<SchemaException>(() => migrator.Migrate(default));
        Assert.Contains("newer program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_was_changed_after_it_ran_is_noticed()
    {
        await _database.Write(session => session.Execute("update schema_migration set checksum = 'x'", null, default));
        await Assert.ThrowsAsync<SchemaException>(() => new Migrator(_database.Database, TimeProvider.System).Migrate(default));
    }

    private static void ClosePool() => Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
}
