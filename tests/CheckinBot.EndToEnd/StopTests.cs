using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Guide;
using CheckinBot.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;

namespace CheckinBot.EndToEnd;

/// <summary>A worker that is stopped while it waits for Telegram twice over: for updates, and for the answer to a message that it sends.</summary>
public sealed class StopTests
{
    // A worker that does not stop would end the test after this time; README promises ten seconds on a machine with nothing else to do.
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_stop_waits_neither_for_a_long_poll_nor_for_an_answer_that_never_comes_and_nothing_is_lost()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 31));
        var before = school.WrittenTo("小明妈妈").Count;
        await school.StopHost();
        using var network = new NoAnswerToMessages();
        var client = BotClient.Create(Cast.BotToken, new Uri(school.Simulator.BaseUrl), TimeSpan.FromSeconds(70), network);
        await school.StartHost(builder => builder.Services.AddSingleton<ITelegramBotClient>(client));

        school.World.SendText(school.User("小明妈妈"), school.User("小明妈妈"), "36.5 没外出");
        await network.MessageUnderWay.Task.WaitAsync(Hang);
        // What was taken is confirmed by the question that is under way now.
        await Patience.Until(() => network.Polls > 0 && school.Simulator.PendingUpdates == 0, () => school.World.LastSequence);
        await school.StopHost().WaitAsync(Hang);

        // Stored and confirmed, and not answered as far as the worker knows.
        Assert.Equal(before, school.WrittenTo("小明妈妈").Count);
        await school.StartHost();
        await school.Settle();
        Assert.Equal(1, await school.Count("select count(*) from check_in"));
        Assert.Equal(before + 1, school.WrittenTo("小明妈妈").Count);
        Assert.Equal(0, await school.Count("select count(*) from outbox where sent_at is null"));
    }

    /// <summary>Lets all calls through but messages: those go out, and their answer never comes.</summary>
    private sealed class NoAnswerToMessages() : DelegatingHandler(new SocketsHttpHandler())
    {
        private volatile int _polls;

        public TaskCompletionSource MessageUnderWay { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Questions for updates that are under way.</summary>
        public int Polls => _polls;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var method = request.RequestUri!.Segments[^1];
            if (method == "sendMessage")
            {
                MessageUnderWay.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            if (method != "getUpdates") return await base.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref _polls);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _polls);
            }
        }
    }
}
