using System.Net.Http.Headers;
using System.Text;

namespace CheckinBot.Tests.Simulator;

/// <summary>Clients send arguments in every way that the Bot API takes.</summary>
public class BodyTests
{
    [Fact]
    public async Task Arguments_come_as_query_form_or_JSON_with_or_without_a_charset()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        const string json = """{"chat_id":"1001","text":"json","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"a"}]]}}""";
        using var plain = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        using var charset = new StringContent(json, Encoding.UTF8, "application/json");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["chat_id"] = "1001",
            ["text"] = "表单",
            ["reply_markup"] = """{"inline_keyboard":[[{"text":"a","callback_data":"a"}]]}""",
        });

        Assert.True((await town.Bot.GetAsync("SENDMESSAGE?chat_id=1001&text=query")).Ok);
        Assert.True((await town.Bot.CallAsync("sendMessage", plain)).Ok);
        Assert.True((await town.Bot.CallAsync("sendmessage", charset)).Ok);
        Assert.True((await town.Bot.CallAsync("sendMessage", form)).Ok);

        var seen = town.World.Messages(Town.Parent, 777);
        Assert.Equal(["/start", "query", "json", "json", "表单"], seen.Select(m => m.Text));
        Assert.All(seen.Skip(2), m => Assert.NotNull(m.Button("a")));
    }

    [Fact]
    public async Task A_body_that_is_no_JSON_object_changes_nothing()
    {
        await using var town = await Town.OpenAsync();
        using var broken = new StringContent("{\"chat_id\":", Encoding.UTF8, "application/json");

        var answer = await town.Bot.CallAsync("sendMessage", broken);

        Assert.Equal((400, "Bad Request: object expected as request body"), (answer.Status, answer.Description));
    }

    [Theory]
    [InlineData("form-data; name=\"0\"; filename=\"日报告.csv\"")]
    [InlineData("form-data; name=0; filename=日报告.csv")]
    [InlineData("form-data; name=\"0\"; filename=\"x\"; filename*=utf-8''%E6%97%A5%E6%8A%A5%E5%91%8A.csv")]
    public async Task A_file_comes_attached_under_a_name_however_the_header_is_written(string disposition)
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        using var body = Multipart(disposition, "a,b"u8);

        var document = (await town.Bot.CallAsync("sendDocument", body)).Result.GetProperty("document");
        Assert.Equal("日报告.csv", document.GetProperty("file_name").GetString());
        Assert.Equal("text/csv", document.GetProperty("mime_type").GetString());

        var file = (await town.Bot.CallAsync("getFile", new { file_id = document.GetProperty("file_id").GetString() })).Result;
        Assert.Equal("a,b"u8.ToArray(), await town.Bot.DownloadAsync(file.GetProperty("file_path").GetString()!));

        var again = await town.Bot.CallAsync("sendDocument", new { chat_id = Town.Parent, document = document.GetProperty("file_id").GetString() });
        Assert.Equal(document.GetProperty("file_id").GetString(), again.Result.GetProperty("document").GetProperty("file_id").GetString());
    }

    [Fact]
    public async Task A_photo_that_is_no_picture_is_refused()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        using var body = Multipart("form-data; name=\"photo\"; filename=\"a.png\"", "no picture"u8);

        Assert.Equal("Bad Request: IMAGE_PROCESS_FAILED", (await town.Bot.CallAsync("sendPhoto", body)).Description);
    }

    [Fact]
    public async Task An_album_comes_whole_or_not_at_all()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        using var body = Multipart("form-data; name=\"0\"; filename=\"a.csv\"", "a,b"u8);
        var file = (await town.Bot.CallAsync("sendDocument", body)).Result.GetProperty("document").GetProperty("file_id").GetString();
        object Item(string? media) => new { type = "document", media, caption = "table" };

        var broken = await town.Bot.CallAsync("sendMediaGroup", new { chat_id = Town.Parent, media = new List<object> { Item(file), Item("nothing") } });
        Assert.Equal(400, broken.Status);
        Assert.Equal(2, town.World.Messages(Town.Parent, 777).Length);

        var album = await town.Bot.CallAsync("sendMediaGroup", new { chat_id = Town.Parent, media = new List<object> { Item(file), Item(file) } });
        Assert.Single(album.Result.EnumerateArray().Select(m => m.GetProperty("media_group_id").GetString()).Distinct());
        Assert.Equal(4, town.World.Messages(Town.Parent, 777).Length);
    }

    private static ByteArrayContent Multipart(string disposition, ReadOnlySpan<byte> content)
    {
        var text = $"--b\r\ncontent-disposition: form-data; name=\"chat_id\"\r\n\r\n1001\r\n"
            + "--b\r\ncontent-disposition: form-data; name=\"document\"\r\n\r\nattach://0\r\n"
            + $"--b\r\ncontent-disposition: {disposition}\r\ncontent-type: application/octet-stream\r\n\r\n";
        var body = new ByteArrayContent([.. Encoding.UTF8.GetBytes(text), .. content, .. "\r\n--b--\r\n"u8]);
        body.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", "b") } };
        return body;
    }
}
