using System.Globalization;

namespace CheckinBot.Tests.Simulator;

/// <summary>Refusals carry Telegram's own codes and words, because clients act on them.</summary>
public class ErrorTests
{
    [Fact]
    public async Task A_wrong_token_is_unauthorized_and_an_unknown_method_not_found()
    {
        await using var town = await Town.OpenAsync();
        using var stranger = new BotClient(town.BaseUrl, "777:wrong");

        Assert.Equal((401, "Unauthorized"), Refusal(await stranger.CallAsync("getMe")));
        Assert.Equal((404, "Not Found"), Refusal(await town.Bot.CallAsync("sendTelepathy")));
    }

    [Theory]
    [InlineData("42", 400, "Bad Request: chat not found")]
    [InlineData("-42", 400, "Bad Request: chat not found")]
    [InlineData("", 400, "Bad Request: chat_id is empty")]
    [InlineData("1001", 403, "Forbidden: bot can't initiate conversation with a user")]
    public async Task A_chat_that_the_bot_cannot_reach_is_refused(string chatId, int code, string description)
    {
        await using var town = await Town.OpenAsync();

        Assert.Equal((code, description), Refusal(await SendAsync(town, chatId, "hello")));
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_or_left_Telegram_cannot_be_written_to()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        town.World.Start(Town.Teacher);
        town.World.Block(Town.Parent);
        town.World.Deactivate(Town.Teacher);

        Assert.Equal((403, "Forbidden: bot was blocked by the user"), Refusal(await SendAsync(town, Town.Parent, "hello")));
        Assert.Equal((403, "Forbidden: user is deactivated"), Refusal(await SendAsync(town, Town.Teacher, "hello")));

        town.World.Unblock(Town.Parent);
        Assert.True((await SendAsync(town, Town.Parent, "hello")).Ok);
    }

