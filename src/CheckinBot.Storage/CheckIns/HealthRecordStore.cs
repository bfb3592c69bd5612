using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Forms;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.CheckIns;

/// <summary>
/// Reads the people of a subtree and what was told of them over some days, for forms and lists of cases.
/// People are listed in the class in which they were on the last of these days, with all their answers, also those that they gave in
/// another class: the same people whom the digest of that day counts.
/// </summary>
public sealed class HealthRecordStore(DbSession session)
{
    /// <summary>The largest number of people that is read. Nobody reads a longer list, and a whole province would fill the memory.</summary>
    public const int MostPeople = 20_000;

    private const string People = """
        from unit_ancestor a
        join place on place.unit_id = a.unit_id
        join person p on p.id = place.person_id and p.active and p.expected
        """;

    // With the lowest of all fever lines; whether a temperature is a fever where it was taken is judged afterwards.
    private const string Notable = """
        (n.symptoms <> 0 or n.temperature_tenths >= @lowestFever or n.absence <> 'none' or n.isolation <> 'none'
            or n.travel = 'yes' or n.contact or n.diseases <> 0
            or n.taken is not null)
        """;

    private const string HasNotable = $"""
        (exists (select 1 from check_in n where n.person_id = p.id and n.day between @from and @day and n.is_current and n.status <> 'missing' and {Notable})
            or exists (select 1 from monitored m where m.person_id = p.id and {MonitoredStore.IsOnAny}))
        """;

    private const string SelectPeople = $"""
        with {TransferStore.PlaceOnDay}
        select {PersonRow.Columns}, p.birth_date, p.dormitory, u.path, s.name
        {People}
        join unit u on u.id = place.unit_id
        left join unit s on s.id = u.school_id
        """;

    private const string SelectAnswers = $"""
        with {TransferStore.PlaceOnDay}
        select {CheckInRow.Columns}, c.reporter_name
        {People}
        join check_in c on c.person_id = p.id and c.day between @from and @day and c.is_current and c.status <> 'missing'
        where a.ancestor_id = @unitId
        """;

    private static readonly HotStatement AllAnswers = new(SelectAnswers);

    private static readonly HotStatement AnswersOfNotable = new($"{SelectAnswers} and {HasNotable}");

    /// <summary>Everybody in a subtree who is to check in, with the answers of some days; null where they are more than <see cref="MostPeople"/>.</summary>
    public async Task<HealthRecords?> Of(long unitId, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        const string Sql = $"{SelectPeople} where a.ancestor_id = @unitId limit @most";
        var people = await session.Query(Sql, new { unitId, day = to, most = MostPeople + 1 }, ReadPerson, cancellationToken);
        if (people.Count > MostPeople) return null;
        var answers = await session.Query(AllAnswers, Read, cancellationToken, to, from, unitId);
        return new HealthRecords(Ordered(people), answers) { Monitored = await Monitored(unitId, from, to, cancellationToken) };
    }

    /// <summary>
    /// Only the people who told something on these days or are monitored on one of them: a symptom, a temperature that may be a fever, an
    /// absence, quarantine, a trip, contact, a disease. It serves units that are too large for a list of everybody. Null where even these are more
    /// than <see cref="MostPeople"/>.
    /// </summary>
    public async Task<HealthRecords?> Notables(long unitId, DateOnly from, DateOnly to, FeverLines fever, CancellationToken cancellationToken)
    {
        const string Sql = $"{SelectPeople} where a.ancestor_id = @unitId and {HasNotable} limit @most";
        var lowestFever = fever.Lowest;
        var people = await session.Query(Sql, new { unitId, from, day = to, lowestFever, most = MostPeople + 1 }, ReadPerson, cancellationToken);
        if (people.Count > MostPeople) return null;
        var answers = await session.Query(AnswersOfNotable, Read, cancellationToken, to, from, unitId, lowestFever);
        return new HealthRecords(Ordered(people), answers) { Monitored = await Monitored(unitId, from, to, cancellationToken) };
    }

    /// <summary>
    /// How many pupils and how many others of each unit of a subtree are to check in for a day and slot, and how many have.
    /// The people are those of <see cref="Of"/>.
    /// </summary>
    public async Task<IReadOnlyList<PeopleCount>> Counts(
        long unitId, DateOnly day, string slot, bool asksTravel, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            with {TransferStore.PlaceOnDay}
            select place.unit_id, p.role = 'student', count(*),
                count(*) filter (where c.status = 'reported'), count(*) filter (where c.status = 'exempt'),
                count(*) filter (where {Standing.NoReason}), count(*) filter (where @asksTravel and {Standing.TravelOpen})
            from unit_ancestor a
            join place on place.unit_id = a.unit_id
            join person p on p.id = place.person_id and {Boarders.Expected}
            left join check_in c on c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current
            where a.ancestor_id = @unitId
            group by place.unit_id, p.role = 'student'
            """;
        return await session.Query(Sql, new { unitId, day, slot, asksTravel }, ReadCount, cancellationToken);
    }

    private async Task<ILookup<long, Monitored>> Monitored(long unitId, DateOnly from, DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            with {TransferStore.PlaceOnDay}
            select {MonitoredStore.Columns} {People}
            join monitored m on m.person_id = p.id and {MonitoredStore.IsOnAny}
            where a.ancestor_id = @unitId
            order by m.since, m.id
            """;
        return (await session.Query(Sql, new { unitId, from, day }, MonitoredStore.Read, cancellationToken)).ToLookup(one => one.PersonId);
    }

    private static PeopleCount ReadCount(IRow row)
    {
        var (expected, reported, exempt) = (row.GetInt32(2), row.GetInt32(3), row.GetInt32(4));
        return new PeopleCount(row.GetInt64(0), row.GetBoolean(1), new DigestNumbers
        {
            Expected = expected,
            Reported = reported,
            Exempt = exempt,
            ExemptWithoutReason = row.GetInt32(5),
            TravelUnanswered = row.GetInt32(6),
            Missing = expected - reported - exempt,
        });
    }

    private static RecordedAnswer Read(IRow row) => new(CheckInRow.Read(row), row.TextOrNull(CheckInRow.Count));

    private static IReadOnlyList<RecordedPerson> Ordered(IEnumerable<RecordedPerson> people) =>
    [
        .. people.OrderBy(one => one.UnitPath, UnitPathOrder.Instance).ThenBy(one => one.Person.Number ?? "", UnitPathOrder.Instance)
            .ThenBy(one => one.Person.Name, StringComparer.Ordinal).ThenBy(one => one.Person.Id),
    ];

    private static RecordedPerson ReadPerson(IRow row) => new(PersonRow.Read(row), row.GetString(PersonRow.Count + 2))
    {
        School = row.TextOrNull(PersonRow.Count + 3),
        BirthDate = row.DayOrNull(PersonRow.Count),
        Dormitory = row.TextOrNull(PersonRow.Count + 1),
    };
}
