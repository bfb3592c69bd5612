using CheckinBot.Background;
using CheckinBot.Commands;
using CheckinBot.Configuration;
using CheckinBot.Jobs;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Jobs;

/// <summary>A run of the schedule that fails for one class, by its own fault, keeps nobody else from theirs and is set aside after its third try.</summary>
public abstract class FailingRunTests(SqlDialect engine)
{
    [SkippableFact]
    public async Task It_is_set_aside_after_its_third_try_told_by_doctor_and_made_again_by_replay()
    {
        await using var school = await At(engine, "2026-03-02 06:29");
        await Break(school);
        // The other class is asked as ever.
        Assert.Equal([MotherOfLi], (await school.RunAt("2026-03-02 06:30")).Select(sent => sent.ChatId));
        Assert.Empty(await SetAside(school));
        foreach (var minute in (string[])["06:35", "06:40", "06:45", "06:50"]) Assert.Empty(await school.RunAt($"2026-03-02 {minute}"));
        var aside = Assert.Single(await SetAside(school));
        Assert.Equal("open/2026-03-02/morning/3", RunReplay.NameOf(aside));
        lock (school.Log) Assert.Single(school.Log, line => line.Contains("open of 03/02/2026 failed three times for unit 3", StringComparison.Ordinal));
        Assert.Empty(school.Services.GetRequiredService<BackgroundWork>().Lines());
        Assert.Contains("FAULT  schedule       1 runs set aside", await Doctor(school.Settings), StringComparison.Ordinal);

        // Still broken, it fails again and stays; mended, it is made, once.
        var replay = school.Services.GetRequiredService<RunReplay>();
        Assert.True(DatabaseFault.IsOfTheWork((await Record.ExceptionAsync(() => replay.Make(aside, default)))!));
        Assert.Single(await SetAside(school));
        await Mend(school);
        Assert.True(await replay.Make(aside, default));
        Assert.Equal([ClassGroup], (await school.NewlySent()).Select(sent => sent.ChatId));
        Assert.Empty(await SetAside(school));
        Assert.Empty(await school.RunAt("2026-03-02 06:55"));
        Assert.Contains("ok     schedule", await Doctor(school.Settings), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_is_not_due_any_more_is_not_made_again()
    {
        await using var school = await At(engine, "2026-03-02 06:29");
        await Break(school);
        foreach (var minute in (string[])["06:30", "06:35", "06:40", "06:45", "06:50"]) await school.RunAt($"2026-03-02 {minute}");
        var aside = Assert.Single(await SetAside(school));
        await Mend(school);
        school.Time.Advance(TimeSpan.FromDays(1));
        Assert.False(await school.Services.GetRequiredService<RunReplay>().Make(aside, default));
        Assert.Single(await SetAside(school));
    }

    // The card of one class cannot be stored.
    private async Task Break(ScheduledSchool school) => await school.Write(async session =>
    {
        if (engine == SqlDialect.Sqlite)
        {
            await session.Execute(
                "create trigger no_card before insert on card when new.unit_id = 3 begin select raise(abort, 'no'); end", null, default);
            return;
        }

        await session.Execute("alter table card add constraint no_card check (unit_id <> 3)", null, default);
    });

    private async Task Mend(ScheduledSchool school) => await school.Write(session => session.Execute(
        engine == SqlDialect.Sqlite ? "drop trigger no_card" : "alter table card drop constraint no_card", null, default));

    private static Task<IReadOnlyList<SetAsideRun>> SetAside(ScheduledSchool school) =>
        school.Read(session => new JobRunStore(session).AllSetAside(default));

    private static async Task<string> Doctor(Settings settings)
    {
        var said = new StringWriter();
        await DoctorCommand.Run(settings, TimeProvider.System, said, default);
        return said.ToString();
    }
}

public sealed class SqliteFailingRunTests() : FailingRunTests(SqlDialect.Sqlite);

public sealed class PostgresFailingRunTests() : FailingRunTests(SqlDialect.Postgres);
