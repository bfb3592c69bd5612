using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.CheckIns;

/// <summary>People who are monitored until a day: <see cref="Monitoring"/> says who.</summary>
public sealed class MonitoredStore(DbSession session)
{
    /// <summary>
    /// A row <c>m</c> of <c>monitored</c> counts on <c>@day</c>. What was told wrongly never did; what was ended by somebody did until
    /// the day before, which is its last day since then.
    /// </summary>
    internal const string IsOn = $"m.since <= @day and m.until >= @day and {IsTrue}";

    /// <summary>A row <c>m</c> counts on one of the days from <c>@from</c> to <c>@day</c>.</summary>
    internal const string IsOnAny = $"m.since <= @day and m.until >= @from and {IsTrue}";

    private const string IsTrue = "(m.closed_reason is null or m.closed_reason = 'released')";

    internal const string Columns = "m.person_id, m.kind, m.since, m.until, m.id, m.place, m.opened_day, m.opened_slot, m.closed_at, m.closed_reason";

    private static readonly HotStatement OpenedBy = new("""
        select m.id from monitored m where m.person_id = @personId and m.opened_day = @day and m.opened_slot = @slot
        """);

    /// <summary>Whether a check-in has opened a monitoring, closed or not.</summary>
    public async ValueTask<bool> IsOpenedBy(long personId, DateOnly day, string slot, CancellationToken cancellationToken) =>
        (await session.Query(OpenedBy, row => row.GetInt64(0), cancellationToken, personId, day, slot)).Count > 0;

    /// <summary>What the check-ins of a person opened from a day on, closed ones too.</summary>
    public async Task<IReadOnlyList<Monitored>> OpenedSince(long personId, DateOnly from, CancellationToken cancellationToken)
    {
        const string Sql = $"select {Columns} from monitored m where m.person_id = @personId and m.opened_day >= @from order by m.id";
        return await session.Query(Sql, new { personId, from }, Read, cancellationToken);
    }

    /// <summary>Who of the active people of a subtree is monitored on a day, by person; the one that lasts longest first.</summary>
    public async Task<ILookup<long, Monitored>> On(long rootId, DateOnly day, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {Columns} from monitored m
            join person p on p.id = m.person_id and p.active
            where {IsOn} and p.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
            order by m.until desc, m.id
            """;
        return (await session.Query(Sql, new { rootId, day }, Read, cancellationToken)).ToLookup(one => one.PersonId);
    }

    /// <summary>Writes what has changed of one person.</summary>
    public async Task Apply(MonitoringChanges changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Open = """
            insert into monitored (person_id, kind, since, until, place, opened_day, opened_slot, opened_at)
            values (@PersonId, @kind, @Since, @Until, @Place, @OpenedDay, @OpenedSlot, @now)
            """;
        const string Change = """
            update monitored set since = @Since, until = @Until, place = @Place, closed_at = @ClosedAt, closed_reason = @reason where id = @Id
            """;
        foreach (var one in changes.Opened)
        {
            await session.Execute(
                Open, new { one.PersonId, kind = Word.Of(one.Kind), one.Since, one.Until, one.Place, one.OpenedDay, one.OpenedSlot, now }, cancellationToken);
        }

        foreach (var one in changes.Changed)
        {
            var reason = one.End is { } end ? Word.Of(end) : null;
            await session.Execute(Change, new { one.Id, one.Since, one.Until, one.Place, one.ClosedAt, reason }, cancellationToken);
        }
    }

    /// <summary>
    /// Ends what still lasts of a person on a day, and returns how many that were. What was released lasted until the day before; what
    /// was denied never was.
    /// </summary>
    public async Task<int> End(
        long personId, DateOnly day, MonitoredEnd end, string byName, DateTimeOffset now, CancellationToken cancellationToken, MonitoredKind? kind = null)
    {
        const string Sql = """
            update monitored set closed_at = @now, closed_reason = @reason, closed_by = @byName, until = case when @shortened then @before else until end
            where person_id = @personId and until >= @day and closed_reason is null and (@kind = '' or kind = @kind)
            """;
        var arguments = new
        {
            personId,
            day,
            now,
            byName,
            reason = Word.Of(end),
            before = day.AddDays(-1),
            shortened = end == MonitoredEnd.Released,
            kind = kind is { } only ? Word.Of(only) : "",
        };
        return await session.Execute(Sql, arguments, cancellationToken);
    }

    internal static Monitored Read(IRow row) => new(row.GetInt64(0), row.GetWord<MonitoredKind>(1), row.GetDay(2), row.GetDay(3))
    {
        Id = row.GetInt64(4),
        Place = row.TextOrNull(5),
        OpenedDay = row.GetDay(6),
        OpenedSlot = row.GetString(7),
        ClosedAt = row.InstantOrNull(8),
        End = row.IsNull(9) ? null : row.GetWord<MonitoredEnd>(9),
    };
}
