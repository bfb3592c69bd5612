using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;
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

    [Theory]
    [InlineData(30, false)]
    [InlineData(1000, true)]
    public async Task The_rate_over_all_chats_is_30_a_second_and_1000_for_who_pays(int most, bool pays)
    {
        await using var town = await Town.OpenAsync();
        var chat = town.World.Start(Town.Parent).Chat;
        var limiter = new SendingLimiter(new SendingLimits { ChatBurst = int.MaxValue }, town.Clock);

        for (var i = 0; i < most; i++) limiter.Count(chat.Id, isGroup: false, unsent: 0, pays);

        var refusal = Assert.Throws<ApiException>(() => limiter.Count(chat.Id, isGroup: false, unsent: 0, pays));
        Assert.Equal((429, 1), (refusal.Code, refusal.RetryAfter));
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        limiter.Count(chat.Id, isGroup: false, unsent: 0, pays);
    }

    [Fact]
    public async Task In_a_chat_that_Telegram_is_slow_with_310_messages_wait_unseen_and_the_next_is_too_many()
    {
        await using var town = await Town.OpenAsync(new SendingLimits { BotPerSecond = 1000, ChatBurst = 1000 });
        var slow = town.World.Start(Town.Parent).Chat;
        town.World.Start(Town.Teacher);
        town.World.HoldUp(slow, TimeSpan.FromSeconds(1));

        var waiting = Enumerable.Range(0, 310).Select(_ => SendAsync(town, Town.Parent)).ToList();
        await UntilUnsentAsync(town, slow, 310);
        var refusal = await SendAsync(town, Town.Parent);

        Assert.Equal((429, "Too Many Requests: retry after 60"), (refusal.Status, refusal.Description));
        Assert.Equal(60, refusal.Parameters.GetProperty("retry_after").GetInt32());
        Assert.Single(town.World.Messages(Town.Parent, 777));
        Assert.True((await SendAsync(town, Town.Teacher)).Ok);

        town.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(3, town.World.Messages(Town.Parent, 777).Length);
        waiting.Add(SendAsync(town, Town.Parent));
        await UntilUnsentAsync(town, slow, 309);

        town.World.HoldUp(slow, TimeSpan.Zero);
        Assert.All(await Task.WhenAll(waiting), answer => Assert.True(answer.Ok));
        Assert.Equal(312, town.World.Messages(Town.Parent, 777).Length);
        Assert.True((await SendAsync(town, Town.Parent)).Ok);
    }

    private static async Task UntilUnsentAsync(Town town, SimChat chat, int messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (town.World.Unsent(chat) != messages) await Task.Delay(5, patience.Token);
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