    [Fact]
    public async Task A_bot_that_was_removed_or_left_cannot_write_to_the_group()
    {
        await using var town = await Town.OpenAsync();
        var first = town.ClassGroup();
        var second = town.World.AddGroup("二班", [777], [Town.Teacher], supergroup: true);

        town.World.RemoveMember(first.Id, 777, Town.Teacher);
        await town.Bot.CallAsync("leaveChat", new { chat_id = second.Id });

        Assert.Equal((403, "Forbidden: bot was kicked from the group chat"), Refusal(await SendAsync(town, first.Id, "hello")));
        Assert.Equal((403, "Forbidden: bot is not a member of the supergroup chat"), Refusal(await SendAsync(town, second.Id, "hello")));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_tells_its_new_id()
    {
        await using var town = await Town.OpenAsync();
        var old = town.ClassGroup();
        await town.ForgetUpdatesAsync();

        var upgraded = town.World.Migrate(old.Id);
        var refusal = await SendAsync(town, old.Id, "hello");

        Assert.Equal((400, "Bad Request: group chat was upgraded to a supergroup chat"), Refusal(refusal));
        Assert.Equal(upgraded.Id, refusal.Parameters.GetProperty("migrate_to_chat_id").GetInt64());
        Assert.True((await SendAsync(town, upgraded.Id, "hello")).Ok);
        var updates = await town.Bot.UpdatesAsync();
        Assert.Equal(upgraded.Id, updates[0].GetProperty("message").GetProperty("migrate_to_chat_id").GetInt64());
        Assert.Equal(old.Id, updates[1].GetProperty("message").GetProperty("migrate_from_chat_id").GetInt64());
    }

    [Fact]
    public async Task A_text_may_have_4096_characters_after_its_markup()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        var longest = new string('x', 4096);

        Assert.True((await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = $"<b>{longest}</b>", parse_mode = "HTML" })).Ok);
        Assert.Equal((400, "Bad Request: message is too long"), Refusal(await SendAsync(town, Town.Parent, longest + "x")));
        Assert.Equal((400, "Bad Request: message text is empty"), Refusal(await SendAsync(town, Town.Parent, " \n ")));
    }

    [Fact]
    public async Task A_tap_may_be_answered_with_200_characters()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        var sent = await SendWithButtonAsync(town, "n");
        var query = town.World.Press(Town.Parent, 777, sent.MessageId, "n");

        Assert.Equal((400, "Bad Request: MESSAGE_TOO_LONG"), Refusal(await town.Bot.CallAsync("answerCallbackQuery", new { callback_query_id = query, text = new string('x', 201) })));
        Assert.True((await town.Bot.CallAsync("answerCallbackQuery", new { callback_query_id = query, text = new string('x', 200) })).Ok);
    }

    [Fact]
    public async Task Callback_data_may_have_64_bytes_not_characters()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);

        Assert.True((await SendWithButtonAsync(town, new string('x', 64))).Ok);
        Assert.Equal((400, "Bad Request: BUTTON_DATA_INVALID"), Refusal(await SendWithButtonAsync(town, new string('三', 22))));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        var sent = await SendWithButtonAsync(town, "a");
        var same = new { chat_id = Town.Parent, message_id = sent.MessageId, text = "?", reply_markup = Keyboard("a") };
        var other = new { chat_id = Town.Parent, message_id = sent.MessageId, text = "?", reply_markup = Keyboard("b") };

        Assert.StartsWith("Bad Request: message is not modified", (await town.Bot.CallAsync("editMessageText", same)).Description, StringComparison.Ordinal);
        Assert.True((await town.Bot.CallAsync("editMessageText", other)).Ok);
    }

    [Fact]
    public async Task What_does_not_exist_is_named_in_the_refusal()
    {
        await using var town = await Town.OpenAsync();
        var greeting = town.World.Start(Town.Parent);
        const int nowhere = 999;

        Assert.Equal("Bad Request: message to edit not found", (await CallAsync(town, "editMessageText", nowhere)).Description);
        Assert.Equal("Bad Request: message can't be edited", (await CallAsync(town, "editMessageText", greeting.Id)).Description);
        Assert.Equal("Bad Request: message to delete not found", (await CallAsync(town, "deleteMessage", nowhere)).Description);
        var reply = await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = "x", reply_parameters = new { message_id = nowhere } });
        Assert.Equal("Bad Request: message to be replied not found", reply.Description);
        var lenient = new { chat_id = Town.Parent, text = "x", reply_parameters = new { message_id = nowhere, allow_sending_without_reply = true } };
        Assert.True((await town.Bot.CallAsync("sendMessage", lenient)).Ok);
    }

    [Fact]
    public async Task A_reaction_must_be_one_that_Telegram_offers()
    {
        await using var town = await Town.OpenAsync();
        var greeting = town.World.Start(Town.Parent);

        Assert.Equal((400, "Bad Request: REACTION_INVALID"), Refusal(await ReactAsync(town, greeting.Id, "✅")));
        Assert.True((await ReactAsync(town, greeting.Id, "👍")).Ok);
    }

    private static (int Status, string Description) Refusal(BotAnswer answer) => (answer.Status, answer.Description);

    private static Task<BotAnswer> SendAsync(Town town, object chatId, string text) =>
        town.Bot.CallAsync("sendMessage", new { chat_id = Convert.ToString(chatId, CultureInfo.InvariantCulture), text });

    private static Task<BotAnswer> SendWithButtonAsync(Town town, string data) =>
        town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = "?", reply_markup = Keyboard(data) });

    private static Task<BotAnswer> CallAsync(Town town, string method, int messageId) =>
        town.Bot.CallAsync(method, new { chat_id = Town.Parent, message_id = messageId, text = "new" });

    private static Task<BotAnswer> ReactAsync(Town town, int messageId, string emoji) => town.Bot.CallAsync(
        "setMessageReaction",
        new { chat_id = Town.Parent, message_id = messageId, reaction = new[] { new { type = "emoji", emoji } } });

    private static object Keyboard(string data) => new { inline_keyboard = new[] { new[] { new { text = "Press", callback_data = data } } } };
}
