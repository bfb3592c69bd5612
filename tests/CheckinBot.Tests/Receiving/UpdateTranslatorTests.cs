using System.Text.Json;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Telegram;
using Telegram.Bot.Types;

namespace CheckinBot.Tests.Receiving;

public sealed class UpdateTranslatorTests
{
    private const string Ming = """ "from":{"id":7,"is_bot":false,"first_name":"明","last_name":"王","language_code":"zh-hans"} """;
    private const string Private = """ "chat":{"id":7,"type":"private","first_name":"明"} """;
    private const string Class = """ "chat":{"id":-100,"type":"supergroup","title":"三年级1班"} """;

    [Fact]
    public void A_text_in_private_is_a_text_of_its_sender()
    {
        var text = Assert.IsType<ConversationEvent.TextReceived>(Translate($$""" "message":{"message_id":5,{{Ming}},{{Private}},"date":1,"text":"36.5"} """));
        Assert.Equal((5, "36.5", new ChatRef(7, ChatKind.Private), new Sender(7, "王明", "zh-hans")), (text.MessageId, text.Text, text.Chat, text.From));
        Assert.False(text.IsForwarded);
    }

    [Theory]
    [InlineData("/start abc-DEF_1", "start", "abc-DEF_1")]
    [InlineData("/START", "start", "")]
    [InlineData("/report@Checkin_Bot 王小明 36.5", "report", "王小明 36.5")]
    [InlineData("/report\n王小明 36.5", "report", "王小明 36.5")]
    public void A_command_comes_without_slash_and_bot_name(string typed, string command, string arguments)
    {
        var received = Assert.IsType<ConversationEvent.CommandReceived>(Message(typed));
        Assert.Equal((command, arguments), (received.Command, received.Arguments));
    }

    [Fact]
    public void A_command_to_another_bot_means_nothing() => Assert.Null(Message("/start@other_bot"));

    [Theory]
    [InlineData("/36.5")]
    [InlineData("/")]
    [InlineData("/体温 36.5")]
    public void What_only_looks_like_a_command_is_text(string typed) => Assert.IsType<ConversationEvent.TextReceived>(Message(typed));

    [Fact]
    public void A_reply_tells_whether_the_bot_was_answered()
    {
        var reply = (ConversationEvent.TextReceived)Translate($$"""
            "message":{"message_id":6,{{Ming}},{{Class}},"date":1,"text":"36.5",
            "reply_to_message":{"message_id":4,"date":1,{{Class}},"from":{"id":42,"is_bot":true,"first_name":"b"} } }
            """)!;
        Assert.Equal(new RepliedTo(4, FromThisBot: true), reply.ReplyTo);
    }

    [Fact]
    public void A_picture_tells_whether_it_was_forwarded_and_to_which_album_it_belongs()
    {
        var picture = (ConversationEvent.MediaReceived)Translate($$"""
            "message":{"message_id":6,{{Ming}},{{Private}},"date":1,"caption":"36.5","media_group_id":"77","photo":[],
            "forward_origin":{"type":"hidden_user","date":1,"sender_user_name":"x"} }
            """)!;
        Assert.Equal((MediaKind.Photo, "36.5", true, "77"), (picture.Kind, picture.Caption, picture.IsForwarded, picture.AlbumId));
        var own = (ConversationEvent.MediaReceived)Translate($$""" "message":{"message_id":6,{{Ming}},{{Private}},"date":1,"photo":[]} """)!;
        Assert.Equal((false, null), (own.IsForwarded, own.AlbumId));
    }

