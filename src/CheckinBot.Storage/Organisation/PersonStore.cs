using CheckinBot.Core.Organisation;
using CheckinBot.Core.Writing;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Organisation;

/// <summary>Pupils and staff, and the posts that they hold. Those who left are not found.</summary>
public sealed class PersonStore(DbSession session)
{
    private const string HoldersOfRole = """
        l.user_id, coalesce(a.language, a.seen_language), t.unit_id, coalesce(a.reachable, true)
        from post t
        join person p on p.id = t.person_id and p.active
        join link l on l.person_id = t.person_id and l.kind = 'self'
        left join account a on a.user_id = l.user_id
        where t.role = @role
        """;

    private static readonly HotStatement Names = new("""
        select p.id, p.name, p.number from person p
        where p.unit_id = @unitId and p.active and p.expected
        order by length(p.number) nulls first, p.number, p.name, p.id
        """);

    /// <summary>The person of an id.</summary>
    public async ValueTask<Person?> Find(long id, CancellationToken cancellationToken)
    {
        const string Sql = $"select {PersonRow.Columns} from person p where p.id = @id and p.active";
        return (await session.Query(Sql, new { id }, PersonRow.Read, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The names and numbers of everybody of a unit who is expected to check in. Asked for by the first family of a class that writes.</summary>
    public async ValueTask<IReadOnlyList<(long PersonId, string Name, string? Number)>> NamesOf(long unitId, CancellationToken cancellationToken) =>
        await session.Query(Names, row => (row.GetInt64(0), row.GetString(1), row.TextOrNull(2)), cancellationToken, unitId);

    /// <summary>Everybody of a unit who is expected to check in, by number and name.</summary>
    public async Task<IReadOnlyList<Person>> Expected(long unitId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {PersonRow.Columns} from person p
            where p.unit_id = @unitId and p.active and p.expected
            order by length(p.number) nulls first, p.number, p.name, p.id
            """;
        return await session.Query(Sql, new { unitId }, PersonRow.Read, cancellationToken);
    }

    /// <summary>The pupils who live in a boarding house, by the classes to which they belong.</summary>
    public async Task<ILookup<long, long>> Residents(long houseId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select p.unit_id, p.id from post t
            join person p on p.id = t.person_id and p.active and p.unit_id <> t.unit_id
            where t.unit_id = @houseId and t.role = 'student'
            order by p.unit_id, p.id
            """;
        return (await session.Query<(long UnitId, long Id)>(Sql, new { houseId }, cancellationToken)).ToLookup(one => one.UnitId, one => one.Id);
    }

    /// <summary>The posts of the people who a user is, each with its unit.</summary>
    public async Task<IReadOnlyList<Post>> PostsOfUser(long userId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, t.person_id, t.role
            from link l
            join person p on p.id = l.person_id and p.active
            join post t on t.person_id = l.person_id
            join unit u on u.id = t.unit_id
            where l.user_id = @userId and l.kind = 'self'
            order by t.person_id, u.id
            """;
        return await session.Query(
            Sql, new { userId }, row => new Post(row.GetInt64(UnitRow.Count), UnitRow.Read(row), row.GetWord<Role>(UnitRow.Count + 1)), cancellationToken);
    }

    /// <summary>The posts of staff at a unit and above it, each with who holds it.</summary>
    public async Task<IReadOnlyList<(Post Post, string Name)>> StaffOver(long unitId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, t.person_id, t.role, p.name
            from unit_ancestor a
            join post t on t.unit_id = a.ancestor_id and t.role <> 'student'
            join person p on p.id = t.person_id and p.active
            join unit u on u.id = t.unit_id
            where a.unit_id = @unitId
            order by a.distance, t.person_id
            """;
        return await session.Query(
            Sql, new { unitId },
            row => (new Post(row.GetInt64(UnitRow.Count), UnitRow.Read(row), row.GetWord<Role>(UnitRow.Count + 1)), row.GetString(UnitRow.Count + 2)),
            cancellationToken);
    }

    /// <summary>
    /// The units at or below one with somebody whose name is in a text, or whose number is the first word of it; not more than
    /// <paramref name="most"/>.
    /// </summary>
    public async Task<IReadOnlyList<Unit>> UnitsNaming(long rootId, string text, int most, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns} from unit u
            where u.id in (
                select p.unit_id from unit_ancestor a
                join person p on p.unit_id = a.unit_id and p.active and p.expected
                where a.ancestor_id = @rootId and (@written like '%' || coalesce(p.plain_name, p.name) || '%' or p.number = @first))
            order by u.id limit @most
            """;
        var first = text.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return await session.Query(Sql, new { rootId, written = NameForm.Of(text), first, most }, UnitRow.Read, cancellationToken);
    }

    /// <summary>The units at or below one for whose people a user gave answers on a day, the latest first; not more than <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<Unit>> UnitsRecordedBy(long rootId, long userId, DateOnly day, int most, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns} from check_in c
            join person p on p.id = c.person_id
            join unit u on u.id = p.unit_id
            where c.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
              and c.day = @day and c.is_current and c.reporter_user_id = @userId
            order by c.reported_at desc, c.id desc limit @most
            """;
        return [.. (await session.Query(Sql, new { rootId, userId, day, most }, UnitRow.Read, cancellationToken)).DistinctBy(unit => unit.Id)];
    }

    /// <summary>The users who hold a role at exactly this unit, and their languages.</summary>
    public async Task<IReadOnlyList<Recipient>> Holders(long unitId, Role role, CancellationToken cancellationToken)
    {
        const string Sql = $"select distinct {HoldersOfRole} and t.unit_id = @unitId";
        return await session.Query(Sql, new { unitId, role = Word.Of(role) }, Recipient.Read, cancellationToken);
    }

    /// <summary>The users who hold a role anywhere, and their languages, by unit.</summary>
    public async Task<ILookup<long, Recipient>> HoldersByUnit(Role role, CancellationToken cancellationToken)
    {
        const string Sql = $"select distinct {HoldersOfRole}";
        var holders = await session.Query(Sql, new { role = Word.Of(role) }, row => (UnitId: row.GetInt64(2), To: Recipient.Read(row)), cancellationToken);
        return holders.ToLookup(holder => holder.UnitId, holder => holder.To);
    }
}

/// <summary>A user to write to.</summary>
/// <param name="UserId">The Telegram user.</param>
/// <param name="Language">The language in use: chosen, else the one in which they were last answered; null where neither is known.</param>
public sealed record Recipient(long UserId, Language? Language)
{
    /// <summary>
    /// The last message to them was not refused. Staff are written to all the same: the mark may be stale, and an alert must
    /// not be lost by it.
    /// </summary>
    public bool Reachable { get; init; } = true;

    internal static Recipient Read(IRow row) => new(row.GetInt64(0), LanguageTag.Parse(row.TextOrNull(1))) { Reachable = row.GetBoolean(3) };
}

/// <summary>The columns of a person, and how they are read.</summary>
internal static class PersonRow
{
    public const string Columns = $"p.id, p.unit_id, p.role, p.name, p.number, {Boarders.Condition} as is_boarder";

    /// <summary>How many they are.</summary>
    public const int Count = 6;

    public static Person Read(IRow row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetWord<Role>(2), row.GetString(3), row.TextOrNull(4)) { IsBoarder = row.GetBoolean(5) };
}
