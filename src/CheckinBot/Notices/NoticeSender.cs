using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;

namespace CheckinBot.Notices;

/// <summary>Finds whom a notice is for, and sends it to each in their language.</summary>
internal sealed class NoticeSender(Outbox outbox, GrowingMessages growing, UnitRulesLoader rules, TimeProvider time)
{
    public async ValueTask Notify(DbSession session, Effect.NotifyStaff notify, long causer, CancellationToken cancellationToken, DateTimeOffset? dueAt = null)
    {
        var language = (await rules.For(session, notify.UnitId, cancellationToken)).Language;
        foreach (var (recipient, post) in await NoticeReaders.Of(session, notify, cancellationToken))
        {
            if (recipient.UserId == causer && !notify.IncludeCauser) continue;
            var phrases = new Phrases(recipient.Language ?? language);
            var message = NoticeText.Render(notify.Notice, recipient.UserId, phrases);
            if (NoticeReaders.IsLookAt(notify.Notice) is { } personId && Permissions.IsLogged(post.Role, Relation.AtUnit))
                await new LookStore(session).Add(
                    [personId], Looker.User(recipient.UserId, post.PersonId), LookReason.Alert, LookVia.Chat, time.GetUtcNow(), cancellationToken);
            if (GrowingNotice.Of(notify.Notice, notify.UnitId) is { } matter && notify.Once is null && dueAt is null)
                await growing.Send(session, matter, notify, message, phrases, cancellationToken);
            else
                await outbox.Send(session, message, cancellationToken, notify.Once is { } key ? $"{key}/{recipient.UserId}" : null, dueAt);
        }
    }

    public async ValueTask Notify(
        DbSession session, Effect.NotifyUser notify, CancellationToken cancellationToken, DateTimeOffset? dueAt = null, Language otherwise = Language.ZhHans)
    {
        var language = (await new AccountStore(session).Find(notify.UserId, cancellationToken))?.Language ?? otherwise;
        await outbox.Send(session, NoticeText.Render(notify.Notice, notify.UserId, new Phrases(language)), cancellationToken, dueAt: dueAt);
    }
}
