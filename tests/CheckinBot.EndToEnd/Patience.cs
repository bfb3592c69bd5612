using System.Diagnostics;

namespace CheckinBot.EndToEnd;

/// <summary>
/// Waits for something that happens by itself. On a busy machine it may take as long as it likes while anything moves; only
/// where nothing has moved for two minutes does the waiting end, and it tells what stood still.
/// </summary>
/// <param name="state">What changes while there is progress.</param>
internal sealed class Patience(Func<object> state)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Stopwatch _standing = Stopwatch.StartNew();
    private object? _last;

    /// <summary>Waits until it is so.</summary>
    public static async Task Until(Func<bool> isSo, Func<object> state)
    {
        var patience = new Patience(state);
        while (!isSo()) await patience.Pause();
    }

    /// <summary>Waits a moment before the next look.</summary>
    /// <exception cref="TimeoutException">Nothing has moved for two minutes.</exception>
    public async Task Pause()
    {
        var now = state();
        if (!now.Equals(_last)) _standing.Restart();
        else if (_standing.Elapsed > Longest) throw new TimeoutException($"Nothing has moved for {Longest.TotalMinutes} minutes: {now}");
        _last = now;
        await Task.Delay(10);
    }
}
