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
    private readonly PriorityQueue<PendingCall, (long Due, long Order)> _later = new();
    private readonly Queue<PendingCall> _unordered = new();
    private readonly LaneBrake[] _brakes = [.. Enumerable.Range(0, LaneCount).Select(_ => new LaneBrake())];
    private readonly long[] _counts = new long[LaneCount];
    private long _laterCount;
    private long _schedule;
    private long _blockedUntil;

    /// <summary>Calls that wait or are in flight, by lane.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>
    /// Since when the oldest call of each lane waits to be made; null where none does. It looks at every chat: for whoever watches, not
    /// for each call.
    /// </summary>
    public IReadOnlyList<DateTimeOffset?> OldestWaiting()
    {
        var oldest = new DateTimeOffset?[LaneCount];
        foreach (var call in _chats.Values.SelectMany(chat => chat.Heads()).Concat(_unordered))
        {
            ref var known = ref oldest[(int)call.Lane];
            var since = call.DueAt > call.CreatedAt ? call.DueAt : call.CreatedAt;
            if (known is null || since < known) known = since;
        }

        return oldest;
    }

    /// <summary>Takes a call that is due at an instant.</summary>
    public void Add(PendingCall call, long due, long now)
    {
        _counts[(int)call.Lane]++;
        if (due > now) Postpone(call, due);
        else Line(call, now);
    }

    /// <summary>The next call that may be made now; null where none may.</summary>
    public PendingCall? TryTake(long now)
    {
        while (_later.TryPeek(out _, out var later) && later.Due <= now) Line(_later.Dequeue(), now);
        if (_unordered.TryDequeue(out var free)) return free;
        Wake(now);
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
        if (_later.TryPeek(out _, out var later)) next = later.Due;
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
            Postpone(call, until);
            return;
        }

        var chat = _chats[call.ChatId];
        chat.BlockedUntil = Math.Max(chat.BlockedUntil, until);
        chat.PutBack(call);
        Release(call, now);
    }

    /// <summary>Telegram said "too many": the call's lane goes slower for a while.</summary>
    public void Slow(Lane lane, long now) => _brakes[(int)lane].Press(now);

    /// <summary>Nothing of a lane is sent until then.</summary>
    public void Hold(Lane lane, long until) => _brakes[(int)lane].Hold(until);

    /// <summary>Nothing is sent to anyone until then.</summary>
    public void BlockAll(long until) => _blockedUntil = Math.Max(_blockedUntil, until);

    /// <summary>What waits for a chat goes to another one, behind what waits there.</summary>
    public void Move(long fromChatId, long toChatId, long now)
    {
        if (!_chats.TryGetValue(fromChatId, out var chat)) return;
        chat.ReadyIn = null;
        foreach (var call in chat.Empty()) Line(call with { ChatId = toChatId }, now);
        Place(chat, now);
    }

    /// <summary>The chat of a call in flight became another one: the call goes there, first of all, and behind it what waited with it.</summary>
    public void Follow(PendingCall call, long toChatId, long now)
    {
        if (IsUnordered(call))
        {
            Finish(call, now);
            return;
        }

        var chat = LineOf(toChatId);
        chat.PutBack(call with { ChatId = toChatId });
        Place(chat, now);
        Release(call, now);
        Move(call.ChatId, toChatId, now);
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

        var chat = LineOf(call.ChatId);
        chat.Append(call);
        Place(chat, now);
    }

    private ChatLine LineOf(long chatId)
    {
        if (!_chats.TryGetValue(chatId, out var chat)) _chats[chatId] = chat = new ChatLine(chatId);
        return chat;
    }

    // A priority queue says nothing of the order of equals, and what is due at one instant goes in the order in which it came.
    private void Postpone(PendingCall call, long due) => _later.Enqueue(call, (due, _laterCount++));

    private void Release(PendingCall call, long now)
    {
        if (IsUnordered(call)) return;
        var chat = _chats[call.ChatId];
        chat.InFlight = false;
        Place(chat, now);
    }

    /// <summary>Places every chat anew whose time has come. It ends, since <see cref="Place"/> has a chat wait only for what is still to come.</summary>
    private void Wake(long now)
    {
        while (_waiting.TryPeek(out var chat, out var until) && until <= now)
        {
            _waiting.Dequeue();
            if (chat.WaitsUntil != until) continue;
            chat.WaitsUntil = 0;
            Place(chat, now);
        }
    }

    /// <summary>
    /// Puts a chat where it belongs: ready in the lane of its next call, or waiting for its limits. One that has nothing to
    /// send is forgotten once its limits have passed.
    /// </summary>
    private void Place(ChatLine chat, long now)
    {
        if (chat.InFlight) return;
        var (next, at) = (chat.Head, FreeAt(chat, chat.Head));
        if (at > now) Wait(chat, at);
        else if (next is not null) MakeReady(chat, next.Lane);
        else Forget(chat);
    }

    private void Wait(ChatLine chat, long until)
    {
        chat.ReadyIn = null;
        if (chat.WaitsUntil != 0 && chat.WaitsUntil <= until) return;
        chat.WaitsUntil = until;
        _waiting.Enqueue(chat, until);
    }

    private void MakeReady(ChatLine chat, Lane lane)
    {
        if (chat.ReadyIn == lane) return;
        chat.ReadyIn = lane;
        _ready[(int)lane].Enqueue(chat);
    }

    // It may still stand among those that wait: there it waits for nothing any more, lest it be placed again and again, or
    // a later line of the same chat be forgotten in its stead.
    private void Forget(ChatLine chat)
    {
        chat.WaitsUntil = 0;
        _chats.Remove(chat.ChatId);
    }

    private long FreeAt(ChatLine chat, PendingCall? next)
    {
        if (next is { Call.IsMessage: false }) return chat.BlockedUntil;
        var second = next is null ? chat.SecondSchedule : limits.Chat.AllowedAt(chat.SecondSchedule);
        var minute = !chat.IsGroup ? 0 : next is null ? chat.MinuteSchedule : limits.Group.AllowedAt(chat.MinuteSchedule);
        return Math.Max(chat.BlockedUntil, Math.Max(second, minute));
    }

    // The end of a button's waiting goes to no chat: it waits for nobody.
    private static bool IsUnordered(PendingCall call) => call.ChatId == 0;
}
