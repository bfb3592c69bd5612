using System.Net;
using System.Net.Sockets;
using CheckinBot.Simulator;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Tests.Commands;

/// <summary>What keeps the program from starting is told in one line that names the thing and the cure, and no trace with it.</summary>
public sealed class StartFaultTests : IDisposable
{
    private const string Token = "777:worker-token_0123456789abcdefghijklmn";

    private readonly TheProgram _program = new();

    public StartFaultTests()
    {
        _program.Environment["Telegram__BotToken"] = Token;
        // Nobody listens there.
        _program.Environment["Telegram__BaseUrl"] = "http://127.0.0.1:9";
        _program.Environment["Http__Urls"] = "http://127.0.0.1:0";
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_port_that_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";

        var run = await _program.Run("run", $"--Http:Urls={url}");
        Assert.Equal(1, run.Code);
        Assert.Equal($"{url} is in use by another program, or by this one started twice: stop that one, or set another one in Http:Urls.", run.Error);
        Assert.DoesNotContain(" at Microsoft.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", run.Out, StringComparison.Ordinal);

        var demo = await _program.Run("demo", "--urls", url);
        Assert.Equal(1, demo.Code);
        Assert.StartsWith(
            $"{url} is in use by another program, or by this one started twice: stop that one, or choose another one, as in: demo --urls http://127.0.0.1:",
            demo.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', demo.Error);
    }

    [Fact]
    public async Task The_trace_is_there_at_Debug_level()
    {
        _program.Environment["Logging__LogLevel__Default"] = "Debug";
        var run = await _program.Run("run", $"--Storage:ConnectionString=Data Source={Path.Combine(_program.Folder, "none", "..", ".")}");
        Assert.Equal(1, run.Code);
        Assert.StartsWith($"{_program.Folder}", run.Error, StringComparison.Ordinal);
        Assert.Contains(" is a folder, not a file: name another file in Storage:ConnectionString.\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("\n   at CheckinBot.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named_and_doctor_finds_it_too()
    {
        var inTheWay = Path.Combine(_program.Folder, "notes.txt");
        await File.WriteAllTextAsync(inTheWay, "");
        var file = Path.Combine(inTheWay, "data", "checkinbot.db");
        var expected = $"{file} cannot be written, since {inTheWay} is a file, not a folder: name another file in Storage:ConnectionString.";
        foreach (var verb in (string[])["run", "purge"])
            Assert.Equal((1, "", expected), await _program.Run(verb, $"--Storage:ConnectionString=Data Source={file}"));

        var doctor = await _program.Run("doctor", $"--Storage:ConnectionString=Data Source={file}");
        Assert.Equal((1, ""), (doctor.Code, doctor.Error));
        Assert.Contains($"FAULT  database       {expected}\n", doctor.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("ok     database", doctor.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_jobs_file_that_cannot_be_used_is_told_apart_from_the_database()
    {
        var jobs = Path.Combine(_program.Folder, "test.jobs.db");
        Directory.CreateDirectory(jobs);
        var run = await _program.Run("run");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Equal($"{jobs} is a folder, not a file: move it away (the next start makes it anew).", run.Error);
    }

    [Fact]
    public async Task A_slip_in_a_settings_file_is_told_with_file_line_and_column()
    {
        var file = Path.Combine(_program.Folder, "appsettings.json");
        await File.WriteAllTextAsync(file, "{\n  \"Texts\": { \"Language\": \"en\" },\n  \"学校\": oops\n}\n");
        foreach (var verb in (string[])["run", "doctor"])
            Assert.Equal((2, "", $"{file}, line 3, column 9: 'o' is an invalid start of a value."), await _program.Run(verb));

        await File.WriteAllTextAsync(file, "[]");
        Assert.Equal((2, "", $"{file} cannot be read: Top-level JSON element must be an object. Instead, 'Array' was found."), await _program.Run("run"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program()
    {
        var database = new Database(new StorageOptions(SqlDialect.Sqlite, $"Data Source={_program.Database};Pooling=False"));
        var migrator = new Migrator(database, TimeProvider.System);
        await migrator.Migrate(default);
        var later = migrator.LatestVersion + 1;
        await using (var session = await database.OpenWrite(default))
        {
            const string Later = "insert into schema_migration (number, name, checksum, applied_at) values (@later, 'later', '', '')";
            await session.Execute(Later, new { later }, default);
            await session.Commit(default);
        }

        var run = await _program.Run("run");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Equal(
            $"{_program.Database}: The database has schema version {later}, and this program knows {migrator.LatestVersion}. "
            + "Install the newer program, or restore a backup made by this one.",
            run.Error);
    }

    [Fact]
    public async Task A_PostgreSQL_server_that_does_not_answer()
    {
        _program.Environment["Storage__Provider"] = "Postgres";
        _program.Environment["Storage__ConnectionString"] = "Host=127.0.0.1;Port=9;Database=checkinbot;Username=checkinbot;Password=secret";
        const string Expected = "Database checkinbot on 127.0.0.1:9 cannot be reached (Connection refused): "
            + "look whether the server runs and listens there, at the firewall, and at Storage:ConnectionString.";
        Assert.Equal((1, "", Expected), await _program.Run("run"));
        Assert.Contains($"FAULT  database       {Expected}\n", (await _program.Run("doctor")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_Telegram_does_not_know()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions());
        var run = await _program.Run("run", $"--Telegram:BaseUrl={simulator.BaseUrl}");
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Single(run.Out.Split('\n'), line => line.Contains("@BotFather", StringComparison.Ordinal));
        Assert.DoesNotContain("fail:", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(" at CheckinBot.", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("worker-token", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_time_zones()
    {
        _program.Environment["TZDIR"] = Path.Combine(_program.Folder, "none");
        foreach (var verb in (string[])["run", "doctor"])
        {
            var run = await _program.Run(verb);
            Assert.NotEqual(0, run.Code);
            Assert.Contains("tzdata", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', run.Error);
        }
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_is_not_blamed_on_the_database()
    {
        Assert.Equal(0, (await _program.Run("purge")).Code);
        var target = Path.Combine(_program.Database, "copy.db");
        var expected = $"{target} cannot be written, since {_program.Database} is a file, not a folder: name another file.";
        Assert.Equal((1, "", expected), await _program.Run("backup", target));
    }

    [Fact]
    public async Task Webhook_settings_that_are_missing()
    {
        const string Expected = "Telegram:WebhookUrl = '' is not allowed: "
            + "Telegram:Mode = Webhook needs the public https address that ends in /telegram/webhook";
        Assert.Equal((2, "", Expected), await _program.Run("run", "--Telegram:Mode=Webhook"));
    }
}
