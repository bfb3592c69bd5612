using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Alerts;

/// <summary>Rules that have fired. The same facts make a rule fire once.</summary>
public sealed class FiringStore(DbSession session)
{
    private const string Columns = """
        f.id, f.unit_id, f.rule, f.scope, f.dormitory, f.signs, f.diseases, f.first_day, f.last_day,
        f.fired_at, f.deadline_at, f.stage, f.told_unit_id, f.goes_up_at, f.acknowledged_by, f.acknowledged_name, f.acknowledged_at, f.withdrawn_at
        """;

    /// <summary>A firing by its id; null where there is none.</summary>
    public async ValueTask<Firing?> Find(long id, CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from rule_firing f where f.id = @id";
        return (await List(Sql, new { id }, "f.id = @id", cancellationToken)).SingleOrDefault();
    }

    /// <summary>The firings of a unit, of the units below it and of its school that held on a day or later, the oldest first.</summary>
    public Task<IReadOnlyList<Firing>> Around(long rootId, DateOnly since, CancellationToken cancellationToken)
    {
        const string Where = """
            f.last_day >= @since and f.unit_id in (
                select unit_id from unit_ancestor where ancestor_id = @rootId
                union all select school_id from unit where id = @rootId and school_id <> id)
            """;
        return List($"select {Columns} from rule_firing f where {Where} order by f.id", new { rootId, since }, Where, cancellationToken);
    }

    /// <summary>The firings of a unit and of the units below it that held on a day or later, the oldest first.</summary>
    public Task<IReadOnlyList<Firing>> Under(long rootId, DateOnly since, CancellationToken cancellationToken)
    {
        const string Where = "f.last_day >= @since and f.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)";
        return List($"select {Columns} from rule_firing f where {Where} order by f.id", new { rootId, since }, Where, cancellationToken);
    }

    /// <summary>The firings of dormitories with pupils who live in a boarding house that held on a day or later, the oldest first.</summary>
    public Task<IReadOnlyList<Firing>> OfHouse(long houseId, DateOnly since, CancellationToken cancellationToken)
    {
        const string Where = """
            f.last_day >= @since and f.scope = 'dormitory' and exists (
                select 1 from rule_firing_pupil m
                join post t on t.person_id = m.person_id and t.role = 'student' and t.unit_id = @houseId
                where m.firing_id = f.id)
            """;
        return List($"select {Columns} from rule_firing f where {Where} order by f.id", new { houseId, since }, Where, cancellationToken);
    }

    /// <summary>All firings that held on a day or later, the oldest first.</summary>
    public async Task<IReadOnlyList<long>> Since(DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = "select id from rule_firing where last_day >= @day order by id";
        return [.. await session.Query<long>(Sql, new { day }, cancellationToken)];
    }

    /// <summary>The firings that nobody has taken on in time, of which the level above is to be told now.</summary>
    public async Task<IReadOnlyList<long>> GoingUp(DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "select id from rule_firing where goes_up_at <= @now and acknowledged_at is null and withdrawn_at is null order by id";
        return [.. await session.Query<long>(Sql, new { now }, cancellationToken)];
    }

    /// <summary>The boarding houses in which pupils of a firing live.</summary>
    public async Task<IReadOnlyList<long>> HousesOf(long firingId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select distinct t.unit_id from rule_firing_pupil m
            join post t on t.person_id = m.person_id and t.role = 'student'
            join unit u on u.id = t.unit_id and u.kind = 'boarding_house'
            where m.firing_id = @firingId
            order by t.unit_id
            """;
        return [.. await session.Query<long>(Sql, new { firingId }, cancellationToken)];
    }

    /// <summary>Stores a new firing and returns its id; null where the same has fired before.</summary>
    public async ValueTask<long?> Add(Firing firing, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into rule_firing (
                unit_id, rule, scope, dormitory, signs, diseases, first_day, last_day, fired_at, deadline_at, stage, told_unit_id, goes_up_at)
            values (
                @UnitId, @RuleId, @scope, @Dormitory, @signs, @diseases, @FirstDay, @LastDay, @FiredAt, @DeadlineAt, @Stage, @ToldUnitId, @GoesUpAt)
            on conflict do nothing
            returning id
            """;
        var ids = await session.Query<long>(
            Sql,
            new
            {
                firing.Place.UnitId,
                firing.RuleId,
                scope = Word.Of(firing.Place.Scope),
                firing.Place.Dormitory,
                signs = (int)firing.Signs,
                diseases = (int)firing.Diseases,
                firing.FirstDay,
                firing.LastDay,
                firing.FiredAt,
                firing.DeadlineAt,
                firing.Stage,
                firing.ToldUnitId,
                firing.GoesUpAt,
            },
            cancellationToken);
        if (ids.FirstOrDefault() is not (> 0 and var id)) return null;
        await SetPupils(id, firing.Pupils, cancellationToken);
        return id;
    }

