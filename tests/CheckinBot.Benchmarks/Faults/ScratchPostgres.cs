using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>A PostgreSQL server of one's own, which can be restarted and whose connections can be ended.</summary>
internal sealed class ScratchPostgres : IAsyncDisposable
{
    private const string Programs = "/usr/lib/postgresql";

    // The server ends with the standard input. Each line on it restarts the server as an administrator does (fast: connections are ended).
    private const string Script = """
        set -e
        folder=$(mktemp -d "${TMPDIR:-/tmp}/checkinbot-scratch-XXXXXX")
        trap 'rm -rf "$folder"' EXIT
        "$1/initdb" --pgdata="$folder/data" --username=checkinbot --auth=trust --encoding=UTF8 --no-sync > "$folder/initdb.log" 2>&1
        start() {
            "$1/pg_ctl" -D "$folder/data" -l "$folder/log" -w -o "-p $2 -c listen_addresses=127.0.0.1 -c unix_socket_directories=" start > /dev/null 2>&1
        }
        start "$1" "$2"
        while read -r line; do "$1/pg_ctl" -D "$folder/data" -m fast -w stop > /dev/null 2>&1; sleep "$line"; start "$1" "$2"; done
        "$1/pg_ctl" -D "$folder/data" -m immediate -w stop > /dev/null 2>&1
        """;

    private readonly Process _shell;

    private ScratchPostgres(Process shell, int port) =>
        (_shell, ConnectionString) = (shell, $"Host=127.0.0.1;Port={port};Username=checkinbot;Database=postgres");

    public string ConnectionString { get; }

    /// <summary>Whether one is installed here.</summary>
    public static bool IsThere => Directory.Exists(Programs);

    public static async Task<ScratchPostgres> Start()
    {
        var programs = Directory.GetDirectories(Programs).Select(version => Path.Combine(version, "bin")).Last(bin => File.Exists(Path.Combine(bin, "initdb")));
        var port = FreePort();
        string[] command = ["sh", "-c", Script, "sh", programs, port.ToString(CultureInfo.InvariantCulture)];
        // It refuses to run as root.
        string[] all = Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", .. command] : command;
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        start.Environment.Remove("TMPDIR");
        var server = new ScratchPostgres(Process.Start(start)!, port);
        while (!await server.Answers()) await Task.Delay(100);
        return server;
    }

    /// <summary>Stops it, and starts it again after so many seconds.</summary>
    public Task Restart(double downFor) => _shell.StandardInput.WriteLineAsync(downFor.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends all connections to a database but the one that does so.</summary>
    public static async Task EndConnections(string database)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ToString());
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // It is just being restarted.
        }
    }

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private async Task<bool> Answers()
    {
        if (_shell.HasExited) throw new InvalidOperationException("PostgreSQL did not start.");
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
