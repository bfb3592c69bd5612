using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Faults;

/// <summary>Waits for what happens by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Waits until it is so; false where it has not become so in two minutes.</summary>
    public static async Task<bool> Is(Func<Task<bool>> isSo, TimeSpan? within = null)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(begun) > (within ?? Longest)) return false;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        return true;
    }

    /// <summary>A feed in which each of the first families has written once.</summary>
    public static UpdateFeed With(this UpdateFeed feed, int families, int first = 0, DateTimeOffset? at = null)
    {
        feed.Add(Enumerable.Range(first, families).Select(i => (100_000L + i, "36.5 没外出")), at);
        return feed;
    }
}
