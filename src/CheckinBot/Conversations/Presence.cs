using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Users;

namespace CheckinBot.Conversations;

/// <summary>What an event tells of its user besides its words: that they can be written to, and in which language they are answered.</summary>
internal static class Presence
{
    /// <summary>Whoever writes in private can be written to, whatever an earlier refusal said.</summary>
    public static async ValueTask Writes(DbSession session, ConversationEvent @event, ConversationContext context, CancellationToken cancellationToken)
    {
        if (!context.IsReachable && @event.Chat.Kind == ChatKind.Private && IsByUser(@event))
            await new AccountStore(session).SetReachable(@event.From.UserId, null, context.Now, cancellationToken);
    }

    /// <summary>Keeps the language of the answer, for everything that is sent to the user later without being asked for.</summary>
    public static async ValueTask IsAnswered(DbSession session, ConversationEvent @event, ConversationContext context, CancellationToken cancellationToken)
    {
        if (LanguageTag.Parse(@event.From.LanguageCode) is { } language && language != context.SeenLanguage)
            await new AccountStore(session).SeeLanguage(@event.From.UserId, language, cancellationToken);
    }

    /// <summary>Notes that the user was asked unasked, where there was something to ask.</summary>
    public static async ValueTask IsAsked(
        DbSession session, ConversationEvent @event, Outcome outcome, ConversationContext context, CancellationToken cancellationToken)
    {
        if (@event is ConversationEvent.Reminded && outcome.Effects.Any(effect => effect is Effect.Send))
            await new AskedStore(session).Note(@event.From.UserId, context.Now, cancellationToken);
    }

    private static bool IsByUser(ConversationEvent @event) => @event is ConversationEvent.TextReceived or ConversationEvent.TextEdited
        or ConversationEvent.CommandReceived or ConversationEvent.ButtonPressed or ConversationEvent.MediaReceived;
}
