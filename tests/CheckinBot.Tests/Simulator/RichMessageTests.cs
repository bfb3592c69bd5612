using System.Net.Http.Json;
using System.Text.Json;

namespace CheckinBot.Tests.Simulator;

/// <summary>Bot API 10.1: messages with tables.</summary>
public class RichMessageTests
{
    private const string Html = "<p>Heat &amp; days</p><table bordered striped><tr><th>Unit</th><th>3/2</th></tr>"
        + "<tr><td>&lt;b&gt;Class 1</td><td>🟩</td></tr></table><p>End</p>";

    [Fact]
    public async Task A_table_is_sent_and_comes_back_as_blocks()
    {
        await using var town = await OpenAsync();
        var sent = await SendAsync(town, Html);

        Assert.False(sent.Result.TryGetProperty("text", out _));
        var blocks = sent.Result.GetProperty("rich_message").GetProperty("blocks");
        Assert.Equal(["paragraph", "table", "paragraph"], blocks.EnumerateArray().Select(block => block.GetProperty("type").GetString()));
        Assert.True(blocks[1].GetProperty("cells")[0][0].GetProperty("is_header").GetBoolean());
        Assert.Equal("<b>Class 1", blocks[1].GetProperty("cells")[1][0].GetProperty("text").GetString());
        Assert.Equal("Heat & days\nUnit 3/2\n<b>Class 1 🟩\nEnd", town.World.Last(Town.Parent, 777)?.Text);
    }

    [Fact]
    public async Task A_text_becomes_a_table_and_a_text_again_by_edits_with_its_buttons()
    {
        await using var town = await OpenAsync();
        var id = (await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = "plain" })).MessageId;
        var keyboard = new { inline_keyboard = new[] { new[] { new { text = "Back", callback_data = "back" } } } };

        var edit = new { chat_id = Town.Parent, message_id = id, rich_message = new { html = Html }, reply_markup = keyboard };
        Assert.True((await town.Bot.CallAsync("editMessageText", edit)).Ok);
        Assert.True(town.World.Last(Town.Parent, 777) is { IsRich: true } shown && shown.Button("Back") is not null);
        Assert.Contains("message is not modified", (await town.Bot.CallAsync("editMessageText", edit)).Description, StringComparison.Ordinal);

        Assert.True((await town.Bot.CallAsync("editMessageText", new { chat_id = Town.Parent, message_id = id, text = "plain" })).Ok);
        Assert.Equal((false, "plain"), (town.World.Last(Town.Parent, 777)!.IsRich, town.World.Last(Town.Parent, 777)!.Text));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<p>open")]
    [InlineData("<table><tr><td><img src=x onerror=alert(1)></td></tr></table>")]
    [InlineData("<table onclick=\"alert(1)\"><tr><td>x</td></tr></table>")]
    [InlineData("")]
    public async Task What_is_no_paragraph_and_no_table_is_refused(string html)
    {
        await using var town = await OpenAsync();
        Assert.Equal(400, (await SendAsync(town, html)).Status);
    }

    [Fact]
    public async Task The_page_gets_texts_and_never_markup()
    {
        await using var town = await OpenAsync();
        await SendAsync(town, Html);
        using var http = new HttpClient { BaseAddress = new Uri(town.BaseUrl) };

        var chats = await http.GetFromJsonAsync<JsonElement>($"/sim/people/{Town.Parent}/chats");
        var lasts = chats.GetProperty("chats").EnumerateArray().Select(chat => chat.GetProperty("last"));
        var rich = lasts.First(last => last.ValueKind == JsonValueKind.Object).GetProperty("rich");

        var cell = rich[1].GetProperty("rows")[1][0].GetProperty("text");
        Assert.Equal(("table", "<b>Class 1"), (rich[1].GetProperty("type").GetString(), cell.GetProperty("text").GetString()));
        var script = await http.GetStringAsync("/richtext.js");
        Assert.Contains("richBlocks", script, StringComparison.Ordinal);
        Assert.DoesNotContain("innerHTML", script, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_older_server_has_no_such_method_and_finds_the_edit_empty()
    {
        await using var town = await OpenAsync();
        town.World.RichSupported = false;
        var id = (await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = "plain" })).MessageId;

        Assert.Equal(404, (await SendAsync(town, Html)).Status);
        var edit = await town.Bot.CallAsync("editMessageText", new { chat_id = Town.Parent, message_id = id, rich_message = new { html = Html } });
        Assert.Equal((400, "Bad Request: message text is empty"), (edit.Status, edit.Description));
    }

    private static async Task<Town> OpenAsync()
    {
        var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        return town;
    }

    private static Task<BotAnswer> SendAsync(Town town, string html) =>
        town.Bot.CallAsync("sendRichMessage", new { chat_id = Town.Parent, rich_message = new { html, skip_entity_detection = true } });
}
