using System.Text.Json;
using CheckinBot.Telegram;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Tests.Telegram.Client;

public sealed class UpdateReadingTests
{
    private const string Group = """{"id":-1001,"type":"supergroup","title":"一班","is_forum":true}""";
    private const string Parent = """{"id":42,"is_bot":false,"first_name":"李","language_code":"zh-hans"}""";

    private static Update Read(string json) => JsonSerializer.Deserialize<Update>(json, BotClient.Json)!;

    private static Message ReadMessage(string rest) =>
        Read($$"""{"update_id":9,"message":{"message_id":3,"from":{{Parent}},"chat":{{Group}},"date":1767225600,{{rest}} } }""").Message!;

    [Fact]
    public void A_text_in_a_topic_of_a_group_in_reply_to_the_card()
    {
        var message = ReadMessage("""
            "message_thread_id":8,"is_topic_message":true,"edit_date":1767225660,"text":"@bot 36.5",
            "entities":[{"type":"mention","offset":0,"length":4},{"type":"of_tomorrow","offset":0,"length":1}],
            "reply_to_message":{"message_id":2,"date":1767225000,"chat":{"id":-1001,"type":"supergroup"},"from":{"id":9,"is_bot":true,"first_name":"b"}}
            """);
        Assert.Equal((MessageType.Text, "@bot 36.5", 8, true), (message.Type, message.Text, message.MessageThreadId, message.IsTopicMessage));
        Assert.Equal((ChatType.Supergroup, true, 42L), (message.Chat.Type, message.Chat.IsForum, message.From!.Id));
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), message.Date);
        Assert.Equal((DateTimeKind.Utc, message.Date.AddMinutes(1)), (message.EditDate!.Value.Kind, message.EditDate.Value));
        Assert.True(message.ReplyToMessage!.From!.IsBot);
        Assert.Equal([MessageEntityType.Mention, default], message.Entities!.Select(entity => entity.Type));
    }

    [Fact]
    public void An_ephemeral_command_has_number_0_and_its_own_number()
    {
        var update = Read($$"""
            {"update_id":1,"message":{"message_id":0,"ephemeral_message_id":17,"receiver_user":{"id":9,"is_bot":true,"first_name":"b"},
            "from":{{Parent}},"chat":{{Group}},"date":1,"text":"/checkin"} }
            """);
        Assert.Equal((0, 17, 9L), (update.Message!.Id, update.Message.EphemeralMessageId, update.Message.ReceiverUser!.Id));
    }

    [Theory]
    [InlineData("""{"type":"user","sender_user":{"id":1,"is_bot":false,"first_name":"a"},"date":5}""", typeof(MessageOriginUser))]
    [InlineData("""{"date":5,"sender_user_name":"a","type":"hidden_user"}""", typeof(MessageOriginHiddenUser))]
    [InlineData("""{"date":5,"sender_chat":{"type":"group","id":1},"type":"chat"}""", typeof(MessageOriginChat))]
    [InlineData("""{"chat":{"type":"channel","id":1},"message_id":4,"date":5,"type":"channel"}""", typeof(MessageOriginChannel))]
    public void A_forwarded_message_tells_its_origin_wherever_its_type_stands(string origin, Type expected)
    {
        var message = ReadMessage($"\"forward_origin\":{origin},\"text\":\"x\"");
        Assert.IsType(expected, message.ForwardOrigin);
        Assert.Equal(DateTime.UnixEpoch.AddSeconds(5), message.ForwardOrigin!.Date);
    }

    [Theory]
    [InlineData("""{"status":"creator"}""", typeof(ChatMemberOwner), true, true)]
    [InlineData("""{"status":"administrator","can_delete_messages":true}""", typeof(ChatMemberAdministrator), true, true)]
    [InlineData("""{"status":"member"}""", typeof(ChatMemberMember), false, true)]
    [InlineData("""{"status":"restricted","is_member":true}""", typeof(ChatMemberRestricted), false, true)]
    [InlineData("""{"status":"restricted"}""", typeof(ChatMemberRestricted), false, false)]
    [InlineData("""{"status":"left"}""", typeof(ChatMemberLeft), false, false)]
    [InlineData("""{"status":"kicked","until_date":0}""", typeof(ChatMemberBanned), false, false)]
    public void The_bots_own_place_in_a_group(string now, Type expected, bool admin, bool inChat)
    {
        var withUser = now.Replace("{", """{"user":{"id":9,"is_bot":true,"first_name":"b"},""", StringComparison.Ordinal);
        var update = Read($$"""
            {"update_id":1,"my_chat_member":{"chat":{{Group}},"from":{{Parent}},"date":1,
            "old_chat_member":{"user":{{Parent}},"status":"left"},"new_chat_member":{{withUser}} } }
            """);
        var member = update.MyChatMember!.NewChatMember;
        Assert.IsType(expected, member);
        Assert.Equal((UpdateType.MyChatMember, admin, inChat, 9L), (update.Type, member.IsAdmin, member.IsInChat, member.User.Id));
    }

    [Fact]
    public void A_press_on_a_button_with_the_message_that_has_it()
    {
        var update = Read($$"""
            {"update_id":1,"callback_query":{"id":"77","from":{{Parent}},"chat_instance":"c","data":"t:0","message":{"message_id":3,"date":0,
            "chat":{{Group}},"reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"t:0"}]]} } } }
            """);
        Assert.Equal((UpdateType.CallbackQuery, "t:0", "77"), (update.Type, update.CallbackQuery!.Data, update.CallbackQuery.Id));
        Assert.Equal(default, update.CallbackQuery.Message!.Date);
        Assert.Equal("t:0", update.CallbackQuery.Message.ReplyMarkup!.InlineKeyboard.Single().Single().CallbackData);
    }

    [Theory]
    [InlineData("\"photo\":[{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"width\":1,\"height\":2}],\"caption\":\"36.5\"", MessageType.Photo)]
    [InlineData("\"document\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_name\":\"r.xlsx\",\"file_size\":5000000000}", MessageType.Document)]
    [InlineData("\"voice\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":3}", MessageType.Voice)]
    [InlineData("\"video\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":3,\"width\":1,\"height\":1}", MessageType.Video)]
    [InlineData("\"audio\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"duration\":3}", MessageType.Audio)]
    [InlineData("\"sticker\":{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"type\":\"regular\",\"width\":1,\"height\":1,\"emoji\":\"x\"}", MessageType.Sticker)]
    [InlineData("\"location\":{\"latitude\":28.2,\"longitude\":112.9}", MessageType.Location)]
    [InlineData("\"contact\":{\"phone_number\":\"1\",\"first_name\":\"a\"}", MessageType.Contact)]
    [InlineData("\"new_chat_members\":[{\"id\":1,\"is_bot\":false,\"first_name\":\"a\"}]", MessageType.NewChatMembers)]
    [InlineData("\"left_chat_member\":{\"id\":1,\"is_bot\":false,\"first_name\":\"a\"}", MessageType.LeftChatMember)]
    [InlineData("\"migrate_to_chat_id\":-1001", MessageType.MigrateToChatId)]
    [InlineData("\"migrate_from_chat_id\":-5", MessageType.MigrateFromChatId)]
    [InlineData("\"dice\":{\"emoji\":\"x\",\"value\":1}", MessageType.Dice)]
    [InlineData("\"of_tomorrow\":{\"emoji\":\"x\",\"value\":1}", MessageType.Unknown)]
    public void A_message_knows_what_it_carries(string content, MessageType expected) => Assert.Equal(expected, ReadMessage(content).Type);
}
