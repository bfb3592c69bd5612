using System.Text.Json;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Polling;
using Telegram.Bot.Types.Enums;

namespace CheckinBot.Tests.Telegram.Polling;

/// <summary>A poll on a scripted server: what was asked, handled and reported. After its script the server waits, as a quiet one does.</summary>
internal sealed class PollingBench
{
    private TaskCompletionSource _asked = new();
    private int _questions;

    public ManualTime Time { get; } = new(DateTimeOffset.UnixEpoch);

    public List<long[]> Handled { get; } = [];

    public List<PollFault> Faults { get; } = [];

    public int Successes { get; private set; }

    public Func<IReadOnlyList<ReceivedUpdate>, long> Commit { get; set; } = batch => batch[^1].Id + 1;

    /// <summary>Batches as they were handled, each update with what it says or why it cannot be read.</summary>
    public List<ReceivedUpdate> Received { get; } = [];

    public static Reply Batch(params int[] ids) => Reply.Ok($"[{string.Join(",", ids.Select(id => $$"""{"update_id":{{id}}}"""))}]");

    public Task<ScriptedServer> Serve(params Reply[] script)
    {
        var next = 0;
        return ScriptedServer.Start(call =>
        {
            if (call.Body.Contains("\"limit\":1,", StringComparison.Ordinal))
                return Batch();
            var reply = next < script.Length ? script[next++] : Reply.Silence();
            if (Interlocked.Decrement(ref _questions) == 0)
                _asked.TrySetResult();
            return reply;
        });
    }

    public LongPoll Poll(ScriptedServer server, TimeSpan? clientTimeout = null)
    {
        var bot = server.Bot(clientTimeout);
        var options = new LongPollOptions { AllowedUpdates = [UpdateType.Message, UpdateType.CallbackQuery], LastConfirmation = TimeSpan.FromMinutes(1) };
        return new LongPoll(bot, options, Time, chance: () => 0.5, onFault: Faults.Add, onSuccess: () => Successes++);
    }

    public ValueTask<long> Handle(IReadOnlyList<ReceivedUpdate> batch, CancellationToken cancellationToken)
    {
        Received.AddRange(batch);
        Handled.Add([.. batch.Select(update => update.Id)]);
        return ValueTask.FromResult(Commit(batch));
    }

    /// <summary>Polls until so many questions have been asked, then stops in the orderly way. Pauses are skipped over and returned.</summary>
    public async Task<List<TimeSpan>> RunUntil(ScriptedServer server, int questions, int pauses = 0)
    {
        _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _questions = questions;
        using var stop = new CancellationTokenSource();
        var running = Poll(server).Run(Handle, stop.Token);
        var waited = new List<TimeSpan>();
        while (waited.Count < pauses)
        {
            var pause = await Time.NextTimer();
            waited.Add(pause);
            Time.Advance(pause);
        }

        await _asked.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        return waited;
    }

    public static IEnumerable<long?> Offsets(ScriptedServer server) => server.Calls.Select(call =>
    {
        using var body = JsonDocument.Parse(call.Body);
        return body.RootElement.TryGetProperty("offset", out var offset) ? offset.GetInt64() : (long?)null;
    });
}
