using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Notices;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Conversations.Effects;

/// <summary>Effects by which others are told, or asked, because of what somebody did.</summary>
internal sealed class NoticeEffects(NoticeSender notices)
{
    public ValueTask Apply(DbSession session, Effect effect, long causer, CancellationToken cancellationToken) => effect switch
    {
        Effect.NotifyStaff notify => notices.Notify(session, notify, causer, cancellationToken),
        Effect.NotifyFamily notify => notices.Notify(session, notify, causer, cancellationToken),
        Effect.NotifyUser notify => notices.Notify(session, notify, cancellationToken),
        _ => throw new NotSupportedException($"No notice: {effect.GetType().Name}"),
    };

    /// <summary>The questions that go to the families.</summary>
    public static IReadOnlyList<ConversationEvent> Nudge(Effect.Nudge nudge) =>
        [
            .. nudge.UserIds.Select(userId => new ConversationEvent.Reminded(ReminderKind.ByTeacher)
            {
                Chat = new ChatRef(userId, ChatKind.Private),
                From = new Sender(userId, ""),
            }),
        ];
}
