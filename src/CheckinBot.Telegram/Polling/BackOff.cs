namespace CheckinBot.Telegram.Polling;

/// <summary>How long to wait after failures in a row: 1 s at first, twice as long each time, at most 30 s, give or take a fifth.</summary>
public static class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="failures">How many there were in a row, 1 or more.</param>
    /// <param name="chance">A number from 0 up to 1, by which workers that failed together do not come back together.</param>
    public static TimeSpan Delay(int failures, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        var doubled = First * Math.Pow(2, Math.Min(failures - 1, 5));
        var spread = doubled * (0.8 + (0.4 * chance));
        return spread < Longest ? spread : Longest;
    }
}
