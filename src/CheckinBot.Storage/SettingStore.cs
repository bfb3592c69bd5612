namespace CheckinBot.Storage;

/// <summary>A setting of a unit, and the unit that it comes from.</summary>
/// <param name="Key">The key, such as <c>SchoolDay:OpensAt</c>.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="UnitId">The unit that has it.</param>
public sealed record UnitSetting(string Key, string Value, long UnitId);

/// <summary>What units override; the nearest ancestor's value holds.</summary>
public sealed class SettingStore(DbSession session)
{
    /// <summary>All overrides of all units.</summary>
    public async Task<IReadOnlyList<UnitSetting>> All(CancellationToken cancellation)
    {
        const string Sql = "select key, value, unit_id from setting order by unit_id, key";
        return [.. await session.Query<UnitSetting>(Sql, null, cancellation)];
    }

    /// <summary>The settings that hold for a unit, each with the unit that it comes from.</summary>
    public async Task<IReadOnlyList<UnitSetting>> Effective(long unitId, CancellationToken cancellation)
    {
        const string Sql = """
            select s.key, s.value, s.unit_id
            from unit_ancestor a
            join setting s on s.unit_id = a.ancestor_id
            where a.unit_id = @unitId
            order by a.distance
            """;
        return [.. (await session.Query<UnitSetting>(Sql, new { unitId }, cancellation)).DistinctBy(setting => setting.Key)];
    }

    /// <summary>Sets a value at a unit; null takes it away, so that the ancestor's holds again.</summary>
    public Task Set(long unitId, string key, string? value, CancellationToken cancellation)
    {
        const string Set = """
            insert into setting (unit_id, key, value) values (@unitId, @key, @value)
            on conflict (unit_id, key) do update set value = excluded.value
            """;
        const string Clear = "delete from setting where unit_id = @unitId and key = @key";
        return session.Execute(value is null ? Clear : Set, new { unitId, key, value }, cancellation);
    }
}
