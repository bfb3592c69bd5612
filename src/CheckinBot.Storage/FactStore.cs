using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;

namespace CheckinBot.Storage;

/// <summary>What rules look at, in one statement for a class, a school or any subtree: only answers that tell something.</summary>
public sealed class FactStore(DbSession session)
{
    /// <summary>The facts of pupils from a day to another, both included.</summary>
    public async Task<IReadOnlyList<HealthFact>> Of(long rootId, DateOnly from, DateOnly to, HealthRules rules, CancellationToken cancellation)
    {
        const string Sql = """
            select c.person_id, c.unit_id, p.dormitory, c.day, c.slot, c.symptoms, c.temperature_tenths, c.site, c.travel, c.place
            from check_in c
            join person p on p.id = c.person_id and p.active and p.role = 'student'
            where c.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
              and c.day between @from and @to and c.is_current
              and (c.symptoms <> 0 or c.temperature_tenths >= @lowest or c.travel = 'yes')
            order by c.day, c.slot, c.person_id
            """;
        var lowest = Enum.GetValues<MeasuringSite>().Min(rules.Fever.For);
        return [.. (await session.Query<FactRow>(Sql, new { rootId, from, to, lowest }, cancellation)).Select(row => row.ToFact(rules))];
    }

    /// <summary>Pupils of whom nothing was heard on the last of these school days, with how many days that are.</summary>
    /// <param name="rootId">The class, school or area.</param>
    /// <param name="schoolDays">The school days to look at, the last one the present day. A day before the unit's first card, or a waived one, does not count.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<IReadOnlyList<SilentPupil>> Silent(long rootId, IReadOnlyList<DateOnly> schoolDays, CancellationToken cancellation)
    {
        const string Sql = """
            select p.id as person_id, p.unit_id, o.opened_on,
                (select max(c.day) from check_in c
                 where c.person_id = p.id and c.day between @from and @to and c.is_current and c.status <> 'missing') as answered_on
            from (select unit_id, min(day) as opened_on from job_run where kind = 'open' and day between @from and @to group by unit_id) o
            join person p on p.unit_id = o.unit_id and p.active and p.expected and p.role = 'student'
            where p.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
            order by p.id
            """;
        var (from, to) = (schoolDays[0], schoolDays[^1]);
        var waived = (await new WaiverStore(session).Between(from, to, cancellation)).ToLookup(waiver => waiver.UnitId, waiver => waiver.Day);
        return [.. (await session.Query<SilentRow>(Sql, new { rootId, from, to }, cancellation))
            .Select(row => row.ToPupil([.. schoolDays.Where(day => !waived[row.UnitId].Contains(day))])).OfType<SilentPupil>()];
    }

    /// <summary>Whether pupils of a unit live in dormitories, whose other pupils then matter too.</summary>
    public Task<bool> HasBoarders(long unitId, CancellationToken cancellation)
    {
        const string Sql = "select exists (select 1 from person where unit_id = @unitId and active and dormitory is not null)";
        return session.QuerySingle<bool>(Sql, new { unitId }, cancellation);
    }

    private sealed record FactRow
    {
        public long PersonId { get; init; }

        public long UnitId { get; init; }

        public string? Dormitory { get; init; }

        public DateOnly Day { get; init; }

        public string Slot { get; init; } = "";

        public int Symptoms { get; init; }

        public int? TemperatureTenths { get; init; }

        public string Site { get; init; } = "";

        public string Travel { get; init; } = "";

        public string? Place { get; init; }

        public HealthFact ToFact(HealthRules rules)
        {
            var signs = (Symptoms)Symptoms;
            var above = TemperatureTenths >= rules.Fever.For(Word.Parse<MeasuringSite>(Site));
            return new HealthFact(
                PersonId, UnitId, string.IsNullOrWhiteSpace(Dormitory) ? null : Dormitory, Day, Slot,
                above ? signs | Core.CheckIns.Symptoms.Fever : signs, TemperatureTenths, above,
                Travel == "yes" ? rules.KeyAreaOf(Place, Day) : null);
        }
    }

    private sealed record SilentRow
    {
        public long PersonId { get; init; }

        public long UnitId { get; init; }

        public DateOnly OpenedOn { get; init; }

        public DateOnly? AnsweredOn { get; init; }

        public SilentPupil? ToPupil(IReadOnlyList<DateOnly> schoolDays)
        {
            List<DateOnly> silent = [.. schoolDays.Where(day => day >= OpenedOn && (AnsweredOn is not { } answered || day > answered))];
            return silent.Count == 0 ? null : new SilentPupil(PersonId, UnitId, silent.Count, silent[0]);
        }
    }
}
