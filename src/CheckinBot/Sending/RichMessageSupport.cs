namespace CheckinBot.Sending;

/// <summary>
/// Knows whether the server takes rich messages, from the first that was sent. A server that refused one is asked again after a
/// day. This is kept in memory only: after a restart another server may answer.
/// </summary>
internal sealed class RichMessageSupport(TimeProvider time)
{
    private static readonly TimeSpan OffFor = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private bool _isProven;
    private long? _refusedSince;

    /// <summary>False where the server is known not to take them.</summary>
    public bool MayTry
    {
        get
        {
            lock (_lock) return _refusedSince is not { } since || time.GetElapsedTime(since) >= OffFor;
        }
    }

    /// <summary>One was taken.</summary>
    public void Taken()
    {
        lock (_lock) (_isProven, _refusedSince) = (true, null);
    }

    /// <summary>A rich message was refused while its text was taken. Once the server has taken one, that says nothing about the next.</summary>
    public void Refused()
    {
        lock (_lock)
        {
            if (!_isProven) _refusedSince = time.GetTimestamp();
        }
    }
}
