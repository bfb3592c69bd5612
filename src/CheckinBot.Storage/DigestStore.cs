using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Storage;

/// <summary>
/// Counts check-ins unit by unit, in one statement for a whole subtree; adding up is <see cref="DigestTree"/>'s.
/// An answer counts for the unit in which it was given, whoever is missing for the unit in which they are now.
/// </summary>
public sealed class DigestStore(DbSession session)
{
    // Who reported or is exempt counts where the answer was given. Everybody else is missing where they were on that day;
    // what a partial answer tells of symptoms and travel counts all the same.
    private const string Answers = $"""
        with scope as (
            select unit_id from unit_ancestor where ancestor_id = @rootId
        ), answer as (
            {Told}
            union all
            select p.unit_id, {Untold}
            where p.unit_id in (select unit_id from scope) and {StillMissing}
        ), {Judged}
        """;

    // The same for a day after which somebody has moved.
    private const string AnswersBeforeTransfers = $"""
        with {TransferStore.PlaceOnDay}, scope as (
            select unit_id from unit_ancestor where ancestor_id = @rootId
        ), answer as (
            {Told}
            union all
            select place.unit_id, {Untold}
            join place on place.person_id = p.id
            where place.unit_id in (select unit_id from scope) and {StillMissing}
        ), {Judged}
        """;

    private const string Told = """
        select c.unit_id, p.role, c.status, c.temperature_tenths, c.site, c.symptoms, c.travel, c.place, c.isolation, c.absence
        from check_in c
        join person p on p.id = c.person_id and p.active and p.expected
        where c.unit_id in (select unit_id from scope) and c.day = @day and c.slot = @slot and c.is_current
          and c.status in ('reported', 'exempt')
        """;

    private const string Untold = """
        p.role, 'missing', c.temperature_tenths, c.site, c.symptoms, c.travel, c.place, c.isolation, c.absence
        from person p
        left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
        """;

    private const string StillMissing = $"{Boarders.Expected} and (c.status is null or c.status not in ('reported', 'exempt'))";

    private const string Judged = """
        judged as (
            select unit_id, role, status, symptoms, travel, place, isolation, absence,
                coalesce(symptoms, 0) % 2 = 1 or coalesce(temperature_tenths, 0) >= case site
                    when 'forehead' then @Forehead when 'ear' then @Ear when 'oral' then @Oral
                    when 'rectal' then @Rectal when 'wrist' then @Wrist else @Axillary end as fever,
                coalesce(symptoms, 0) > 1 as symptomatic
            from answer
        )
        """;

    /// <summary>The numbers of every unit of a subtree, each without the units below it. Units without people have zeros.</summary>
    /// <param name="rootId">The unit at the top.</param>
    /// <param name="day">The school day.</param>
    /// <param name="slot">The slot's id.</param>
    /// <param name="rules">Fever lines and key areas.</param>
    /// <param name="cancellation">Stops the count.</param>
    public async Task<IReadOnlyList<UnitCount>> Count(long rootId, DateOnly day, string slot, HealthRules rules, CancellationToken cancellation)
    {
        const string Counts = $"""
            , own as (
                select unit_id,
                    count(*) as expected,
                    count(*) filter (where status = 'reported') as reported,
                    count(*) filter (where status = 'missing') as missing,
                    count(*) filter (where status = 'exempt') as exempt,
                    count(*) filter (where status = 'exempt' and absence = 'unspecified') as exempt_without_reason,
                    count(*) filter (where status = 'reported' and not fever and not symptomatic) as normal,
                    count(*) filter (where fever) as fever,
                    count(*) filter (where symptomatic) as symptomatic,
                    count(*) filter (where travel = 'yes') as travelled,
                    count(*) filter (where isolation = 'home') as isolated_home,
                    count(*) filter (where isolation = 'central') as isolated_central,
                    count(*) filter (where role = 'student' and fever) as pupils_with_fever,
                    count(*) filter (where role = 'student' and symptoms / 2 % 2 = 1) as pupils_with_rash,
                    count(*) filter (where role = 'student' and symptoms / 4 % 2 = 1) as pupils_with_diarrhoea,
                    count(*) filter (where role = 'student' and symptoms / 8 % 2 = 1) as pupils_with_vomiting,
                    count(*) filter (where role = 'student' and symptoms / 16 % 2 = 1) as pupils_with_jaundice
                from judged group by unit_id
            )
            select {UnitRow.Columns}, own.* from scope join unit u on u.id = scope.unit_id left join own on own.unit_id = u.id
            """;
        var answers = await new TransferStore(session).AnyAfter(day, cancellation) ? AnswersBeforeTransfers : Answers;
        var rows = await session.Query<Row>(answers + Counts, Arguments(rootId, day, slot, rules.Fever), cancellation);
        var keyAreas = await KeyAreas(answers, rootId, day, slot, rules, cancellation);
        return [.. rows.Select(row => row.ToCount(keyAreas.GetValueOrDefault(row.Id)))];
    }

    // Few people travel: their places are matched here, by the same rule as in the conversation.
    private async Task<Dictionary<long, int>> KeyAreas(string answers, long rootId, DateOnly day, string slot, HealthRules rules, CancellationToken cancellation)
    {
        if (rules.KeyAreas.Count == 0) return [];
        const string Places = """

            select unit_id, place as name, count(*) as people from judged
            where travel = 'yes' and place is not null
            group by unit_id, place
            """;
        return (await session.Query<Place>(answers + Places, Arguments(rootId, day, slot, rules.Fever), cancellation))
            .Where(place => rules.KeyAreaOf(place.Name, day) is not null)
            .GroupBy(place => place.UnitId)
            .ToDictionary(unit => unit.Key, unit => unit.Sum(place => place.People));
    }

    private static object Arguments(long rootId, DateOnly day, string slot, FeverLines fever) =>
        new { rootId, day, slot, fever.Axillary, fever.Forehead, fever.Ear, fever.Oral, fever.Rectal, fever.Wrist };

    private sealed record Place
    {
        public long UnitId { get; init; }

        public string Name { get; init; } = "";

        public int People { get; init; }
    }

    private sealed record Row : UnitRow
    {
        public int Expected { get; init; }

        public int Reported { get; init; }

        public int Missing { get; init; }

        public int Exempt { get; init; }

        public int ExemptWithoutReason { get; init; }

        public int Normal { get; init; }

        public int Fever { get; init; }

        public int Symptomatic { get; init; }

        public int Travelled { get; init; }

        public int IsolatedHome { get; init; }

        public int IsolatedCentral { get; init; }

        public int PupilsWithFever { get; init; }

        public int PupilsWithRash { get; init; }

        public int PupilsWithDiarrhoea { get; init; }

        public int PupilsWithVomiting { get; init; }

        public int PupilsWithJaundice { get; init; }

        public UnitCount ToCount(int keyArea) => new(
            new DigestUnit(Id, ParentId, Path, Word.Parse<UnitKind>(Kind)),
            new DigestNumbers
            {
                Expected = Expected,
                Reported = Reported,
                Missing = Missing,
                Exempt = Exempt,
                ExemptWithoutReason = ExemptWithoutReason,
                Normal = Normal,
                Fever = Fever,
                Symptomatic = Symptomatic,
                Travelled = Travelled,
                KeyArea = keyArea,
                IsolatedHome = IsolatedHome,
                IsolatedCentral = IsolatedCentral,
            },
            // The five that the cluster rule names.
            new[] { PupilsWithFever, PupilsWithRash, PupilsWithDiarrhoea, PupilsWithVomiting, PupilsWithJaundice }.Max());
    }
}
