using CheckinBot.Telegram.Polling;

namespace CheckinBot.Tests.Telegram.Polling;

public sealed class LongPollFailureTests
{
    private readonly PollingBench _bench = new();

    [Fact]
    public async Task A_server_that_fails_is_asked_again_after_1_2_4_8_16_and_then_every_30_seconds()
    {
        await using var server = await _bench.Serve([.. Enumerable.Repeat(new Reply(502, "<html>"), 7)]);
        var pauses = await _bench.RunUntil(server, questions: 8, pauses: 7);
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], pauses.Select(pause => pause.TotalSeconds));
        Assert.All(_bench.Faults, fault => Assert.Equal(PollFaultKind.Unreachable, fault.Kind));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], _bench.Faults.Select(fault => fault.InARow));
    }

    [Fact]
    public async Task One_good_round_makes_the_next_pause_short_again()
    {
        var down = new Reply(502, "");
        await using var server = await _bench.Serve(down, down, PollingBench.Batch(), down);
        var pauses = await _bench.RunUntil(server, questions: 5, pauses: 3);
        Assert.Equal([1, 2, 1], pauses.Select(pause => pause.TotalSeconds));
        Assert.Equal(1, _bench.Successes);
    }

    [Theory]
    [InlineData(409, "Conflict: terminated by other getUpdates request", PollFaultKind.AnotherWorker, "another worker polls with this token")]
    [InlineData(409, "Conflict: can't use getUpdates method while webhook is active", PollFaultKind.WebhookIsSet, "a webhook is set")]
    [InlineData(500, "Internal Server Error", PollFaultKind.Refused, "Internal Server Error")]
    public async Task A_refusal_is_named_and_waited_out(int code, string description, PollFaultKind kind, string said)
    {
        await using var server = await _bench.Serve(Reply.Refused(code, description));
        await _bench.RunUntil(server, questions: 2, pauses: 1);
        var fault = Assert.Single(_bench.Faults);
        Assert.Equal(kind, fault.Kind);
        Assert.StartsWith(said, fault.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_that_Telegram_asks_for_is_kept_to_the_second()
    {
        await using var server = await _bench.Serve(Reply.Refused(429, "Too Many Requests", """{"retry_after":17}"""));
        Assert.Equal([TimeSpan.FromSeconds(17)], await _bench.RunUntil(server, questions: 2, pauses: 1));
        Assert.Equal(PollFaultKind.TooManyRequests, Assert.Single(_bench.Faults).Kind);
    }

    [Fact]
    public async Task A_pause_longer_than_anybody_waits_is_cut_short_and_polling_goes_on()
    {
        await using var server = await _bench.Serve(Reply.Refused(429, "Too Many Requests", """{"retry_after":2147483647}"""));
        Assert.Equal([TimeSpan.FromMinutes(5)], await _bench.RunUntil(server, questions: 2, pauses: 1));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_rejected_token_ends_the_polling_with_what_to_do(int code, string description)
    {
        await using var server = await _bench.Serve(PollingBench.Batch(5), Reply.Refused(code, description));
        var rejected = await Assert.ThrowsAsync<BotTokenRejectedException>(() => _bench.Poll(server).Run(_bench.Handle, CancellationToken.None));
        Assert.Contains("@BotFather", rejected.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", rejected.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_handler_that_fails_gets_the_same_batch_again_after_a_pause()
    {
        var commits = 0;
        _bench.Commit = batch => ++commits == 1 ? throw new InvalidOperationException("database is locked") : batch[^1].Id + 1;
        await using var server = await _bench.Serve(PollingBench.Batch(5), PollingBench.Batch(5));
        await _bench.RunUntil(server, questions: 3, pauses: 1);
        Assert.Equal([null, null, 6], PollingBench.Offsets(server).Take(3));
        Assert.Equal(PollFaultKind.NotHandled, Assert.Single(_bench.Faults).Kind);
    }

    [Fact]
    public async Task A_cancellation_that_escapes_the_handler_does_not_end_the_polling()
    {
        var commits = 0;
        _bench.Commit = batch => ++commits == 1 ? throw new TaskCanceledException() : batch[^1].Id + 1;
        await using var server = await _bench.Serve(PollingBench.Batch(5), PollingBench.Batch(5));
        await _bench.RunUntil(server, questions: 3, pauses: 1);
        Assert.Equal([null, null, 6], PollingBench.Offsets(server).Take(3));
    }

    [Fact]
    public async Task A_batch_of_which_nothing_is_committed_does_not_make_the_poll_spin()
    {
        _bench.Commit = batch => batch[0].Id;
        await using var server = await _bench.Serve(PollingBench.Batch(5));
        await _bench.RunUntil(server, questions: 2, pauses: 1);
        Assert.Null(Assert.Single(_bench.Faults).Cause);
    }

    [Theory]
    [InlineData(1, 0, 0.8)]
    [InlineData(1, 0.999, 1.2)]
    [InlineData(4, 0, 6.4)]
    [InlineData(1000, 0.999, 30)]
    public void Pauses_are_spread_and_never_above_30_seconds(int failures, double chance, double seconds) =>
        Assert.Equal(seconds, BackOff.Delay(failures, chance).TotalSeconds, precision: 2);
}
