using System.Globalization;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Users;

/// <summary>A person to whom a user is tied.</summary>
/// <param name="Person">Who.</param>
/// <param name="Unit">The person's unit.</param>
/// <param name="Kind">How.</param>
/// <param name="Nicknames">What this user calls the child.</param>
public sealed record LinkedPerson(Person Person, Unit Unit, LinkKind Kind, IReadOnlyList<string> Nicknames);

/// <summary>Who may report for whom.</summary>
public sealed class LinkStore(DbSession session)
{
    private const char Between = '\n';
    private const int MostNicknames = 5;

    private static readonly HotStatement People = new($"""
        select {UnitRow.Columns}, p.id, p.role, p.name, p.number, l.kind, l.nickname, {Boarders.Condition} as is_boarder, cast(p.birth_date as text)
        from link l
        join person p on p.id = l.person_id and p.active
        join unit u on u.id = p.unit_id
        where l.user_id = @userId
        order by l.kind desc, l.linked_at, l.person_id
        """);

    /// <summary>The people to whom a user is tied: the user first, then the children in the order of linking.</summary>
    public async ValueTask<IReadOnlyList<LinkedPerson>> OfUser(long userId, CancellationToken cancellationToken) =>
        await session.Query(People, Read, cancellationToken, userId);

    /// <summary>The guardians of the pupils of a class, and its staff for themselves, in the order of linking.</summary>
    public async Task<IReadOnlyList<Guardian>> GuardiansOfUnit(long unitId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select l.user_id, l.person_id, l.display_name, l.linked_at, coalesce(a.reachable, true), q.asked_at
            from person p
            join link l on l.person_id = p.id
            left join account a on a.user_id = l.user_id
            left join asked q on q.user_id = l.user_id
            where p.unit_id = @unitId and p.active
            order by l.person_id, l.linked_at
            """;
        return await session.Query(
            Sql, new { unitId },
            row => new Guardian(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInstant(3))
            {
                Reachable = row.GetBoolean(4),
                AskedAt = row.InstantOrNull(5),
            },
            cancellationToken);
    }

    /// <summary>Those whom a class teacher removed from pupils of a class, as they were called; the time is that of the removal.</summary>
    public async Task<IReadOnlyList<Guardian>> RemovedOfUnit(long unitId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select r.user_id, r.person_id, coalesce(r.display_name, ''), r.removed_at
            from person p
            join removed_guardian r on r.person_id = p.id
            where p.unit_id = @unitId and p.active
            order by r.person_id, r.removed_at
            """;
        return await session.Query(
            Sql, new { unitId }, row => new Guardian(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInstant(3)), cancellationToken);
    }

    /// <summary>The user who answers for somebody and can be written to: who answered last, else who was linked first; null for none.</summary>
    public async Task<long?> WhoAnswersFor(long personId, long exceptUserId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select l.user_id from link l
            left join account a on a.user_id = l.user_id
            where l.person_id = @personId and l.user_id <> @exceptUserId and coalesce(a.reachable, true)
            order by
              coalesce((select max(b.day) from check_in b where b.person_id = @personId and b.reporter_user_id = l.user_id), '0001-01-01') desc,
              l.linked_at, l.user_id
            limit 1
            """;
        return await session.QuerySingleOrDefault<long?>(Sql, new { personId, exceptUserId }, cancellationToken);
    }

    /// <summary>The users tied to a person, in the order of linking.</summary>
    public async Task<IReadOnlyList<long>> UsersOf(long personId, CancellationToken cancellationToken)
    {
        const string Sql = "select user_id from link where person_id = @personId order by linked_at, user_id";
        return [.. await session.Query<long>(Sql, new { personId }, cancellationToken)];
    }

    /// <summary>
    /// Ties a user to a person, and notes the use of the code. Nothing happens where they are tied already, or where somebody else
    /// is that person by now: who takes the end of their link back may come too late.
    /// </summary>
    public async Task Add(long userId, long personId, LinkKind kind, string displayName, string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Link = """
            insert into link (user_id, person_id, kind, display_name, linked_at)
            select @userId, @personId, @kind, @displayName, @now
            where @kind <> 'self' or not exists (select 1 from link l where l.person_id = @personId and l.kind = 'self' and l.user_id <> @userId)
            on conflict do nothing
            """;
        const string Use = """
            insert into invitation_use (code, user_id, used_at)
            select code, @userId, @now from invitation where code = @code
            on conflict do nothing
            """;
        await session.Execute(Link, new { userId, personId, kind = Word.Of(kind), displayName, now }, cancellationToken);
        await session.Execute(Use, new { userId, code, now }, cancellationToken);
    }

    /// <summary>Unties a user from a person, and gives the code back: it may be used again by somebody else.</summary>
    public async Task Remove(long userId, long personId, CancellationToken cancellationToken)
    {
        const string Unlink = "delete from link where user_id = @userId and person_id = @personId";
        const string GiveBack = """
            delete from invitation_use
            where user_id = @userId and code in (select code from invitation where person_id = @personId)
            """;
        await session.Execute(Unlink, new { userId, personId }, cancellationToken);
        await session.Execute(GiveBack, new { userId, personId }, cancellationToken);
    }

    /// <summary>Unties a user whom the class teacher removed: no code of this person lets them back in.</summary>
    public async Task Expel(long userId, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into removed_guardian (user_id, person_id, removed_at, display_name)
            values (@userId, @personId, @now, (select display_name from link where user_id = @userId and person_id = @personId))
            on conflict do nothing
            """;
        await session.Execute(Sql, new { userId, personId, now }, cancellationToken);
        await Remove(userId, personId, cancellationToken);
    }

    /// <summary>Lets a guardian back in whom the class teacher removed. Whoever has an account is tied again at once; the code works for all.</summary>
    public async Task Readmit(long userId, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Link = """
            insert into link (user_id, person_id, kind, display_name, linked_at)
            select r.user_id, r.person_id, 'guardian', coalesce(r.display_name, ''), @now from removed_guardian r
            join account a on a.user_id = r.user_id
            where r.user_id = @userId and r.person_id = @personId
            on conflict do nothing
            """;
        const string Forgive = "delete from removed_guardian where user_id = @userId and person_id = @personId";
        await session.Execute(Link, new { userId, personId, now }, cancellationToken);
        await session.Execute(Forgive, new { userId, personId }, cancellationToken);
    }

    /// <summary>Keeps what a user calls a child; of two children only the last so called keeps the name.</summary>
    public async Task KeepNickname(long userId, long personId, string nickname, CancellationToken cancellationToken)
    {
        const string Sql = "update link set nickname = @stored where user_id = @userId and person_id = @id";
        foreach (var link in await OfUser(userId, cancellationToken))
        {
            var id = link.Person.Id;
            var without = link.Nicknames.Where(known => known != nickname);
            var names = id == personId ? without.Append(nickname).TakeLast(MostNicknames) : without;
            if (names.SequenceEqual(link.Nicknames)) continue;
            var stored = string.Join(Between, names);
            await session.Execute(Sql, new { userId, id, stored = stored.Length == 0 ? null : stored }, cancellationToken);
        }
    }

    private static LinkedPerson Read(IRow row) => new(
        new Person(row.GetInt64(7), row.GetInt64(0), row.GetWord<Role>(8), row.GetString(9), row.TextOrNull(10))
        {
            IsBoarder = row.GetBoolean(13),
            BirthDate = Day(row.TextOrNull(14)),
        },
        UnitRow.Read(row, 0),
        row.GetWord<LinkKind>(11),
        Nicknames(row.TextOrNull(12)));

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string[] Nicknames(string? stored) => stored?.Split(Between, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
