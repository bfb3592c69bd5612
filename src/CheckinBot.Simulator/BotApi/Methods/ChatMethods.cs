using CheckinBot.Simulator.BotApi.Calls;
using CheckinBot.Simulator.BotApi.Wire;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.BotApi.Methods;

/// <summary>Methods about chats and their members.</summary>
internal static class ChatMethods
{
    public static object GetChat(BotCall call)
    {
        var chat = call.KnownChat();
        return WireChat.Of(chat) with
        {
            AccentColorId = 0,
            MaxReactionCount = 11,
            AcceptedGiftTypes = new { unlimited_gifts = false, limited_gifts = false, unique_gifts = false, premium_subscription = false },
            Permissions = chat.IsPrivate ? null : new { can_send_messages = true, can_send_photos = true, can_send_documents = true },
            PinnedMessage = chat.PinnedId is { } id && chat.Find(id) is { } pinned ? WireMessage.Of(pinned) : null,
        };
    }

    public static object GetChatMember(BotCall call)
    {
        var chat = call.KnownChat();
        var id = call.Arguments.Number("user_id") ?? throw ApiException.BadRequest("invalid user_id specified");
        var user = call.World.UserOrNull(id) ?? throw ApiException.BadRequest("member not found");
        if (chat.IsPrivate)
        {
            return chat.IsIn(id) ? WireMember.Of(user, MemberStatus.Member) : throw ApiException.BadRequest("member not found");
        }

        return WireMember.Of(user, chat.Members.TryGetValue(id, out var status) ? status : MemberStatus.Left);
    }

    public static object GetChatMemberCount(BotCall call)
    {
        var chat = call.KnownChat();
        return chat.IsPrivate ? 2 : chat.Members.Count(m => m.Value <= MemberStatus.Member);
    }

    public static object GetChatAdministrators(BotCall call)
    {
        var chat = call.WritableChat();
        if (chat.IsPrivate)
        {
            throw ApiException.BadRequest("there are no administrators in the private chat");
        }

        var withBots = call.Arguments.Flag("return_bots");
        return chat.Members
            .Where(m => m.Value <= MemberStatus.Administrator)
            .Select(m => (User: call.World.UserOrNull(m.Key)!, Status: m.Value))
            .Where(m => !m.User.IsBot || m.User.Id == call.Bot.Id || withBots)
            .Select(m => WireMember.Of(m.User, m.Status))
            .ToArray();
    }

    public static object LeaveChat(BotCall call)
    {
        var chat = call.WritableChat();
        if (chat.IsPrivate)
        {
            throw ApiException.BadRequest("chat member status can't be changed in private chats");
        }

        call.World.RemoveFrom(chat, call.Bot.Account, call.Bot.Account);
        return true;
    }

    public static object PinChatMessage(BotCall call)
    {
        var chat = PinnableChat(call);
        var message = chat.Find(call.Arguments.Int("message_id")) ?? throw ApiException.BadRequest("message to pin not found");
        chat.PinnedId = message.Id;
        call.World.Post(new SimMessage
        {
            Chat = chat,
            From = call.Bot.Account,
            Date = call.World.Now,
            Service = new ServiceEvent.Pinned(message with { ReplyTo = null }),
        });
        call.World.Publish(new WorldEvent.ChatChanged(chat));
        return true;
    }

    public static object UnpinChatMessage(BotCall call)
    {
        var chat = PinnableChat(call);
        if (call.Arguments.Number("message_id") is { } id && chat.PinnedId != id)
        {
            throw ApiException.BadRequest("message to unpin not found");
        }

        chat.PinnedId = null;
        call.World.Publish(new WorldEvent.ChatChanged(chat));
        return true;
    }

    public static object GetFile(BotCall call)
    {
        const int largest = 20 << 20;
        var file = call.World.Files.ById(call.Arguments.Required("file_id")) ?? throw ApiException.BadRequest("invalid file_id");
        return file.Content.Length > largest ? throw ApiException.BadRequest("file is too big") : WireFile.ForDownload(file);
    }

    private static SimChat PinnableChat(BotCall call)
    {
        var chat = call.WritableChat();
        return chat.IsPrivate || chat.IsAdministrator(call.Bot.Id)
            ? chat
            : throw ApiException.BadRequest("not enough rights to manage pinned messages in the chat");
    }
}
