using CheckinBot.Bots;
using CheckinBot.Conversations.Effects;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;

namespace CheckinBot.Conversations;

/// <summary>Handles one event in the writer's transaction: load, decide, apply. No network, nothing in memory before the commit.</summary>
internal sealed class ConversationHandler(ContextLoader loader, EffectApplier applier, BotIdentity bot, TimeProvider time)
{
    public async ValueTask Handle(DbSession session, ConversationEvent @event, CancellationToken cancellationToken)
    {
        var store = new ConversationStore(session);
        var key = new ConversationKey(bot.Id, @event.Chat.Id, @event.Chat.ThreadId, @event.From.UserId);
        var conversation = await store.Load(key, cancellationToken);
        var context = await loader.Load(session, conversation, @event, cancellationToken);
        var outcome = Conversation.Handle(conversation, @event, context);
        await Presence.Writes(session, @event, context, cancellationToken);
        if (outcome.Conversation != conversation) await store.Save(outcome.Conversation, time.GetUtcNow(), cancellationToken);
        foreach (var effect in outcome.Effects)
        {
            // What one event sets off in another conversation is handled in the same transaction: committed together or not at all.
            foreach (var further in await applier.Apply(session, effect, key.UserId, context.Now, cancellationToken))
                await Handle(session, further, cancellationToken);
        }

        await Presence.IsAsked(session, @event, outcome, context, cancellationToken);
        await Presence.IsAnswered(session, @event, context, cancellationToken);
    }
}
