using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Alerts;

/// <summary>Reads the facts that rules look at, for a class, a school or any subtree. Answers that say only that all is well are left out.</summary>
public sealed class FactStore(DbSession session)
{
    /// <summary>What pupils told from one day to another, both included.</summary>
    public async Task<IReadOnlyList<HealthFact>> Of(long rootId, DateOnly from, DateOnly to, HealthRules rules, CancellationToken cancellationToken)
    {
        var lowest = rules.Fever.Lowest;
        // The last condition follows from the one before it; it is there so that the database uses the index.
        var sql = $"""
            select c.person_id, c.unit_id, p.dormitory, c.day, c.slot, c.symptoms, c.diseases, c.temperature_tenths, c.site, c.taken, c.travel, c.place
            from check_in c
            join person p on p.id = c.person_id and p.active and p.role = 'student'
            where c.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
              and c.day between @from and @to and c.is_current
              and (c.symptoms <> 0 or c.diseases <> 0 or c.temperature_tenths >= @lowest or c.travel = 'yes' or c.taken is not null)
              and {Remarkable.Above(lowest)}
            order by c.day, c.slot, c.person_id
            """;
        return [.. (await session.Query<FactRow>(sql, new { rootId, from, to, lowest }, cancellationToken)).Select(row => row.ToFact(rules))];
    }

    /// <summary>The pupils who gave no answer on the last days on which their class was asked, with the number of those days.</summary>
    /// <param name="rootId">The class, school or area.</param>
    /// <param name="day">The present day.</param>
    /// <param name="days">
    /// How many days to look at. A day does not count when the class got no card (a weekend, a holiday, a standstill), when it
    /// was waived, or when the pupil was not there yet.
    /// </param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<SilentPupil>> Silent(long rootId, DateOnly day, int days, CancellationToken cancellationToken)
    {
        const string Asked = """
            select r.unit_id, r.day, min(r.ran_at) as opened_at from job_run r
            where r.kind = 'open' and r.error is null and r.day between @from and @day
              and r.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
              and not exists (
                select 1 from unit_ancestor a
                join waiver w on w.unit_id = a.ancestor_id and w.day = r.day
                where a.unit_id = r.unit_id)
            group by r.unit_id, r.day
            order by r.unit_id, r.day
            """;
        const string Pupils = """
            select p.id as person_id, p.unit_id, p.joined_at,
                (select max(c.day) from check_in c
                 where c.person_id = p.id and c.day between @from and @day and c.is_current and c.status <> 'missing') as answered_on
            from person p
            where p.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId) and p.active and p.expected and p.role = 'student'
            order by p.id
            """;
        // Far enough back for that many school days with a week of holidays between them; a longer break starts the count anew.
        var arguments = new { rootId, from = day.AddDays(-14 - (2 * days)), day };
        var asked = (await session.Query<AskedRow>(Asked, arguments, cancellationToken)).ToLookup(row => row.UnitId);
        var pupils = await session.Query<PupilRow>(Pupils, arguments, cancellationToken);
        return [.. pupils.Select(row => row.Silent(asked[row.UnitId], day, days)).OfType<SilentPupil>()];
    }

    /// <summary>Whether pupils of a unit live in dormitories: rules then look at the other pupils of those dormitories too.</summary>
    public Task<bool> HasBoarders(long unitId, CancellationToken cancellationToken)
    {
        const string Sql = "select exists (select 1 from person where unit_id = @unitId and active and dormitory is not null)";
        return session.QuerySingle<bool>(Sql, new { unitId }, cancellationToken);
    }

    private sealed record FactRow
    {
        public long PersonId { get; init; }

        public long UnitId { get; init; }

        public string? Dormitory { get; init; }

        public DateOnly Day { get; init; }

        public string Slot { get; init; } = "";

        public int Symptoms { get; init; }

        public int Diseases { get; init; }

        public int? TemperatureTenths { get; init; }

        public string Site { get; init; } = "";

        public string? Taken { get; init; }

        public string Travel { get; init; } = "";

        public string? Place { get; init; }

        public HealthFact ToFact(HealthRules rules)
        {
            var signs = (Symptoms)Symptoms;
            var taken = CheckInRow.ReadTaken(Taken);
            var again = SecondReading.Of(taken);
            // The highest reading of the day counts, whatever was measured later.
            var peak = rules.Peak(new CheckInAnswer { TemperatureTenths = TemperatureTenths, Site = Word.Parse<MeasuringSite>(Site), Taken = taken });
            var above = peak is not null && rules.IsFever(peak);
            return new HealthFact(
                PersonId, UnitId, string.IsNullOrWhiteSpace(Dormitory) ? null : Dormitory, Day, Slot,
                above ? signs | Core.CheckIns.Symptoms.Fever : signs, peak?.Tenths, above,
                Travel == "yes" ? rules.KeyAreaOf(Place, Day) : null)
            {
                AgainTenths = again?.Tenths,
                IsAboveLineAgain = again?.Tenths >= (again is null ? 0 : rules.Fever.For(again.Site)),
                Diseases = (Diseases)Diseases,
            };
        }
    }

    private sealed record AskedRow
    {
        public long UnitId { get; init; }

        public DateOnly Day { get; init; }

        public DateTimeOffset OpenedAt { get; init; }
    }

    private sealed record PupilRow
    {
        public long PersonId { get; init; }

        public long UnitId { get; init; }

        public DateTimeOffset? JoinedAt { get; init; }

        public DateOnly? AnsweredOn { get; init; }

        public SilentPupil? Silent(IEnumerable<AskedRow> asked, DateOnly day, int days)
        {
            List<DateOnly> silent = [.. asked.TakeLast(days).Where(row => !(row.OpenedAt < JoinedAt) && !(row.Day <= AnsweredOn)).Select(row => row.Day)];
            return silent.Count > 0 && silent[^1] == day ? new SilentPupil(PersonId, UnitId, silent.Count, silent[0]) : null;
        }
    }
}
