using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CheckinBot.Storage.Engine;
using Npgsql;

namespace CheckinBot.Tests.Storage;

/// <summary>
/// One PostgreSQL server for the whole test run: the one of <c>CHECKINBOT_TEST_POSTGRES</c> (a connection string), else
/// the newest that Debian has installed, on a scratch folder and a free loopback port. Where there is neither, the tests
/// that need it are skipped with the reason.
/// </summary>
public sealed class PostgresServer
{
    private const string Variable = "CHECKINBOT_TEST_POSTGRES";
    private const string Programs = "/usr/lib/postgresql";

    // The shell ends the server and removes the folder once its standard input ends: with the test run, however that
    // ends. ICU's Chinese order is not that of code points: a column without collate "C" would be seen.
    private const string Script = """
        set -e
        folder=$(mktemp -d "${TMPDIR:-/tmp}/checkinbot-postgres-XXXXXX")
        trap 'rm -rf "$folder"' EXIT
        "$1/initdb" --pgdata="$folder/data" --username=checkinbot --auth=trust --encoding=UTF8 --locale=C \
            --locale-provider=icu --icu-locale=zh --no-sync --no-instructions > "$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
        "$1/postgres" -D "$folder/data" -p "$2" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 > "$folder/log" 2>&1 < /dev/null &
        server=$!
        cat > /dev/null
        kill -QUIT $server
        wait $server || true
        """;

    // Tests give the ids of their people by hand, and PostgreSQL does not leave those out when it numbers.
    private const string NumberFromAMillion = """
        do $$
        declare numbered record;
        begin
            for numbered in select table_name, column_name from information_schema.columns where table_schema = current_schema() and is_identity = 'YES' loop
                execute format('alter table %I alter column %I restart with 1000000', numbered.table_name, numbered.column_name);
            end loop;
        end
        $$
        """;

    private static readonly Lazy<Task<PostgresServer>> Shared = new(Start);

    // Held, so that its standard input stays open.
    private static Process? shell;

    private readonly string _connectionString;
    private readonly Lazy<Task<string>> _template;
    private int _databases;

    private PostgresServer(string connectionString)
    {
        _connectionString = connectionString;
        _template = new(CreateTemplate);
    }

    /// <summary>The server of this run.</summary>
    /// <exception cref="Xunit.SkipException">There is none.</exception>
    public static Task<PostgresServer> Get() => Shared.Value;

    /// <summary>A new database with the program's schema and nothing in it.</summary>
    public async Task<string> CreateDatabase()
    {
        var template = await _template.Value;
        var name = $"{template}_{Interlocked.Increment(ref _databases)}";
        await Administer($"create database {name} template {template}");
        return ConnectionTo(name);
    }

    /// <summary>A new database without any table.</summary>
    public async Task<string> CreateEmptyDatabase()
    {
        var name = $"checkinbot_empty_{Guid.NewGuid():N}";
        await Administer($"create database {name}");
        return ConnectionTo(name);
    }

    /// <summary>Removes a database, whoever is still connected to it.</summary>
    public Task Drop(string connectionString) =>
        Administer($"drop database if exists {new NpgsqlConnectionStringBuilder(connectionString).Database} with (force)");

    private static async Task<PostgresServer> Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } running) return new PostgresServer(running);
        var programs = Directory.Exists(Programs)
            ? Directory.GetDirectories(Programs).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).ToList()
            : [];
        Skip.If(programs.Count == 0, $"There is no PostgreSQL under {Programs} (apt-get install postgresql), and {Variable} names no server.");
        var newest = programs.MaxBy(bin => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), out var version) ? version : 0)!;
        return await Launch(newest);
    }

    private static async Task<PostgresServer> Launch(string programs)
    {
        var port = FreePort();
        shell = Process.Start(StartOf(programs, port))!;
        var error = shell.StandardError.ReadToEndAsync();
        var server = new PostgresServer($"Host=127.0.0.1;Port={port};Username=checkinbot;Database=postgres");
        for (var tries = 0; tries < 600; tries++)
        {
            if (shell.HasExited) throw new InvalidOperationException($"PostgreSQL did not start: {await error}");
            if (await server.Answers()) return server;
            await Task.Delay(100);
        }

        shell.StandardInput.Close();
        throw new InvalidOperationException("PostgreSQL did not answer within a minute.");
    }

    // PostgreSQL refuses to run as root; Debian's package brings a user for it.
    private static ProcessStartInfo StartOf(string programs, int port)
    {
        var start = new ProcessStartInfo { FileName = "sh", RedirectStandardInput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        if (Environment.UserName == "root")
        {
            start.FileName = "setpriv";
            foreach (var argument in (string[])["--reuid=postgres", "--regid=postgres", "--clear-groups", "sh"]) start.ArgumentList.Add(argument);
            start.Environment.Remove("TMPDIR");
        }

        foreach (var argument in (string[])["-c", Script, "sh", programs, $"{port}"]) start.ArgumentList.Add(argument);
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> Answers()
    {
        try
        {
            await Administer("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // Each test run has a template of its own: a server that serves for long may have one of an older schema.
    private async Task<string> CreateTemplate()
    {
        var name = $"checkinbot_test_{Guid.NewGuid():N}";
        await Administer($"create database {name}");
        // Nobody may be connected to a database that is copied.
        var database = new Database(new StorageOptions(SqlDialect.Postgres, $"{ConnectionTo(name)};Pooling=false"));
        await new Migrator(database, TimeProvider.System).Migrate(default);
        await using var session = await database.OpenWrite(default);
        await session.Execute(NumberFromAMillion, null, default);
        await session.Commit(default);
        return name;
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(_connectionString) { Database = database, IncludeErrorDetail = true }.ToString();

    private async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
