using CheckinBot.Core.Shown;

namespace CheckinBot.Sending;

/// <summary>
/// Decides which call is made next: the most urgent lane first, one call a chat at a time, within Telegram's limits.
/// Pure bookkeeping over the instants (ticks) that it is given; not safe for concurrent use.
/// </summary>
internal sealed class SendQueue(SendLimits limits)
{
    public const int LaneCount = 5;

    private readonly Dictionary<long, ChatLine> _chats = [];
    private readonly Queue<ChatLine>[] _ready = [.. Enumerable.Range(0, LaneCount).Select(_ => new Queue<ChatLine>())];
    private readonly PriorityQueue<ChatLine, long> _waiting = new();
    private readonly PriorityQueue<PendingCall, long> _later = new();
    private readonly Queue<PendingCall> _unordered = new();
    private readonly LaneBrake[] _brakes = [.. Enumerable.Range(0, LaneCount).Select(_ => new LaneBrake())];
    private readonly long[] _counts = new long[LaneCount];
    private long _schedule;
    private long _blockedUntil;

    /// <summary>Calls that wait or are in flight, by lane.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>Takes a call that is due at an instant.</summary>
    public void Add(PendingCall call, long due, long now)
    {
        _counts[(int)call.Lane]++;
        if (due > now) _later.Enqueue(call, due);
        else Line(call, now);
    }

    /// <summary>The next call that may be made now; null where none may.</summary>
    public PendingCall? TryTake(long now)
    {
        while (_later.TryPeek(out _, out var due) && due <= now) Line(_later.Dequeue(), now);
        if (_unordered.TryDequeue(out var free)) return free;
        while (_waiting.TryPeek(out var waiting, out var until) && until <= now)
        {
            _waiting.Dequeue();
            if (waiting.WaitsUntil != until) continue;
            waiting.WaitsUntil = 0;
            if (!Forget(waiting, now)) Place(waiting, now);
        }

        if (Math.Max(_blockedUntil, limits.Bot.AllowedAt(_schedule)) > now) return null;
        for (var lane = 0; lane < LaneCount; lane++)
        {
            if (_brakes[lane].AllowedAt > now) continue;
            while (_ready[lane].TryDequeue(out var chat))
            {
                if (chat.ReadyIn != (Lane)lane) continue;
                return Take(chat, now);
            }
        }

        return null;
    }

    /// <summary>When to look again (ticks); null where nothing waits for time to pass.</summary>
    public long? NextAt()
    {
        long? next = null;
        if (_later.TryPeek(out _, out var due)) next = due;
        if (_waiting.TryPeek(out _, out var until)) next = Math.Min(next ?? long.MaxValue, until);
        for (var lane = 0; lane < LaneCount; lane++)
        {
            if (_ready[lane].Count == 0) continue;
            var at = Math.Max(_brakes[lane].AllowedAt, Math.Max(_blockedUntil, limits.Bot.AllowedAt(_schedule)));
            next = Math.Min(next ?? long.MaxValue, at);
        }

        return next;
    }

    /// <summary>The call is over, whatever came of it.</summary>
    public void Finish(PendingCall call, long now)
    {
        _counts[(int)call.Lane]--;
        _brakes[(int)call.Lane].Ease();
        Release(call, now);
    }

    /// <summary>The call is to be made again, first of its chat, and the chat waits until then.</summary>
    public void Retry(PendingCall call, long until, long now)
    {
        if (IsUnordered(call))
        {
            _later.Enqueue(call, until);
            return;
        }

        var chat = _chats[call.ChatId];
        chat.BlockedUntil = Math.Max(chat.BlockedUntil, until);
        chat.PutBack(call);
        Release(call, now);
    }

    /// <summary>Telegram said "too many": the call's lane goes slower for a while.</summary>
    public void Slow(Lane lane, long now) => _brakes[(int)lane].Press(now);

    /// <summary>Nothing is sent to anyone until then.</summary>
    public void BlockAll(long until) => _blockedUntil = Math.Max(_blockedUntil, until);

    /// <summary>What waits for a chat goes to another one, behind what waits there.</summary>
    public void Move(long fromChatId, long toChatId, long now)
    {
        if (!_chats.TryGetValue(fromChatId, out var chat)) return;
        chat.ReadyIn = null;
        foreach (var call in chat.Empty())
        {
            Line(call with { ChatId = toChatId }, now);
        }
    }

    private PendingCall Take(ChatLine chat, long now)
    {
        var call = chat.Head!;
        chat.ReadyIn = null;
        chat.InFlight = true;
        chat.Remove(call);
        if (call.Call.IsMessage)
        {
            _schedule = limits.Bot.Advance(_schedule, now);
            chat.SecondSchedule = limits.Chat.Advance(chat.SecondSchedule, now);
            if (chat.IsGroup) chat.MinuteSchedule = limits.Group.Advance(chat.MinuteSchedule, now);
        }

        _brakes[(int)call.Lane].Pass(now);
        return call;
    }

    private void Line(PendingCall call, long now)
    {
        if (IsUnordered(call))
        {
            _unordered.Enqueue(call);
            return;
        }

        if (!_chats.TryGetValue(call.ChatId, out var chat)) _chats[call.ChatId] = chat = new ChatLine(call.ChatId);
        chat.Append(call);
        if (!chat.InFlight) Place(chat, now);
    }

    private void Release(PendingCall call, long now)
    {
        if (IsUnordered(call)) return;
        var chat = _chats[call.ChatId];
        chat.InFlight = false;
        if (!Forget(chat, now)) Place(chat, now);
    }

    /// <summary>Puts a chat where it belongs: ready in the lane of its next call, or waiting for its limits.</summary>
    private void Place(ChatLine chat, long now)
    {
        if (chat.InFlight) return;
        var at = FreeAt(chat, chat.Head);
        if (chat.Head is { } next && at <= now)
        {
            if (chat.ReadyIn == next.Lane) return;
            chat.ReadyIn = next.Lane;
            _ready[(int)next.Lane].Enqueue(chat);
            return;
        }

        chat.ReadyIn = null;
        if (chat.WaitsUntil != 0 && chat.WaitsUntil <= at) return;
        chat.WaitsUntil = at;
        _waiting.Enqueue(chat, at);
    }

    private long FreeAt(ChatLine chat, PendingCall? next)
    {
        if (next is { Call.IsMessage: false }) return chat.BlockedUntil;
        var second = next is null ? chat.SecondSchedule : limits.Chat.AllowedAt(chat.SecondSchedule);
        var minute = !chat.IsGroup ? 0 : next is null ? chat.MinuteSchedule : limits.Group.AllowedAt(chat.MinuteSchedule);
        return Math.Max(chat.BlockedUntil, Math.Max(second, minute));
    }

    /// <summary>A chat is forgotten once nothing waits and its schedules lie in the past.</summary>
    private bool Forget(ChatLine chat, long now) =>
        !chat.InFlight && chat.IsEmpty && FreeAt(chat, null) <= now && _chats.Remove(chat.ChatId);

    // The end of a button's waiting goes to no chat: it waits for nobody.
    private static bool IsUnordered(PendingCall call) => call.ChatId == 0;
}
