using System.Net.Sockets;
using CheckinBot.Faults;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CheckinBot.Tests.Commands;

/// <summary>The lines of faults that a test cannot bring about on every machine, and those of a PostgreSQL server.</summary>
public sealed class FaultLineTests
{
    private static readonly string Folder = Path.GetTempPath();
    private static readonly string File = Path.Combine(Folder, "checkinbot-none.db");

    private static Database Sqlite => new(new StorageOptions(SqlDialect.Sqlite, $"Data Source={File}"));

    private static Database Postgres => new(new StorageOptions(SqlDialect.Postgres, "Host=db.example;Database=checkinbot;Username=bot;Password=secret"));

    [Theory]
    [InlineData(13, "cannot be written to, since the disk is full: free some space, or name another file in Storage:ConnectionString.")]
    [InlineData(5, "is locked by another program: end that one, and try again.")]
    [InlineData(10, "cannot be read or written (fault): look at the disk, or name another file in Storage:ConnectionString.")]
    [InlineData(1, "cannot be used (fault): put a copy back with 'restore', or name another file in Storage:ConnectionString.")]
    public void A_fault_of_SQLite_names_the_file_and_the_cure(int code, string expected) =>
        Assert.Equal($"{File} {expected}", DatabaseFaults.Explain(new SqliteException("fault", code), Sqlite));

    [Theory]
    [InlineData("28P01", "Set the right Username and Password in Storage:ConnectionString.")]
    [InlineData("3D000", "Make it with createdb, or name another one in Storage:ConnectionString.")]
    [InlineData("42501", "Make the user of Storage:ConnectionString the owner of the database (alter database … owner to …).")]
    [InlineData("53300", "Raise max_connections of the server, or end what else is connected.")]
    [InlineData("53100", "The disk of the server is full: free some space there.")]
    [InlineData("57P03", "The server starts or stops: try again in a moment.")]
    public void A_refusal_of_PostgreSQL_names_the_database_the_reason_and_the_cure_and_no_password(string state, string cure) => Assert.Equal(
        $"Database checkinbot on db.example:5432: it says no. {cure}",
        DatabaseFaults.Explain(new PostgresException("it says no", "FATAL", "FATAL", state), Postgres));

    [Fact]
    public void A_server_that_nobody_knows() => Assert.Equal(
        "Database checkinbot on db.example:5432 cannot be reached, since nobody knows a machine of that name: look at Host in Storage:ConnectionString.",
        DatabaseFaults.Explain(new NpgsqlException("no", new SocketException((int)SocketError.HostNotFound)), Postgres));

    [SkippableFact]
    public async Task A_database_that_the_server_does_not_have()
    {
        await using var there = await TestDatabase.Empty(SqlDialect.Postgres);
        var absent = new NpgsqlConnectionStringBuilder(there.Options.ConnectionString) { Database = "no_such_database" };
        var database = new Database(new StorageOptions(SqlDialect.Postgres, absent.ConnectionString));
        var fault = await Assert.ThrowsAsync<ProgramFault>(() => DatabaseStart.Migrate(database, new Migrator(database, TimeProvider.System), default));
        Assert.Equal(
            $"Database no_such_database on {absent.Host}:{absent.Port}: database \"no_such_database\" does not exist. "
            + "Make it with createdb, or name another one in Storage:ConnectionString.",
            fault.Message);
    }

    [Theory]
    [InlineData(SocketError.AccessDenied, "may not be opened by the user ")]
    [InlineData(SocketError.AddressNotAvailable, "is no address of this machine: choose.")]
    public void An_address_that_cannot_be_listened_at(SocketError error, string expected)
    {
        var line = ListenFault.Explain(new IOException("no", new SocketException((int)error)), "http://10.0.0.1:80", "choose");
        Assert.StartsWith($"http://10.0.0.1:80 {expected}", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_a_right_that_is_missing_and_what_nobody_has_thought_of_are_one_line_too()
    {
        Assert.Equal(
            "No space left on device : '/srv/x'. Free some space, or write to another disk.",
            FaultLine.Of(new IOException("No space left on device : '/srv/x'", 28), null));
        Assert.Equal(
            $"Access to the path '/srv/x' is denied. Give it to the user {Environment.UserName}, or name another place.",
            FaultLine.Of(new AggregateException(new UnauthorizedAccessException("Access to the path '/srv/x' is denied.")), null));
        Assert.Equal(
            "InvalidOperationException: two lines (Logging__LogLevel__Default=Debug in the environment shows where)",
            FaultLine.Of(new InvalidOperationException("two\nlines"), null));
    }
}
