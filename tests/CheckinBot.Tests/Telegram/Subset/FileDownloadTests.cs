using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Tests.Telegram.Subset;

public sealed class FileDownloadTests
{
    [Fact]
    public async Task A_file_comes_from_the_path_that_getFile_told()
    {
        await using var server = await ScriptedServer.Start(call => call.Method == "getFile"
            ? Reply.Ok("""{"file_id":"f","file_unique_id":"u","file_path":"documents/a.csv"}""")
            : new Reply(200, "unit,role"));
        using var content = new MemoryStream();
        var bot = server.Bot();
        await bot.DownloadFile(await bot.GetFile("f"), content);
        Assert.Equal("unit,role"u8.ToArray(), content.ToArray());
        Assert.Equal($"/file/bot{ScriptedServer.Token}/documents/a.csv", server.Calls.Last().Path);
    }

    [Fact]
    public async Task A_file_that_is_gone_is_refused_and_nothing_is_written()
    {
        await using var server = await ScriptedServer.Start(_ => Reply.Refused(404, "Not Found"));
        using var content = new MemoryStream();
        await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot().DownloadFile("documents/a.csv", content));
        Assert.Equal(0, content.Length);
    }
}
