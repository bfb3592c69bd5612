using System.Diagnostics;
using CheckinBot.Commands;
using CheckinBot.Configuration;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace CheckinBot.Tests.Storage.Engine;

/// <summary>What only a server can do to a worker: restart, refuse, be shared with others.</summary>
public sealed class PostgresTests : IAsyncLifetime
{
    private readonly PostgresDatabase _postgres = new();

    public Task InitializeAsync() => _postgres.InitializeAsync();

    public Task DisposeAsync() => _postgres.DisposeAsync();

    [SkippableFact]
    public async Task A_writer_whose_connection_was_ended_goes_on_with_another_one()
    {
        await using var writer = new Writer(_postgres.Database);
        await writer.Write(Save("first"), default);
        await using (var connection = new NpgsqlConnection(_postgres.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
            await command.ExecuteNonQueryAsync();
        }

        // Nobody notices: it is written over another connection.
        await writer.Write(Save("second"), default);
        Assert.Equal("second", await _postgres.Read(session => new BotStore(session).UserName(1, default)));
        Assert.Equal(1, _postgres.Database.ChangesByOthers);
    }

    [SkippableFact]
    public async Task What_others_change_of_units_and_people_is_noticed_and_own_changes_and_check_ins_are_not()
    {
        await using var writer = new Writer(_postgres.Database);
        await writer.Write(Save("own"), default);
        await writer.Write(Save("own again"), default);
        await _postgres.Write(session => new CheckInStore(session).Append(TestDatabase.Reading(TestDatabase.Ming, 365), default).AsTask());
        await writer.Write(Save("own once more"), default);
        Assert.Equal(0, _postgres.Database.ChangesByOthers);

        await _postgres.Write(session => session.Execute("update unit set name = 'renamed' where id = 3", null, default));
        await writer.Write(Save("own after that"), default);
        Assert.Equal(1, _postgres.Database.ChangesByOthers);
    }

    [SkippableFact]
    public async Task Of_programs_that_start_at_once_on_an_empty_database_one_migrates()
    {
        var server = await PostgresServer.Get();
        var empty = await server.CreateEmptyDatabase();
        try
        {
            var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
                new Migrator(new Database(new StorageOptions(SqlDialect.Postgres, empty)), TimeProvider.System).Migrate(default)));
            Assert.Equal([0, 0, 0, Migration.All(SqlDialect.Postgres).Count], applied.Order());
        }
        finally
        {
            await server.Drop(empty);
        }
    }

    [SkippableFact]
    public async Task Doctor_names_the_database_and_its_schema_and_says_what_to_do_where_there_is_no_server()
    {
        var well = await Examine(_postgres.ConnectionString);
        Assert.Contains(well, line => line.StartsWith("ok     database", StringComparison.Ordinal) && line.Contains("127.0.0.1", StringComparison.Ordinal));
        Assert.Contains(well, line => line.StartsWith("ok     schema", StringComparison.Ordinal));

        var gone = await Examine("Host=127.0.0.1;Port=9;Database=checkinbot;Username=x;Password=hidden");
        Assert.Contains(gone,
            line => line.StartsWith("FAULT", StringComparison.Ordinal) && line.Contains("look whether the server runs", StringComparison.Ordinal));
        Assert.DoesNotContain(gone, line => line.Contains("hidden", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("backup", "pg_dump")]
    [InlineData("restore", "pg_restore")]
    public async Task Backup_and_restore_name_the_tool_of_the_server_in_one_line(string verb, string tool)
    {
        var file = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CheckinBot.dll"), verb, file]) { RedirectStandardError = true };
            start.Environment["Storage__Provider"] = "Postgres";
            start.Environment["Storage__ConnectionString"] = _postgres.Database.Dialect == SqlDialect.Postgres ? _postgres.ConnectionString : "";
            using var program = Process.Start(start)!;
            var line = await program.StandardError.ReadToEndAsync();
            await program.WaitForExitAsync();
            Assert.Equal(1, program.ExitCode);
            Assert.Contains(tool, Assert.Single(line.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Func<DbSession, ValueTask> Save(string name) => async session => await new BotStore(session).Save(1, name, default);

    private static async Task<string[]> Examine(string connectionString)
    {
        var settings = CheckinBot.Configuration.Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Postgres",
            ["Storage:ConnectionString"] = connectionString,
        }).Build());
        var output = new StringWriter();
        await DoctorCommand.Run(settings, TimeProvider.System, output, default);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
