using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Users;

/// <summary>Who asked for help: that they did, where they belong, and who looks after it. A word of the message is never stored.</summary>
public sealed class HelpRequestStore(DbSession session)
{
    private const char Between = '\n';

    /// <summary>Somebody asked for help. Whoever is looked after already stays with the one who does.</summary>
    public Task Ask(long userId, long unitId, DistressKind kind, string writer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into help_request (user_id, unit_id, kind, writer, asked_at) values (@userId, @unitId, @kind, @writer, @now)
            on conflict (user_id, unit_id) where closed_at is null
            do update set kind = excluded.kind, writer = excluded.writer, asked_at = excluded.asked_at
            """;
        return session.Execute(Sql, new { userId, unitId, kind = Word.Of(kind), writer, now }, cancellationToken);
    }

    /// <summary>Those of a unit and of the units below it who asked for help and with whom nobody has talked yet, the first first.</summary>
    public async Task<IReadOnlyList<HelpRequest>> Open(long rootId, CancellationToken cancellationToken)
    {
        const string Sql = """
            select h.id, h.kind, h.writer, h.asked_at, h.taken_by, u.id, u.parent_id, u.name, u.path, u.kind,
                (select string_agg(p.name, @between) from link l join person p on p.id = l.person_id
                 where l.user_id = h.user_id and l.kind = 'guardian' and p.unit_id = h.unit_id and p.active)
            from unit_ancestor a
            join help_request h on h.unit_id = a.unit_id and h.closed_at is null
            join unit u on u.id = h.unit_id
            where a.ancestor_id = @rootId
            order by h.asked_at, h.id
            """;
        return await session.Query(Sql, new { rootId, between = Between.ToString() }, Read, cancellationToken);
    }

    /// <summary>A counsellor looks after them; false where somebody does already, or it is done.</summary>
    public async Task<bool> Take(long id, long userId, string name, CancellationToken cancellationToken)
    {
        const string Sql = "update help_request set taken_by = @userId, taken_name = @name where id = @id and taken_by is null and closed_at is null";
        return await session.Execute(Sql, new { id, userId, name }, cancellationToken) == 1;
    }

    /// <summary>The counsellor who looks after them has talked with them.</summary>
    public async Task<bool> Close(long id, long userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "update help_request set closed_at = @now where id = @id and taken_by = @userId and closed_at is null";
        return await session.Execute(Sql, new { id, userId, now }, cancellationToken) == 1;
    }

    private static HelpRequest Read(IRow row) => new(
        row.GetInt64(0), row.GetWord<DistressKind>(1), row.GetString(2),
        row.TextOrNull(10)?.Split(Between) ?? [],
        new Unit(row.GetInt64(5), row.NumberOrNull(6), row.GetString(7), row.GetString(8), row.GetWord<UnitKind>(9)),
        row.GetInstant(3))
    {
        TakenBy = row.NumberOrNull(4),
    };
}
