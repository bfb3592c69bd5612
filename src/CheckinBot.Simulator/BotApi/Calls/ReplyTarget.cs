using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.BotApi.Calls;

/// <summary>Reads <c>reply_parameters</c>, and the older <c>reply_to_message_id</c>.</summary>
internal static class ReplyTarget
{
    private sealed record Parameters(int? MessageId, int? EphemeralMessageId, bool AllowSendingWithoutReply);

    /// <exception cref="ApiException">400 "message to be replied not found".</exception>
    public static SimMessage? Read(BotCall call, SimChat chat, SimUser? receiver)
    {
        var arguments = call.Arguments;
        var parameters = arguments.Json<Parameters>("reply_parameters")
            ?? (arguments.Number("reply_to_message_id") is { } old
                ? new Parameters((int)old, null, arguments.Flag("allow_sending_without_reply"))
                : null);
        if (parameters is null or { MessageId: null or 0, EphemeralMessageId: null })
        {
            return null;
        }

        var target = parameters.EphemeralMessageId is { } ephemeral && receiver is not null
            ? chat.FindEphemeral(receiver.Id, ephemeral)
            : parameters.MessageId is { } id ? chat.Find(id) : null;
        return target switch
        {
            not null => target with { ReplyTo = null },
            null when parameters.AllowSendingWithoutReply => null,
            null => throw ApiException.BadRequest("message to be replied not found"),
        };
    }
}
