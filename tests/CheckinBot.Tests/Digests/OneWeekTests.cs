using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Digests.TwoSchools;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// One definition a number: what the card, the list of the class teacher, the ping, the escalation, the digest in words and for scripts, the
/// workbook, the picture, the forms and the export say of <see cref="OneWeek"/> is the same, cell by cell.
/// </summary>
public abstract class OneWeekTests(SqlDialect engine)
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_week_has_the_same_numbers_wherever_they_are_shown(int seed)
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 06:30");
        var week = new OneWeek(school, seed);
        await week.Begin();
        var played = default(DigestNumbers);
        for (var day = Monday; day < Monday.AddDays(5); day = day.AddDays(1))
        {
            school.Time.Advance(ScheduledSchool.Instant($"{day:yyyy-MM-dd} 16:00") - school.Time.GetUtcNow());
            await week.Play(day);
            await ShownEverywhere.Compare(school, day);
            played += await school.Read(session => Total(school, session, day));
        }

        // The week had something of everything, or nothing was compared.
        int[] counts = [played.Missing, played.ExemptWithoutReason, played.Excused, played.TravelUnanswered, played.Fever, played.Diagnosed, played.Staff];
        Assert.DoesNotContain(0, counts);

        // Earlier days stay what they were, whoever has moved or left since.
        for (var day = Monday; day < Monday.AddDays(5); day = day.AddDays(1)) await ShownEverywhere.Compare(school, day);
    }

    private static async Task<DigestNumbers> Total(ScheduledSchool school, DbSession session, DateOnly day) =>
        (await school.Services.GetRequiredService<DigestReader>()
            .Read(session, (await new UnitStore(session).Find(County, default))!, day, CheckInWindow.Morning, default)).Totals[County];
}

/// <summary>On SQLite.</summary>
public sealed class SqliteOneWeekTests() : OneWeekTests(SqlDialect.Sqlite);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresOneWeekTests() : OneWeekTests(SqlDialect.Postgres);
