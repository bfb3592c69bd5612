using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Tests.Telegram.Client;

public sealed class RetryAfterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(60)]
    public async Task A_wait_that_Telegram_asks_for_is_the_callers_at_once(int seconds)
    {
        await using var server = await ScriptedServer.Start(_ =>
            Reply.Refused(429, "Too Many Requests: retry after", $$"""{"retry_after":{{seconds}}}"""));
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot().SendMessage(5, "x"));
        Assert.Equal((429, seconds, 1), (refused.ErrorCode, refused.Parameters!.RetryAfter, server.Calls.Count));
    }
}
