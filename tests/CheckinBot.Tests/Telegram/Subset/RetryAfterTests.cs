using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Tests.Telegram.Subset;

public sealed class RetryAfterTests
{
    private readonly ManualTime time = new(DateTimeOffset.UnixEpoch);

    private TelegramBotClient Bot(ScriptedServer server, int threshold = 60, int count = 3) =>
        new(new TelegramBotClientOptions(ScriptedServer.Token, server.Url) { RetryThreshold = threshold, RetryCount = count, Time = time });

    private static Task<ScriptedServer> Busy(int times, int seconds)
    {
        var asked = 0;
        return ScriptedServer.Start(_ => asked++ < times
            ? Reply.Refused(429, "Too Many Requests: retry after", $$"""{"retry_after":{{seconds}}}""")
            : Reply.Ok(Reply.MessageResult));
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_exactly_when_it_says()
    {
        await using var server = await Busy(times: 2, seconds: 7);
        var sending = Bot(server).SendMessage(5, "x");
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            Assert.Equal(TimeSpan.FromSeconds(7), await time.NextTimer());
            Assert.Equal(attempt, server.Calls.Count);
            time.Advance(TimeSpan.FromSeconds(7));
        }

        Assert.Equal(7, (await sending).Id);
        Assert.Single(server.Calls.Select(call => call.Body).Distinct());
    }

    [Theory]
    [InlineData(0, 3, 1)]
    [InlineData(6, 3, 1)]
    [InlineData(60, 1, 1)]
    public async Task A_wait_that_is_too_long_or_switched_off_is_the_callers(int threshold, int count, int calls)
    {
        await using var server = await Busy(times: 9, seconds: 7);
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => Bot(server, threshold, count).SendMessage(5, "x"));
        Assert.Equal((429, 7, calls), (refused.ErrorCode, refused.Parameters!.RetryAfter, server.Calls.Count));
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        await using var server = await Busy(times: 9, seconds: 7);
        using var cancel = new CancellationTokenSource();
        var sending = Bot(server).SendMessage(5, "x", cancellationToken: cancel.Token);
        await time.NextTimer();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }
}