    [Theory]
    [InlineData("/bind", "bind")]
    [InlineData("/bind@checkin_bot 1班", "bind")]
    [InlineData("/bind@other_bot", null)]
    [InlineData("36.5", null)]
    public void Of_an_anonymous_administrator_only_commands_to_us_are_heard(string typed, string? command)
    {
        var heard = Translate($$"""
            "message":{"message_id":6,{{Class}},"date":1,"text":"{{typed}}","sender_chat":{"id":-100,"type":"supergroup"},
            "from":{"id":1087968824,"is_bot":true,"first_name":"Group"} }
            """);
        Assert.Equal(command, (heard as ConversationEvent.CommandGivenAnonymously)?.Command);
        Assert.Equal(command is null, heard is null);
    }

    [Fact]
    public void A_supergroup_says_of_itself_which_group_it_was()
    {
        var moved = (ConversationEvent.GroupMigrated)Translate($$""" "message":{"message_id":1,{{Ming}},{{Class}},"date":1,"migrate_from_chat_id":-7} """)!;
        Assert.Equal((-7, -100), (moved.Chat.Id, moved.NewChatId));
    }

    [Fact]
    public void A_forwarded_text_is_marked_as_such() =>
        Assert.True(((ConversationEvent.TextReceived)Translate($$"""
            "message":{"message_id":6,{{Ming}},{{Private}},"date":1,"text":"36.5",
            "forward_origin":{"type":"hidden_user","date":1,"sender_user_name":"x"} }
            """)!).IsForwarded);

    [Theory]
    [InlineData(""" "sender_chat":{"id":-100,"type":"supergroup"},"from":{"id":1087968824,"is_bot":true,"first_name":"Group"} """)]
    [InlineData(""" "from":{"id":9,"is_bot":true,"first_name":"Other bot"} """)]
    public void What_an_anonymous_administrator_or_a_bot_writes_means_nothing(string author) =>
        Assert.Null(Translate($$""" "message":{"message_id":5,{{author}},{{Class}},"date":1,"text":"36.5"} """));

    [Fact]
    public void A_post_in_a_channel_means_nothing() =>
        Assert.Null(Translate($$""" "message":{"message_id":5,{{Ming}},"chat":{"id":-5,"type":"channel"},"date":1,"text":"36.5"} """));

    [Fact]
    public void A_pressed_button_carries_its_data_and_the_message_it_stands_under()
    {
        var press = (ConversationEvent.ButtonPressed)Translate(
            $$""" "callback_query":{"id":"q1",{{Ming}},"chat_instance":"x","data":"3.tr.n","message":{"message_id":8,"date":1,{{Private}} } }  """)!;
        Assert.Equal(("q1", 8, "3.tr.n", 7L), (press.CallbackId, press.MessageId, press.Data, press.From.UserId));
    }

    [Fact]
    public void An_edit_an_upgrade_and_a_photo_are_told_apart()
    {
        Assert.IsType<ConversationEvent.TextEdited>(
            Translate($$""" "edited_message":{"message_id":5,{{Ming}},{{Private}},"date":1,"edit_date":2,"text":"36.6"} """));
        Assert.Equal(-1005, Assert.IsType<ConversationEvent.GroupMigrated>(
            Translate($$""" "message":{"message_id":5,{{Ming}},"chat":{"id":-5,"type":"group"},"date":1,"migrate_to_chat_id":-1005} """)).NewChatId);
        var photo = Assert.IsType<ConversationEvent.MediaReceived>(
            Translate($$"""
                "message":{"message_id":5,{{Ming}},{{Private}},"date":1,"caption":"36.5",
                "photo":[{"file_id":"a","file_unique_id":"b","width":1,"height":1}]}
                """));
        Assert.Equal((MediaKind.Photo, "36.5"), (photo.Kind, photo.Caption));
    }

