namespace CheckinBot.Core.Places;

/// <summary>A place whose returners are followed up, while it is on the list.</summary>
/// <param name="Name">The place as configured.</param>
public sealed record KeyArea(string Name)
{
    /// <summary>The first day on the list; null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on the list; null for ever.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A place that is on the list for ever.</summary>
    public static implicit operator KeyArea(string name) => new(name);

    /// <summary>On the list on that day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
}
