using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Users;

namespace CheckinBot.Storage.Settings;

/// <summary>A setting of a unit, and the unit that it comes from.</summary>
/// <param name="Key">The key, such as <c>SchoolDay:OpensAt</c>.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="UnitId">The unit that has it.</param>
public sealed record UnitSetting(string Key, string Value, long UnitId);

/// <summary>A change of a setting.</summary>
public sealed record SettingChange
{
    /// <summary>The key.</summary>
    public string Key { get; init; } = "";

    /// <summary>The unit's own value before; null where it had none.</summary>
    public string? OldValue { get; init; }

    /// <summary>The unit's own value since; null where it was taken away.</summary>
    public string? NewValue { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The member of staff who did it; null for the operator.</summary>
    public string? ByName { get; init; }

    /// <summary>The operating system's account, where the operator did it.</summary>
    public string? ByOperator { get; init; }
}

/// <summary>The settings that units override; the value of the nearest unit above holds.</summary>
public sealed class SettingStore(DbSession session)
{
    /// <summary>All overrides of all units.</summary>
    public async Task<IReadOnlyList<UnitSetting>> All(CancellationToken cancellationToken)
    {
        const string Sql = "select key, value, unit_id from setting order by unit_id, key";
        return [.. await session.Query<UnitSetting>(Sql, null, cancellationToken)];
    }

    /// <summary>The settings of a unit and of those above it, the nearest first.</summary>
    public async Task<IReadOnlyList<UnitSetting>> OfLineage(long unitId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select s.key, s.value, s.unit_id
            from unit_ancestor a
            join setting s on s.unit_id = a.ancestor_id
            where a.unit_id = @unitId
            order by a.distance
            """;
        return [.. await session.Query<UnitSetting>(Sql, new { unitId }, cancellationToken)];
    }

    /// <summary>
    /// Sets a value at a unit and keeps who did; null takes it away, so that the ancestor's holds again.
    /// Nothing is kept where nothing changes.
    /// </summary>
    public async Task Change(long unitId, string key, string? value, Looker by, DateTimeOffset at, CancellationToken cancellationToken)
    {
        const string Old = "select value from setting where unit_id = @unitId and key = @key";
        const string Keep = """
            insert into setting_change (unit_id, key, old_value, new_value, changed_at, by_user_id, by_person_id, by_operator)
            values (@unitId, @key, @old, @value, @at, @UserId, @PersonId, @Account)
            """;
        var old = await session.QuerySingleOrDefault<string>(Old, new { unitId, key }, cancellationToken);
        if (old == value) return;
        await Set(unitId, key, value, cancellationToken);
        await session.Execute(Keep, new { unitId, key, old, value, at, by.UserId, by.PersonId, by.Account }, cancellationToken);
    }

    /// <summary>The id of the last change of any setting; 0 before the first. It tells whether something has changed since.</summary>
    public Task<long> LastChange(CancellationToken cancellationToken)
    {
        const string Sql = "select coalesce(max(id), 0) from setting_change";
        return session.QuerySingle<long>(Sql, null, cancellationToken);
    }

    /// <summary>Who changed what at a unit, the latest first.</summary>
    public async Task<IReadOnlyList<SettingChange>> Changes(long unitId, int most, CancellationToken cancellationToken)
    {
        const string Sql = """
            select c.key, c.old_value, c.new_value, c.changed_at, p.name as by_name, c.by_operator
            from setting_change c
            left join person p on p.id = c.by_person_id
            where c.unit_id = @unitId
            order by c.id desc
            limit @most
            """;
        return [.. await session.Query<SettingChange>(Sql, new { unitId, most }, cancellationToken)];
    }

    /// <summary>Who last changed the days on which a unit has school, at the unit or the nearest one above; null where nobody has.</summary>
    public async Task<SettingChange?> LastCalendarChange(long unitId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select c.key, c.old_value, c.new_value, c.changed_at, p.name as by_name, c.by_operator
            from unit_ancestor a
            join setting_change c on c.unit_id = a.ancestor_id and c.key in ('SchoolDay:Days', 'SchoolDay:Holidays', 'SchoolDay:MakeUpDays')
            left join person p on p.id = c.by_person_id
            where a.unit_id = @unitId
            order by a.distance, c.id desc
            limit 1
            """;
        return await session.QuerySingleOrDefault<SettingChange>(Sql, new { unitId }, cancellationToken);
    }

    private Task<int> Set(long unitId, string key, string? value, CancellationToken cancellationToken)
    {
        const string Set = """
            insert into setting (unit_id, key, value) values (@unitId, @key, @value)
            on conflict (unit_id, key) do update set value = excluded.value
            """;
        const string Clear = "delete from setting where unit_id = @unitId and key = @key";
        return session.Execute(value is null ? Clear : Set, new { unitId, key, value }, cancellationToken);
    }
}
