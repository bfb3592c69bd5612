using System.Collections.Concurrent;
using CheckinBot.Simulator.BotApi.Wire;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Json;
using CheckinBot.Simulator.Limits;

namespace CheckinBot.Simulator.BotApi.Lines;

/// <summary>The lines of all bots. What the world raises for a bot is put on its line as the Bot API words it.</summary>
internal sealed class BotLines(SendingLimits limits, TimeProvider time, TimeSpan webhookPatience) : IDisposable
{
    private readonly ConcurrentDictionary<long, BotLine> _lines = [];

    /// <summary>How many updates wait for all bots together.</summary>
    public int Pending => _lines.Values.Sum(line => line.Updates.Count);

    public BotLine Of(SimBot bot) => _lines.GetOrAdd(bot.Id, _ => new BotLine(limits, time, webhookPatience));

    /// <summary>Called under the world's lock, so that the update shows the chat as it was when it happened.</summary>
    public void Tell(SimBot bot, BotUpdate update)
    {
        var updates = Of(bot).Updates;
        var kind = WireUpdate.KindFor(bot, update);
        if (updates.Wants(kind))
        {
            updates.Add(kind, SnakeCase.Bytes(WireUpdate.BodyOf(update)));
        }
    }

    /// <summary>Stops all webhooks.</summary>
    public void Dispose()
    {
        foreach (var line in _lines.Values)
        {
            line.Webhook?.Dispose();
        }
    }
}
