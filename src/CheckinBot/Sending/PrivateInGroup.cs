using CheckinBot.Telegram.Ephemeral;

namespace CheckinBot.Sending;

/// <summary>
/// What is known of ephemeral messages: whether the server has them, and which groups have shown one. Kept in memory only:
/// after a restart another server may answer, and nothing private is sent anywhere before it has been proven there anew.
/// </summary>
internal sealed class PrivateInGroup(TimeProvider time)
{
    private static readonly TimeSpan OffFor = TimeSpan.FromDays(1);

    private readonly Lock _lock = new();
    private readonly HashSet<long> _proven = [];
    private bool _isKnown;
    private bool _isProving;
    private long? _absentSince;

    /// <summary>It has turned out that the server has the feature, or has it no more.</summary>
    public event Action? Changed;

    /// <summary>True where the server has the feature, false where not, null where nobody knows yet.</summary>
    public bool? Works
    {
        get
        {
            lock (_lock) return IsAbsent() ? false : _isKnown ? true : null;
        }
    }

    /// <summary>This group has shown a message to one person, so that another may say a name at once.</summary>
    public bool IsProven(long chatId)
    {
        lock (_lock) return !IsAbsent() && _proven.Contains(chatId);
    }

    /// <summary>
    /// Whether to try the feature out with a harmless text now. One group is enough to know about an older server, which would
    /// show the text to all; so only one trial is under way as long as nobody knows.
    /// </summary>
    public bool MayTry(long chatId)
    {
        lock (_lock)
        {
            if (IsAbsent() || _proven.Contains(chatId) || (!_isKnown && _isProving)) return false;
            _isProving = !_isKnown;
            return true;
        }
    }

    /// <summary>A trial did not come to an end.</summary>
    public void TrialFailed()
    {
        lock (_lock) _isProving = false;
    }

    /// <summary>Takes in what a call showed.</summary>
    public void Learn(long chatId, EphemeralSupport shown)
    {
        bool isNews;
        lock (_lock)
        {
            _isProving = false;
            switch (shown)
            {
                case EphemeralSupport.Absent:
                    isNews = !IsAbsent();
                    (_absentSince, _isKnown) = (time.GetTimestamp(), false);
                    _proven.Clear();
                    break;
                case EphemeralSupport.Proven:
                    isNews = !_isKnown;
                    (_absentSince, _isKnown) = (null, true);
                    _proven.Add(chatId);
                    break;
                default:
                    // One message was refused, too late or to somebody who left; that says nothing about the next.
                    return;
            }
        }

        if (isNews) Changed?.Invoke();
    }

    private bool IsAbsent() => _absentSince is { } since && time.GetElapsedTime(since) < OffFor;
}
