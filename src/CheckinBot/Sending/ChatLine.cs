using CheckinBot.Core.Shown;

namespace CheckinBot.Sending;

/// <summary>The calls of one chat: one at a time, in the order in which they were committed, the more urgent lane first.</summary>
internal sealed class ChatLine(long chatId)
{
    private readonly LinkedList<PendingCall>?[] _lanes = new LinkedList<PendingCall>?[SendQueue.LaneCount];

    public long ChatId => chatId;

    /// <summary>Groups have negative ids in the Bot API.</summary>
    public bool IsGroup => chatId < 0;

    /// <summary>A call of this chat is in flight.</summary>
    public bool InFlight { get; set; }

    /// <summary>The instant (ticks) until which nothing is sent here, because Telegram said so or a call failed.</summary>
    public long BlockedUntil { get; set; }

    /// <summary>The schedule of the limit per second; that of a group's limit per minute is <see cref="MinuteSchedule"/>.</summary>
    public long SecondSchedule { get; set; }

    public long MinuteSchedule { get; set; }

    /// <summary>The lane in whose ready queue it stands; null where it stands in none.</summary>
    public Lane? ReadyIn { get; set; }

    /// <summary>The instant (ticks) at which it is to be looked at again; 0 for none.</summary>
    public long WaitsUntil { get; set; }

    /// <summary>The next call; null where none waits.</summary>
    public PendingCall? Head
    {
        get
        {
            foreach (var lane in _lanes)
            {
                if (lane is { First.Value: var call }) return call;
            }

            return null;
        }
    }

    /// <summary>The first call of each lane.</summary>
    public IEnumerable<PendingCall> Heads() => _lanes.Select(lane => lane?.First?.Value).OfType<PendingCall>();

    public void Append(PendingCall call) => Lane(call.Lane).AddLast(call);

    public void PutBack(PendingCall call) => Lane(call.Lane).AddFirst(call);

    public void Remove(PendingCall call) => Lane(call.Lane).Remove(call);

    /// <summary>Takes everything out, in order.</summary>
    public List<PendingCall> Empty()
    {
        var calls = _lanes.SelectMany(lane => lane ?? []).ToList();
        foreach (var lane in _lanes) lane?.Clear();
        return calls;
    }

    private LinkedList<PendingCall> Lane(Lane lane) => _lanes[(int)lane] ??= new LinkedList<PendingCall>();
}
