using System.Text.Json;
using CheckinBot.Telegram.Polling;

namespace CheckinBot.Tests.Telegram.Polling;

public sealed class LongPollTests
{
    private readonly PollingBench _bench = new();

    [Fact]
    public async Task A_batch_is_confirmed_by_the_question_after_its_commit_and_only_once()
    {
        await using var server = await _bench.Serve(Batch(5, 6), Batch(), Batch(7));
        await _bench.RunUntil(server, questions: 4);
        Assert.Equal([null, 7, null, 8], PollingBench.Offsets(server).Take(4));
        Assert.Equal([[5, 6], [7]], _bench.Handled);
    }

    [Fact]
    public async Task What_is_not_committed_is_not_confirmed_and_comes_again()
    {
        _bench.Commit = batch => batch.Count > 1 ? batch[1].Id : batch[^1].Id + 1;
        await using var server = await _bench.Serve(Batch(5, 6, 7), Batch(6, 7), Batch(7));
        await _bench.RunUntil(server, questions: 4);
        Assert.Equal([null, 6, 7, 8], PollingBench.Offsets(server).Take(4));
    }

    [Fact]
    public async Task Numbers_that_begin_again_lower_are_not_confirmed_by_the_old_higher_one()
    {
        await using var server = await _bench.Serve(Batch(900), Batch(), Batch(), Batch(10));
        await _bench.RunUntil(server, questions: 5);
        Assert.Equal([null, 901, null, null, 11], PollingBench.Offsets(server).Take(5));
    }

    [Fact]
    public async Task A_question_names_the_kinds_the_size_and_the_wait()
    {
        await using var server = await _bench.Serve();
        await _bench.RunUntil(server, questions: 1);
        Assert.True(server.Calls.TryPeek(out var first));
        Assert.Equal("""{"limit":100,"timeout":50,"allowed_updates":["message","callback_query"]}""", first.Body);
    }

    [Fact]
    public async Task A_stop_confirms_what_is_committed_with_a_question_for_nothing_more()
    {
        await using var server = await _bench.Serve(Batch(5, 6));
        await _bench.RunUntil(server, questions: 2);
        using var last = JsonDocument.Parse(server.Calls.Last().Body);
        Assert.Equal((7, 1, 0), (Number(last, "offset"), Number(last, "limit"), Number(last, "timeout")));
        Assert.Equal(3, server.Calls.Count);
    }

    [Fact]
    public async Task A_stop_with_nothing_to_confirm_asks_nothing_more()
    {
        await using var server = await _bench.Serve(Batch());
        await _bench.RunUntil(server, questions: 2);
        Assert.Equal(2, server.Calls.Count);
    }

    [Fact]
    public async Task A_stop_during_the_handler_confirms_only_if_it_committed()
    {
        using var stop = new CancellationTokenSource();
        await using var server = await _bench.Serve(Batch(5));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.Poll(server).Run(
            async (_, cancelled) =>
            {
                await stop.CancelAsync();
                cancelled.ThrowIfCancellationRequested();
                return 6L;
            },
            stop.Token));
        Assert.Equal([null], PollingBench.Offsets(server));
    }

    [Fact]
    public async Task A_handler_that_claims_what_it_was_not_given_is_a_bug_and_confirms_nothing()
    {
        _bench.Commit = batch => batch[^1].Id + 2;
        await using var server = await _bench.Serve(Batch(5));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _bench.Poll(server).Run(_bench.Handle, CancellationToken.None));
        Assert.Equal([null], PollingBench.Offsets(server));
    }

    [Fact]
    public async Task A_client_that_gives_up_before_the_poll_ends_is_refused_at_the_start()
    {
        await using var server = await _bench.Serve();
        var poll = _bench.Poll(server, clientTimeout: TimeSpan.FromSeconds(50));
        await Assert.ThrowsAsync<ArgumentException>(() => poll.Run(_bench.Handle, CancellationToken.None));
        Assert.Empty(server.Calls);
    }

    private static int Number(JsonDocument body, string name) => body.RootElement.GetProperty(name).GetInt32();

    private static Reply Batch(params int[] ids) => PollingBench.Batch(ids);
}
