using CheckinBot.Telegram;
using Microsoft.Net.Http.Headers;
using Telegram.Bot;
using Telegram.Bot.Types.ReplyMarkups;

namespace CheckinBot.Tests.Telegram.Client;

public sealed class FileUploadTests
{
    private static readonly string[] Order = ["chat_id", "document", "caption", "reply_markup", "disable_notification", "0"];

    [Fact]
    public async Task New_content_goes_as_part_0_and_each_parameter_as_a_text_part()
    {
        await using var server = await ScriptedServer.Answering(Reply.MessageResult);
        using var content = new MemoryStream("XLSX"u8.ToArray());
        var button = InlineKeyboardButton.WithCallbackData("a", "b");
        await server.Bot().SendDocument(-5, BotClient.File(content, "日报.xlsx"), "标题", replyMarkup: button, disableNotification: true);

        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(server.Only.ContentType).Boundary).Value;
        string Text(string name, string value) =>
            $"--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name={name}\r\n\r\n{value}\r\n";
        Assert.Equal(
            Text("chat_id", "-5") + Text("document", "attach://0") + Text("caption", "标题")
            + Text("reply_markup", """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""") + Text("disable_notification", "True")
            + $"--{boundary}\r\nContent-Type: application/octet-stream\r\n"
            + $"Content-Disposition: form-data; name=\"0\"; filename=\"日报.xlsx\"\r\n\r\nXLSX\r\n--{boundary}--\r\n",
            Ordered(server.Only.Utf8Body, boundary!));
        Assert.Equal(server.Only.Body.Length, server.Only.ContentLength);
    }

    [Theory]
    [InlineData("a\"; name=\"chat_id\r\nX: y", "a%22; name=%22chat_id%0D%0AX: y")]
    [InlineData("日报\\", "日报%5C")]
    [InlineData("a\0b\u0085", "a%00b%85")]
    public async Task A_file_name_cannot_break_out_of_its_header(string name, string sent)
    {
        await using var server = await ScriptedServer.Answering(Reply.MessageResult);
        await server.Bot().SendDocument(5, BotClient.File(new MemoryStream([1]), name));
        Assert.Contains($"filename=\"{sent}\"\r\n", server.Only.Utf8Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_does_not_know_its_length_goes_with_a_known_length_all_the_same()
    {
        await using var server = await ScriptedServer.Answering(Reply.MessageResult);
        await using var once = new ForwardOnlyStream("PNGDATA"u8.ToArray());
        await server.Bot().SendPhoto(5, BotClient.File(once, "p.png"));
        Assert.Contains("PNGDATA", server.Only.Body, StringComparison.Ordinal);
        Assert.Equal(server.Only.Body.Length, server.Only.ContentLength);
    }

    // Parameters may come in any order; they are compared in the order of the test.
    private static string Ordered(string body, string boundary)
    {
        var parts = body.Split($"--{boundary}", StringSplitOptions.RemoveEmptyEntries);
        var sorted = parts[..^1].OrderBy(part => Array.FindIndex(
            Order, name => part.Contains($"name={name}\r", StringComparison.Ordinal) || part.Contains($"name=\"{name}\"", StringComparison.Ordinal)));
        return string.Concat(sorted.Select(part => $"--{boundary}{part}")) + $"--{boundary}{parts[^1]}";
    }

    private sealed class ForwardOnlyStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
