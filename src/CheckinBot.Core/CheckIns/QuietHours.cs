namespace CheckinBot.Core.CheckIns;

/// <summary>The hours in which nobody is written to unasked. May run over midnight.</summary>
/// <param name="From">The first quiet minute, local.</param>
/// <param name="Until">The first minute that is no longer quiet, local.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>From 21:30 to 06:30.</summary>
    public static QuietHours Default { get; } = new(new(21, 30), new(6, 30));

    /// <summary>Whether <paramref name="time"/> lies in the quiet hours. Equal ends mean that there are none.</summary>
    public bool Contains(TimeOnly time) => From != Until && time.IsBetween(From, Until);
}
