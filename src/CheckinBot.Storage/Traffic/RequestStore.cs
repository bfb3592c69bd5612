using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Traffic;

/// <summary>What somebody asked for and has not got yet.</summary>
/// <param name="Id">Rising in the order in which they asked.</param>
/// <param name="Body">The request as JSON.</param>
public sealed record RequestRow(long Id, string Body);

/// <summary>
/// What takes a while to answer: stored in the transaction of the message that asks, gone in the transaction that answers. A worker that
/// ends in between leaves it to the next one.
/// </summary>
public sealed class RequestStore(DbSession session)
{
    /// <summary>Adds a request and returns its id.</summary>
    public Task<long> Add(string kind, string body, string workerId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "insert into request (kind, body, claimed_by, created_at) values (@kind, @body, @workerId, @now) returning id";
        return session.QuerySingle<long>(Sql, new { kind, body, workerId, now }, cancellationToken);
    }

    /// <summary>It is answered, or nobody can.</summary>
    public Task Remove(long id, CancellationToken cancellationToken)
    {
        const string Sql = "delete from request where id = @id";
        return session.Execute(Sql, new { id }, cancellationToken);
    }

    /// <summary>Whether something waits that nobody who lives is to answer.</summary>
    public Task<bool> AnyLeft(string kind, CancellationToken cancellationToken)
    {
        const string Sql = $"select exists (select 1 from request where kind = @kind and {WorkerStore.IsLeft})";
        return session.QuerySingle<bool>(Sql, new { kind }, cancellationToken);
    }

    /// <summary>A worker takes over what nobody who lives is to answer, and gets it in the order in which it was asked.</summary>
    public async Task<IReadOnlyList<RequestRow>> TakeOver(string kind, string workerId, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            update request set claimed_by = @workerId
            where kind = @kind and {WorkerStore.IsLeft}
            returning id, body
            """;
        var rows = await session.Query(Sql, new { kind, workerId }, row => new RequestRow(row.GetInt64(0), row.GetString(1)), cancellationToken);
        return [.. rows.OrderBy(row => row.Id)];
    }
}
