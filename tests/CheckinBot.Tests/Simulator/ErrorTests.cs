using System.Globalization;

namespace CheckinBot.Tests.Simulator;

/// <summary>Refusals carry Telegram's own codes and words, because clients act on them.</summary>
public class ErrorTests
{
    private static readonly Dictionary<string, Func<Town, Task<BotAnswer>>> Refusals = new()
    {
        ["400 Bad Request: chat_id is empty"] = town => SendAsync(town, ""),
        ["400 Bad Request: chat not found"] = town => SendAsync(town, 42),
        ["400 Bad Request: chat not found "] = town => SendAsync(town, -42),
        ["403 Forbidden: bot can't initiate conversation with a user"] = town => SendAsync(town, Town.Stranger),
        ["403 Forbidden: bot was blocked by the user"] = town =>
        {
            town.World.Block(Town.Parent);
            return SendAsync(town, Town.Parent);
        },
        ["403 Forbidden: user is deactivated"] = town =>
        {
            town.World.Deactivate(Town.Parent);
            return SendAsync(town, Town.Parent);
        },
        ["403 Forbidden: bot was kicked from the group chat"] = town =>
        {
            var group = town.ClassGroup();
            town.World.RemoveMember(group.Id, 777, Town.Teacher);
            return SendAsync(town, group.Id);
        },
        ["403 Forbidden: bot was kicked from the supergroup chat"] = town =>
        {
            var group = town.World.AddGroup("二班", [777], [Town.Teacher], supergroup: true);
            town.World.RemoveMember(group.Id, 777, Town.Teacher);
            return SendAsync(town, group.Id);
        },
        ["403 Forbidden: bot is not a member of the supergroup chat"] = async town =>
        {
            var group = town.World.AddGroup("二班", [777], [Town.Teacher], supergroup: true);
            await town.Bot.CallAsync("leaveChat", new { chat_id = group.Id });
            return await SendAsync(town, group.Id);
        },
        ["400 Bad Request: group chat was upgraded to a supergroup chat"] = town =>
        {
            var group = town.ClassGroup();
            town.World.Migrate(group.Id);
            return SendAsync(town, group.Id);
        },
        ["400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
            + "as a current content and reply markup of the message"] = async town =>
        {
            var sent = await SendWithButtonAsync(town, "a");
            var change = new { chat_id = Town.Parent, message_id = sent.MessageId, text = "?", reply_markup = Keyboard("b") };
            Assert.True((await town.Bot.CallAsync("editMessageText", change)).Ok);
            return await town.Bot.CallAsync("editMessageText", change);
        },
        ["400 Bad Request: message to be replied not found"] = town =>
            town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = "x", reply_parameters = new { message_id = 999 } }),
        ["400 Bad Request: query is too old and response timeout expired or query ID is invalid"] = async town =>
        {
            var sent = await SendWithButtonAsync(town, "a");
            var query = town.World.Press(Town.Parent, 777, sent.MessageId, "a");
            town.Clock.Advance(TimeSpan.FromSeconds(150));
            return await town.Bot.CallAsync("answerCallbackQuery", new { callback_query_id = query });
        },
    };

    public static TheoryData<string> Descriptions => [.. Refusals.Keys];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public async Task What_the_service_refuses_is_refused_in_its_words(string expected)
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);

        var (status, description) = Refusal(await Refusals[expected](town));

        Assert.Equal(expected.TrimEnd(), $"{status} {description}");
    }

    [Fact]
    public async Task A_person_who_takes_the_bot_back_can_be_written_to_again()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        town.World.Block(Town.Parent);
        town.World.Unblock(Town.Parent);

        Assert.True((await SendAsync(town, Town.Parent, "hello")).Ok);
    }

    [Fact]
    public async Task A_wrong_token_is_unauthorized_and_an_unknown_method_not_found()
    {
        await using var town = await Town.OpenAsync();
        using var stranger = new BotClient(town.BaseUrl, "777:wrong");

        Assert.Equal((401, "Unauthorized"), Refusal(await stranger.CallAsync("getMe")));
        Assert.Equal((404, "Not Found"), Refusal(await town.Bot.CallAsync("sendTelepathy")));
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
    public async Task What_does_not_exist_is_named_in_the_refusal()
    {
        await using var town = await Town.OpenAsync();
        var greeting = town.World.Start(Town.Parent);
        const int nowhere = 999;

        Assert.Equal("Bad Request: message to edit not found", (await CallAsync(town, "editMessageText", nowhere)).Description);
        Assert.Equal("Bad Request: message can't be edited", (await CallAsync(town, "editMessageText", greeting.Id)).Description);
        Assert.Equal("Bad Request: message to delete not found", (await CallAsync(town, "deleteMessage", nowhere)).Description);
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

    private static Task<BotAnswer> SendAsync(Town town, object chatId, string text = "hello") =>
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
