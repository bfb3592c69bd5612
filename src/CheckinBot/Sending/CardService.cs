using System.Data.Common;
using CheckinBot.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Organisation;
using CheckinBot.Telegram;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>Keeps the cards of class groups up to date by editing them.</summary>
internal sealed partial class CardService(
    CardBoard board, Database database, Writer writer, Outbox outbox, UnitRulesLoader rules, BotIdentity bot, PrivateInGroup privateInGroup, TimeProvider time, ILogger<CardService> logger)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (board.IsAllStale) await RefreshAll(stoppingToken);
            foreach (var unitId in board.TakeDue())
            {
                try
                {
                    await writer.Write(session => Edit(session, unitId), stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    board.Refresh(unitId);
                    Failed(logger, unitId, e.GetType().Name);
                }
                finally
                {
                    board.Finish(unitId);
                }
            }
        }
    }

    private async Task RefreshAll(CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenRead(cancellationToken);
            board.RefreshEach((await new GroupStore(session).All(cancellationToken)).Select(group => group.Binding.Unit.Id));
        }
        catch (DbException e)
        {
            AllFailed(logger, e.GetType().Name);
        }
    }

    private async ValueTask Edit(DbSession session, long unitId)
    {
        if (await new UnitStore(session).Find(unitId, CancellationToken.None) is not { } unit) return;
        var held = await rules.For(session, unitId, CancellationToken.None);
        var day = held.Schedule.DayOf(time.GetUtcNow());
        // What is told late may still be of an earlier slot of the day.
        foreach (var slot in held.Schedule.Slots) await Edit(session, unit, held, day, slot.Id);
    }

    private async ValueTask Edit(DbSession session, Unit unit, UnitRules held, DateOnly day, string slot)
    {
        var unitId = unit.Id;
        var store = new CardStore(session);
        var cards = await store.Of(unitId, day, slot, CancellationToken.None);
        if (cards.Count == 0) return;
        var coverage = await new MissingStore(session).CoverageOf(unitId, day, slot, CancellationToken.None);
        var content = new GroupCard(unitId, unit.ShortName, day, slot, coverage.Answered, coverage.Expected);
        var text = content.Text(held.Language);
        foreach (var card in cards)
        {
            var ephemeral = privateInGroup.Works ?? GroupCard.HadButton(card.Shown);
            var shown = content.Shown(held.Language, ephemeral);
            if (card.Shown == shown) continue;
            if (card.MessageId is not { } messageId)
            {
                // The card itself is still on its way.
                session.AfterCommit(() => board.Refresh(unitId));
                continue;
            }

            await store.SetShown(unitId, card.ChatId, day, slot, shown, CancellationToken.None);
            var edit = new Effect.Edit(card.ChatId, messageId, text, content.Keyboard(held.Language, bot.UserName, ephemeral));
            await outbox.Add(session, new OutgoingCall { Edit = edit }, Lane.Digests, CancellationToken.None, new Track.Card(unitId, day, slot));
            session.AfterCommit(() => board.Sent(unitId));
        }
    }

    [LoggerMessage(LogLevel.Error, "The classes whose cards change could not be read ({Fault}); trying again")]
    private static partial void AllFailed(ILogger logger, string fault);

    [LoggerMessage(LogLevel.Error, "The card of unit {UnitId} could not be brought up to date ({Fault}); trying again")]
    private static partial void Failed(ILogger logger, long unitId, string fault);
}
