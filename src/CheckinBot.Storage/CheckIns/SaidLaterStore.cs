using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.CheckIns;

/// <summary>Families that said that they answer later, by person, day and slot.</summary>
public sealed class SaidLaterStore(DbSession session)
{
    /// <summary>Notes that the family of somebody has just said so.</summary>
    public Task Say(long personId, DateOnly day, string slot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into said_later (person_id, day, slot, said_at) values (@personId, @day, @slot, @now)
            on conflict (person_id, day, slot) do update set said_at = excluded.said_at
            """;
        return session.Execute(Sql, new { personId, day, slot, now }, cancellationToken);
    }

    /// <summary>When it was said last (UTC) of those for whom a unit answers: its own people, or the pupils who live there.</summary>
    public async Task<IReadOnlyDictionary<long, DateTimeOffset>> OfUnit(long unitId, DateOnly day, string slot, CancellationToken cancellationToken)
    {
        const string Sql = """
            select s.person_id, s.said_at from said_later s
            join person p on p.id = s.person_id
            where s.day = @day and s.slot = @slot
              and (p.unit_id = @unitId or exists (select 1 from post t where t.person_id = p.id and t.unit_id = @unitId))
            """;
        return (await session.Query(Sql, new { unitId, day, slot }, row => (Id: row.GetInt64(0), At: row.GetInstant(1)), cancellationToken))
            .ToDictionary(row => row.Id, row => row.At);
    }
}
