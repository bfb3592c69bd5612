using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Tests.Jobs;

/// <summary>The jobs' file holds nothing that cannot be made again: a damaged one keeps no worker from starting.</summary>
public sealed class JobsFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("checkinbot-jobs-").FullName;

    private StorageOptions Storage => new(SqlDialect.Sqlite, $"Data Source={Path.Combine(_folder, "test.db")}");

    private string Jobs => JobsFile.PathOf(Storage)!;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_sound_file_stays_as_it_is()
    {
        Fill(JobsFile.Prepare(Storage, told => Assert.Fail(told)));
        JobsFile.Prepare(Storage, told => Assert.Fail(told));
        Assert.Null(JobsFile.DamageOf(Jobs));
        Assert.Empty(Directory.GetFiles(_folder, "*damaged*"));
    }

    [Theory]
    [InlineData(0, "file is not a database")]
    [InlineData(4096, "database disk image is malformed")]
    public void A_damaged_one_is_set_aside_and_made_anew_with_the_databases_own_reason(int at, string reason)
    {
        Fill(JobsFile.Prepare(Storage, told => Assert.Fail(told)));
        using (var file = File.OpenWrite(Jobs))
        {
            file.Position = at;
            file.Write([.. Enumerable.Repeat((byte)0xA5, 4096)]);
        }

        Assert.NotNull(JobsFile.DamageOf(Jobs));
        var told = new List<string>();
        JobsFile.Prepare(Storage, told.Add);
        Assert.Null(JobsFile.DamageOf(Jobs));
        var kept = Assert.Single(Directory.GetFiles(_folder, "*damaged*"));
        Assert.Contains(kept, Assert.Single(told), StringComparison.Ordinal);
        if (at == 0) Assert.Contains(reason, told[0], StringComparison.Ordinal);
    }

    private static void Fill(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "create table t (a text); insert into t values (hex(randomblob(9000))); pragma wal_checkpoint(truncate)";
        command.ExecuteNonQuery();
    }
}
