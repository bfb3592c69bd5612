namespace CheckinBot.Core.CheckIns;

/// <summary>Why a unit is let off for a day.</summary>
public enum WaiverReason
{
    /// <summary>No school there today.</summary>
    NoSchool,

    /// <summary>Out on a trip or at a sports day.</summary>
    Outing,

    /// <summary>Power or network failure.</summary>
    Power,

    /// <summary>Something else, in words.</summary>
    Other,
}

/// <summary>
/// A unit that is let off for a day: nobody there is reminded, pinged or escalated any more. Whoever is missing stays missing;
/// it is shown with the reason.
/// </summary>
/// <param name="UnitId">The unit at which it was said; it holds for those below too.</param>
/// <param name="Day">The school day.</param>
/// <param name="Slot">The slot in which it was said; it holds for the whole day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">The reason as typed; null for one of the buttons.</param>
/// <param name="ByName">Who said so.</param>
/// <param name="At">When (UTC).</param>
public sealed record Waiver(long UnitId, DateOnly Day, string Slot, WaiverReason Reason, string? Note, string ByName, DateTimeOffset At)
{
    /// <summary>The longest reason that is kept.</summary>
    public const int MostCharacters = 100;

    /// <summary>Words as they are kept: on one line, and not too long.</summary>
    public static string Shortened(string text)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 2]) ? MostCharacters - 2 : MostCharacters - 1)] + "…";
    }
}
