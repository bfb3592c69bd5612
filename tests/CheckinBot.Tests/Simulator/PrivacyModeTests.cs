using CheckinBot.Simulator.Chats;

namespace CheckinBot.Tests.Simulator;

public class PrivacyModeTests
{
    [Fact]
    public async Task In_a_group_a_bot_sees_what_is_meant_for_it_and_nothing_else()
    {
        await using var town = await Town.OpenAsync();
        var group = town.ClassGroup();
        var card = await town.Bot.CallAsync("sendMessage", new { chat_id = group.Id, text = "card" });
        await town.ForgetUpdatesAsync();

        town.World.SendText(Town.Parent, group.Id, "王小明 36.5");
        town.World.SendText(Town.Parent, group.Id, "/status");
        town.World.SendText(Town.Parent, group.Id, "/status@checkin_bot");
        town.World.SendText(Town.Parent, group.Id, "/status@other_bot");
        town.World.SendText(Town.Parent, group.Id, "36.6", card.MessageId);
        town.World.SendText(Town.Parent, group.Id, "ask @checkin_bot about it");
        town.World.Rename(group.Id, "三年级2班", Town.Teacher);

        Assert.Equal(["/status", "/status@checkin_bot", "36.6", "ask @checkin_bot about it", null], await TextsAsync(town));
    }

    [Fact]
    public async Task An_administrator_sees_everything()
    {
        await using var town = await Town.OpenAsync();
        var group = town.ClassGroup(botIsAdministrator: true);
        await town.ForgetUpdatesAsync();

        town.World.SendText(Town.Parent, group.Id, "王小明 36.5");

        Assert.Equal(["王小明 36.5"], await TextsAsync(town));
    }

    [Fact]
    public async Task With_privacy_mode_off_a_bot_sees_everything_and_says_so_in_getMe()
    {
        await using var town = await Town.OpenAsync();
        town.World.AddBot("888:open", "open_bot", privacyMode: false);
        using var open = new BotClient(town.BaseUrl, "888:open");
        var group = town.World.AddGroup("班", [Town.Parent, 888], [Town.Teacher]);
        await open.CallAsync("deleteWebhook", new { drop_pending_updates = true });

        town.World.SendText(Town.Parent, group.Id, "good morning");

        Assert.Equal("good morning", (await open.UpdatesAsync())[0].GetProperty("message").GetProperty("text").GetString());
        Assert.True((await open.CallAsync("getMe")).Result.GetProperty("can_read_all_group_messages").GetBoolean());
        Assert.False((await town.Bot.CallAsync("getMe")).Result.GetProperty("can_read_all_group_messages").GetBoolean());
    }

    [Fact]
    public async Task A_bot_is_told_when_it_is_added_promoted_blocked_and_started_again()
    {
        await using var town = await Town.OpenAsync();
        var group = town.World.AddGroup("班", [Town.Parent], [Town.Teacher]);
        town.World.AddMember(group.Id, 777, Town.Teacher);
        town.World.SetAdministrator(group.Id, 777, Town.Teacher);
        town.World.Start(Town.Parent);
        town.World.Block(Town.Parent);
        town.World.Start(Town.Parent, "again");

        var updates = await town.Bot.UpdatesAsync();
        var changes = updates.Where(u => u.TryGetProperty("my_chat_member", out _))
            .Select(u => u.GetProperty("my_chat_member").GetProperty("new_chat_member").GetProperty("status").GetString());
        Assert.Equal(["member", "administrator", "kicked", "member"], changes);
        var joined = updates.First(u => u.TryGetProperty("message", out var m) && m.TryGetProperty("new_chat_members", out _));
        Assert.Equal(777, joined.GetProperty("message").GetProperty("new_chat_members")[0].GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task Reactions_reach_a_bot_that_asked_for_them_and_is_an_administrator()
    {
        await using var town = await Town.OpenAsync();
        var group = town.ClassGroup();
        await town.Bot.CallAsync("getUpdates", new { allowed_updates = new List<string> { "message_reaction" } });
        await town.ForgetUpdatesAsync();
        var message = town.World.SendText(Town.Teacher, group.Id, "hello");

        town.World.React(Town.Parent, group.Id, message.Id, "👍");
        Assert.Empty(await town.Bot.UpdatesAsync());

        town.World.SetAdministrator(group.Id, 777, Town.Teacher);
        town.World.React(Town.Parent, group.Id, message.Id, "❤");
        var reaction = Assert.Single(await town.Bot.UpdatesAsync()).GetProperty("message_reaction");
        Assert.Equal("👍", reaction.GetProperty("old_reaction")[0].GetProperty("emoji").GetString());
        Assert.Equal("❤", reaction.GetProperty("new_reaction")[0].GetProperty("emoji").GetString());
    }

    private static async Task<List<string?>> TextsAsync(Town town) =>
        [.. (await town.Bot.UpdatesAsync()).Select(u => u.GetProperty("message").TryGetProperty("text", out var text) ? text.GetString() : null)];
}
