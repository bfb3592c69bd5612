using System.Net.Http.Headers;
using CheckinBot.Simulator.BotApi.Calls;
using CheckinBot.Simulator.BotApi.Lines;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Files;
using CheckinBot.Simulator.Limits;

namespace CheckinBot.Tests.Simulator;

/// <summary>How long and how large things may be: the longest is taken, and one more is refused in Telegram's words.</summary>
public class SizeLimitTests
{
    private sealed record Limit(int Most, string Refusal, Func<Town, int, Task<BotAnswer>> Call);

    private static readonly Dictionary<string, Limit> Limits = new()
    {
        ["characters of a text"] = new(4096, "Bad Request: message is too long", (town, length) =>
            town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = new string('x', length) })),
        ["characters of a text after its markup"] = new(4096, "Bad Request: message is too long", (town, length) =>
            town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = $"<b>{new string('x', length)}</b>", parse_mode = "HTML" })),
        ["characters of an edited text"] = new(4096, "Bad Request: message is too long", async (town, length) =>
        {
            var sent = await SendAsync(town, "data");
            return await town.Bot.CallAsync("editMessageText", new { chat_id = Town.Parent, message_id = sent.MessageId, text = new string('x', length) });
        }),
        ["characters of a caption after its markup"] = new(1024, "Bad Request: message caption is too long", async (town, length) =>
            await town.Bot.CallAsync("sendDocument", new
            {
                chat_id = Town.Parent,
                document = town.World.SendDocument(Town.Parent, 777, "a.csv", "a,b"u8.ToArray()).Media!.File!.Id,
                caption = $"<i>{new string('x', length)}</i>",
                parse_mode = "HTML",
            })),
        ["bytes of callback data"] = new(64, "Bad Request: BUTTON_DATA_INVALID", (town, length) => SendAsync(town, new string('x', length))),
        ["characters of three bytes in callback data"] = new(
            21, "Bad Request: BUTTON_DATA_INVALID", (town, length) => SendAsync(town, new string('三', length))),
        ["characters of an answer to a tap"] = new(200, "Bad Request: MESSAGE_TOO_LONG", async (town, length) =>
        {
            var sent = await SendAsync(town, "data");
            var query = town.World.Press(Town.Parent, 777, sent.MessageId, "data");
            return await town.Bot.CallAsync("answerCallbackQuery", new { callback_query_id = query, text = new string('x', length) });
        }),
    };

    public static TheoryData<string> Names => [.. Limits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_longest_is_taken_and_one_more_is_refused(string limit)
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);
        var (most, refusal, call) = Limits[limit];

        Assert.True((await call(town, most)).Ok);
        var refused = await call(town, most + 1);
        Assert.Equal((400, refusal), (refused.Status, refused.Description));
    }

    [Fact]
    public async Task An_empty_text_and_empty_callback_data_are_refused()
    {
        await using var town = await Town.OpenAsync();
        town.World.Start(Town.Parent);

        Assert.Equal("Bad Request: message text is empty", (await town.Bot.CallAsync("sendMessage", new { chat_id = Town.Parent, text = " \n " })).Description);
        Assert.Equal("Bad Request: BUTTON_DATA_INVALID", (await SendAsync(town, "")).Description);
    }

    // Straight to the check: tens of megabytes over HTTP would prove no more and take their time.
    [Theory]
    [InlineData("photo", 10)]
    [InlineData("document", 50)]
    public async Task A_photo_may_have_10_MB_and_a_document_50(string field, int megabytes)
    {
        await using var town = await Town.OpenAsync();
        var kind = field == "photo" ? MediaKind.Photo : MediaKind.Document;
        town.World.TryGetBot(Town.Token, out var bot);
        SimFile Read(int length)
        {
            var content = new byte[length];
            byte[] gifOfOnePixel = [.. "GIF89a"u8, 1, 0, 1, 0];
            gifOfOnePixel.CopyTo(content, 0);
            var uploads = new Dictionary<string, Upload> { [field] = new("file.gif", null, content) };
            var line = new BotLine(SendingLimits.Off, town.Clock, TimeSpan.FromSeconds(60));
            var call = new BotCall(town.World, bot!, line, new Arguments(new Dictionary<string, string>(), uploads));
            return SentFile.Read(call, field, null, kind);
        }

        Assert.Equal(megabytes << 20, Read(megabytes << 20).Content.Length);
        var refusal = Assert.Throws<ApiException>(() => Read((megabytes << 20) + 1));
        Assert.Equal((413, "Request Entity Too Large"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task A_body_that_no_document_needs_is_refused_before_it_is_sent()
    {
        await using var town = await Town.OpenAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{town.BaseUrl}/bot{Town.Token}/sendDocument"))
        {
            Content = new ByteArrayContent(new byte[60 << 20]),
            Headers = { ExpectContinue = true },
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", "b") } };

        using var response = await http.SendAsync(request);

        Assert.Equal(413, (int)response.StatusCode);
        Assert.Equal("""{"ok":false,"error_code":413,"description":"Request Entity Too Large"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_start_link_carries_64_characters_of_letters_digits_underscore_and_hyphen()
    {
        await using var town = await Town.OpenAsync();
        var longest = "AZaz09_-" + new string('x', 56);

        Assert.Equal("/start " + longest, town.World.Start(Town.Parent, longest).Text);
        Assert.Throws<ArgumentException>(() => town.World.Start(Town.Parent, longest + "x"));
        Assert.All(["a b", "a.b", "a+b", "a/b", "a=", "码"], payload => Assert.Throws<ArgumentException>(() => town.World.Start(Town.Parent, payload)));
        Assert.Single(town.World.Messages(Town.Parent, 777));
    }

    private static Task<BotAnswer> SendAsync(Town town, string data) => town.Bot.CallAsync("sendMessage", new
    {
        chat_id = Town.Parent,
        text = "?",
        reply_markup = new { inline_keyboard = new[] { new[] { new { text = "Press", callback_data = data } } } },
    });
}
