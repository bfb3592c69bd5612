using CheckinBot.Simulator.Chats;

namespace CheckinBot.Tests.Simulator;

/// <summary>Bot API 10.2 and 10.3: messages in a group that only one person sees.</summary>
public class EphemeralTests
{
    [Fact]
    public async Task An_ephemeral_command_is_seen_only_by_its_sender_and_the_bot()
    {
        await using var town = await OpenWithCommandAsync();
        var group = town.ClassGroup();
        await town.ForgetUpdatesAsync();

        var command = town.World.SendText(Town.Parent, group.Id, "/checkin 36.5");

        var message = Assert.Single(await town.Bot.UpdatesAsync()).GetProperty("message");
        Assert.Equal(0, message.GetProperty("message_id").GetInt32());
        Assert.Equal(command.EphemeralId, message.GetProperty("ephemeral_message_id").GetInt32());
        Assert.Equal(command, town.World.Last(Town.Parent, group.Id));
        Assert.NotEqual(command, town.World.Last(Town.Teacher, group.Id));
    }

    [Fact]
    public async Task A_bot_that_is_no_administrator_may_answer_it_within_15_seconds()
    {
        await using var town = await OpenWithCommandAsync();
        var group = town.ClassGroup();
        var command = town.World.SendText(Town.Parent, group.Id, "/checkin 36.5");

        town.Clock.Advance(TimeSpan.FromSeconds(15));
        var answer = await AnswerAsync(town, group, command);
        Assert.Equal(0, answer.MessageId);
        Assert.True(answer.Result.GetProperty("ephemeral_message_id").GetInt32() > 0);
        Assert.Equal(Town.Parent, answer.Result.GetProperty("receiver_user").GetProperty("id").GetInt64());
        Assert.Equal("stored", town.World.Last(Town.Parent, group.Id)?.Text);
        Assert.NotEqual("stored", town.World.Last(Town.Teacher, group.Id)?.Text);

        town.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(400, (await AnswerAsync(town, group, command)).Status);
    }

    [Fact]
    public async Task A_tap_opens_the_same_15_seconds()
    {
        await using var town = await OpenWithCommandAsync();
        var group = town.ClassGroup();
        var card = await town.Bot.CallAsync("sendMessage", new { chat_id = group.Id, text = "card", reply_markup = Keyboard("in") });

        Assert.Equal(400, (await ShowAsync(town, group, Town.Parent)).Status);
        var query = town.World.Press(Town.Parent, group.Id, card.MessageId, "in");

        Assert.True((await ShowAsync(town, group, Town.Parent, query)).Ok);
        Assert.Equal(400, (await ShowAsync(town, group, Town.Teacher, query)).Status);
    }

    [Fact]
    public async Task An_administrator_may_at_any_time_to_any_member_but_to_nobody_else()
    {
        await using var town = await OpenWithCommandAsync();
        var group = town.ClassGroup(botIsAdministrator: true);

        Assert.True((await ShowAsync(town, group, Town.Parent)).Ok);
        Assert.Equal(400, (await ShowAsync(town, group, Town.Stranger)).Status);
    }

    [Fact]
    public async Task It_is_pressed_edited_and_deleted_by_its_own_id()
    {
        await using var town = await OpenWithCommandAsync();
        var group = town.ClassGroup(botIsAdministrator: true);
        var shown = await ShowAsync(town, group, Town.Parent);
        var target = new
        {
            chat_id = group.Id,
            receiver_user_id = Town.Parent,
            ephemeral_message_id = shown.Result.GetProperty("ephemeral_message_id").GetInt32(),
            text = "changed",
        };
        await town.ForgetUpdatesAsync();

        town.World.Press(Town.Parent, town.World.Last(Town.Parent, group.Id)!, "Yes");
        var tapped = Assert.Single(await town.Bot.UpdatesAsync()).GetProperty("callback_query").GetProperty("message");
        Assert.Equal(target.ephemeral_message_id, tapped.GetProperty("ephemeral_message_id").GetInt32());

        Assert.True((await town.Bot.CallAsync("editEphemeralMessageText", target)).Ok);
        Assert.Equal("changed", town.World.Last(Town.Parent, group.Id)?.Text);
        Assert.True((await town.Bot.CallAsync("deleteEphemeralMessage", target)).Ok);
        Assert.NotEqual("changed", town.World.Last(Town.Parent, group.Id)?.Text);
        Assert.Equal(400, (await town.Bot.CallAsync("editEphemeralMessageText", target)).Status);
    }

    [Fact]
    public async Task An_older_server_ignores_the_parameter_and_posts_in_the_open()
    {
        await using var town = await OpenWithCommandAsync(ephemeral: false);
        var group = town.ClassGroup();

        var sent = await ShowAsync(town, group, Town.Parent);

        Assert.True(sent.MessageId > 0);
        Assert.False(sent.Result.TryGetProperty("ephemeral_message_id", out _));
        Assert.Equal("only you", town.World.Last(Town.Teacher, group.Id)?.Text);
    }

    private static async Task<Town> OpenWithCommandAsync(bool ephemeral = true)
    {
        var town = await Town.OpenAsync(ephemeral: ephemeral);
        await town.Bot.CallAsync("setMyCommands", new { commands = new[] { new { command = "checkin", description = "Check in", is_ephemeral = true } } });
        return town;
    }

    private static Task<BotAnswer> AnswerAsync(Town town, SimChat group, SimMessage command) => town.Bot.CallAsync("sendMessage", new
    {
        chat_id = group.Id,
        text = "stored",
        ephemeral_message_parameters = new { receiver_user_id = Town.Parent },
        reply_parameters = new { ephemeral_message_id = command.EphemeralId },
    });

    private static Task<BotAnswer> ShowAsync(Town town, SimChat group, long receiver, string? query = null) => town.Bot.CallAsync("sendMessage", new
    {
        chat_id = group.Id,
        text = "only you",
        reply_markup = Keyboard("yes"),
        ephemeral_message_parameters = new { receiver_user_id = receiver, callback_query_id = query },
    });

    private static object Keyboard(string data) => new { inline_keyboard = new[] { new[] { new { text = "Yes", callback_data = data } } } };
}
