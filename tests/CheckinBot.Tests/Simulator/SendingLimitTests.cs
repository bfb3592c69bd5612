using CheckinBot.Simulator.Limits;

namespace CheckinBot.Tests.Simulator;

public class SendingLimitTests
{
    [Fact]
    public async Task One_chat_takes_a_short_burst_and_then_one_message_a_second()
    {
        await using var town = await Town.OpenAsync(new SendingLimits { ChatBurst = 3 });
        town.World.Start(Town.Parent);

        Assert.Equal(3, await SentUntilRefusedAsync(town, Town.Parent));
        var refusal = await SendAsync(town, Town.Parent);
        Assert.Equal((429, "Too Many Requests: retry after 1"), (refusal.Status, refusal.Description));
        Assert.Equal(1, refusal.Parameters.GetProperty("retry_after").GetInt32());

        town.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await SentUntilRefusedAsync(town, Town.Parent));
    }

    [Fact]
    public async Task A_group_takes_20_messages_a_minute()
    {
        await using var town = await Town.OpenAsync(new SendingLimits { ChatBurst = 100 });
        var group = town.ClassGroup();

        Assert.Equal(20, await SentUntilRefusedAsync(town, group.Id));
        Assert.Equal(3, (await SendAsync(town, group.Id)).Parameters.GetProperty("retry_after").GetInt32());
        town.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(1, await SentUntilRefusedAsync(town, group.Id));
    }

    [Fact]
    public async Task A_bot_sends_30_messages_a_second_over_all_chats_unless_it_pays()
    {
        await using var town = await Town.OpenAsync(new SendingLimits { ChatBurst = 100 });
        town.World.Start(Town.Parent);
        town.World.Start(Town.Teacher);

        Assert.Equal(30, await SentUntilRefusedAsync(town, Town.Parent));
        Assert.Equal(429, (await SendAsync(town, Town.Teacher)).Status);
        Assert.True((await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Teacher, text = "x", allow_paid_broadcast = true })).Ok);
    }

    [Fact]
    public async Task An_edit_counts_and_an_answered_tap_does_not()
    {
        await using var town = await Town.OpenAsync(new SendingLimits { ChatBurst = 2 });
        town.World.Start(Town.Parent);
        var sent = await town.Bot.CallAsync("sendMessage", new
        {
            chat_id = Town.Parent,
            text = "?",
            reply_markup = new { inline_keyboard = new[] { new[] { new { text = "No", callback_data = "n" } } } },
        });
        var query = town.World.Press(Town.Parent, 777, sent.MessageId, "No");

        Assert.True((await town.Bot.CallAsync("editMessageText", new { chat_id = Town.Parent, message_id = sent.MessageId, text = "1" })).Ok);
        Assert.Equal(429, (await town.Bot.CallAsync("editMessageText", new { chat_id = Town.Parent, message_id = sent.MessageId, text = "2" })).Status);
        Assert.True((await town.Bot.CallAsync("answerCallbackQuery", new { callback_query_id = query })).Ok);
    }

    private static async Task<int> SentUntilRefusedAsync(Town town, long chatId)
    {
        var sent = 0;
        while ((await SendAsync(town, chatId)).Ok)
        {
            sent++;
        }

        return sent;
    }

    private static Task<BotAnswer> SendAsync(Town town, long chatId) => town.Bot.CallAsync("sendMessage", new { chat_id = chatId, text = "x" });
}
