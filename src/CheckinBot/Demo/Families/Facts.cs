using System.Collections.Concurrent;

namespace CheckinBot.Demo.Families;

/// <summary>How somebody is today, as the family knows it.</summary>
/// <param name="Tenths">Temperature in tenths of a degree Celsius; null where it was not taken.</param>
internal sealed record Facts(int? Tenths)
{
    /// <summary>Where the person came back from; null when not away.</summary>
    public string? Place { get; init; }

    /// <summary>Back for how many days; with <see cref="Place"/>.</summary>
    public int DaysBack { get; init; } = 1;

    /// <summary>Coughs.</summary>
    public bool Coughs { get; init; }

    /// <summary>Stays away from school with a reason.</summary>
    public bool OnLeave { get; init; }
}

/// <summary>
/// What the made-up families have told so far today, kept apart from anything the bot stores:
/// the other side of the count when a digest is checked.
/// </summary>
internal sealed class Told
{
    private readonly ConcurrentDictionary<(string Unit, string Number), Facts> _latest = [];

    /// <summary>By unit path and roster number, the last that was told of each.</summary>
    public IReadOnlyDictionary<(string Unit, string Number), Facts> Latest => _latest;

    public void Tell(string unit, string number, Facts facts) => _latest[(unit, number)] = facts;

    public void TakeBack(string unit, string number) => _latest.TryRemove((unit, number), out _);
}
