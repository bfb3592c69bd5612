using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;

namespace CheckinBot.Notices;

/// <summary>
/// Tells the class teacher that a guardian cannot be written to any more: in private, at most once a day and class for
/// each guardian, after the quiet hours where it is found out in them.
/// </summary>
internal sealed class UnreachableGuardians(NoticeSender notices, UnitRulesLoader rules, TimeProvider time) : ICallFollower
{
    /// <summary>Learns that somebody could not be reached.</summary>
    public async ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome is CallOutcome.Unreachable && call.IsToPerson) await TellTeachers(session, call.ChatId, cancellationToken);
    }

    /// <summary>Nothing is said about a user who is nobody's guardian.</summary>
    public async ValueTask TellTeachers(DbSession session, long userId, CancellationToken cancellationToken)
    {
        var pupils = (await new LinkStore(session).OfUser(userId, cancellationToken)).Where(link => link.Kind == LinkKind.Guardian);
        foreach (var room in pupils.GroupBy(pupil => pupil.Unit.Id))
        {
            var schedule = (await rules.For(session, room.Key, cancellationToken)).Schedule;
            var due = schedule.AfterQuiet(time.GetUtcNow());
            var notice = new Notice.GuardianUnreachable([.. room.Select(pupil => pupil.Person.Name)], room.First().Unit.ShortName);
            var notify = new Effect.NotifyStaff(room.Key, Role.ClassTeacher, notice)
            {
                Once = $"unreachable/{userId}/{room.Key}/{schedule.DayOf(due):yyyy-MM-dd}",
            };
            await notices.Notify(session, notify, userId, cancellationToken, due);
        }
    }
}
