using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Telegram;

namespace CheckinBot.Tests.Sending;

/// <summary>Whatever happens in whatever order: the queue always comes back, and every call of a chat is taken in its turn.</summary>
public sealed class SendQueueProgressTests
{
    private const long Ms = TimeSpan.TicksPerMillisecond;

    // Two people, two groups, and nobody (the end of a button's waiting).
    private static readonly long[] Chats = [0, 1, 2, -3, -4];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task The_queue_comes_back_and_takes_each_call_in_its_turn(int seed)
    {
        // Bounded, so that a queue that never comes back fails this test rather than hang the run.
        await Task.Run(() => new Play(seed).Run(steps: 20_000)).WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>A queue and, beside it, what must wait in which chat and lane.</summary>
    private sealed class Play(int seed)
    {
        private readonly Random _random = new(seed);
        private readonly SendQueue _queue = new(new SendLimits(
            new RateLimit(30, TimeSpan.FromSeconds(1), burst: 15),
            new RateLimit(1, TimeSpan.FromSeconds(1), burst: 3),
            new RateLimit(20, TimeSpan.FromMinutes(1), burst: 3)));

        private readonly Dictionary<(long ChatId, Lane Lane), List<long>> _lined = [];
        private readonly List<PendingCall> _inFlight = [];
        private readonly List<(PendingCall Call, long Due)> _later = [];
        private long _now;
        private long _ids;
        private long _taken;

        public void Run(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                _now += _random.Next(4) == 0 ? _random.Next(2000) * Ms : _random.Next(3);
                ComeDue();
                Act();
            }

            Drain();
            Assert.Equal(0, _queue.Counts.Sum());
            Assert.All(_lined.Values, Assert.Empty);
            Assert.True(_taken > steps / 10);
        }

        private void Act()
        {
            switch (_random.Next(10))
            {
                // Few at a time, so that chats often have nothing left to say just when their limits end.
                case < 3:
                    if (_queue.Counts.Sum() < _random.Next(8)) Add();
                    break;
                case < 6:
                    Take();
                    break;
                case < 8:
                    Finish();
                    break;
                case 8:
                    Retry();
                    break;
                default:
                    Disturb();
                    break;
            }
        }

        private void Add()
        {
            var call = Call(Chats[_random.Next(Chats.Length)]);
            var due = _random.Next(5) == 0 ? _now + _random.Next(3000) * Ms : _now;
            _queue.Add(call, due, _now);
            if (due > _now) _later.Add((call, due));
            else Line(call).Add(call.Id);
        }

        // What is due is lined up when the queue is next asked, and so it is in the model.
        private void ComeDue()
        {
            var due = _later.Where(later => later.Due <= _now).OrderBy(later => later.Due).ToList();
            if (due.Count == 0) return;
            foreach (var (call, _) in due) Line(call).Add(call.Id);
            _later.RemoveAll(later => later.Due <= _now);
            Take();
        }

        private void Take()
        {
            if (_queue.TryTake(_now) is not { } call) return;
            if (call.ChatId != 0) Assert.DoesNotContain(_inFlight, other => other.ChatId == call.ChatId);
            Assert.Equal(Line(call)[0], call.Id);
            if (call.ChatId != 0) Assert.DoesNotContain(_lined, line => line.Key.ChatId == call.ChatId && line.Key.Lane < call.Lane && line.Value.Count > 0);
            Line(call).RemoveAt(0);
            _inFlight.Add(call);
            _taken++;
        }

        private void Finish()
        {
            if (TakeOut() is { } call) _queue.Finish(call, _now);
        }

        private void Retry()
        {
            if (TakeOut() is not { } call) return;
            var until = _now + _random.Next(3000) * Ms;
            _queue.Retry(call with { Attempts = call.Attempts + 1 }, until, _now);
            if (call.ChatId == 0) _later.Add((call, until));
            else Line(call).Insert(0, call.Id);
        }

        private void Disturb()
        {
            switch (_random.Next(4))
            {
                case 0:
                    _queue.Slow((Lane)_random.Next(SendQueue.LaneCount), _now);
                    break;
                case 1:
                    _queue.BlockAll(_now + _random.Next(1500) * Ms);
                    break;
                case 2:
                    Follow(to: Group());
                    break;
                default:
                    var (from, to) = (Group(), Group());
                    _queue.Move(from, to, _now);
                    Moved(from, to);
                    break;
            }
        }

        private void Follow(long to)
        {
            if (_inFlight.FindIndex(call => call.ChatId < 0) is var place && place < 0) return;
            var call = _inFlight[place];
            _inFlight.RemoveAt(place);
            _queue.Follow(call, to, _now);
            Line(call with { ChatId = to }).Insert(0, call.Id);
            Moved(call.ChatId, to);
        }

        private void Moved(long from, long to)
        {
            if (from == to) return;
            foreach (var lane in Enum.GetValues<Lane>())
            {
                if (!_lined.Remove((from, lane), out var ids)) continue;
                _lined.TryAdd((to, lane), []);
                _lined[(to, lane)].AddRange(ids);
            }
        }

        private long Group() => _random.Next(2) == 0 ? -3 : -4;

        private void Drain()
        {
            while (_queue.Counts.Sum() > 0)
            {
                Take();
                if (_inFlight.Count > 0)
                {
                    Finish();
                    continue;
                }

                var next = _queue.NextAt();
                Assert.NotNull(next);
                _now = Math.Max(_now + 1, next.Value);
                ComeDue();
            }

            // Nothing waits: at the latest once every limit is over there is nothing left to be woken for.
            _now += TimeSpan.TicksPerHour;
            Assert.Null(_queue.TryTake(_now));
            Assert.Null(_queue.NextAt());
        }

        private PendingCall? TakeOut()
        {
            if (_inFlight.Count == 0) return null;
            var call = _inFlight[_random.Next(_inFlight.Count)];
            _inFlight.Remove(call);
            return call;
        }

        private List<long> Line(PendingCall call)
        {
            // Who waits for nobody waits in no lane.
            var key = (call.ChatId, call.ChatId == 0 ? Lane.Answers : call.Lane);
            if (!_lined.TryGetValue(key, out var line)) _lined[key] = line = [];
            return line;
        }

        private PendingCall Call(long chatId)
        {
            var lane = chatId == 0 ? Lane.Answers : (Lane)_random.Next(SendQueue.LaneCount);
            OutgoingCall call = chatId == 0 ? new() { AnswerButton = new("press") }
                : _random.Next(2) == 0 ? new() { React = new Effect.React(chatId, 1, "👍") }
                : new() { Send = new OutgoingMessage(chatId, "text") };
            return new PendingCall(++_ids, lane, call, default) { ChatId = chatId };
        }
    }
}
