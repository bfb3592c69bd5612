using CheckinBot.Core.Conversations;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;

namespace CheckinBot.Alerts;

/// <summary>Keeps the message that an alert has become. What changed while it was on its way is shown by editing it now.</summary>
internal sealed class AlertArrivals(AlertBoard board) : ICallFollower
{
    public async ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (call.Track is not Track.Alert(var firingId) || outcome is not CallOutcome.Done({ } messageId)) return;
        await new AlertMessageStore(session).SetMessage(firingId, call.ChatId, messageId, cancellationToken);
        session.AfterCommit(() => board.Refresh(firingId));
    }
}
