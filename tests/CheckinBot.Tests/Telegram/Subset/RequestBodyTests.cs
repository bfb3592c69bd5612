using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace CheckinBot.Tests.Telegram.Subset;

/// <summary>Each call as it goes over the wire.</summary>
public sealed class RequestBodyTests
{
    private static readonly InlineKeyboardMarkup Buttons = new([
        [InlineKeyboardButton.WithCallbackData("没外出", "t:0"), InlineKeyboardButton.WithUrl("b", "https://t.me/x")],
        [InlineKeyboardButton.WithCopyText("c", "text")],
    ]);

    private const string ButtonsJson =
        """{"inline_keyboard":[[{"text":"没外出","callback_data":"t:0"},{"text":"b","url":"https://t.me/x"}],[{"text":"c","copy_text":{"text":"text"}}]]}""";

    public static TheoryData<string, string, Func<ITelegramBotClient, Task>> Calls => new()
    {
        { "getUpdates", """{"offset":7,"limit":100,"timeout":50,"allowed_updates":["message","edited_message","callback_query","my_chat_member"]}""", b => b.GetUpdates(7, 100, 50, [UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember]) },
        { "getUpdates", """{"limit":1,"timeout":0}""", b => b.GetUpdates(limit: 1, timeout: 0) },
        { "setWebhook", """{"url":"https://x.example/telegram/webhook","max_connections":40,"allowed_updates":["message"],"drop_pending_updates":true,"secret_token":"s"}""", b => b.SetWebhook("https://x.example/telegram/webhook", maxConnections: 40, allowedUpdates: [UpdateType.Message], dropPendingUpdates: true, secretToken: "s") },
        { "deleteWebhook", """{"drop_pending_updates":true}""", b => b.DeleteWebhook(true) },
        { "sendMessage", $$"""{"chat_id":-5,"text":"你好 <b>x</b>","parse_mode":"Html","reply_parameters":{"message_id":7,"allow_sending_without_reply":true},"reply_markup":{{ButtonsJson}},"link_preview_options":{"is_disabled":true},"message_thread_id":3,"disable_notification":true,"protect_content":true}""", b => b.SendMessage(-5, "你好 <b>x</b>", ParseMode.Html, new ReplyParameters { MessageId = 7, AllowSendingWithoutReply = true }, Buttons, LinkPreviewOptions.Disabled, 3, disableNotification: true, protectContent: true) },
        { "sendMessage", """{"chat_id":"@school","text":"x","reply_markup":{"remove_keyboard":true}}""", b => b.SendMessage("@school", "x", replyMarkup: new ReplyKeyboardRemove()) },
        { "sendMessage", """{"chat_id":5,"text":"x","reply_parameters":{"message_id":9},"reply_markup":{"force_reply":true,"selective":true}}""", b => b.SendMessage(5, "x", replyParameters: 9, replyMarkup: new ForceReplyMarkup { Selective = true }) },
        { "sendMessage", """{"chat_id":5,"text":"x","reply_markup":{"keyboard":[[{"text":"36.5"}]],"resize_keyboard":true},"entities":[{"type":"bold","offset":0,"length":1}]}""", b => b.SendMessage(5, "x", replyMarkup: new ReplyKeyboardMarkup([["36.5"]]) { ResizeKeyboard = true }, entities: [new MessageEntity { Type = MessageEntityType.Bold, Length = 1 }]) },
        { "sendPhoto", """{"chat_id":5,"photo":"id","caption":"c"}""", b => b.SendPhoto(5, InputFile.FromFileId("id"), "c") },
        { "sendDocument", """{"chat_id":5,"document":"https://x.example/a.pdf"}""", b => b.SendDocument(5, "https://x.example/a.pdf") },
        { "setMessageReaction", """{"chat_id":5,"message_id":6,"reaction":[{"type":"emoji","emoji":"\uD83D\uDC4D"}]}""", b => b.SetMessageReaction(5, 6, [new ReactionTypeEmoji { Emoji = "👍" }]) },
        { "editMessageText", $$"""{"chat_id":5,"message_id":6,"text":"new","reply_markup":{{ButtonsJson}}}""", b => b.EditMessageText(5, 6, "new", replyMarkup: Buttons) },
        { "editMessageReplyMarkup", """{"chat_id":5,"message_id":6,"reply_markup":{"inline_keyboard":[]}}""", b => b.EditMessageReplyMarkup(5, 6, InlineKeyboardMarkup.Empty()) },
        { "deleteMessage", """{"chat_id":5,"message_id":6}""", b => b.DeleteMessage(5, 6) },
        { "deleteMessages", """{"chat_id":5,"message_ids":[6,7]}""", b => b.DeleteMessages(5, [6, 7]) },
        { "answerCallbackQuery", """{"callback_query_id":"q","text":"t","show_alert":true}""", b => b.AnswerCallbackQuery("q", "t", showAlert: true) },
        { "setMyCommands", """{"commands":[{"command":"start","description":"go"},{"command":"checkin","description":"d","is_ephemeral":true}],"scope":{"type":"all_group_chats"},"language_code":"zh"}""", b => b.SetMyCommands([("start", "go"), new BotCommand("checkin", "d") { IsEphemeral = true }], BotCommandScope.AllGroupChats(), "zh") },
        { "setMyCommands", """{"commands":[],"scope":{"type":"chat_member","chat_id":-5,"user_id":6}}""", b => b.SetMyCommands([], BotCommandScope.ChatMember(-5, 6)) },
        { "leaveChat", """{"chat_id":-5}""", b => b.LeaveChat(-5) },
        { "pinChatMessage", """{"chat_id":-5,"message_id":6,"disable_notification":true}""", b => b.PinChatMessage(-5, 6, disableNotification: true) },
        { "sendChatAction", """{"chat_id":-5,"action":"upload_document"}""", b => b.SendChatAction(-5, ChatAction.UploadDocument) },
        { "editEphemeralMessageText", """{"chat_id":-5,"receiver_user_id":1,"ephemeral_message_id":44,"text":"t"}""", b => b.EditEphemeralMessageText(-5, 1, 44, "t") },
        { "editEphemeralMessageReplyMarkup", """{"chat_id":-5,"receiver_user_id":1,"ephemeral_message_id":44}""", b => b.EditEphemeralMessageReplyMarkup(-5, 1, 44) },
        { "deleteEphemeralMessage", """{"chat_id":-5,"receiver_user_id":1,"ephemeral_message_id":44}""", b => b.DeleteEphemeralMessage(-5, 1, 44) },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_call_is_posted_as_JSON_under_its_method_with_a_known_length(string method, string body, Func<ITelegramBotClient, Task> call)
    {
        await using var server = await ScriptedServer.Answering(Result(method));
        await call(server.Bot());
        var received = server.Only;
        Assert.Equal($"/bot{ScriptedServer.Token}/{method}", received.Path);
        Assert.Equal(body, received.Utf8Body);
        Assert.Equal(("POST", "application/json; charset=utf-8", (long?)received.Body.Length), (received.Verb, received.ContentType, received.ContentLength));
    }

    [Fact]
    public async Task A_call_without_parameters_has_no_body()
    {
        await using var server = await ScriptedServer.Answering("""{"id":9,"is_bot":true,"first_name":"b","username":"b_bot"}""");
        Assert.Equal("b_bot", (await server.Bot().GetMe()).Username);
        Assert.Equal(("POST", null, ""), (server.Only.Verb, server.Only.ContentType, server.Only.Body));
    }

    private static string Result(string method) => method switch
    {
        "getUpdates" => "[]",
        "sendMessage" or "sendPhoto" or "sendDocument" or "editMessageText" or "editMessageReplyMarkup" => Reply.MessageResult,
        _ => "true",
    };
}
