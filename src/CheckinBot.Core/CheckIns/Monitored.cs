namespace CheckinBot.Core.CheckIns;

/// <summary>Why somebody is followed for some days.</summary>
public enum MonitoredKind
{
    /// <summary>Back from, or still in, a key area.</summary>
    KeyArea,

    /// <summary>In contact with a case, or with somebody back from a key area.</summary>
    Contact,

    /// <summary>In quarantine at home.</summary>
    IsolationHome,

    /// <summary>In quarantine in a centre.</summary>
    IsolationCentral,
}

/// <summary>How a monitoring ended before its last day.</summary>
public enum MonitoredEnd
{
    /// <summary>What opened it was edited or taken back: it never was.</summary>
    Corrected,

    /// <summary>Somebody said in words that it was wrong: it never was.</summary>
    Denied,

    /// <summary>The class teacher or an officer ended it: it was until the day before.</summary>
    Released,
}

/// <summary>Somebody who is followed until a day, whatever is answered later.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Kind">Why.</param>
/// <param name="Since">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record Monitored(long PersonId, MonitoredKind Kind, DateOnly Since, DateOnly Until)
{
    /// <summary>Its id; 0 until stored.</summary>
    public long Id { get; init; }

    /// <summary>The place of a key area, as typed.</summary>
    public string? Place { get; init; }

    /// <summary>The day of the check-in that told it.</summary>
    public DateOnly OpenedDay { get; init; }

    /// <summary>Its slot.</summary>
    public string OpenedSlot { get; init; } = CheckInWindow.Morning;

    /// <summary>How it ended early; null where it lasts until its last day.</summary>
    public MonitoredEnd? End { get; init; }

    /// <summary>When it was ended early (UTC).</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Whether the person counts as monitored on a day.</summary>
    public bool IsOn(DateOnly day) => Since <= day && day <= Until && (End is null or MonitoredEnd.Released);
}
