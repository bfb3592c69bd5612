using Telegram.Bot.Types.Enums;

namespace CheckinBot.Telegram.Polling;

/// <summary>What is asked for, and how long a question stays open.</summary>
public sealed record LongPollOptions
{
    /// <summary>The kinds of update to ask for; Telegram remembers them until others are given.</summary>
    public required IReadOnlyCollection<UpdateType> AllowedUpdates { get; init; }

    /// <summary>Updates in a batch at most, 1 to 100 (Bot API, getUpdates).</summary>
    public int BatchSize { get; init; } = 100;

    /// <summary>How long Telegram waits for the first update, whole seconds; it caps this at 50 s.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>How long the confirmation of the last batch may take when the program stops; it stops within 10 s in all.</summary>
    public TimeSpan LastConfirmation { get; init; } = TimeSpan.FromSeconds(2);

    internal void Check(TimeSpan clientTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(Wait, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Wait, TimeSpan.FromSeconds(50));
        if (clientTimeout != Timeout.InfiniteTimeSpan && clientTimeout <= Wait)
        {
            throw new ArgumentException(
                $"The client gives up after {clientTimeout.TotalSeconds:0} s, before a poll of {Wait.TotalSeconds:0} s can end: make its Timeout longer");
        }
    }
}