    [Fact]
    public void Names_titles_and_texts_come_without_what_cannot_be_seen()
    {
        var sent = Assert.IsType<ConversationEvent.TextReceived>(Translate("""
            "message":{"message_id":5,"date":1,"text":"去了\u202E汉武\u202C\n36.5\u200B",
            "from":{"id":7,"is_bot":false,"first_name":"\u202E\u3164小\u200B明","last_name":"王\u200F"},
            "chat":{"id":-5,"type":"group","title":"三\u200E(1)班\u2066"}}
            """));
        Assert.Equal(("去了汉武\n36.5", "王小明", "三(1)班"), (sent.Text, sent.From.DisplayName, sent.Chat.Title));
        var nameless = Assert.IsType<ConversationEvent.TextReceived>(Translate("""
            "message":{"message_id":5,"date":1,"text":"1","from":{"id":7,"is_bot":false,"first_name":"\u3164"},"chat":{"id":7,"type":"private"}}
            """));
        Assert.Equal("", nameless.From.DisplayName);
    }

    [Fact]
    public void A_message_carries_when_it_was_sent_and_an_edit_of_text_or_caption_both_its_times()
    {
        var (sent, edited) = (DateTimeOffset.FromUnixTimeSeconds(1_772_667_300), DateTimeOffset.FromUnixTimeSeconds(1_772_670_000));
        Assert.Equal(sent, Translate($$""" "message":{"message_id":5,{{Ming}},{{Private}},"date":1772667300,"text":"36.6"} """)!.SentAt);
        foreach (var words in new[] { """ "text":"36.6" """, """ "caption":"36.6","photo":[{"file_id":"a","file_unique_id":"b","width":1,"height":1}] """ })
        {
            var edit = Assert.IsType<ConversationEvent.TextEdited>(
                Translate($$""" "edited_message":{"message_id":5,{{Ming}},{{Private}},"date":1772667300,"edit_date":1772670000,{{words}}} """));
            Assert.Equal(("36.6", sent, edited, sent), (edit.Text, edit.FirstSentAt!.Value, edit.SentAt!.Value, edit.SaidAt!.Value));
        }
    }

    [Theory]
    [InlineData("left", "member", typeof(ConversationEvent.BotAdded))]
    [InlineData("left", "administrator", typeof(ConversationEvent.BotAdded))]
    [InlineData("member", "administrator", typeof(ConversationEvent.BotRightsChanged))]
    [InlineData("administrator", "kicked", typeof(ConversationEvent.BotRemoved))]
    public void What_becomes_of_the_bot_in_a_group_is_told(string was, string now, Type expected)
    {
        var @event = Translate($$""" "my_chat_member":{"date":1,{{Ming}},{{Class}},"old_chat_member":{{Member(was)}},"new_chat_member":{{Member(now)}}} """);
        Assert.IsType(expected, @event);
        if (@event is ConversationEvent.BotRightsChanged rights) Assert.Equal((true, true), (rights.IsAdministrator, rights.CanDelete));
    }

    [Fact]
    public void A_user_who_blocks_the_bot_is_known_to_have_done_so()
    {
        Assert.IsType<ConversationEvent.Blocked>(Change("member", "kicked"));
        Assert.IsType<ConversationEvent.Unblocked>(Change("kicked", "member"));

        static ConversationEvent? Change(string was, string now) => Translate($$"""
            "my_chat_member":{"date":1,{{Ming}},{{Private}},"old_chat_member":{{Member(was)}},"new_chat_member":{{Member(now)}} }
            """);
    }

    [Fact]
    public void An_update_of_a_kind_that_we_do_not_know_means_nothing() => Assert.Null(Translate(""" "poll":{"id":"1"} """));

    private static string Member(string status) =>
        $$"""{"status":"{{status}}","can_delete_messages":true,"user":{"id":42,"is_bot":true,"first_name":"b"},"until_date":0}""";

    private static ConversationEvent? Message(string text) =>
        Translate($$""" "message":{"message_id":5,{{Ming}},{{Class}},"date":1,"text":{{JsonSerializer.Serialize(text)}}} """);

    private static ConversationEvent? Translate(string update) =>
        new UpdateTranslator(42, () => "checkin_bot").Translate(JsonSerializer.Deserialize<Update>($$"""{"update_id":1,{{update}}}""", BotClient.Json)!);
}