    /// <summary>Stores what has changed: pupils, symptoms, days, stage, whether it still stands.</summary>
    public async ValueTask Update(Firing firing, CancellationToken cancellationToken)
    {
        const string Sql = """
            update rule_firing set signs = @signs, diseases = @diseases, last_day = @LastDay, stage = @Stage,
                told_unit_id = @ToldUnitId, goes_up_at = @GoesUpAt, withdrawn_at = @WithdrawnAt
            where id = @Id
            """;
        await session.Execute(
            Sql,
            new
            {
                firing.Id,
                signs = (int)firing.Signs,
                diseases = (int)firing.Diseases,
                firing.LastDay,
                firing.Stage,
                firing.ToldUnitId,
                firing.GoesUpAt,
                firing.WithdrawnAt,
            },
            cancellationToken);
        await session.Execute("delete from rule_firing_pupil where firing_id = @Id", new { firing.Id }, cancellationToken);
        await SetPupils(firing.Id, firing.Pupils, cancellationToken);
    }

    /// <summary>Somebody takes it on; false where somebody else has, or it no longer stands.</summary>
    public async ValueTask<bool> Acknowledge(long id, long userId, string name, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string Sql = """
            update rule_firing set acknowledged_by = @userId, acknowledged_name = @name, acknowledged_at = @at, goes_up_at = null
            where id = @id and acknowledged_at is null and withdrawn_at is null
            """;
        return await session.Execute(Sql, new { id, userId, name, at }, cancellationToken) == 1;
    }

    private async Task SetPupils(long id, IReadOnlyList<long> pupils, CancellationToken cancellationToken)
    {
        foreach (var pupil in pupils)
            await session.Execute("insert into rule_firing_pupil (firing_id, person_id) values (@id, @pupil)", new { id, pupil }, cancellationToken);
    }

    private async Task<IReadOnlyList<Firing>> List(string sql, object arguments, string where, CancellationToken cancellationToken)
    {
        var firings = await session.Query(sql, arguments, Read, cancellationToken);
        if (firings.Count == 0) return [];
        var members = $"select m.firing_id, m.person_id from rule_firing f join rule_firing_pupil m on m.firing_id = f.id where {where} order by m.person_id";
        var pupils = (await session.Query<Member>(members, arguments, cancellationToken)).ToLookup(member => member.FiringId, member => member.PersonId);
        return [.. firings.Select(firing => firing with { Pupils = [.. pupils[firing.Id]] })];
    }

    private static Firing Read(IRow row) => new(row.GetInt64(0), row.GetString(2), new RulePlace(row.GetWord<RuleScope>(3), row.GetInt64(1), row.GetString(4)))
    {
        Signs = (Symptoms)row.GetInt32(5),
        Diseases = (Diseases)row.GetInt32(6),
        FirstDay = row.GetDay(7),
        LastDay = row.GetDay(8),
        FiredAt = row.GetInstant(9),
        DeadlineAt = row.InstantOrNull(10),
        Stage = row.GetInt32(11),
        ToldUnitId = row.NumberOrNull(12),
        GoesUpAt = row.InstantOrNull(13),
        AcknowledgedBy = row.NumberOrNull(14),
        AcknowledgedName = row.TextOrNull(15),
        AcknowledgedAt = row.InstantOrNull(16),
        WithdrawnAt = row.InstantOrNull(17),
    };

    private sealed record Member
    {
        public long FiringId { get; init; }

        public long PersonId { get; init; }
    }
}
