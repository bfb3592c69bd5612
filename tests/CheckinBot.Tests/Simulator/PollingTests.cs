using System.Text.Json;
using CheckinBot.Simulator.Receiving;

namespace CheckinBot.Tests.Simulator;

public class PollingTests
{
    [Fact]
    public async Task What_a_person_writes_is_handed_out_until_it_is_confirmed()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent, "abc");
        town.World.SendText(Town.Parent, 777, "36.5");

        var first = await town.Bot.UpdatesAsync();
        var again = await town.Bot.UpdatesAsync();

        Assert.Equal(["/start abc", "36.5"], first.Select(Text));
        Assert.Equal(first.Select(Id), again.Select(Id));
        Assert.Equal("bot_command", first[0].GetProperty("message").GetProperty("entities")[0].GetProperty("type").GetString());
        Assert.Equal(Town.Parent, first[0].GetProperty("message").GetProperty("chat").GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task An_offset_confirms_everything_below_it()
    {
        await using var town = await Town.OpenAsync();
        var ids = await ThreeMessagesAsync(town);

        Assert.Equal(["b", "c"], (await town.Bot.UpdatesAsync(ids[1])).Select(Text));
        Assert.Equal(["b", "c"], (await town.Bot.UpdatesAsync(0)).Select(Text));
        Assert.Empty(await town.Bot.UpdatesAsync(ids[2] + 1));
        Assert.Empty(await town.Bot.UpdatesAsync(0));
    }

    [Fact]
    public async Task A_negative_offset_keeps_only_the_last_ones()
    {
        await using var town = await Town.OpenAsync();
        await ThreeMessagesAsync(town);

        Assert.Equal(["c"], (await town.Bot.UpdatesAsync(-1)).Select(Text));
        Assert.Equal(["c"], (await town.Bot.UpdatesAsync(0)).Select(Text));
    }

    [Fact]
    public async Task The_limit_cuts_the_batch_without_confirming()
    {
        await using var town = await Town.OpenAsync();
        await ThreeMessagesAsync(town);

        Assert.Equal(["a", "b"], (await town.Bot.UpdatesAsync(limit: 2)).Select(Text));
        Assert.Equal(["a", "b", "c"], (await town.Bot.UpdatesAsync()).Select(Text));
    }

    [Fact]
    public async Task A_waiting_poll_ends_as_soon_as_something_arrives()
    {
        await using var town = await Town.OpenAsync();
        var poll = town.Bot.CallAsync("getUpdates", new { timeout = 50 });

        town.World.Start(Town.Parent);

        Assert.Equal("/start", Text((await poll).Result[0]));
    }

    [Fact]
    public async Task A_second_poller_ends_the_first_with_a_conflict()
    {
        await using var town = await Town.OpenAsync();
        var first = town.Bot.CallAsync("getUpdates", new { timeout = 50 });
        BotAnswer second;
        do
        {
            // Polls with no wait until the first one has arrived at the server and been ended.
            second = await town.Bot.CallAsync("getUpdates", new { timeout = 0 });
        }
        while (!first.IsCompleted);

        Assert.Equal(409, (await first).Status);
        Assert.Equal("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", (await first).Description);
        Assert.True(second.Ok);
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_kept_and_the_choice_is_remembered()
    {
        await using var town = await Town.OpenAsync();
        await town.Bot.CallAsync("getUpdates", new { allowed_updates = new[] { "edited_message" } });
        var message = town.World.Start(Town.Parent);

        town.World.Edit(Town.Parent, 777, message.Id, "36.6");

        var update = Assert.Single(await town.Bot.UpdatesAsync());
        Assert.Equal("36.6", update.GetProperty("edited_message").GetProperty("text").GetString());
        Assert.True(update.GetProperty("edited_message").TryGetProperty("edit_date", out _));
    }

    [Fact]
    public async Task Updates_lapse_after_a_day_and_taps_after_150_seconds()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        var sent = await town.Bot.CallAsync("sendMessage", new
        {
            chat_id = Town.Parent,
            text = "?",
            reply_markup = new { inline_keyboard = new[] { new[] { new { text = "No", callback_data = "n" } } } },
        });
        town.World.Press(Town.Parent, 777, sent.MessageId, "No");

        Assert.Equal(2, (await town.Bot.UpdatesAsync()).Length);
        town.Clock.Advance(TimeSpan.FromSeconds(150));
        Assert.Equal("/start", Text(Assert.Single(await town.Bot.UpdatesAsync())));
        town.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await town.Bot.UpdatesAsync());
    }

    [Fact]
    public async Task After_a_week_without_updates_the_numbers_begin_again_anywhere()
    {
        await using var town = await Town.OpenAsync();
        var last = (await ThreeMessagesAsync(town))[^1];

        town.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        town.World.SendText(Town.Parent, 777, "still in line");
        Assert.Equal(last + 1, Id(Assert.Single(await town.Bot.UpdatesAsync())));
        town.Clock.Advance(TimeSpan.FromDays(7));
        town.World.SendText(Town.Parent, 777, "anew");

        var anew = Assert.Single(await town.Bot.UpdatesAsync());
        Assert.Equal("anew", Text(anew));
        Assert.NotEqual(last + 2, Id(anew));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(49, 49)]
    [InlineData(51, 50)]
    [InlineData(3600, 50)]
    public void A_long_poll_waits_as_asked_but_50_seconds_at_most(int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), LongPoll.Wait(asked));

    private static async Task<int[]> ThreeMessagesAsync(Town town)
    {
        foreach (var text in (string[])["a", "b", "c"])
        {
            town.World.SendText(Town.Parent, 777, text);
        }

        return [.. (await town.Bot.UpdatesAsync()).Select(Id)];
    }

    private static int Id(JsonElement update) => update.GetProperty("update_id").GetInt32();

    private static string? Text(JsonElement update) => update.GetProperty("message").GetProperty("text").GetString();
}
