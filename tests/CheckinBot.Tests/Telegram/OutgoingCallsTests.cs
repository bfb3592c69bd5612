using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Rich;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Tests.Telegram;

/// <summary>Each call as it goes over the wire.</summary>
public sealed class OutgoingCallsTests
{
    private static readonly Keyboard Buttons = new([[new Button("没外出", "3.tr.n"), Button.Link("b", "https://t.me/x")], [new Button("c", "3.x")]]);

    private const string ButtonsJson =
        """{"inline_keyboard":[[{"text":"没外出","callback_data":"3.tr.n"},{"text":"b","url":"https://t.me/x"}],[{"text":"c","callback_data":"3.x"}]]}""";

    public static TheoryData<string, string, OutgoingCall> Calls => new()
    {
        {
            "sendMessage",
            $$"""
            {"chat_id":-5,"text":"你好 <b>x</b>","parse_mode":"Html","reply_parameters":{"message_id":7,"allow_sending_without_reply":true},
            "reply_markup":{{ButtonsJson}},"link_preview_options":{"is_disabled":true},"message_thread_id":3,"disable_notification":true}
            """,
            new() { Send = new(-5, "你好 <b>x</b>") { Format = TextFormat.Html, ReplyTo = 7, Keyboard = Buttons, ThreadId = 3, Silent = true } }
        },
        { "sendMessage", """{"chat_id":-5,"text":"36.5 °C","link_preview_options":{"is_disabled":true}}""", new() { Send = new(-5, "36.5 °C") } },
        {
            "editMessageText",
            $$"""{"chat_id":-5,"message_id":6,"text":"new","reply_markup":{{ButtonsJson}},"link_preview_options":{"is_disabled":true} }""",
            new() { Edit = new(-5, 6, "new", Buttons) }
        },
        { "editMessageReplyMarkup", """{"chat_id":-5,"message_id":6}""", new() { RemoveButtons = new(-5, 6) } },
        { "setMessageReaction", """{"chat_id":-5,"message_id":6,"reaction":[{"type":"emoji","emoji":"👍"}]}""", new() { React = new(-5, 6, "👍") } },
        { "deleteMessage", """{"chat_id":-5,"message_id":6}""", new() { Delete = new(-5, 6) } },
        {
            "answerCallbackQuery", """{"callback_query_id":"q","text":"t","show_alert":true}""",
            new() { AnswerButton = new("q", "t", Alert: true) }
        },
        { "answerCallbackQuery", """{"callback_query_id":"q","url":"https://t.me/x"}""", new() { AnswerButton = new("q") { Url = "https://t.me/x" } } },
    };

    public static TheoryData<string, string, OutgoingCall> RichCalls => new()
    {
        {
            "sendRichMessage",
            $$"""
            {"chat_id":-5,"rich_message":{"html":"<p>https://x.example/a.png</p>","skip_entity_detection":true},"reply_markup":{{ButtonsJson}},
            "message_thread_id":3,"reply_parameters":{"message_id":7,"allow_sending_without_reply":true} }
            """,
            new() { Send = new(-5, "plain") { Rich = "<p>https://x.example/a.png</p>", Keyboard = Buttons, ThreadId = 3, ReplyTo = 7 } }
        },
        {
            "editMessageText",
            $$"""{"chat_id":-5,"message_id":6,"rich_message":{"html":"<p>表</p>","skip_entity_detection":true},"reply_markup":{{ButtonsJson}} }""",
            new() { Edit = new(-5, 6, "plain", Buttons) { Rich = "<p>表</p>" } }
        },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_call_is_posted_as_JSON_under_its_method_with_a_known_length(string method, string body, OutgoingCall call)
    {
        await using var server = await ScriptedServer.Answering(Result(method));
        Assert.Equal(method is "sendMessage" ? 7 : method is "editMessageText" ? 6 : null, await server.Bot().Make(-5, call, default));
        IsPosted(server.Only, method, body);
    }

    [Theory]
    [MemberData(nameof(RichCalls), DisableDiscoveryEnumeration = true)]
    public async Task A_table_is_posted_as_HTML_in_which_nothing_is_looked_for(string method, string body, OutgoingCall call)
    {
        await using var server = await ScriptedServer.Answering(Reply.MessageResult);
        Assert.Equal(7, await server.Bot().MakeRich(-5, call, default));
        IsPosted(server.Only, method, body);
    }

    [Fact]
    public async Task Chinese_goes_out_as_it_is_and_not_as_escapes_of_twice_the_size()
    {
        await using var server = await ScriptedServer.Answering(Reply.MessageResult);
        await server.Bot().SendMessage(5, "36.5 没外出 <b>“好”</b> & 'x'");
        Assert.Equal("""{"chat_id":5,"text":"36.5 没外出 <b>“好”</b> & 'x'"}""", server.Only.Utf8Body);
    }

    [Fact]
    public async Task The_menu_of_a_private_chat_is_set_for_that_chat()
    {
        await using var server = await ScriptedServer.Answering("true");
        await server.Bot().Make(5, new OutgoingCall { Commands = new(5, Language.En, [Role.DutyOfficer]) }, default);
        Assert.Equal("setMyCommands", server.Only.Method);
        Assert.Contains("""{"command":"cases","description":""", server.Only.Body, StringComparison.Ordinal);
        Assert.Contains("""scope":{"type":"chat","chat_id":5}""", server.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_its_asker_alone_sees_is_marked_so()
    {
        await using var server = await ScriptedServer.Answering("true");
        await server.Bot().SetMyCommands([new BotCommand("help", "d") { IsEphemeral = true }], BotCommandScope.AllGroupChats(), "zh");
        IsPosted(server.Only, "setMyCommands", """
            {"commands":[{"command":"help","description":"d","is_ephemeral":true}],"scope":{"type":"all_group_chats"},"language_code":"zh"}
            """);
    }

    [Fact]
    public async Task A_webhook_is_set_with_its_kinds_and_its_secret()
    {
        await using var server = await ScriptedServer.Answering("true");
        await server.Bot().SetWebhook(
            "https://x.example/telegram/webhook", maxConnections: 100, allowedUpdates: [UpdateType.Message, UpdateType.MyChatMember], secretToken: "s");
        IsPosted(server.Only, "setWebhook", """
            {"url":"https://x.example/telegram/webhook","max_connections":100,"allowed_updates":["message","my_chat_member"],"secret_token":"s"}
            """);
    }

    [Fact]
    public async Task A_call_without_parameters_has_no_body()
    {
        await using var server = await ScriptedServer.Answering("""{"id":9,"is_bot":true,"first_name":"b","username":"b_bot"}""");
        Assert.Equal("b_bot", (await server.Bot().GetMe()).Username);
        Assert.Equal(("POST", null, ""), (server.Only.Verb, server.Only.ContentType, server.Only.Body));
    }

    private static void IsPosted(ReceivedCall call, string method, string body)
    {
        Assert.Equal(("POST", $"/bot{ScriptedServer.Token}/{method}"), (call.Verb, call.Path));
        Assert.Equal(("application/json; charset=utf-8", (long?)call.Body.Length), (call.ContentType, call.ContentLength));
        call.HasParameters(body);
    }

    private static string Result(string method) => method switch
    {
        "sendMessage" or "editMessageText" or "editMessageReplyMarkup" => Reply.MessageResult,
        _ => "true",
    };
}
