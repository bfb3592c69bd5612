using System.Globalization;
using CheckinBot.Simulator.BotApi.Calls;
using CheckinBot.Simulator.BotApi.Wire;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Formatting;

namespace CheckinBot.Simulator.BotApi.Methods;

/// <summary>Methods that make a new message.</summary>
internal static class Sending
{
    public const int LongestText = 4096;
    public const int LongestCaption = 1024;
    private const int LargestAlbum = 10;

    public static object SendMessage(BotCall call)
    {
        var chat = call.WritableChat();
        return Send(call, chat, ReadText(call.Arguments), media: null);
    }

    public static object SendRichMessage(BotCall call)
    {
        if (!call.World.RichSupported) throw new ApiException(404, "Not Found");
        var chat = call.WritableChat();
        var rich = ReadRich(call) ?? throw ApiException.BadRequest("rich message is empty");
        return Send(call, chat, new FormattedText(rich.Plain, []), media: null, rich);
    }

    public static object SendPhoto(BotCall call) => SendFile(call, "photo", MediaKind.Photo);

    public static object SendDocument(BotCall call) => SendFile(call, "document", MediaKind.Document);

    public static object SendMediaGroup(BotCall call)
    {
        var chat = call.WritableChat();
        var items = call.Arguments.Json<AlbumItem[]>("media") ?? [];
        if (items.Length is < 2 or > LargestAlbum)
        {
            throw ApiException.BadRequest("wrong number of messages in the album: must be 2-10");
        }

        // All are read before the first is shown: an album is sent whole or not at all.
        var album = Random.Shared.NextInt64(1L << 53).ToString(CultureInfo.InvariantCulture);
        var read = Array.ConvertAll(items, item => (
            Caption: CheckCaption(Markup.Parse(item.Caption ?? "", item.ParseMode, WireEntity.Read(item.CaptionEntities))),
            Media: new SimMedia(item.Kind) { File = SentFile.Read(call, "media", item.Media, item.Kind), Album = album }));
        var reply = ReplyTarget.Read(call, chat, receiver: null);
        return Deliver(call, chat, messages: read.Length, post: () => Array.ConvertAll(read, item => WireMessage.Of(call.World.Post(new SimMessage
        {
            Chat = chat,
            From = call.Bot.Account,
            Date = call.World.Now,
            Text = item.Caption.Text.Length == 0 ? null : item.Caption.Text,
            Entities = item.Caption.Entities,
            Media = item.Media,
            ReplyTo = reply,
        }))));
    }

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
        return Deliver(call, chat, () => WireMessage.Of(call.World.Post(Copy(call, chat, original) with
        {
            ForwardedFrom = original.ForwardedFrom ?? new ForwardOrigin(original.From, original.Date),
        })));
    }

    public static object CopyMessage(BotCall call)
    {
        var chat = call.WritableChat();
        var original = Original(call, "message to copy not found");
        var markup = ReplyMarkup.Read(call.Arguments);
        return Deliver(call, chat, () => new { message_id = call.World.Post(Copy(call, chat, original) with { Buttons = markup.Inline }).Id });
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

    /// <summary>What <c>rich_message</c> says; null where it is not given, or the server is older and ignores it.</summary>
    public static RichContent? ReadRich(BotCall call) => call.World.RichSupported && call.Arguments.Json<InputRichMessage>("rich_message") is { } rich
        ? RichHtml.Parse(rich.Html ?? throw ApiException.BadRequest("the simulator reads rich messages in HTML only"))
        : null;

    public static FormattedText ReadCaption(Arguments arguments) => CheckCaption(Formatted(arguments, "caption", "caption_entities"));

    private static FormattedText CheckCaption(FormattedText caption) => caption.Text.Length > LongestCaption
        ? throw ApiException.BadRequest("message caption is too long")
        : caption;

    private sealed record InputRichMessage(string? Html);

    private sealed record AlbumItem(string? Type, string? Media, string? Caption, string? ParseMode, WireEntity[]? CaptionEntities)
    {
        public MediaKind Kind => Type switch
        {
            "photo" => MediaKind.Photo,
            "document" => MediaKind.Document,
            _ => throw ApiException.BadRequest($"can't parse InputMedia: type must be photo or document, not {Type}"),
        };
    }

    private static FormattedText Formatted(Arguments arguments, string text, string entities) => Markup.Parse(
        arguments.Text(text) ?? "",
        arguments.Text("parse_mode"),
        WireEntity.Read(arguments.Json<WireEntity[]>(entities)));

    private static object SendFile(BotCall call, string field, MediaKind kind)
    {
        var chat = call.WritableChat();
        var caption = ReadCaption(call.Arguments);
        var file = SentFile.Read(call, field, call.Arguments.Text(field), kind);
        return Send(call, chat, caption, new SimMedia(kind) { File = file });
    }

    private static object Send(BotCall call, SimChat chat, FormattedText text, SimMedia? media, RichContent? rich = null)
    {
        var markup = ReplyMarkup.Read(call.Arguments);
        var ephemeral = EphemeralTarget.Read(call, chat);
        var reply = ReplyTarget.Read(call, chat, ephemeral?.Receiver);
        return Deliver(call, chat, () =>
        {
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
                Rich = rich,
                Media = media,
                ReplyTo = reply,
                Buttons = markup.Inline,
                ReplyKeyboard = markup.Keyboard,
                OnlyFor = ephemeral?.Receiver,
            }));
        });
    }

    private static object Deliver(BotCall call, SimChat chat, Func<object> post, int messages = 1)
    {
        call.CountSending(chat, call.Arguments.Flag("allow_paid_broadcast"));
        return chat.Unsent.Send(post, messages);
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
        Rich = original.Rich,
        Media = original.Media,
    };
}
