using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Traffic;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;

namespace CheckinBot.Sending;

/// <summary>Writes down what came of calls, and tells those who follow it.</summary>
internal sealed class SettledCalls(IEnumerable<ICallFollower> followers, TimeProvider time)
{
    private readonly ICallFollower[] _followers = [.. followers];

    /// <summary>Stores all of it, or throws and stores nothing.</summary>
    public async ValueTask Store(DbSession session, IReadOnlyList<(PendingCall Call, CallOutcome Outcome)> batch, CancellationToken cancellationToken)
    {
        foreach (var (call, outcome) in batch)
        {
            await Close(session, call, outcome, cancellationToken);
            await Learn(session, call, outcome, cancellationToken);
            foreach (var follower in _followers) await follower.Settled(session, call, outcome, cancellationToken);
        }
    }

    /// <summary>Only writes down that a call is not to be made again.</summary>
    public async ValueTask Close(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var outbox = new OutboxStore(session);
        switch (outcome)
        {
            case CallOutcome.Done or CallOutcome.Shown:
            case CallOutcome.NotShown when call.Call.OnlyFor is { IsProof: true }:
                await outbox.MarkSent(call.Id, now, cancellationToken);
                break;
            case CallOutcome.NotShown(var reason):
                await outbox.GiveUp(call.Id, reason, now, cancellationToken);
                break;
            case CallOutcome.Unreachable(var reason):
                await outbox.GiveUp(call.Id, reason, now, cancellationToken);
                break;
            case CallOutcome.Refused(var reason):
                await outbox.GiveUp(call.Id, reason, now, cancellationToken);
                break;
            case CallOutcome.Unreadable(var reason):
                await outbox.GiveUp(call.Id, reason, now, cancellationToken);
                break;
        }
    }

    // What an outcome says of the chat itself.
    private async ValueTask Learn(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is CallOutcome.Migrated(var newChatId)) await new GroupStore(session).Migrate(call.ChatId, newChatId, cancellationToken);
        if (outcome is CallOutcome.Unreachable(var reason) && call.IsToPerson)
            await new AccountStore(session).SetReachable(call.ChatId, reason, time.GetUtcNow(), cancellationToken);
    }
}
