using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Users;

/// <summary>An invitation to print or to send.</summary>
/// <param name="Unit">The person's unit.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="Code">The code; empty where none is made yet.</param>
public sealed record InvitationLine(Unit Unit, Person Person, string Code);

/// <summary>Invitation codes: who they stand for, and who used them.</summary>
public sealed class InvitationStore(DbSession session)
{
    // Behind the unit and the person.
    private const int Own = UnitRow.Count + 4;

    /// <summary>What a code stands for, as the user who typed it may be told; null where there is no such code.</summary>
    public async Task<Invitation?> Find(string code, long userId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, i.person_id, p.role, p.name, p.number,
                   i.revoked_at is not null as revoked,
                   exists (select 1 from removed_guardian r where r.person_id = i.person_id and r.user_id = @userId) as user_was_removed,
                   exists (select 1 from invitation_use n where n.code = i.code) as used
            from invitation i
            join person p on p.id = i.person_id and p.active
            join unit u on u.id = p.unit_id
            where i.code = @code
            """;
        var found = (await session.Query(
            Sql, new { code, userId },
            row => new Invitation(code, ReadPerson(row), UnitRow.Read(row))
            {
                Revoked = row.GetBoolean(Own),
                UserWasRemoved = row.GetBoolean(Own + 1),
                UsedUp = row.GetBoolean(Own + 2) && row.GetWord<Role>(UnitRow.Count + 1) != Role.Student,
            },
            cancellationToken)).SingleOrDefault();
        return found is null ? null : found with { LinkedUserIds = await new LinkStore(session).UsersOf(found.Person.Id, cancellationToken) };
    }

    /// <summary>Wrong codes typed by a user since an instant.</summary>
    public Task<int> FailuresSince(long userId, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = "select count(*) from code_failure where user_id = @userId and failed_at >= @instant";
        return session.QuerySingle<int>(Sql, new { userId, instant }, cancellationToken);
    }

    /// <summary>Counts a wrong code.</summary>
    public Task AddFailure(long userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "insert into code_failure (user_id, failed_at) values (@userId, @now)";
        return session.Execute(Sql, new { userId, now }, cancellationToken);
    }

    /// <summary>Forgets wrong codes before an instant.</summary>
    public Task<int> DeleteFailuresBefore(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = "delete from code_failure where failed_at < @instant";
        return session.Execute(Sql, new { instant }, cancellationToken);
    }

    /// <summary>Everybody of a unit and all below it who can be invited, unit by unit, with the code that holds (the newest not revoked).</summary>
    public async Task<IReadOnlyList<InvitationLine>> Lines(long? unitId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, p.id, p.role, p.name, p.number,
                   coalesce((select i.code from invitation i where i.person_id = p.id and i.revoked_at is null
                             order by i.created_at desc, i.code limit 1), '') as code
            from person p
            join unit u on u.id = p.unit_id
            where p.active
              and (cast(@unitId as bigint) is null
                   or exists (select 1 from unit_ancestor a where a.unit_id = p.unit_id and a.ancestor_id = @unitId))
            order by u.path, case p.role when 'student' then 1 else 0 end, length(p.number) nulls first, p.number, p.name, p.id
            """;
        return await session.Query(Sql, new { unitId }, row => new InvitationLine(UnitRow.Read(row), ReadPerson(row), row.GetString(Own)), cancellationToken);
    }

    /// <summary>Adds a code for a person.</summary>
    public Task Add(string code, long personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "insert into invitation (code, person_id, created_at) values (@code, @personId, @now)";
        return session.Execute(Sql, new { code, personId, now }, cancellationToken);
    }

    /// <summary>Takes a code back; false where there is no such code, or it was taken back before.</summary>
    public async Task<bool> Revoke(string code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "update invitation set revoked_at = @now where code = @code and revoked_at is null";
        return await session.Execute(Sql, new { code, now }, cancellationToken) == 1;
    }

    /// <summary>The person of a code, whether it holds or was taken back; null where there is no such code.</summary>
    public Task<long?> PersonOf(string code, CancellationToken cancellationToken)
    {
        const string Sql = "select person_id from invitation where code = @code";
        return session.QuerySingleOrDefault<long?>(Sql, new { code }, cancellationToken);
    }

    private static Person ReadPerson(IRow row) => new(
        row.GetInt64(UnitRow.Count),
        row.GetInt64(0),
        row.GetWord<Role>(UnitRow.Count + 1),
        row.GetString(UnitRow.Count + 2),
        row.TextOrNull(UnitRow.Count + 3));
}
