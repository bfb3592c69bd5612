using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>A worker on this database.</summary>
/// <param name="Id">What its claims are signed with.</param>
/// <param name="Place">Its machine and process.</param>
/// <param name="Beats">How often it has said that it lives; negative once it has stopped.</param>
/// <param name="SeenAt">When it last did (UTC, by its own clock).</param>
public sealed record WorkerRow(string Id, string Place, long Beats, DateTimeOffset SeenAt)
{
    /// <summary>It has stopped, or was found to be dead.</summary>
    public bool HasEnded => Beats < 0;
}

/// <summary>The workers that share this database: whose claims hold, and whose may be taken over.</summary>
public sealed class WorkerStore(DbSession session)
{
    /// <summary>A row is claimed by a worker that has ended, or that nobody knows any more.</summary>
    internal const string IsLeft = "claimed_by not in (select id from worker where beats >= 0)";

    /// <summary>A worker begins.</summary>
    public Task Add(string id, string place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into worker (id, place, beats, seen_at) values (@id, @place, 0, @now)
            on conflict (id) do update set beats = 0, seen_at = excluded.seen_at
            """;
        return session.Execute(Sql, new { id, place, now }, cancellationToken);
    }

    /// <summary>A worker lives; false where another one has taken it for dead.</summary>
    public async Task<bool> Beat(string id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "update worker set beats = beats + 1, seen_at = @now where id = @id and beats >= 0";
        return await session.Execute(Sql, new { id, now }, cancellationToken) == 1;
    }

    /// <summary>A worker has stopped, or is found to be dead: its claims are free.</summary>
    public Task End(string id, CancellationToken cancellationToken)
    {
        const string Sql = "update worker set beats = -1 where id = @id";
        return session.Execute(Sql, new { id }, cancellationToken);
    }

    /// <summary>All workers, those included that have ended.</summary>
    public Task<List<WorkerRow>> All(CancellationToken cancellationToken)
    {
        const string Sql = "select id, place, beats, seen_at from worker order by seen_at";
        return session.Query(Sql, null, row => new WorkerRow(row.GetString(0), row.GetString(1), row.GetInt64(2), row.GetInstant(3)), cancellationToken);
    }

    /// <summary>Forgets workers that ended before an instant.</summary>
    public Task<int> DeleteBefore(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = "delete from worker where beats < 0 and seen_at < @instant";
        return session.Execute(Sql, new { instant }, cancellationToken);
    }
}
