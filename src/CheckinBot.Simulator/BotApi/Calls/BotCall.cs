using CheckinBot.Simulator.BotApi.Lines;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.BotApi.Calls;

/// <summary>One call of one bot.</summary>
internal sealed record BotCall(World World, SimBot Bot, BotLine Line, Arguments Arguments)
{
    /// <summary>The chat that <c>chat_id</c> names, when the bot may write into it.</summary>
    /// <exception cref="ApiException">400 or 403, as the real server answers.</exception>
    public SimChat WritableChat()
    {
        var chat = KnownChat();
        if (chat.MigratedTo is { } newId)
        {
            throw new ApiException(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateToChatId = newId };
        }

        if (!chat.IsPrivate)
        {
            var kind = chat.Kind == ChatKind.Group ? "group" : "supergroup";
            return chat.Members[Bot.Id] switch
            {
                MemberStatus.Kicked => throw ApiException.Forbidden($"bot was kicked from the {kind} chat"),
                MemberStatus.Left => throw ApiException.Forbidden($"bot is not a member of the {kind} chat"),
                _ => chat,
            };
        }

        if (chat.Person!.Deactivated)
        {
            throw ApiException.Forbidden("user is deactivated");
        }

        return chat switch
        {
            { Started: false } => throw ApiException.Forbidden("bot can't initiate conversation with a user"),
            { Blocked: true } => throw ApiException.Forbidden("bot was blocked by the user"),
            _ => chat,
        };
    }

    /// <summary>Counts one message or edit in the chat.</summary>
    /// <exception cref="ApiException">429 when the bot sends too fast.</exception>
    public void CountSending(SimChat chat, bool paidBroadcast) =>
        Line.Sending.Count(chat.Id, !chat.IsPrivate, chat.Unsent.Count, paidBroadcast);

    /// <summary>The chat that <c>chat_id</c> names, if the bot has ever met it.</summary>
    public SimChat KnownChat()
    {
        var text = Arguments.Text("chat_id");
        if (string.IsNullOrEmpty(text))
        {
            throw ApiException.BadRequest("chat_id is empty");
        }

        if (!long.TryParse(text, out var id))
        {
            throw ApiException.BadRequest("chat not found");
        }

        var chat = id < 0 ? World.GroupOrNull(id) : PrivateChat(id);
        return chat is null || (!chat.IsPrivate && !chat.Members.ContainsKey(Bot.Id)) ? throw ApiException.BadRequest("chat not found") : chat;
    }

    private SimChat? PrivateChat(long userId)
    {
        if (World.PrivateChatOrNull(userId, Bot.Id) is { } chat)
        {
            return chat;
        }

        if (World.UserOrNull(userId) is null)
        {
            return null;
        }

        throw ApiException.Forbidden(userId == Bot.Id || World.UserOrNull(userId)!.IsBot
            ? "bots can't send messages to bots"
            : "bot can't initiate conversation with a user");
    }
}
