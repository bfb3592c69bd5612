using CheckinBot.Simulator.Chats;

namespace CheckinBot.Tests.Simulator;

/// <summary>What tests and demo families build on: taking a person's place.</summary>
public class ConversationTests
{
    [Fact]
    public async Task Each_await_continues_where_the_last_one_ended()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        using var parent = town.World.Open(Town.Parent, 777);

        await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = "one" });
        await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = "two" });

        Assert.Equal("one", (await parent.NextAsync(Soon())).Text);
        Assert.Equal("two", (await parent.NextAsync(Soon())).Text);
    }

    [Fact]
    public async Task An_await_that_was_given_up_loses_nothing()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        using var parent = town.World.Open(Town.Parent, 777);

        using var impatient = new CancellationTokenSource();
        var waiting = parent.NextAsync(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = "late" });

        Assert.Equal("late", (await parent.NextAsync(Soon())).Text);
    }

    [Fact]
    public async Task A_tap_brings_its_answer_and_the_edit()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        using var parent = town.World.Open(Town.Parent, 777);
        await town.Bot.CallAsync("sendMessage", new
        {
            chat_id = Town.Parent,
            text = "Travelled?",
            reply_markup = new { inline_keyboard = new[] { new[] { new { text = "No", callback_data = "n1" } } } },
        });
        var question = await parent.NextAsync(Soon());
        await town.ForgetUpdatesAsync();

        parent.Press(question, "No");
        var query = Assert.Single(await town.Bot.UpdatesAsync()).GetProperty("callback_query");
        Assert.Equal("n1", query.GetProperty("data").GetString());
        var answer = new { callback_query_id = query.GetProperty("id").GetString(), text = "Noted" };
        await town.Bot.CallAsync("answerCallbackQuery", answer);
        await town.Bot.CallAsync("editMessageText", new { chat_id = Town.Parent, message_id = question.Id, text = "Not travelled." });

        Assert.Equal("Noted", (await parent.NextTapAnswerAsync(Soon())).Text);
        Assert.Equal("Not travelled.", (await parent.NextChangeAsync(Soon())).Text);
        Assert.Equal("Travelled?", question.Text);
        Assert.Equal("Not travelled.", town.World.Current(question)?.Text);
        Assert.StartsWith("Bad Request: query is too old", (await town.Bot.CallAsync("answerCallbackQuery", answer)).Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_is_not_there_cannot_be_pressed()
    {
        await using var town = await Town.OpenAsync();
        var message = town.World.Start(Town.Parent);

        Assert.Throws<InvalidOperationException>(() => town.World.Press(Town.Parent, 777, message.Id, "No"));
    }

    [Fact]
    public async Task Who_is_not_in_a_group_can_neither_write_nor_press_there()
    {
        await using var town = await Town.OpenAsync();
        var group = town.ClassGroup();
        var message = town.World.SendText(Town.Parent, group.Id, "hello");

        Assert.Throws<InvalidOperationException>(() => town.World.SendText(Town.Stranger, group.Id, "hello"));
        Assert.Throws<InvalidOperationException>(() => town.World.Press(Town.Stranger, message, "x"));
    }

    [Fact]
    public async Task An_observer_gets_everything_in_order_without_gaps()
    {
        await using var town = await Town.OpenAsync();
        var before = town.World.LastSequence;
        var events = town.World.Observe();

        for (var i = 0; i < 50; i++)
        {
            town.World.SendText(Town.Parent, 777, "x");
        }

        await foreach (var happened in events)
        {
            Assert.Equal(++before, happened.Sequence);
            if (before == town.World.LastSequence)
            {
                break;
            }
        }

        Assert.Equal(50, before);
    }

    [Fact]
    public async Task Somebody_who_sends_a_photo_a_sticker_a_place_or_a_forward_is_understood()
    {
        await using var town = await Town.OpenAsync();
        var first = town.World.Start(Town.Parent);
        await town.ForgetUpdatesAsync();

        town.World.SendSticker(Town.Parent, 777, "👍");
        town.World.SendLocation(Town.Parent, 777, 30.25, 120.17);
        town.World.SendVoice(Town.Parent, 777, seconds: 3);
        town.World.Forward(Town.Parent, first, 777);

        var messages = (await town.Bot.UpdatesAsync()).Select(u => u.GetProperty("message")).ToList();
        Assert.Equal("👍", messages[0].GetProperty("sticker").GetProperty("emoji").GetString());
        Assert.Equal(30.25, messages[1].GetProperty("location").GetProperty("latitude").GetDouble());
        Assert.Equal(3, messages[2].GetProperty("voice").GetProperty("duration").GetInt32());
        Assert.Equal(Town.Parent, messages[3].GetProperty("forward_origin").GetProperty("sender_user").GetProperty("id").GetInt64());
    }

    private static CancellationToken Soon() => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;
}
