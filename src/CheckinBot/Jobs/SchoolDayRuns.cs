using CheckinBot.Background;
using CheckinBot.Bots;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;

namespace CheckinBot.Jobs;

/// <summary>
/// Runs whatever is due and has not been run: once for each unit, day, slot and event, however often it is asked to by a
/// trigger, a start after downtime or a clock that jumped.
/// </summary>
internal sealed class SchoolDayRuns(
    Database database, Writer writer, UnitRulesLoader rules, BotIdentity bot, IEnumerable<EventRun> runs, BackgroundWork background,
    TimeProvider time, RunReport report) : IDisposable
{
    private readonly Dictionary<SchoolDayEventKind, EventRun> _runs = runs.ToDictionary(run => run.Kind);
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Runs everything that is due now. Call it after the clock has jumped.</summary>
    public Task CatchUp(CancellationToken cancellationToken) => Run(null, time.GetUtcNow(), cancellationToken);

    /// <summary>Runs what is due at an instant: of one schedule, or of all.</summary>
    /// <param name="scheduleId">The schedule; null for all.</param>
    /// <param name="now">The instant; a trigger gives the time for which it was set, should the clock be a little behind it.</param>
    /// <param name="cancellationToken">Stops between two transactions; what is left is done by the next run.</param>
    public async Task Run(string? scheduleId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Before the bot's name is known, a card would have no link.
        await bot.SetUp.WaitAsync(cancellationToken);
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            foreach (var units in await LoadUnits(cancellationToken))
            {
                if (scheduleId is not null && units.Id != scheduleId) continue;
                foreach (var due in units.Schedule.DueAt(now))
                {
                    await RunDue(units, due, now, cancellationToken);
                }
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>All units by schedule, as they are now.</summary>
    public async Task<IReadOnlyList<ScheduledUnits>> LoadUnits(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return await ScheduledUnits.Load(session, rules, cancellationToken);
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task RunDue(ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var run = _runs[due.Event.Kind];
        var open = await NotYetRun(due, units.Units.Where(run.Concerns), units.Schedule.DayOf(now), cancellationToken);
        if (open.Count == 0) return;
        var act = await run.Prepare(units, due, now, cancellationToken);
        if (run.LeavesWaivedAlone)
        {
            var toldOf = await WithoutWaived(open, due, cancellationToken);
            foreach (var chunk in open.Except(toldOf).Chunk(run.UnitsToATransaction))
                await writer.Write(session => RunWaived(session, chunk, due, run, now), cancellationToken);
            open = toldOf;
        }

        foreach (var chunk in open.Chunk(run.UnitsToATransaction)) await RunTogether(chunk, due, act, cancellationToken);
        report.Done(due.Event, open.Count);
    }

    // It is not recorded as run: if the waiver is taken back in time, what is due is still done.
    private async Task<IReadOnlyList<Unit>> WithoutWaived(IReadOnlyList<Unit> units, DueEvent due, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var waived = await new WaiverStore(session).On(due.Event.Day, cancellationToken);
        return waived.Count == 0 ? units : [.. units.Where(unit => !waived.ContainsKey(unit.Id))];
    }

    private async Task<IReadOnlyList<Unit>> NotYetRun(DueEvent due, IEnumerable<ScheduledUnit> units, DateOnly today, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var store = new JobRunStore(session);
        var done = await store.Done(due.Event.Day, due.Event.Slot, due.Event.RunKey, cancellationToken);
        // A day on which no worker ran needs no end.
        var begun = due.Event.Day < today ? await store.UnitsOf(due.Event.Day, cancellationToken) : null;
        return [.. units.Select(unit => unit.Unit).Where(unit => !done.Contains(unit.Id) && begun?.Contains(unit.Id) != false)];
    }

    // One unit that cannot be acted on must not keep the others from it: it is left out, and tried again by the next run.
    private async Task RunTogether(Unit[] chunk, DueEvent due, Func<DbSession, IReadOnlyList<Unit>, ValueTask> act, CancellationToken cancellationToken)
    {
        if (chunk.Length == 1)
        {
            await background.Try($"{due.Event.RunKey} of unit {chunk[0].Id}", Run, cancellationToken);
            return;
        }

        try
        {
            await Run();
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not ObjectDisposedException)
        {
            foreach (var unit in chunk) await RunTogether([unit], due, act, cancellationToken);
        }

        Task Run() => writer.Write(session => RunOnce(session, chunk, due, act), cancellationToken);
    }

    private async ValueTask RunWaived(DbSession session, Unit[] units, DueEvent due, EventRun run, DateTimeOffset now)
    {
        var claimed = await new JobRunStore(session).Claim(
            [.. units.Select(unit => unit.Id)], due.Event.Day, due.Event.Slot, $"{due.Event.RunKey}-waived", time.GetUtcNow(), CancellationToken.None);
        foreach (var unit in units.Where(unit => claimed.Contains(unit.Id))) await run.WhileWaived(session, unit, due, now);
    }

    private async ValueTask RunOnce(DbSession session, Unit[] units, DueEvent due, Func<DbSession, IReadOnlyList<Unit>, ValueTask> act)
    {
        var store = new JobRunStore(session);
        var (day, slot) = (due.Event.Day, due.Event.Slot);
        var claimed = await store.Claim([.. units.Select(unit => unit.Id)], day, slot, due.Event.RunKey, time.GetUtcNow(), CancellationToken.None);
        foreach (var earlier in due.Supersedes) await store.Claim(claimed, day, slot, earlier, time.GetUtcNow(), CancellationToken.None);
        var ours = claimed.ToHashSet();
        await act(session, [.. units.Where(unit => ours.Contains(unit.Id))]);
    }
}
