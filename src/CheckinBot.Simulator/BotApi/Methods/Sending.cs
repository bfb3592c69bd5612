using System.Collections.Immutable;
using CheckinBot.Simulator.BotApi.Wire;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Formatting;

namespace CheckinBot.Simulator.BotApi.Methods;

/// <summary>Methods that make a new message.</summary>
internal static class Sending
{
    public const int LongestText = 4096;
    public const int LongestCaption = 1024;
    private const int LargestPhoto = 10 << 20;
    private const int LargestDocument = 50 << 20;

    public static object SendMessage(BotCall call)
    {
        var chat = call.WritableChat();
        return Send(call, chat, ReadText(call.Arguments), media: null);
    }

    public static object SendPhoto(BotCall call) => SendFile(call, "photo", MediaKind.Photo, LargestPhoto);

    public static object SendDocument(BotCall call) => SendFile(call, "document", MediaKind.Document, LargestDocument);

    public static object SendChatAction(BotCall call)
    {
        var chat = call.WritableChat();
        call.World.Publish(new WorldEvent.ActionShown(chat, call.Bot.Account, call.Arguments.Required("action")));
        return true;
    }

    public static object ForwardMessage(BotCall call)
    {
        var chat = call.WritableChat();
        var original = Original(call, "message to forward not found");
        call.Bot.Sending.Count(chat, call.Arguments.Flag("allow_paid_broadcast"));
        return WireMessage.Of(call.World.Post(Copy(call, chat, original) with
        {
            ForwardedFrom = original.ForwardedFrom ?? new ForwardOrigin(original.From, original.Date),
        }));
    }

    public static object CopyMessage(BotCall call)
    {
        var chat = call.WritableChat();
        var original = Original(call, "message to copy not found");
        var markup = ReplyMarkup.Read(call.Arguments);
        call.Bot.Sending.Count(chat, call.Arguments.Flag("allow_paid_broadcast"));
        return new { message_id = call.World.Post(Copy(call, chat, original) with { Buttons = markup.Inline }).Id };
    }

    /// <summary>The text of <c>text</c> after its markup.</summary>
    public static FormattedText ReadText(Arguments arguments)
    {
        var formatted = Formatted(arguments, "text", "entities");
        return formatted.Text.Length switch
        {
            0 => throw ApiException.BadRequest("message text is empty"),
            > LongestText => throw ApiException.BadRequest("message is too long"),
            _ => formatted,
        };
    }

    public static FormattedText ReadCaption(Arguments arguments)
    {
        var formatted = Formatted(arguments, "caption", "caption_entities");
        return formatted.Text.Length > LongestCaption
            ? throw ApiException.BadRequest("message caption is too long")
            : formatted;
    }

    private static FormattedText Formatted(Arguments arguments, string text, string entities) => FormattedText.Parse(
        arguments.Text(text) ?? "",
        arguments.Text("parse_mode"),
        arguments.Json<MessageEntity[]>(entities)?.ToImmutableArray() ?? []);

    private static WireMessage SendFile(BotCall call, string field, MediaKind kind, int largest)
    {
        var chat = call.WritableChat();
        var caption = ReadCaption(call.Arguments);
        var file = ReadFile(call, field, kind, largest);
        return Send(call, chat, caption, new SimMedia(kind) { File = file });
    }

    private static SimFile ReadFile(BotCall call, string field, MediaKind kind, int largest)
    {
        if (call.Arguments.Upload(field) is not { } upload)
        {
            var reference = call.Arguments.Text(field);
            return string.IsNullOrEmpty(reference)
                ? throw ApiException.BadRequest($"there is no {field} in the request")
                : call.World.Files.ById(reference) ?? throw ApiException.BadRequest(reference.Contains("://", StringComparison.Ordinal)
                    ? "failed to get HTTP URL content"
                    : "wrong remote file identifier specified: Wrong string length");
        }

        if (upload.Content.IsEmpty)
        {
            throw ApiException.BadRequest("file must be non-empty");
        }

        if (upload.Content.Length > largest)
        {
            throw new ApiException(413, "Request Entity Too Large");
        }

        if (kind == MediaKind.Photo && PictureSize.Read(upload.Content.Span).Width == 0)
        {
            throw ApiException.BadRequest("IMAGE_PROCESS_FAILED");
        }

        // Clients label every part application/octet-stream; the name's ending says more.
        var type = upload.ContentType is null or "application/octet-stream" ? null : upload.ContentType;
        return call.World.Files.Add(field + "s", upload.FileName, type, upload.Content);
    }

    private static WireMessage Send(BotCall call, SimChat chat, FormattedText text, SimMedia? media)
    {
        var markup = ReplyMarkup.Read(call.Arguments);
        var ephemeral = EphemeralTarget.Read(call, chat);
        var reply = ReplyTarget.Read(call, chat, ephemeral?.Receiver);
        call.Bot.Sending.Count(chat, call.Arguments.Flag("allow_paid_broadcast"));
        if (ephemeral?.Replaces is { } replaced && chat.At(replaced.Key) is { } present)
        {
            call.World.Delete(present);
        }

        return WireMessage.Of(call.World.Post(new SimMessage
        {
            Chat = chat,
            From = call.Bot.Account,
            Date = call.World.Now,
            Text = text.Text.Length == 0 ? null : text.Text,
            Entities = text.Entities,
            Media = media,
            ReplyTo = reply,
            Buttons = markup.Inline,
            ReplyKeyboard = markup.Keyboard,
            OnlyFor = ephemeral?.Receiver,
        }));
    }

    private static SimMessage Original(BotCall call, string missing)
    {
        var source = call with { Arguments = call.Arguments.Renamed("from_chat_id", "chat_id") };
        return source.KnownChat().Find(call.Arguments.Int("message_id")) is { Service: null } message
            ? message
            : throw ApiException.BadRequest(missing);
    }

    private static SimMessage Copy(BotCall call, SimChat chat, SimMessage original) => new()
    {
        Chat = chat,
        From = call.Bot.Account,
        Date = call.World.Now,
        Text = original.Text,
        Entities = original.Entities,
        Media = original.Media,
    };
}
