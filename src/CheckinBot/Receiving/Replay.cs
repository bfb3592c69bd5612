using System.Text.Json;
using CheckinBot.Bots;
using CheckinBot.Cards;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;

namespace CheckinBot.Receiving;

/// <summary>
/// Handles an update again that was set aside, in a process that takes and sends nothing: what it causes is stored, and sent by the worker
/// within seconds or after its next start.
/// </summary>
internal sealed class Replay(
    Writer writer, UpdateIntake intake, UpdateTranslator translator, BotIdentity bot, Dispatcher dispatcher, CardBoard board, CardEdits cards)
{
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>Handles it; false where somebody else has meanwhile.</summary>
    /// <exception cref="Exception">What it failed by again; it stays set aside then.</exception>
    public async Task<bool> Handle(SetAsideUpdate update, CancellationToken cancellationToken)
    {
        await dispatcher.Stop(TimeSpan.Zero, TimeSpan.Zero);
        var received = ReceivedUpdate.Of(JsonElement.Parse(update.Json, AnyDepth));
        if (received.Fault is { } unreadable) throw unreadable;
        var @event = translator.Translate(received.Update!);
        var isOurs = await writer.Write(
            async session =>
            {
                bot.UserName = await new BotStore(session).UserName(bot.Id, cancellationToken) ?? "";
                if (!await new InboxStore(session).TakeBack(update, cancellationToken)) return false;
                if (@event is not null) await intake.Apply(session, received.Update!, @event);
                return true;
            },
            cancellationToken);
        foreach (var unitId in board.TakeDue()) await writer.Write(session => cards.Edit(session, unitId), cancellationToken);
        return isOurs;
    }
}
