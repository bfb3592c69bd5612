using System.Diagnostics.Metrics;
using CheckinBot.Core.Shown;
using CheckinBot.Telegram;

namespace CheckinBot.Metrics;

/// <summary>What the operator can watch. Tags are closed sets of words: never a name, a chat or a reading.</summary>
public sealed class BotMetrics : IDisposable
{
    private readonly Meter _meter = new("CheckinBot");
    private readonly Counter<long> _updates;
    private readonly Counter<long> _poisoned;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _checkIns;
    private readonly Counter<long> _calls;
    private readonly Counter<long> _repeated;
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _answer;
    private readonly Histogram<double> _lateness;
    private readonly Histogram<double> _transaction;
    private readonly Counter<long> _wrongCodes;

    // Most jobs run within a second; one that a stopped machine has missed runs hours later.
    private static readonly double[] Lateness = [0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600, 14_400, 86_400];

    /// <summary>Creates the instruments.</summary>
    public BotMetrics()
    {
        _updates = _meter.CreateCounter<long>("checkinbot.updates", description: "Updates committed");
        _poisoned = _meter.CreateCounter<long>("checkinbot.updates.poisoned", description: "Updates that failed alone and were skipped");
        _duplicates = _meter.CreateCounter<long>("checkinbot.updates.duplicate", description: "Updates that had been committed before");
        _checkIns = _meter.CreateCounter<long>("checkinbot.check_ins", description: "Check-ins stored, revisions included");
        _calls = _meter.CreateCounter<long>("checkinbot.calls", description: "Bot API calls by lane and outcome: too_many is Telegram's 429");
        _repeated = _meter.CreateCounter<long>("checkinbot.sends.repeated", description: "Sends in flight at a crash that were sent again");
        _lag = _meter.CreateHistogram<double>("checkinbot.update.lag", "s", "From the person's sending to the commit");
        _answer = _meter.CreateHistogram<double>("checkinbot.send.wait", "s", "From the commit of a message to its sending");
        _lateness = _meter.CreateHistogram(
            "checkinbot.job.lateness", "s", "From the time for which a job was set to its end",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Lateness });
        _transaction = _meter.CreateHistogram<double>("checkinbot.database.transaction", "s", "What a transaction of the writer took, its commit included");
        _wrongCodes = _meter.CreateCounter<long>("checkinbot.codes.refused", description: "Invitation codes that were wrong, used up or taken back");
    }

    /// <summary>The meter of these instruments.</summary>
    internal Meter Meter => _meter;

    internal void UpdateCommitted(string kind, TimeSpan? lag)
    {
        _updates.Add(1, new KeyValuePair<string, object?>("kind", kind));
        if (lag is { } value) _lag.Record(Math.Max(0, value.TotalSeconds));
    }

    internal void UpdatePoisoned() => _poisoned.Add(1);

    internal void UpdateDuplicate() => _duplicates.Add(1);

    internal void CheckInStored(string source) => _checkIns.Add(1, new KeyValuePair<string, object?>("source", source));

    internal void Called(Lane lane, CallOutcome outcome) => _calls.Add(1, LaneTag(lane), new KeyValuePair<string, object?>("outcome", outcome switch
    {
        CallOutcome.Done or CallOutcome.Shown => "done",
        CallOutcome.TooMany => "too_many",
        CallOutcome.Migrated => "migrated",
        CallOutcome.Unreachable => "unreachable",
        CallOutcome.Unreadable => "unreadable",
        CallOutcome.Refused or CallOutcome.NotShown => "refused",
        _ => "failed",
    }));

    internal void JobRun(string kind, TimeSpan lateness) =>
        _lateness.Record(Math.Max(0, lateness.TotalSeconds), new KeyValuePair<string, object?>("kind", kind));

    internal void Transaction(TimeSpan took) => _transaction.Record(took.TotalSeconds);

    internal void CodeRefused() => _wrongCodes.Add(1);

    internal void SentAgain(long count) => _repeated.Add(count);

    internal void Waited(Lane lane, TimeSpan wait) => _answer.Record(Math.Max(0, wait.TotalSeconds), LaneTag(lane));

    /// <summary>Reports depth and age of the outbox, lane by lane, whenever they are asked for.</summary>
    internal void ObserveOutbox(Func<Lane, long> depth, Func<IReadOnlyList<TimeSpan>> ages)
    {
        _meter.CreateObservableGauge(
            "checkinbot.outbox.depth",
            () => Enum.GetValues<Lane>().Select(lane => new Measurement<long>(depth(lane), LaneTag(lane))),
            description: "Messages committed and not sent yet");
        _meter.CreateObservableGauge(
            "checkinbot.outbox.age",
            () => ages().Select((age, lane) => new Measurement<double>(Math.Max(0, age.TotalSeconds), LaneTag((Lane)lane))),
            "s",
            "How long the oldest message that may go has waited");
    }

    /// <summary>Reports how much waits for the writer.</summary>
    internal void ObserveWriter(Func<long> backlog) =>
        _meter.CreateObservableGauge("checkinbot.database.waiting", backlog, description: "Works that wait for the writer of the database");

    private static KeyValuePair<string, object?> LaneTag(Lane lane) => new("lane", LaneNames[(int)lane]);

    private static readonly string[] LaneNames = [.. Enum.GetNames<Lane>().Select(name => name.ToLowerInvariant())];

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
