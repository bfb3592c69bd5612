using System.Data.Common;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Storage;

/// <summary>A person to whom a user is tied.</summary>
/// <param name="Person">Who.</param>
/// <param name="Unit">The person's unit.</param>
/// <param name="Kind">How.</param>
/// <param name="Nickname">What the family calls the child; null where unknown.</param>
public sealed record LinkedPerson(Person Person, Unit Unit, LinkKind Kind, string? Nickname);

/// <summary>Who may report for whom.</summary>
public sealed class LinkStore(DbSession session)
{
    private static readonly HotStatement People = new($"""
        select {UnitRow.Columns}, p.id, p.role, p.name, p.number, l.kind, l.nickname, {Boarders.Condition} as is_boarder
        from link l
        join person p on p.id = l.person_id and p.active
        join unit u on u.id = p.unit_id
        where l.user_id = @userId
        order by l.kind desc, l.linked_at, l.person_id
        """);

    /// <summary>The people to whom a user is tied: the user first, then the children in the order of linking.</summary>
    public async ValueTask<IReadOnlyList<LinkedPerson>> OfUser(long userId, CancellationToken cancellation) =>
        await session.Query(People, Read, cancellation, userId);

    /// <summary>The guardians of the pupils of a class, in the order of linking.</summary>
    public async Task<IReadOnlyList<Guardian>> GuardiansOfUnit(long unitId, CancellationToken cancellation)
    {
        const string Sql = """
            select l.user_id, l.person_id, l.display_name, l.linked_at
            from person p
            join link l on l.person_id = p.id and l.kind = 'guardian'
            where p.unit_id = @unitId and p.active
            order by l.person_id, l.linked_at
            """;
        return [.. (await session.Query<GuardianRow>(Sql, new { unitId }, cancellation)).Select(row => row.ToGuardian())];
    }

    /// <summary>The users tied to a person, in the order of linking.</summary>
    public async Task<IReadOnlyList<long>> UsersOf(long personId, CancellationToken cancellation)
    {
        const string Sql = "select user_id from link where person_id = @personId order by linked_at, user_id";
        return [.. await session.Query<long>(Sql, new { personId }, cancellation)];
    }

    /// <summary>Ties a user to a person, and notes the use of the code. Nothing happens where they are tied already.</summary>
    public async Task Add(long userId, long personId, LinkKind kind, string displayName, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        const string Link = """
            insert into link (user_id, person_id, kind, display_name, linked_at)
            values (@userId, @personId, @kind, @displayName, @now)
            on conflict do nothing
            """;
        const string Use = """
            insert into invitation_use (code, user_id, used_at)
            select code, @userId, @now from invitation where code = @code
            on conflict do nothing
            """;
        await session.Execute(Link, new { userId, personId, kind = Word.Of(kind), displayName, now }, cancellation);
        await session.Execute(Use, new { userId, code, now }, cancellation);
    }

    /// <summary>Unties a user from a person, and gives the code back: it may be used again by somebody else.</summary>
    public async Task Remove(long userId, long personId, CancellationToken cancellation)
    {
        const string Unlink = "delete from link where user_id = @userId and person_id = @personId";
        const string GiveBack = """
            delete from invitation_use
            where user_id = @userId and code in (select code from invitation where person_id = @personId)
            """;
        await session.Execute(Unlink, new { userId, personId }, cancellation);
        await session.Execute(GiveBack, new { userId, personId }, cancellation);
    }

    /// <summary>Unties a user whom the class teacher removed: no code of this person lets them back in.</summary>
    public async Task Expel(long userId, long personId, DateTimeOffset now, CancellationToken cancellation)
    {
        const string Sql = """
            insert into removed_guardian (user_id, person_id, removed_at) values (@userId, @personId, @now)
            on conflict do nothing
            """;
        await Remove(userId, personId, cancellation);
        await session.Execute(Sql, new { userId, personId, now }, cancellation);
    }

    /// <summary>Keeps what the family calls the child.</summary>
    public Task SetNickname(long userId, long personId, string? nickname, CancellationToken cancellation)
    {
        const string Sql = "update link set nickname = @nickname where user_id = @userId and person_id = @personId";
        return session.Execute(Sql, new { userId, personId, nickname }, cancellation);
    }

    private static LinkedPerson Read(DbDataReader row) => new(
        new Person(row.GetInt64(7), row.GetInt64(0), Word.Parse<Role>(row.GetString(8)), row.GetString(9), row.TextOrNull(10)) { IsBoarder = row.GetBoolean(13) },
        UnitRow.Read(row, 0),
        Word.Parse<LinkKind>(row.GetString(11)),
        row.TextOrNull(12));

    private sealed record GuardianRow
    {
        public long UserId { get; init; }

        public long PersonId { get; init; }

        public string DisplayName { get; init; } = "";

        public DateTimeOffset LinkedAt { get; init; }

        public Guardian ToGuardian() => new(UserId, PersonId, DisplayName, LinkedAt);
    }
}
