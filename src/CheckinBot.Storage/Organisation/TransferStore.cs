using CheckinBot.Core.Digests;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Organisation;

/// <summary>A move of a person from one unit to another.</summary>
public sealed record Transfer
{
    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>Where they were.</summary>
    public long FromUnitId { get; init; }

    /// <summary>Where they are since.</summary>
    public long ToUnitId { get; init; }

    /// <summary>The number that they had.</summary>
    public string? FromNumber { get; init; }

    /// <summary>The first day in the new unit.</summary>
    public DateOnly OnDay { get; init; }

    /// <summary>When it was told (UTC).</summary>
    public DateTimeOffset TransferredAt { get; init; }

    /// <summary>The operating system's account of whoever told it; null where somebody did in the chat.</summary>
    public string? ByOperator { get; init; }

    /// <summary>The member of staff who did it in the chat; null for the operator.</summary>
    public long? ByPersonId { get; init; }
}

/// <summary>A pupil's move of which nobody has been told yet.</summary>
public sealed record UntoldTransfer
{
    /// <summary>The move.</summary>
    public long Id { get; init; }

    /// <summary>Who.</summary>
    public long PersonId { get; init; }

    /// <summary>The name as in the roster.</summary>
    public string Name { get; init; } = "";

    /// <summary>The class that they left.</summary>
    public long FromUnitId { get; init; }

    /// <summary>The class in which they are.</summary>
    public long ToUnitId { get; init; }
}

/// <summary>Somebody who has left a school for another one.</summary>
public sealed record FormerPupil
{
    /// <summary>The unit that they left.</summary>
    public long FromUnitId { get; init; }

    /// <summary>The number that they had there.</summary>
    public string FromNumber { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The path of the unit in which they are.</summary>
    public string NowIn { get; init; } = "";

    /// <summary>The first day of the move.</summary>
    public DateOnly OnDay { get; init; }
}

/// <summary>Who was in which unit until when.</summary>
public sealed class TransferStore(DbSession session)
{
    /// <summary>
    /// A table <c>place(person_id, unit_id)</c> for a statement: the unit in which each person was on <c>@day</c>.
    /// </summary>
    internal const string PlaceOnDay = """
        place as (
            select p.id as person_id, p.unit_id from person p
            where not exists (select 1 from transfer t where t.person_id = p.id and t.on_day > @day)
            union all
            select t.person_id, t.from_unit_id from transfer t
            where t.on_day > @day and not exists (
                select 1 from transfer e
                where e.person_id = t.person_id and e.on_day > @day and (e.on_day < t.on_day or (e.on_day = t.on_day and e.id < t.id)))
        )
        """;

    /// <summary>Keeps a move. The person's own row is changed by whoever moves them.</summary>
    public Task Add(Transfer transfer, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into transfer (person_id, from_unit_id, to_unit_id, from_number, on_day, transferred_at, by_operator, by_person_id)
            values (@PersonId, @FromUnitId, @ToUnitId, @FromNumber, @OnDay, @TransferredAt, @ByOperator, @ByPersonId)
            """;
        return session.Execute(Sql, transfer, cancellationToken);
    }

    /// <summary>Where a person has been, the first move first.</summary>
    public async Task<IReadOnlyList<Transfer>> Of(long personId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select person_id, from_unit_id, to_unit_id, from_number, on_day, transferred_at, by_operator, by_person_id
            from transfer where person_id = @personId order by on_day, id
            """;
        return [.. await session.Query<Transfer>(Sql, new { personId }, cancellationToken)];
    }

    /// <summary>Pupils' moves of which nobody has been told, the oldest first; for somebody who has moved again, only the last one.</summary>
    public async Task<IReadOnlyList<UntoldTransfer>> Untold(int most, CancellationToken cancellationToken)
    {
        const string Sql = """
            select t.id, t.person_id, p.name, t.from_unit_id, t.to_unit_id
            from transfer t
            join person p on p.id = t.person_id and p.active and p.role = 'student' and p.unit_id = t.to_unit_id
            where t.told_at is null
            order by t.id limit @most
            """;
        return [.. await session.Query<UntoldTransfer>(Sql, new { most }, cancellationToken)];
    }

    /// <summary>Keeps that everybody was told of the moves up to one.</summary>
    public Task MarkTold(long lastId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string Sql = "update transfer set told_at = @at where told_at is null and id <= @lastId";
        return session.Execute(Sql, new { lastId, at }, cancellationToken);
    }

    /// <summary>Those who have left a school for another one, with their former number: a roster of the old school may still list them.</summary>
    public async Task<IReadOnlyList<FormerPupil>> Left(CancellationToken cancellationToken)
    {
        const string Sql = """
            select t.from_unit_id, t.from_number, p.name, now_in.path as now_in, t.on_day
            from transfer t
            join person p on p.id = t.person_id and p.active
            join unit was_in on was_in.id = t.from_unit_id
            join unit now_in on now_in.id = p.unit_id
            where t.from_number is not null and now_in.school_id is distinct from was_in.school_id
            order by t.id
            """;
        return [.. await session.Query<FormerPupil>(Sql, null, cancellationToken)];
    }

    /// <summary>How many people came to a unit on a day, and how many left it.</summary>
    public async Task<MovedPeople> MovedOn(long unitId, DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = """
            select count(distinct case when t.to_unit_id = @unitId then t.person_id end),
                count(distinct case when t.from_unit_id = @unitId then t.person_id end)
            from transfer t
            join person p on p.id = t.person_id and p.active and p.expected
            where t.on_day = @day and (t.to_unit_id = @unitId or t.from_unit_id = @unitId)
            """;
        return (await session.Query(Sql, new { unitId, day }, row => new MovedPeople(row.GetInt32(0), row.GetInt32(1)), cancellationToken))[0];
    }

    /// <summary>Whether anybody has moved since a day, so that not everybody was on that day where they are now.</summary>
    public Task<bool> AnyAfter(DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = "select exists (select 1 from transfer where on_day > @day)";
        return session.QuerySingle<bool>(Sql, new { day }, cancellationToken);
    }
}
