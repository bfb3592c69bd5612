using CheckinBot.Bots;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Organisation;
using CheckinBot.Telegram;

namespace CheckinBot.Cards;

/// <summary>Edits the cards of a class that are out of date.</summary>
internal sealed class CardEdits(CardBoard board, Outbox outbox, UnitRulesLoader rules, BotIdentity bot, PrivateInGroup privateInGroup, TimeProvider time)
{
    /// <summary>Edits every card of the unit that does not show the numbers of this moment.</summary>
    public async ValueTask Edit(DbSession session, long unitId)
    {
        if (await new UnitStore(session).Find(unitId, CancellationToken.None) is not { } unit) return;
        var held = await rules.For(session, unitId, CancellationToken.None);
        var day = held.Schedule.DayOf(time.GetUtcNow());
        // A late answer may belong to an earlier slot of the day.
        foreach (var slot in held.Schedule.Slots) await Edit(session, unit, held, day, slot.Id);
    }

    private async ValueTask Edit(DbSession session, Unit unit, UnitRules held, DateOnly day, string slot)
    {
        var unitId = unit.Id;
        var store = new CardStore(session);
        var cards = await store.Of(unitId, day, slot, CancellationToken.None);
        if (cards.Count == 0) return;
        var coverage = await new MissingStore(session).CoverageOf(unitId, day, slot, CancellationToken.None);
        var content = new GroupCard(unitId, unit.ShortName, day, slot, coverage.Reported, coverage.Excused, coverage.Expected) { Staff = coverage.Staff };
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
}
