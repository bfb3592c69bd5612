using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Metrics;
using CheckinBot.Notices;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Users;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Conversations.Effects;

/// <summary>Effects on a Telegram user: for whom they answer, in which language they are written to, whether they can be reached.</summary>
internal sealed partial class UserEffects(UnreachableGuardians guardians, BotMetrics metrics, ILogger<UserEffects> logger)
{
    public async ValueTask Apply(DbSession session, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var accounts = new AccountStore(session);
        var links = new LinkStore(session);
        switch (effect)
        {
            case Effect.Link link:
                await links.Add(link.UserId, link.PersonId, link.Kind, link.DisplayName, link.Code, now, cancellationToken);
                await accounts.Add(link.UserId, now, cancellationToken);
                break;
            case Effect.Unlink { Reason: UnlinkReason.Removed } unlink:
                await links.Expel(unlink.UserId, unlink.PersonId, now, cancellationToken);
                break;
            case Effect.Unlink unlink:
                await links.Remove(unlink.UserId, unlink.PersonId, cancellationToken);
                break;
            case Effect.Readmit(var userId, var personId):
                await links.Readmit(userId, personId, now, cancellationToken);
                break;
            case Effect.KeepNickname(var userId, var personId, var nickname):
                await links.KeepNickname(userId, personId, nickname, cancellationToken);
                break;
            case Effect.CodeFailed(var userId):
                await new InvitationStore(session).AddFailure(userId, now, cancellationToken);
                session.AfterCommit(metrics.CodeRefused);
                CodeRefused(logger, userId);
                break;
            case Effect.SetLanguage(var userId, var language):
                await accounts.SetLanguage(userId, language, now, cancellationToken);
                break;
            case Effect.DeleteAccount(var userId):
                await accounts.Delete(userId, cancellationToken);
                break;
            case Effect.SetReachable(var userId, var reachable):
                await accounts.SetReachable(userId, reachable ? null : "blocked", now, cancellationToken);
                if (!reachable) await guardians.TellTeachers(session, userId, cancellationToken);
                break;
            default:
                throw new NotSupportedException($"An effect that nobody applies: {effect.GetType().Name}");
        }
    }

    // Not the code: a slip of the finger is all but the right one.
    [LoggerMessage(LogLevel.Warning, "An invitation code of the Telegram user {UserId} is none, or is used up or taken back")]
    private static partial void CodeRefused(ILogger logger, long userId);
}
