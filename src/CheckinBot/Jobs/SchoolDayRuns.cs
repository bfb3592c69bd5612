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
    Database database, Writer writer, UnitRulesLoader rules, BotIdentity bot, IEnumerable<EventRun> runs, RunsAside aside,
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

    /// <summary>Makes a run again that was set aside; false where it is not due any more.</summary>
    /// <exception cref="Exception">It failed again, and stays set aside.</exception>
    public async Task<bool> Again(SetAsideRun run, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var units in await LoadUnits(cancellationToken))
        {
            if (units.Units.FirstOrDefault(one => one.Unit.Id == run.UnitId)?.Unit is not { } unit) continue;
            var due = units.Schedule.DueAt(now).FirstOrDefault(one => (one.Event.Day, one.Event.Slot, one.Event.RunKey) == (run.Day, run.Slot, run.Kind));
            if (due is null) return false;
            var act = await _runs[due.Event.Kind].Prepare(units.Of(unit), due, now, cancellationToken);
            await writer.Write(
                async session =>
                {
                    if (await new JobRunStore(session).TakeBack(run, CancellationToken.None)) await RunOnce(session, [unit], due, act);
                },
                cancellationToken);
            return true;
        }

        return false;
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
        var act = await Prepared(run, units, due, now, cancellationToken);
        if (run.LeavesWaivedAlone)
        {
            var toldOf = await WithoutWaived(open, due, cancellationToken);
            foreach (var chunk in open.Except(toldOf).Chunk(run.UnitsToATransaction))
                await writer.Write(session => RunWaived(session, chunk, due, run, now), cancellationToken);
            open = toldOf;
        }

        foreach (var chunk in open.Chunk(run.UnitsToATransaction))
        {
            if (act is null || !await RunTogether(chunk, due, act, cancellationToken)) await RunEach(units, chunk, due, now, cancellationToken);
        }

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

    // Null where one of the units stands in the way of all.
    private static async Task<Func<DbSession, IReadOnlyList<Unit>, ValueTask>?> Prepared(
        EventRun run, ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await run.Prepare(units, due, now, cancellationToken);
        }
        catch (Exception fault) when (DatabaseFault.IsOfTheWork(fault))
        {
            return null;
        }
    }

    private async Task<bool> RunTogether(Unit[] chunk, DueEvent due, Func<DbSession, IReadOnlyList<Unit>, ValueTask> act, CancellationToken cancellationToken)
    {
        try
        {
            await writer.Write(session => RunOnce(session, chunk, due, act), cancellationToken);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException and not ObjectDisposedException)
        {
            return false;
        }
    }

    // One unit that cannot be acted on must not keep the others from it.
    private async Task RunEach(ScheduledUnits units, Unit[] chunk, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var unit in chunk)
        {
            await aside.Try(unit, due.Event, Alone, cancellationToken);

            async Task Alone()
            {
                var act = await _runs[due.Event.Kind].Prepare(units.Of(unit), due, now, cancellationToken);
                await writer.Write(session => RunOnce(session, [unit], due, act), cancellationToken);
            }
        }
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
