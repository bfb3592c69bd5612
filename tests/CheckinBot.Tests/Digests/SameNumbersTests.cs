using System.Diagnostics;
using System.Text.Json;
using CheckinBot.Conversations;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Digests;
using CheckinBot.Hosting;
using CheckinBot.Requests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Digests;

public sealed class SameNumbersTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task The_scheduled_message_the_command_in_the_chat_and_the_verb_give_the_same_numbers()
    {
        await using var school = await At("2026-03-02 06:30");
        await school.Answer(Ming, new CheckInAnswer { TemperatureTenths = 378, Travel = Travel.No }, Monday);
        await school.Answer(Li, new CheckInAnswer { Absence = Absence.Leave }, Monday);
        var scheduled = (await school.RunAt("2026-03-02 09:30"))
            .First(sent => sent.ChatId == Official && sent.Text.StartsWith("📋", StringComparison.Ordinal)).Text;
        Assert.Contains("应报 3 · 已报 1 · 请假 1 · 未报 1", scheduled, StringComparison.Ordinal);
        Assert.Contains("第一小学1班　发热 1 人", scheduled, StringComparison.Ordinal);

        Assert.Equal(scheduled, await AskInChat(school));
        Assert.Equal(scheduled, await RunVerb(school, "text", asOf: scheduled));

        using var json = JsonDocument.Parse(await RunVerb(school, "json"));
        string[] fields = ["expected", "reported", "exempt", "missing", "fever", "normal"];
        Assert.Equal([3, 1, 1, 1, 1, 0], fields.Select(field => json.RootElement.GetProperty(field).GetInt32()));
        Assert.Equal("示范县/第一小学/1班", json.RootElement.GetProperty("alerts")[0].GetProperty("unit").GetString());
    }

    [Fact]
    public async Task A_day_before_the_first_answer_has_no_record_and_keeps_its_numbers_for_programs()
    {
        await using var school = await At("2026-03-02 06:30");
        await school.Answer(Ming, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, Monday);

        var friday = await View(school, Monday.AddDays(-3));
        Assert.True(friday.NoRecord);
        Assert.Equal((3, 3), (friday.Shown.Numbers.Expected, friday.Shown.Numbers.Missing));
        Assert.False((await View(school, Monday)).NoRecord);

        // A message without a temperature counts as missing, and is a record all the same.
        await school.Answer(Li, new CheckInAnswer { Travel = Travel.No }, Monday.AddDays(-3));
        friday = await View(school, Monday.AddDays(-3));
        Assert.False(friday.NoRecord);
        Assert.Equal(3, friday.Shown.Numbers.Missing);
        // A day on which a worker ran and took the numbers was a day of zeros.
        await school.RunAt("2026-03-03 09:30");
        school.Time.Advance(TimeSpan.FromDays(1));
        Assert.False((await View(school, Monday.AddDays(1))).NoRecord);
    }

    private static Task<DigestView> View(ScheduledSchool school, DateOnly day) =>
        school.Read(async session => await school.Services.GetRequiredService<DigestReader>()
        .View(session, (await new UnitStore(session).Find(1, default))!, day, null, recount: true, default));

    private static async Task<string> AskInChat(ScheduledSchool school)
    {
        var requests = school.Services.GetRequiredService<DigestRequests>();
        await requests.StartAsync(default);
        var asked = new ConversationEvent.CommandReceived(5, "digest", "") { Chat = new ChatRef(Official, ChatKind.Private), From = new Sender(Official, "孙") };
        await school.Services.GetRequiredService<CheckinBot.Storage.Engine.Writer>().Write(
            session => school.Services.GetRequiredService<ConversationHandler>().Handle(session, asked, default), default);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if ((await school.NewlySent()).FirstOrDefault(sent => sent.ChatId == Official) is { } answer) return answer.Text;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        }
    }

    /// <summary>Runs the program itself. It has the real clock, so that its first line says another "as of".</summary>
    private static async Task<string> RunVerb(ScheduledSchool school, string format, string? asOf = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        string[] arguments =
        [
            typeof(CheckinHost).Assembly.Location, "digest", "--unit", "示范县", "--date", "2026-03-02", "--format", format,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["Storage__ConnectionString"] = school.ConnectionString;
        // The retention time must not have passed for the real clock.
        start.Environment["Privacy__RetentionDays"] = "3650";
        using var process = Process.Start(start)!;
        var output = (await process.StandardOutput.ReadToEndAsync()).TrimEnd();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return asOf is null ? output : string.Join('\n', [asOf.Split('\n')[0], .. output.Split('\n').Skip(1)]);
    }
}
