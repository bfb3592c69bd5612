using CheckinBot.Commands;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Tests.Receiving;

public sealed class DoctorTests
{
    [Fact]
    public async Task Where_all_is_well_each_line_says_so_and_the_exit_code_is_0()
    {
        await using var worker = await Worker.Start();
        var (code, lines) = await Examine(worker);
        Assert.All(lines, line => Assert.StartsWith("ok ", line, StringComparison.Ordinal));
        string[] all =
        [
            "configuration", "disk", "database", "schema", "files", "updates", "schedule", "messages", "settings", "crisis-lines", "forms", "pictures",
            "worker", "clock", "token", "webhook", "groups",
        ];
        Assert.Equal(all, lines.Select(Subject));
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task A_token_that_Telegram_rejects_is_a_fault_with_what_to_do_and_never_shown()
    {
        await using var worker = await Worker.Start(start: false);
        var (code, lines) = await Examine(worker, ("Telegram:BotToken", "999:another_token_0123456789"));
        var fault = Assert.Single(lines, line => line.StartsWith("FAULT", StringComparison.Ordinal));
        Assert.Equal("token", Subject(fault));
        Assert.Contains("@BotFather", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("another_token", StringComparison.Ordinal));
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task Without_a_token_it_says_where_to_get_one()
    {
        await using var worker = await Worker.Start(start: false);
        var (code, lines) = await Examine(worker, ("Telegram:BotToken", ""));
        Assert.Contains(lines, line => line.StartsWith("FAULT", StringComparison.Ordinal) && line.Contains("/newbot", StringComparison.Ordinal));
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_fault()
    {
        await using var worker = await Worker.Start(start: false);
        var (code, lines) = await Examine(worker, ("Telegram:BaseUrl", "http://127.0.0.1:9"));
        Assert.Contains(lines, line => line.StartsWith("FAULT", StringComparison.Ordinal) && Subject(line) == "server");
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task A_bound_group_from_which_the_bot_was_removed_is_named()
    {
        await using var worker = await Worker.Start(start: false);
        await worker.Execute("insert into group_chat (chat_id, bot_id, unit_id, title) values (-4242, 777, 3, 'gone')");
        var (code, lines) = await Examine(worker);
        var fault = Assert.Single(lines, line => line.StartsWith("FAULT", StringComparison.Ordinal) && line.Contains("/bind", StringComparison.Ordinal));
        Assert.Contains("示范县/第一小学/1班", fault, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Fact]
    public async Task What_a_unit_has_set_and_is_not_allowed_any_more_is_named_with_what_to_do()
    {
        await using var worker = await Worker.Start(start: false);
        await worker.Execute("""
            insert into setting (unit_id, key, value) values
                (2, 'Privacy:RetentionDays', '3'), (2, 'SchoolDay:Bell', '08:00'), (2, 'SchoolDay:OpensAt', '07:00'),
                (3, 'Rules:Clusters', '[{"Pupils":"2"}]')
            """);
        var (code, lines) = await Examine(worker);
        Assert.Equal(
            [
                "FAULT  settings       示范县/第一小学: Privacy:RetentionDays = '3' is not allowed: a whole number from 14 to 3650; it is passed over. "
                + "Take it away with: CheckinBot settings --unit \"示范县/第一小学\" --unset Privacy:RetentionDays, or set another value",
                "FAULT  settings       示范县/第一小学: SchoolDay:Bell is not known any more; it is passed over. "
                + "Take it away with: CheckinBot settings --unit \"示范县/第一小学\" --unset SchoolDay:Bell, or set another value",
                "FAULT  settings       示范县/第一小学/1班: Rules:Clusters:0:Source = '' is not allowed: the document that the rule is from, "
                + "as alerts name it, at most 200 characters; it is passed over. "
                + "Take it away with: CheckinBot settings --unit \"示范县/第一小学/1班\" --unset Rules:Clusters, or set another value",
            ],
            lines.Where(line => Subject(line) == "settings"));
        Assert.Equal(1, code);
    }

    private static string Subject(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];

    private static async Task<(int Code, string[] Lines)> Examine(Worker worker, params (string Key, string Value)[] changed)
    {
        var values = new Dictionary<string, string?>(worker.Values);
        foreach (var (key, value) in changed) values[key] = value;
        var settings = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        // The program sets the mode for its own process, which is not this one.
        var folder = Path.GetDirectoryName(new Database(settings.Storage).FilePath)!;
        if (!OperatingSystem.IsWindows())
            foreach (var file in Directory.EnumerateFiles(folder)) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var output = new StringWriter();
        var code = await DoctorCommand.Run(settings, TimeProvider.System, output, default);
        return (code, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
