using CheckinBot.Commands;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Receiving;

/// <summary>A worker whose database goes away under it.</summary>
public sealed class LostDatabaseTests
{
    private const long Bot = 777;

    [Fact]
    public async Task Of_a_file_that_was_deleted_nothing_is_confirmed_and_the_worker_ends_with_what_to_do()
    {
        await using var worker = await Worker.Start();
        await worker.WaitFor("select count(*) from bot", "1");
        var file = worker.Values["Storage:ConnectionString"]!["Data Source=".Length..];
        File.Move(file, file + ".away");
        worker.Simulator.World.SendText(Worker.Parent, Bot, "36.5 没外出");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!worker.HasEnded) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        lock (worker.Log)
        {
            Assert.Contains(worker.Log, line =>
                line.Contains("The worker ends", StringComparison.Ordinal) && line.Contains("was deleted or moved away", StringComparison.Ordinal)
                && line.Contains("restore", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(worker.Simulator.World.Messages(Worker.Parent, Bot), message => message.From.Id == Bot);

        // Telegram has kept what came meanwhile.
        await worker.Restart(() =>
        {
            File.Move(file + ".away", file, overwrite: true);
            return Task.CompletedTask;
        });
        await worker.WaitFor("select count(*) from check_in", "1");
    }

    [Fact]
    public async Task While_another_program_has_it_locked_the_worker_is_not_ready_and_says_why_and_loses_nothing()
    {
        await using var worker = await Worker.Start();
        await worker.WaitFor("select count(*) from bot", "1");
        await using (await worker.Services.GetRequiredService<Database>().OpenWrite(default))
        {
            worker.Simulator.World.SendText(Worker.Parent, Bot, "36.5 没外出");
            await Ready(worker, "is locked by another program");
            lock (worker.Log) Assert.Contains(worker.Log, line => line.Contains("is locked by another program", StringComparison.Ordinal));
        }

        await Ready(worker, "database: ok");
        await worker.WaitFor("select count(*) from check_in", "1");
        lock (worker.Log) Assert.Contains(worker.Log, line => line.Contains("The database works again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_looks_at_the_running_worker_and_at_the_pages_of_the_database()
    {
        await using var worker = await Worker.Start();
        await worker.WaitFor("select count(*) from bot", "1");
        var values = new Dictionary<string, string?>(worker.Values) { ["Http:Urls"] = worker.Http.AbsoluteUri };
        Assert.Contains("ok     worker         runs at", await Examine(values), StringComparison.Ordinal);

        // A copy is one file, without a log of changes that would hide the damage.
        var file = worker.Values["Storage:ConnectionString"]!["Data Source=".Length..] + ".copy.db";
        await SqliteBackup.Save(worker.Services.GetRequiredService<Database>(), file, default);
        values["Storage:ConnectionString"] = $"Data Source={file}";
        await using (var damaged = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            damaged.Position = 4096 * 5;
            damaged.Write([.. Enumerable.Repeat((byte)0xA5, 4096 * 10)]);
        }

        var said = await Examine(values);
        Assert.Contains("FAULT  database", said, StringComparison.Ordinal);
        Assert.Contains("put a copy back with 'restore'", said, StringComparison.Ordinal);
    }

    private static async Task Ready(Worker worker, string line)
    {
        using var http = new HttpClient { BaseAddress = worker.Http };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (true)
        {
            using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative), limit.Token);
            if ((await response.Content.ReadAsStringAsync(limit.Token)).Contains(line, StringComparison.Ordinal)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }
    }

    private static async Task<string> Examine(Dictionary<string, string?> values)
    {
        var output = new StringWriter();
        await DoctorCommand.Run(Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build()), TimeProvider.System, output, default);
        return output.ToString();
    }
}
