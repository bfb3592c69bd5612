using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Alerts;

/// <summary>A class or a school whose facts changed, so that its rules are to be judged anew.</summary>
/// <param name="UnitId">The class, or the school.</param>
/// <param name="Day">The school day.</param>
/// <param name="WithSilence">Whether to look for pupils who have not answered for days as well. The schedule asks for that; a single check-in does not.</param>
/// <param name="DueAt">When what was told has settled (UTC).</param>
public sealed record RuleLook(long UnitId, DateOnly Day, bool WithSilence, DateTimeOffset DueAt);

/// <summary>The looks that are due or are settling. They are stored with the change that causes them, so that none is lost with a process.</summary>
public sealed class RuleLookStore(DbSession session)
{
    /// <summary>Adds a look. One that waits for the same unit and day already keeps its time: a stream of changes does not put it off for ever.</summary>
    public Task Add(RuleLook look, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into rule_look (unit_id, day, with_silence, due_at) values (@UnitId, @Day, @WithSilence, @DueAt)
            on conflict (unit_id, day) do update set with_silence = rule_look.with_silence or excluded.with_silence
            """;
        return session.Execute(Sql, look, cancellationToken);
    }

    /// <summary>All looks, the first due first.</summary>
    public async Task<IReadOnlyList<RuleLook>> All(CancellationToken cancellationToken)
    {
        const string Sql = "select unit_id, day, with_silence, due_at from rule_look order by due_at, unit_id";
        return await session.Query(Sql, null, row => new RuleLook(row.GetInt64(0), row.GetDay(1), row.GetBoolean(2), row.GetInstant(3)), cancellationToken);
    }

    /// <summary>Takes a look out, in the transaction that judges it; false where somebody else has.</summary>
    public async Task<bool> Take(RuleLook look, CancellationToken cancellationToken)
    {
        const string Sql = "delete from rule_look where unit_id = @UnitId and day = @Day";
        return await session.Execute(Sql, new { look.UnitId, look.Day }, cancellationToken) == 1;
    }
}
