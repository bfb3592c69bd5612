namespace CheckinBot.Simulator.Limits;

/// <summary>Tokens that refill evenly. Not thread-safe.</summary>
internal struct TokenBucket
{
    private readonly double _capacity;
    private readonly double _perSecond;
    private double _tokens;
    private TimeSpan _filledAt;

    public TokenBucket(double capacity, double perSecond, TimeSpan now)
    {
        _capacity = _tokens = capacity;
        _perSecond = perSecond;
        _filledAt = now;
    }

    /// <summary>Seconds until a token is there; zero or less when there is one.</summary>
    public double Wait(TimeSpan at)
    {
        if (at > _filledAt)
        {
            _tokens = Math.Min(_capacity, _tokens + ((at - _filledAt).TotalSeconds * _perSecond));
            _filledAt = at;
        }

        return (1 - _tokens) / _perSecond;
    }

    public void Take() => _tokens--;
}
