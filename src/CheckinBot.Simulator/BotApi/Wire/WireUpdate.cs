using System.Collections.Immutable;
using System.Globalization;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>The variants of the Bot API's Update: a kind, which names the field, and what stands in it.</summary>
internal static class WireUpdate
{
    /// <summary>The kind of an update, by which a bot chooses what it is sent.</summary>
    public static string KindFor(SimBot bot, BotUpdate update) => update switch
    {
        BotUpdate.Written => "message",
        BotUpdate.Edited => "edited_message",
        BotUpdate.Tapped => "callback_query",
        BotUpdate.Reacted => "message_reaction",
        BotUpdate.MembershipChanged e => e.Who.Id == bot.Id ? "my_chat_member" : "chat_member",
        _ => throw new InvalidOperationException($"No kind for {update}."),
    };

    public static object BodyOf(BotUpdate update) => update switch
    {
        BotUpdate.Written e => WireMessage.Of(e.Message),
        BotUpdate.Edited e => WireMessage.Of(e.Message),
        BotUpdate.Tapped e => new
        {
            id = e.Tap.Id,
            from = WireUser.Of(e.Tap.Person),
            message = WireMessage.Of(e.Tap.Message),
            chat_instance = ChatInstance(e.Tap.Message.Chat),
            data = e.Data,
        },
        BotUpdate.Reacted e => new
        {
            chat = WireChat.Of(e.Message.Chat),
            message_id = e.Message.Id,
            user = WireUser.Of(e.By),
            date = e.At.ToUnixTimeSeconds(),
            old_reaction = Reaction(e.Before),
            new_reaction = Reaction(e.After),
        },
        BotUpdate.MembershipChanged e => new
        {
            chat = WireChat.Of(e.Chat),
            from = WireUser.Of(e.By),
            date = e.At.ToUnixTimeSeconds(),
            old_chat_member = WireMember.Of(e.Who, e.Before),
            new_chat_member = WireMember.Of(e.Who, e.After),
        },
        _ => throw new InvalidOperationException($"No body for {update}."),
    };

    // The real service gives a number that is the same for all taps in a chat and says nothing else.
    private static string ChatInstance(SimChat chat) =>
        unchecked((chat.Id * 6364136223846793005L) + 1442695040888963407L).ToString(CultureInfo.InvariantCulture);

    private static ImmutableArray<object> Reaction(string? emoji) => emoji is null ? [] : [new { type = "emoji", emoji }];
}
