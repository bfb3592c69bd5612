namespace CheckinBot.Simulator.Chats;

/// <summary>Taps on inline buttons.</summary>
public sealed partial class World
{
    /// <summary>Taps a button by its callback data or its label.</summary>
    /// <returns>The callback query's id; the answer comes as <see cref="WorldEvent.TapAnswered"/>.</returns>
    /// <exception cref="InvalidOperationException">There is no such message or button, or it is not a callback button.</exception>
    public string Press(long userId, long chatId, int messageId, string button)
    {
        lock (Gate)
        {
            return Press(userId, Existing(Resolve(userId, chatId), messageId), button);
        }
    }

    /// <summary>
    /// Taps a button of the version of the message that is given, which need not be the newest: a phone may show an old
    /// keyboard for a while.
    /// </summary>
    public string Press(long userId, SimMessage message, string button)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (Gate)
        {
            var person = Known(userId);
            if (!message.Chat.IsIn(userId) || !message.IsVisibleTo(userId))
            {
                throw new InvalidOperationException($"{person} does not see this message.");
            }

            var data = message.Button(button)?.CallbackData
                ?? throw new InvalidOperationException($"The message has no callback button '{button}'.");
            var bot = _bots[message.From.Id];
            var current = message.Chat.At(message.Key) ?? message;
            var tap = bot.Taps.Add(person, current);
            BotIsTold?.Invoke(bot, new BotUpdate.Tapped(tap, data));
            return tap.Id;
        }
    }

    /// <summary>Shows a bot's answer to a tap.</summary>
    /// <returns>False when the tap was answered already, or too long ago.</returns>
    internal bool AnswerTap(SimBot bot, string queryId, string? text, bool alert, string? url)
    {
        lock (Gate)
        {
            var tap = bot.Taps.Find(queryId);
            if (tap is null || tap.Answered)
            {
                return false;
            }

            tap.Answered = true;
            Publish(new WorldEvent.TapAnswered(tap.Message.Chat, tap.Person, text, alert, url));
            return true;
        }
    }
}
