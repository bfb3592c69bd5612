using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.CheckIns;

/// <summary>A row of an export: a person, a day, a slot, and what was told.</summary>
public sealed record ExportedCheckIn
{
    /// <summary>The person; not a column of the export.</summary>
    public long PersonId { get; init; }

    /// <summary>The school day.</summary>
    public DateOnly Day { get; init; }

    /// <summary>The slot.</summary>
    public string Slot { get; init; } = "";

    /// <summary>The path of the unit in which the person was on that day, as the digests count them.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The person's number.</summary>
    public string? Number { get; init; }

    /// <summary>The person's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the person is.</summary>
    public Role Role { get; init; }

    /// <summary>How the answer counts.</summary>
    public CheckInStatus Status { get; init; }

    /// <summary>The temperature in tenths of a degree Celsius.</summary>
    public int? TemperatureTenths { get; init; }

    /// <summary>Where the temperature was taken.</summary>
    public MeasuringSite Site { get; init; }

    /// <summary>Every reading of the day and slot, in the order in which they were told; the last one is <see cref="TemperatureTenths"/>.</summary>
    public IReadOnlyList<TakenTemperature> Readings { get; init; } = [];

    /// <summary>The reading by which the person counts as feverish or not: see <see cref="HealthRules.Peak"/>. Known where the rules of the unit are.</summary>
    public TakenTemperature? Peak { get; init; }

    /// <summary>The symptoms.</summary>
    public Symptoms Symptoms { get; init; }

    /// <summary>Whether they left the home area.</summary>
    public Travel Travel { get; init; }

    /// <summary>Where they went, as typed.</summary>
    public string? Place { get; init; }

    /// <summary>The quarantine.</summary>
    public Isolation Isolation { get; init; }

    /// <summary>The last day until which the person is monitored, where they are on that day; null where not.</summary>
    public DateOnly? MonitoredUntil { get; init; }

    /// <summary>Why nobody answers for travel.</summary>
    public TravelWaiver TravelWaiver { get; init; }

    /// <summary>Since when they are back, where that was told.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>The reason of the absence.</summary>
    public Absence Absence { get; init; }

    /// <summary>The diseases told, confirmed or suspected.</summary>
    public Diseases Diseases { get; init; }

    /// <summary>None of them is told to be confirmed.</summary>
    public bool OnlySuspected { get; init; }

    /// <summary>A digest counts this person in this slot: not where they have left, or are not to check in, as officials are.</summary>
    public bool Counted { get; init; }

    /// <summary>The reporter's name as shown; null once that account was deleted.</summary>
    public string? Reporter { get; init; }

    /// <summary>When it was told; null where nothing was.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>How it was told; null where nothing was.</summary>
    public CheckInSource? Source { get; init; }

    /// <summary>The revision; null where nothing was told.</summary>
    public int? Revision { get; init; }
}

/// <summary>Reads check-ins of a subtree for export, one by one.</summary>
public sealed class ExportStore(DbSession session)
{
    private const string Monitored = $"(select max(m.until) from monitored m where m.person_id = p.id and {MonitoredStore.IsOn})";

    private const string Columns = $"""
        c.person_id, c.slot, p.number, p.name, p.role, c.temperature_tenths, c.symptoms, c.place, c.reporter_name as reporter,
        c.reported_at, c.revision, u.path as unit, c.day, c.status, c.site, c.travel, c.isolation, c.source,
        c.travel_waiver, c.returned_on, c.absence, c.diseases, c.suspected,
        (p.active and p.expected and (c.slot <> '{SlotSchedule.EveningId}' or {Boarders.Condition})),
        {Monitored}, c.taken
        """;

    private const string Order = "u.path, length(p.number) nulls first, p.number, p.name, p.id, c.revision";

    /// <summary>What was told for a day: the current revisions, or all. An answer that was taken back is not a current one.</summary>
    public async IAsyncEnumerable<ExportedCheckIn> Told(long unitId, DateOnly day, bool revisions)
    {
        const string Sql = $"""
            with {TransferStore.PlaceOnDay}
            select {Columns}
            from unit_ancestor a
            join place on place.unit_id = a.unit_id
            join check_in c on c.person_id = place.person_id and c.day = @day
            join person p on p.id = c.person_id
            join unit u on u.id = place.unit_id
            where a.ancestor_id = @unitId and (@revisions or (c.is_current and c.status <> 'missing'))
            order by c.slot, {Order}
            """;
        await foreach (var row in session.Rows(Sql, new { unitId, day, revisions }, CancellationToken.None)) yield return Read(row);
    }

    /// <summary>Everybody who was to check in for a day and slot and has no answer, without those who have left since.</summary>
    public async IAsyncEnumerable<ExportedCheckIn> Untold(long unitId, DateOnly day, string slot)
    {
        const string Sql = $"""
            with {TransferStore.PlaceOnDay}
            select p.id as person_id, p.number, p.name, p.role, u.path as unit, {Monitored}
            from unit_ancestor a
            join place on place.unit_id = a.unit_id
            join person p on p.id = place.person_id and {Boarders.Expected}
            join unit u on u.id = place.unit_id
            where a.ancestor_id = @unitId and not exists (
                select 1 from check_in c
                where c.person_id = p.id and c.day = @day and c.slot = @slot and c.is_current and c.status <> 'missing')
            order by u.path, length(p.number) nulls first, p.number, p.name, p.id
            """;
        await foreach (var row in session.Rows(Sql, new { unitId, day, slot }, CancellationToken.None))
        {
            yield return new ExportedCheckIn
            {
                PersonId = row.GetInt64(0),
                Day = day,
                Slot = slot,
                Unit = row.GetString(4),
                Number = row.TextOrNull(1),
                Name = row.GetString(2),
                Role = row.GetWord<Role>(3),
                MonitoredUntil = row.DayOrNull(5),
                Counted = true,
            };
        }
    }

    private static ExportedCheckIn Read(IRow row)
    {
        var told = new CheckInAnswer
        {
            TemperatureTenths = row.Int32OrNull(5),
            Site = row.GetWord<MeasuringSite>(14),
            Taken = CheckInRow.ReadTaken(row.TextOrNull(25)),
        };
        return new()
        {
            PersonId = row.GetInt64(0),
            Slot = row.GetString(1),
            Number = row.TextOrNull(2),
            Name = row.GetString(3),
            Role = row.GetWord<Role>(4),
            TemperatureTenths = told.TemperatureTenths,
            Site = told.Site,
            Readings = told.Readings,
            Symptoms = (Symptoms)row.GetInt32(6),
            Place = row.TextOrNull(7),
            Reporter = row.TextOrNull(8),
            ReportedAt = row.GetInstant(9),
            Revision = row.GetInt32(10),
            Unit = row.GetString(11),
            Day = row.GetDay(12),
            Status = row.GetWord<CheckInStatus>(13),
            Travel = row.GetWord<Travel>(15),
            Isolation = row.GetWord<Isolation>(16),
            Source = row.GetWord<CheckInSource>(17),
            TravelWaiver = row.GetWord<TravelWaiver>(18),
            ReturnedOn = row.DayOrNull(19),
            Absence = row.GetWord<Absence>(20),
            Diseases = (Diseases)row.GetInt32(21),
            OnlySuspected = row.GetBoolean(22),
            Counted = row.GetBoolean(23),
            MonitoredUntil = row.DayOrNull(24),
        };
    }
}
