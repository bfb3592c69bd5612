using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.BotApi.Calls;

/// <summary>
/// Reads <c>ephemeral_message_parameters</c> (Bot API 10.3). An administrator may show a message to any member at any
/// time; another bot only within 15 seconds of that person's tap or ephemeral message.
/// </summary>
internal sealed record EphemeralTarget(SimUser Receiver, SimMessage? Replaces)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(15);

    private sealed record Parameters(long ReceiverUserId, string? CallbackQueryId, bool ReplaceCallbackQueryMessage);

    private sealed record ReplyParameters(int? EphemeralMessageId);

    /// <returns>Null for an open message, and always when the server is too old to know the parameter.</returns>
    /// <exception cref="ApiException">400 when the person or the right is missing.</exception>
    public static EphemeralTarget? Read(BotCall call, SimChat chat)
    {
        if (!call.World.EphemeralSupported || call.Arguments.Json<Parameters>("ephemeral_message_parameters") is not { } parameters)
        {
            return null;
        }

        if (chat.IsPrivate)
        {
            throw ApiException.BadRequest("ephemeral messages can be sent only to groups and supergroups");
        }

        if (call.World.UserOrNull(parameters.ReceiverUserId) is not { IsBot: false } receiver || !chat.IsIn(receiver.Id))
        {
            throw ApiException.BadRequest("receiver user not found");
        }

        var tap = parameters.CallbackQueryId is { } query ? call.Bot.Taps.Find(query) : null;
        if (parameters.CallbackQueryId is not null && (tap is null || tap.Person.Id != receiver.Id || tap.Message.Chat != chat))
        {
            throw ApiException.BadRequest("query is too old and response timeout expired or query ID is invalid");
        }

        var mayAnswer = tap is not null && call.World.Now - tap.At <= Window;
        if (!chat.IsAdministrator(call.Bot.Id) && !mayAnswer && !AnswersRecentMessage(call, chat, receiver))
        {
            throw ApiException.BadRequest("not enough rights to send ephemeral messages to the user");
        }

        var replaces = parameters.ReplaceCallbackQueryMessage && tap?.Message.OnlyFor?.Id == receiver.Id ? tap.Message : null;
        return new EphemeralTarget(receiver, replaces);
    }

    private static bool AnswersRecentMessage(BotCall call, SimChat chat, SimUser receiver) =>
        call.Arguments.Json<ReplyParameters>("reply_parameters")?.EphemeralMessageId is { } id
        && chat.FindEphemeral(receiver.Id, id) is { } message
        && message.From.Id == receiver.Id
        && call.World.Now - message.Date <= Window;
}
