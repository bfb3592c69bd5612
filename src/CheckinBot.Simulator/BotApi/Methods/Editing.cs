using CheckinBot.Simulator.BotApi.Calls;
using CheckinBot.Simulator.BotApi.Wire;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Json;

namespace CheckinBot.Simulator.BotApi.Methods;

/// <summary>Methods that change or remove a message.</summary>
internal static class Editing
{
    private const string Same =
        "message is not modified: specified new message content and reply markup are exactly the same "
        + "as a current content and reply markup of the message";
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);
    private static readonly HashSet<string> Emoji = [.. AllowedReactions.All];

    public static object EditMessageText(BotCall call) => EditText(call, Own(call));

    public static object EditMessageCaption(BotCall call)
    {
        var message = Own(call);
        if (message.Media is null)
        {
            throw ApiException.BadRequest("there is no caption in the message to edit");
        }

        var caption = Sending.ReadCaption(call.Arguments);
        return Apply(call, message, message with
        {
            Text = caption.Text.Length == 0 ? null : caption.Text,
            Entities = caption.Entities,
            Buttons = ReplyMarkup.Read(call.Arguments).Inline,
            EditedAt = call.World.Now,
        });
    }

    public static object EditMessageReplyMarkup(BotCall call) => EditButtons(call, Own(call));

    public static object EditEphemeralMessageText(BotCall call)
    {
        EditText(call, OwnEphemeral(call));
        return true;
    }

    public static object EditEphemeralMessageReplyMarkup(BotCall call)
    {
        EditButtons(call, OwnEphemeral(call));
        return true;
    }

    public static object DeleteEphemeralMessage(BotCall call)
    {
        call.World.Delete(OwnEphemeral(call));
        return true;
    }

    public static object DeleteMessage(BotCall call)
    {
        var chat = call.WritableChat();
        var message = chat.Find(call.Arguments.Int("message_id")) ?? throw ApiException.BadRequest("message to delete not found");
        if (!MayDelete(call, message))
        {
            throw ApiException.BadRequest("message can't be deleted");
        }

        call.World.Delete(message);
        return true;
    }

    public static object DeleteMessages(BotCall call)
    {
        var chat = call.WritableChat();
        foreach (var id in call.Arguments.Json<int[]>("message_ids") ?? [])
        {
            // Those that are gone already are skipped silently.
            if (chat.Find(id) is { } message && MayDelete(call, message))
            {
                call.World.Delete(message);
            }
        }

        return true;
    }

    public static object SetMessageReaction(BotCall call)
    {
        var chat = call.WritableChat();
        var message = chat.Find(call.Arguments.Int("message_id")) ?? throw ApiException.BadRequest("message to react not found");
        var reactions = call.Arguments.Json<Reaction[]>("reaction") ?? [];
        if (reactions.Length > 1)
        {
            throw ApiException.BadRequest("REACTIONS_TOO_MANY");
        }

        if (reactions.Any(r => r.Type != "emoji" || !Emoji.Contains(r.Emoji ?? "")))
        {
            throw ApiException.BadRequest("REACTION_INVALID");
        }

        call.World.SetReaction(message, call.Bot.Account, reactions.FirstOrDefault()?.Emoji);
        return true;
    }

    private sealed record Reaction(string Type, string? Emoji);

    private static WireMessage EditText(BotCall call, SimMessage message)
    {
        if (message.Media is not null)
        {
            throw ApiException.BadRequest("there is no text in the message to edit");
        }

        var rich = Sending.ReadRich(call);
        var text = rich is null ? Sending.ReadText(call.Arguments) : new FormattedText(rich.Plain, []);
        return Apply(call, message, message with
        {
            Text = text.Text,
            Entities = text.Entities,
            Rich = rich,
            Buttons = ReplyMarkup.Read(call.Arguments).Inline,
            EditedAt = call.World.Now,
        });
    }

    private static WireMessage EditButtons(BotCall call, SimMessage message) =>
        Apply(call, message, message with { Buttons = ReplyMarkup.Read(call.Arguments).Inline });

    private static WireMessage Apply(BotCall call, SimMessage before, SimMessage after)
    {
        if (before.Text == after.Text && before.Entities.SequenceEqual(after.Entities) && before.Rich?.Html == after.Rich?.Html && SameButtons(before, after))
        {
            throw ApiException.BadRequest(Same);
        }

        call.CountSending(before.Chat, paidBroadcast: false);
        call.World.Change(before, after);
        return WireMessage.Of(after);
    }

    private static bool SameButtons(SimMessage a, SimMessage b) =>
        a.Buttons.Length == b.Buttons.Length
        && SnakeCase.Bytes(WireKeyboard.Of(a.Buttons)).AsSpan().SequenceEqual(SnakeCase.Bytes(WireKeyboard.Of(b.Buttons)));

    private static SimMessage Own(BotCall call)
    {
        var message = call.WritableChat().Find(call.Arguments.Int("message_id"))
            ?? throw ApiException.BadRequest("message to edit not found");
        return message.From.Id == call.Bot.Id && message.Service is null
            ? message
            : throw ApiException.BadRequest("message can't be edited");
    }

    private static SimMessage OwnEphemeral(BotCall call)
    {
        if (!call.World.EphemeralSupported)
        {
            throw new ApiException(404, "Not Found");
        }

        var message = call.WritableChat().FindEphemeral(call.Arguments.Number("receiver_user_id") ?? 0, call.Arguments.Int("ephemeral_message_id"));
        return message?.From.Id == call.Bot.Id ? message : throw ApiException.BadRequest("ephemeral message not found");
    }

    // Own messages and all of a private chat for 48 hours; in a group, as administrator, anybody's.
    private static bool MayDelete(BotCall call, SimMessage message)
    {
        var isRecent = call.World.Now - message.Date < Deletable;
        var isOwn = message.From.Id == call.Bot.Id;
        return message.Chat.IsPrivate ? isRecent : message.Chat.IsAdministrator(call.Bot.Id) || (isOwn && isRecent);
    }
}
