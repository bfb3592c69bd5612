using CheckinBot.Core.Conversations;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;

namespace CheckinBot.Alerts;

/// <summary>Keeps the message that an alert has become. What changed while it was on its way is shown by editing it now.</summary>
internal sealed class AlertArrivals(AlertBoard board) : ICallFollower
{
    public async ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is not CallOutcome.Done({ } messageId)) return;
        foreach (var firingId in await ToldBy(session, call, cancellationToken))
        {
            await new AlertMessageStore(session).SetMessage(firingId, call.ChatId, messageId, cancellationToken);
            session.AfterCommit(() => board.Refresh(firingId));
        }
    }

    private static async ValueTask<IReadOnlyList<long>> ToldBy(DbSession session, PendingCall call, CancellationToken cancellationToken) => call.Track switch
    {
        Track.Alert(var firingId) => [firingId],
        Track.Growing(var matter, var begun) when await new GrowingMessageStore(session).Find(call.ChatId, matter, cancellationToken) is { } known
            && known.BegunAt == begun => [.. GrowingNotice.Firings(known.Parts)],
        _ => [],
    };
}
