using System.Diagnostics;
using CheckinBot.Hosting;
using CheckinBot.Tests.Jobs;

namespace CheckinBot.Tests.Configuration;

/// <summary>The verb <c>settings</c>, run as an operator runs it.</summary>
public sealed class SettingsCommandTests
{
    private const string School = "示范县/第一小学";
    private const string Class = "示范县/第一小学/1班";

    [Fact]
    public async Task A_value_is_set_shown_with_its_unit_below_it_and_taken_away()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 06:30");
        Assert.Equal((0, "SchoolDay:OpensAt = 06:30, from the configuration\n", ""), await Run(school, "OpensAt", "--unit", Class));
        Assert.Equal((0, $"SchoolDay:OpensAt = 07:00, from {School}\n", ""), await Run(school, "OpensAt", "07:00", "--unit", School));
        Assert.Equal((0, $"SchoolDay:OpensAt = 07:00, from {School}\n", ""), await Run(school, "SchoolDay:OpensAt", "--unit", Class));
        var (code, all, _) = await Run(school, "--unit", Class);
        Assert.Equal(0, code);
        Assert.Contains($"SchoolDay:OpensAt = 07:00, from {School}\n", all, StringComparison.Ordinal);
        Assert.Contains("Privacy:RetentionDays = 90, from the configuration\n", all, StringComparison.Ordinal);
        Assert.Contains("Rules:Clusters = none, from the configuration\n", all, StringComparison.Ordinal);
        Assert.Equal((0, "SchoolDay:OpensAt = 06:30, from the configuration\n", ""), await Run(school, "--unset", "OpensAt", "--unit", School));
    }

    [Fact]
    public async Task A_list_of_rules_is_set_for_a_unit_and_inherited()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 06:30");
        const string Rules = """[{"Id":"norovirus","Pupils":"2","Symptoms":["Vomiting+Diarrhoea"],"Source":"校 2号"}]""";
        await Run(school, "Clusters", Rules, "--unit", School);
        Assert.Equal((0, $"Rules:Clusters = {Rules}, from {School}\n", ""), await Run(school, "Rules:Clusters", "--unit", Class));
    }

    [Theory]
    [InlineData("OpensAt", "25:00", "SchoolDay:OpensAt = '25:00' is not allowed: a time of day HH:mm")]
    [InlineData("OpensAt", "08:00", "SchoolDay:RemindAt = '07:30' is not allowed: a time after SchoolDay:OpensAt (08:00)")]
    [InlineData("Opens", "08:00", "Opens is not a known key: did you mean SchoolDay:OpensAt?")]
    [InlineData("Telegram:BotToken", "1:a", "Telegram:BotToken is not a known key: did you mean ")]
    public async Task A_value_that_is_not_allowed_is_refused_and_nothing_changes(string key, string value, string line)
    {
        await using var school = await ScheduledSchool.At("2026-03-02 06:30");
        var (code, output, error) = await Run(school, key, value, "--unit", School);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(line, error, StringComparison.Ordinal);
        Assert.Equal(0, await school.Read(session => session.QuerySingle<int>("select count(*) from setting", null, default)));
    }

    [Fact]
    public async Task A_key_that_is_not_known_any_more_can_still_be_taken_away()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 06:30");
        await school.Write(session => session.Execute("insert into setting (unit_id, key, value) values (2, 'SchoolDay:Bell', '08:00')", null, default));
        Assert.Equal((0, "", ""), await Run(school, "--unset", "SchoolDay:Bell", "--unit", School));
        Assert.Equal(0, await school.Read(session => session.QuerySingle<int>("select count(*) from setting", null, default)));
    }

    [Fact]
    public async Task A_value_that_is_not_allowed_any_more_holds_nowhere_and_stands_in_nobodys_way()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 06:30");
        await school.Write(session => session.Execute(
            "insert into setting (unit_id, key, value) values "
            + "(1, 'Privacy:RetentionDays', '60'), (2, 'Privacy:RetentionDays', '3'), (2, 'Rules:MonitorDays', '10')", null, default));
        Assert.Equal((0, "Privacy:RetentionDays = 60, from 示范县\n", ""), await Run(school, "RetentionDays", "--unit", Class));
        Assert.Equal((0, $"Rules:MonitorDays = 10, from {School}\n", ""), await Run(school, "MonitorDays", "--unit", Class));
        Assert.Equal((0, $"SchoolDay:OpensAt = 07:00, from {School}\n", ""), await Run(school, "OpensAt", "07:00", "--unit", School));
        Assert.Equal(2, (await Run(school, "RetentionDays", "3", "--unit", School)).Code);
        Assert.Equal((0, $"Privacy:RetentionDays = 30, from {School}\n", ""), await Run(school, "RetentionDays", "30", "--unit", School));
    }

    [Fact]
    public async Task A_unit_that_is_not_there_is_refused()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 06:30");
        var (code, _, error) = await Run(school, "OpensAt", "07:00", "--unit", "示范县/第九小学");
        Assert.Equal(1, code);
        Assert.Contains("示范县/第九小学", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(ScheduledSchool school, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var argument in (string[])[typeof(CheckinHost).Assembly.Location, "settings", .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["Storage__ConnectionString"] = school.ConnectionString;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
