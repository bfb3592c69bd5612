using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Schedule;

/// <summary>Which pieces of the night's work were done on which local day.</summary>
public sealed class NightStore(DbSession session)
{
    /// <summary>Notes that a piece is done; a second note of the same day changes nothing.</summary>
    public Task Add(DateOnly day, string work, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "insert into night_run (day, work, ran_at) values (@day, @work, @now) on conflict do nothing";
        return session.Execute(Sql, new { day, work, now }, cancellationToken);
    }

    /// <summary>The pieces that are done on a day.</summary>
    public async Task<IReadOnlySet<string>> Done(DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = "select work from night_run where day = @day";
        return (await session.Query<string>(Sql, new { day }, cancellationToken)).ToHashSet();
    }
}
