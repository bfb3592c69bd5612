using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Tests.Storage;

/// <summary>A migrated database of its own for one test class, with a small county in it.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2021, 3, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2021, 3, 1);

    /// <summary>Ids of the small county: county 1, school 2, class 3 with pupils 31 and 32, its class teacher 33.</summary>
    public const long County = 1, School = 2, Class = 3, Ming = 31, Hua = 32, ClassTeacher = 33;

    private StorageOptions? _options;
    private Database? _database;
    private SkipException? _absent;

    /// <summary>Where it is.</summary>
    public StorageOptions Options => _options ?? throw new InvalidOperationException("The database is not made yet.");

    /// <summary>The database.</summary>
    /// <exception cref="SkipException">This machine has no such engine: the test that asked is skipped.</exception>
    public Database Database => _database ?? throw (_absent ?? (Exception)new InvalidOperationException("The database is not made yet."));

    /// <summary>A migrated database with nothing in it.</summary>
    /// <exception cref="SkipException">This machine has no such engine.</exception>
    public static async Task<TestDatabase> Empty(SqlDialect engine)
    {
        TestDatabase database = engine == SqlDialect.Postgres ? new PostgresDatabase() : new SqliteDatabase();
        await database.Make();
        return database;
    }

    public async Task InitializeAsync()
    {
        try
        {
            await Make();
        }
        catch (SkipException absent)
        {
            _absent = absent;
            return;
        }

        await Write(async session =>
        {
            await session.Execute(Seed.Units, null, default);
            await session.Execute(Seed.People, null, default);
        });
    }

    public abstract Task DisposeAsync();

    /// <summary>The place of a new database without people.</summary>
    protected abstract Task<StorageOptions> Create();

    public async Task Write(Func<DbSession, Task> work)
    {
        await using var session = await Database.OpenWrite(default);
        await work(session);
        await session.Commit(default);
    }

    public async Task<T> Write<T>(Func<DbSession, Task<T>> work)
    {
        await using var session = await Database.OpenWrite(default);
        var result = await work(session);
        await session.Commit(default);
        return result;
    }

    public async Task<T> Read<T>(Func<DbSession, Task<T>> read)
    {
        await using var session = await Database.OpenRead(default);
        return await read(session);
    }

    private async Task Make()
    {
        _options = await Create();
        _database = new Database(_options);
        await new Migrator(_database, TimeProvider.System).Migrate(default);
    }

    /// <summary>A plain answer for a pupil of the class.</summary>
    public static CheckInDraft Reading(long personId, int tenths, long reporter = 7) =>
        new(
            personId, Class, Today, CheckInWindow.Morning,
            new CheckInAnswer { TemperatureTenths = tenths, Travel = Travel.No },
            CheckInSource.Private, reporter, Now);

    private static class Seed
    {
        public const string Units = """
            insert into unit (id, parent_id, name, path, kind, school_id, time_zone, language) values
                (1, null, '示范县', '示范县', 'area', null, 'Asia/Shanghai', 'zh-Hans'),
                (2, 1, '第一小学', '示范县/第一小学', 'school', 2, null, null),
                (3, 2, '1班', '示范县/第一小学/1班', 'class', 2, null, null);
            insert into unit_ancestor (unit_id, ancestor_id, distance) values
                (1, 1, 0), (2, 2, 0), (2, 1, 1), (3, 3, 0), (3, 2, 1), (3, 1, 2);
            """;

        public const string People = """
            insert into person (id, unit_id, role, name, number, expected) values
                (31, 3, 'student', '王小明', '1', true),
                (32, 3, 'student', '李华', '2', true),
                (33, 3, 'class_teacher', '陈老师', 'T1', true);
            insert into post (person_id, unit_id, role) values (31, 3, 'student'), (32, 3, 'student'), (33, 3, 'class_teacher');
            """;
    }
}

/// <summary>A SQLite file in the temporary folder.</summary>
public sealed class SqliteDatabase : TestDatabase
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"checkinbot-{Guid.NewGuid():N}");

    public override Task DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    protected override Task<StorageOptions> Create() =>
        Task.FromResult(new StorageOptions(SqlDialect.Sqlite, $"Data Source={Path.Combine(_folder, "test.db")}"));
}

/// <summary>A database of its own on the PostgreSQL server of the test run.</summary>
public sealed class PostgresDatabase : TestDatabase
{
    private string? _connectionString;

    /// <summary>Where it is.</summary>
    public string ConnectionString => _connectionString ?? throw new SkipException("This machine has no PostgreSQL.");

    public override async Task DisposeAsync()
    {
        if (_connectionString is not null) await (await PostgresServer.Get()).Drop(_connectionString);
    }

    protected override async Task<StorageOptions> Create()
    {
        _connectionString = await (await PostgresServer.Get()).CreateDatabase();
        return new StorageOptions(SqlDialect.Postgres, _connectionString);
    }
}
