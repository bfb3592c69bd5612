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
        foreach (var (recipient, post) in await NoticeReaders.Of(session, notify, causer, cancellationToken))
        {
            if (recipient.UserId == causer && !notify.IncludeCauser) continue;
            var phrases = new Phrases(recipient.Language ?? language);
            var message = NoticeText.Render(notify.Notice, recipient.UserId, phrases);
            if (NoticeReaders.LooksAt(notify.Notice) is { Count: > 0 } people && Permissions.IsLogged(post.Role, Relation.AtUnit))
                await new LookStore(session).Add(
                    people, Looker.User(recipient.UserId, post.PersonId), LookReason.Alert, LookVia.Chat, time.GetUtcNow(), cancellationToken);
            if (GrowingNotice.Of(notify.Notice, notify.UnitId) is { } matter && notify.Once is null && dueAt is null)
                await growing.Send(session, matter, notify, message, phrases, cancellationToken);
            else
                await outbox.Send(session, message, cancellationToken, notify.Once is { } key ? $"{key}/{recipient.UserId}" : null, dueAt);
        }
    }

    /// <summary>Tells the one who answers for somebody: a family gets one message.</summary>
    public async ValueTask Notify(DbSession session, Effect.NotifyFamily notify, long causer, CancellationToken cancellationToken)
    {
        if (await new LinkStore(session).WhoAnswersFor(notify.PersonId, causer, cancellationToken) is not { } userId) return;
        var held = await rules.For(session, notify.UnitId, cancellationToken);
        var language = (await new AccountStore(session).Find(userId, cancellationToken))?.Spoken ?? held.Language;
        var due = held.Schedule.AfterQuiet(time.GetUtcNow());
        await outbox.Send(session, NoticeText.Render(notify.Notice, userId, new Phrases(language)), cancellationToken, notify.Once, due);
    }

    public async ValueTask Notify(
        DbSession session, Effect.NotifyUser notify, CancellationToken cancellationToken, DateTimeOffset? dueAt = null)
    {
        var language = (await new AccountStore(session).Find(notify.UserId, cancellationToken))?.Spoken
            ?? await LanguageAround(session, notify.UserId, cancellationToken);
        await outbox.Send(session, NoticeText.Render(notify.Notice, notify.UserId, new Phrases(language)), cancellationToken, dueAt: dueAt);
    }

    // The language of the school, where that of the user is not known.
    private async ValueTask<Language> LanguageAround(DbSession session, long userId, CancellationToken cancellationToken) =>
        (await new LinkStore(session).OfUser(userId, cancellationToken)) is [var link, ..]
            ? (await rules.For(session, link.Unit.Id, cancellationToken)).Language
            : rules.Reader.Read(new Dictionary<string, string>()).Unit.Language;
}
