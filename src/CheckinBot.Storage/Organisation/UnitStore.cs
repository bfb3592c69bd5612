using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Organisation;

/// <summary>The tree of units.</summary>
public sealed class UnitStore(DbSession session)
{
    /// <summary>The unit of an id.</summary>
    public async ValueTask<Unit?> Find(long id, CancellationToken cancellationToken)
    {
        const string Sql = $"select {UnitRow.Columns} from unit u where u.id = @id";
        return (await session.Query(Sql, new { id }, UnitRow.Read, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The unit of a path such as <c>示范县/第一小学/三年级/1班</c>.</summary>
    public async ValueTask<Unit?> FindByPath(string path, CancellationToken cancellationToken)
    {
        const string Sql = $"select {UnitRow.Columns} from unit u where u.path = @path";
        return (await session.Query(Sql, new { path }, UnitRow.Read, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The first unit of a kind; null where there is none.</summary>
    public async ValueTask<Unit?> First(UnitKind kind, CancellationToken cancellationToken)
    {
        const string Sql = $"select {UnitRow.Columns} from unit u where u.kind = @kind order by u.id limit 1";
        return (await session.Query(Sql, new { kind = Word.Of(kind) }, UnitRow.Read, cancellationToken)).SingleOrDefault();
    }

    /// <summary>All units, each after the one above it.</summary>
    public Task<IReadOnlyList<Unit>> All(CancellationToken cancellationToken)
    {
        const string Sql = $"select {UnitRow.Columns} from unit u order by u.id";
        return List(Sql, null, cancellationToken);
    }

    /// <summary>The units right below.</summary>
    public Task<IReadOnlyList<Unit>> Children(long id, CancellationToken cancellationToken)
    {
        const string Sql = $"select {UnitRow.Columns} from unit u where u.parent_id = @id order by u.id";
        return List(Sql, new { id }, cancellationToken);
    }

    /// <summary>The unit itself and those above it, the nearest first.</summary>
    public Task<IReadOnlyList<Unit>> Lineage(long id, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns} from unit_ancestor a
            join unit u on u.id = a.ancestor_id
            where a.unit_id = @id
            order by a.distance
            """;
        return List(Sql, new { id }, cancellationToken);
    }

    /// <summary>The unit itself and all below it.</summary>
    public Task<IReadOnlyList<Unit>> Subtree(long id, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns} from unit_ancestor a
            join unit u on u.id = a.unit_id
            where a.ancestor_id = @id
            order by u.id
            """;
        return List(Sql, new { id }, cancellationToken);
    }

    /// <summary>
    /// The units at or below one whose path is, or ends in, what somebody typed, such as <c>三年级/1班</c>; not more than
    /// <paramref name="most"/>.
    /// </summary>
    public Task<IReadOnlyList<Unit>> Ending(long rootId, string path, int most, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns} from unit_ancestor a
            join unit u on u.id = a.unit_id
            where a.ancestor_id = @rootId and (u.path = @path or u.path like '%/' || @path)
            order by u.id limit @most
            """;
        return List(Sql, new { rootId, path, most }, cancellationToken);
    }

    /// <summary>The classes of the school to which a class belongs.</summary>
    public Task<IReadOnlyList<Unit>> ClassesBeside(long id, CancellationToken cancellationToken)
    {
        const string Sql = $"select {UnitRow.Columns} from unit own join unit u on u.school_id = own.school_id and u.kind = 'class' where own.id = @id";
        return List(Sql, new { id }, cancellationToken);
    }

    /// <summary>The school to which a unit belongs; null for an area.</summary>
    public async ValueTask<Unit?> SchoolOf(long id, CancellationToken cancellationToken)
    {
        const string Sql = $"select {UnitRow.Columns} from unit below join unit u on u.id = below.school_id where below.id = @id";
        return (await session.Query(Sql, new { id }, UnitRow.Read, cancellationToken)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<Unit>> List(string sql, object? arguments, CancellationToken cancellationToken) =>
        await session.Query(sql, arguments, UnitRow.Read, cancellationToken);
}

/// <summary>The columns of a unit, and how they are read.</summary>
internal static class UnitRow
{
    /// <summary>The columns that <see cref="Read(IRow)"/> expects first.</summary>
    public const string Columns = "u.id, u.parent_id, u.name, u.path, u.kind, u.time_zone, u.language";

    /// <summary>How many they are.</summary>
    public const int Count = 7;

    public static Unit Read(IRow row) => Read(row, 0);

    /// <summary>The unit in the columns from a position on.</summary>
    public static Unit Read(IRow row, int first) =>
        new(row.GetInt64(first), row.NumberOrNull(first + 1), row.GetString(first + 2), row.GetString(first + 3), row.GetWord<UnitKind>(first + 4))
        {
            TimeZone = row.TextOrNull(first + 5),
            Language = LanguageTag.Parse(row.TextOrNull(first + 6)),
        };
}
