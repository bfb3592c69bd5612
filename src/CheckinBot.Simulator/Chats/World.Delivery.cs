using CheckinBot.Simulator.Content;

namespace CheckinBot.Simulator.Chats;

/// <summary>Puts messages into chats and tells the bots that may see them.</summary>
public sealed partial class World
{
    /// <summary>
    /// Telegram is slow with this chat from now on: what bots send waits in a line, unseen and unanswered, and one call
    /// gets through each time. Once as many wait as the limits allow, the next is refused.
    /// </summary>
    /// <param name="each">On the simulated clock; zero ends it and lets through all that wait.</param>
    public void HoldUp(SimChat chat, TimeSpan each)
    {
        ArgumentNullException.ThrowIfNull(chat);
        ArgumentOutOfRangeException.ThrowIfLessThan(each, TimeSpan.Zero);
        lock (Gate)
        {
            chat.Unsent.HoldUp(each == TimeSpan.Zero ? null : time.CreateTimer(_ => LetOneThrough(chat), null, each, each));
        }
    }

    /// <summary>How many messages of bots wait unsent in the chat.</summary>
    public int Unsent(SimChat chat)
    {
        ArgumentNullException.ThrowIfNull(chat);
        lock (Gate)
        {
            return chat.Unsent.Count;
        }
    }

    private void LetOneThrough(SimChat chat)
    {
        lock (Gate)
        {
            chat.Unsent.LetOneThrough();
        }
    }

    /// <summary>Adds a message, tells observers, and hands it to the bots unless a bot wrote it.</summary>
    internal SimMessage Post(SimMessage draft)
    {
        var message = draft.Chat.Append(draft);
        if (message.FromBot && message.Service is null)
        {
            message.Chat.LastBot = message.From.Id;
        }

        Publish(new WorldEvent.MessageAdded(message));
        if (!message.FromBot || message.Service is not null)
        {
            Deliver(message, new BotUpdate.Written(message));
        }

        return message;
    }

    internal void Change(SimMessage before, SimMessage after)
    {
        after.Chat.Replace(after);
        Publish(new WorldEvent.MessageChanged(after, before));
    }

    internal void Delete(SimMessage message)
    {
        message.Chat.Remove(message);
        Publish(new WorldEvent.MessageDeleted(message));
    }

    internal void SetReaction(SimMessage message, SimUser by, string? emoji)
    {
        var others = message.Reactions.RemoveAll(r => r.UserId == by.Id);
        var old = message.Reactions.FirstOrDefault(r => r.UserId == by.Id);
        if (old?.Emoji == emoji)
        {
            return;
        }

        Change(message, message with { Reactions = emoji is null ? others : others.Add(new SimReaction(by.Id, emoji)) });
        if (by.IsBot)
        {
            return;
        }

        foreach (var bot in message.Chat.Bots.Where(b => message.Chat.IsPrivate || message.Chat.IsAdministrator(b.Id)))
        {
            BotIsTold?.Invoke(bot, new BotUpdate.Reacted(message, by, Now, old?.Emoji, emoji));
        }
    }

    private void SetBlocked(SimChat chat, bool blocked)
    {
        if (chat.Blocked == blocked)
        {
            return;
        }

        chat.Blocked = blocked;
        var was = blocked ? MemberStatus.Member : MemberStatus.Kicked;
        var now = blocked ? MemberStatus.Kicked : MemberStatus.Member;
        TellMembership(chat, chat.Bot!.Account, chat.Person!, was, now);
        Publish(new WorldEvent.ChatChanged(chat));
    }

    private void Deliver(SimMessage message, BotUpdate update)
    {
        foreach (var bot in message.Chat.Bots)
        {
            if (bot.Id != message.From.Id && Sees(bot, message))
            {
                BotIsTold?.Invoke(bot, update);
            }
        }
    }

    private void TellMembership(SimChat chat, SimUser user, SimUser by, MemberStatus before, MemberStatus after)
    {
        if (before == after)
        {
            return;
        }

        var change = new BotUpdate.MembershipChanged(chat, user, by, Now, before, after);
        if (_bots.TryGetValue(user.Id, out var concerned))
        {
            BotIsTold?.Invoke(concerned, change);
        }

        foreach (var bot in chat.Bots.Where(b => b.Id != user.Id && chat.IsAdministrator(b.Id)))
        {
            BotIsTold?.Invoke(bot, change);
        }
    }

    /// <summary>Privacy mode: commands and mentions for the bot, replies to it, service messages.</summary>
    private static bool Sees(SimBot bot, SimMessage message)
    {
        var chat = message.Chat;
        if (chat.IsPrivate || message.Service is not null || !bot.PrivacyMode || chat.IsAdministrator(bot.Id))
        {
            return true;
        }

        return message.ReplyTo?.From.Id == bot.Id || message.Entities.Any(entity => entity.Type switch
        {
            "mention" => Part(message, entity)[1..].Equals(bot.Username, StringComparison.OrdinalIgnoreCase),
            "bot_command" => IsFor(bot, chat, Part(message, entity)),
            _ => false,
        });
    }

    private static bool IsFor(SimBot bot, SimChat chat, string command)
    {
        var at = command.IndexOf('@', StringComparison.Ordinal);
        return at >= 0
            ? command[(at + 1)..].Equals(bot.Username, StringComparison.OrdinalIgnoreCase)
            : chat.Bots.Count == 1 || chat.LastBot == bot.Id;
    }

    private static string Part(SimMessage message, MessageEntity entity) => message.Text!.Substring(entity.Offset, entity.Length);
}
