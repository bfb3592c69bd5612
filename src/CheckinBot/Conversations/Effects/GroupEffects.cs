using CheckinBot.Bots;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;

namespace CheckinBot.Conversations.Effects;

/// <summary>What becomes of a group: whose it is, what the bot may do there, where it has moved.</summary>
internal sealed class GroupEffects(UnitRulesLoader rules, Dispatcher dispatcher, BotIdentity bot)
{
    public async ValueTask Apply(DbSession session, Effect effect, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var groups = new GroupStore(session);
        switch (effect)
        {
            case Effect.BindGroup bind:
                var known = await groups.Find(bind.ChatId, cancellationToken);
                await groups.Bind(bot.Id, bind, now, cancellationToken);
                if (known?.Unit.Id != bind.UnitId && (await rules.For(session, bind.UnitId, cancellationToken)).Settings.Unit.Tidy)
                    await groups.SetTidy(bind.ChatId, tidy: true, cancellationToken);
                break;
            case Effect.UnbindGroup(var chatId):
                await groups.Unbind(chatId, cancellationToken);
                break;
            case Effect.SetGroupRights rights:
                await groups.SetRights(bot.Id, rights, cancellationToken);
                break;
            case Effect.SetTidy(var chatId, var tidy):
                await groups.SetTidy(chatId, tidy, cancellationToken);
                break;
            case Effect.MigrateGroup(var from, var to):
                await groups.Migrate(from, to, cancellationToken);
                session.AfterCommit(() => dispatcher.Move(from, to));
                break;
        }
    }
}
