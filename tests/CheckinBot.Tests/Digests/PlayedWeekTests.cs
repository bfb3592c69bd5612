using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Jobs;
using static CheckinBot.Tests.Digests.TwoSchools;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// A week is played by messages, and every number that the product shows of it, wherever it shows it, is that of a recount by hand of
/// what people meant by what they sent.
/// </summary>
public abstract class PlayedWeekTests(SqlDialect engine)
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(22)]
    public async Task Every_number_of_a_week_is_that_of_a_recount_of_what_was_sent(int seed)
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 06:00", ("Rules:KeyAreas:0", "武汉"));
        var week = new PlayedWeek(school, seed);
        await week.Begin();
        for (var day = Monday; day < Monday.AddDays(5); day = day.AddDays(1))
        {
            await week.Play(day);
            await ShownEverywhere.Compare(school, day, (unit, slot) => week.Ledger.Count(unit, day, slot), week.Journal);
        }

        // Earlier days too, with what came late and with whoever has moved or left since.
        for (var day = Monday; day < Monday.AddDays(5); day = day.AddDays(1))
            await ShownEverywhere.Compare(school, day, (unit, slot) => week.Ledger.Count(unit, day, slot), week.Journal);
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqlitePlayedWeekTests() : PlayedWeekTests(SqlDialect.Sqlite);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresPlayedWeekTests() : PlayedWeekTests(SqlDialect.Postgres);
