using System.Text;
using Microsoft.Net.Http.Headers;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.ReplyMarkups;

namespace CheckinBot.Tests.Telegram.Subset;

public sealed class FileUploadTests
{
    [Fact]
    public async Task New_content_goes_as_part_0_and_each_parameter_as_a_text_part()
    {
        await using var server = await ScriptedServer.Answering(Reply.MessageResult);
        using var content = new MemoryStream("XLSX"u8.ToArray());
        await server.Bot().SendDocument(-5, new InputFileStream(content, "日报.xlsx"), "标题", replyMarkup: InlineKeyboardButton.WithCallbackData("a", "b"), disableNotification: true);

        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(server.Only.ContentType).Boundary).Value;
        string Text(string name, string value) => $"--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n";
        Assert.Equal(
            Text("chat_id", "-5") + Text("document", "attach://0") + Text("caption", "标题")
            + Text("reply_markup", """{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}""") + Text("disable_notification", "true")
            + $"--{boundary}\r\nContent-Type: application/octet-stream\r\nContent-Disposition: form-data; name=\"0\"; filename=\"日报.xlsx\"\r\n\r\nXLSX\r\n--{boundary}--\r\n",
            Ordered(server.Only.Utf8Body, boundary!));
        Assert.True(content.CanRead, "the stream is the caller's to close");
    }

    [Fact]
    public async Task A_file_name_cannot_break_out_of_its_header()
    {
        await using var server = await ScriptedServer.Answering(Reply.MessageResult);
        await server.Bot().SendDocument(5, InputFile.FromStream(new MemoryStream([1]), "a\"; name=\"chat_id\r\nX: y"));
        Assert.Contains("filename=\"a%22; name=%22chat_id%0D%0AX: y\"\r\n", server.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_cannot_be_rewound_is_whole_again_at_the_second_attempt()
    {
        var asked = 0;
        await using var server = await ScriptedServer.Start(_ => asked++ == 0 ? Reply.Refused(429, "Too Many Requests", """{"retry_after":0}""") : Reply.Ok(Reply.MessageResult));
        var bot = new TelegramBotClient(new TelegramBotClientOptions(ScriptedServer.Token, server.Url));
        await using var once = new ForwardOnlyStream("PNGDATA"u8.ToArray());
        await bot.SendPhoto(5, InputFile.FromStream(once, "p.png"));
        Assert.Equal(2, server.Calls.Count);
        Assert.All(server.Calls, call => Assert.Contains("PNGDATA", call.Body, StringComparison.Ordinal));
    }

    // Parameters may come in any order; they are compared in the order of the test.
    private static string Ordered(string body, string boundary)
    {
        string[] order = ["chat_id", "document", "caption", "reply_markup", "disable_notification", "0"];
        var parts = body.Split($"--{boundary}", StringSplitOptions.RemoveEmptyEntries);
        var sorted = parts[..^1].OrderBy(part => Array.FindIndex(order, name => part.Contains($"name=\"{name}\"", StringComparison.Ordinal)));
        return string.Concat(sorted.Select(part => $"--{boundary}{part}")) + $"--{boundary}{parts[^1]}";
    }

    private sealed class ForwardOnlyStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
