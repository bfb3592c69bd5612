using System.Threading.Channels;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Signatures;

/// <summary>Keeps of which units something was told, so that it is looked at whether a report has become complete by it.</summary>
internal sealed class CompletionWatch
{
    // Where so many wait, the next cut-off tells the same.
    private readonly Channel<(long UnitId, DaySlot Of)> _told = Channel.CreateBounded<(long, DaySlot)>(
        new BoundedChannelOptions(100_000) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Something was told of somebody of a unit.</summary>
    public void Told(long unitId, DateOnly day, string slot) => _told.Writer.TryWrite((unitId, new DaySlot(day, slot)));

    /// <summary>Waits until something was told; false where nothing will be any more.</summary>
    public ValueTask<bool> Wait(CancellationToken cancellationToken) => _told.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Takes out everything that was told, each unit, day and slot once.</summary>
    public IReadOnlySet<(long UnitId, DaySlot Of)> Take()
    {
        var units = new HashSet<(long, DaySlot)>();
        while (_told.Reader.TryRead(out var told)) units.Add(told);
        return units;
    }
}
