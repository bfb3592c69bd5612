namespace CheckinBot.Simulator.Limits;

/// <summary>Tokens that refill evenly. Not thread-safe.</summary>
internal struct TokenBucket
{
    private readonly double capacity;
    private readonly double perSecond;
    private double tokens;
    private TimeSpan filledAt;

    public TokenBucket(double capacity, double perSecond, TimeSpan now)
    {
        this.capacity = tokens = capacity;
        this.perSecond = perSecond;
        filledAt = now;
    }

    /// <summary>Seconds until a token is there; zero or less when there is one.</summary>
    public double Wait(TimeSpan at)
    {
        if (at > filledAt)
        {
            tokens = Math.Min(capacity, tokens + ((at - filledAt).TotalSeconds * perSecond));
            filledAt = at;
        }

        return (1 - tokens) / perSecond;
    }

    public void Take() => tokens--;
}
