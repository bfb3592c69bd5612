using CheckinBot.Core.CheckIns;
using CheckinBot.Doctor;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Jobs;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Digests;

/// <summary><c>doctor --deep</c> counts again what the numbers rest on.</summary>
public abstract class TotalsCheckTests(SqlDialect engine)
{
    [SkippableFact]
    public async Task What_adds_up_is_said_to_and_what_does_not_is_a_fault()
    {
        await using var school = await At(engine, "2026-03-02 07:00");
        await school.Answer(Ming, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No }, new DateOnly(2026, 3, 2));
        await school.Answer(Ming, new CheckInAnswer { TemperatureTenths = 366, Travel = Travel.No }, new DateOnly(2026, 3, 2));
        await school.RunAt("2026-03-02 09:30");
        var well = await TotalsCheck.Run(school.Database, school.Time, default);
        Assert.False(well.IsFault, well.Text);
        Assert.DoesNotContain(" 0 snapshots", well.Text, StringComparison.Ordinal);

        await school.Write(session => session.Execute("update check_in set is_current = false", null, default));
        Assert.Contains("1 answers", (await TotalsCheck.Run(school.Database, school.Time, default)).Text, StringComparison.Ordinal);
        await school.Write(session => session.Execute("update check_in set is_current = true where revision = 2", null, default));

        await school.Write(session => session.Execute(
            """update digest set body = replace(body, '"Missing":', '"Missing":1') where unit_id = 1""", null, default));
        Assert.True((await TotalsCheck.Run(school.Database, school.Time, default)).IsFault);
    }
}

public sealed class SqliteTotalsCheckTests() : TotalsCheckTests(SqlDialect.Sqlite);

public sealed class PostgresTotalsCheckTests() : TotalsCheckTests(SqlDialect.Postgres);
