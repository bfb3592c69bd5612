using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading;

/// <summary>Where a text was typed. The same words mean different things in each.</summary>
public enum ReadingSetting
{
    /// <summary>In private, the bot having asked nothing.</summary>
    PrivateIdle,

    /// <summary>In private, the bot having just asked for a temperature.</summary>
    PrivateAwaitingTemperature,

    /// <summary>Free text in a class group.</summary>
    Group,

    /// <summary>A chain (接龙) in a class group, or a line of one.</summary>
    GroupJielong,
}

/// <summary>Somebody whom a text may name.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The full name as in the roster.</param>
/// <param name="Number">The seat or pupil number, unique within the school; null where unknown.</param>
/// <param name="Nicknames">Names by which this family calls the child; empty where none is known.</param>
/// <param name="BirthOrder">1 for the eldest of the sender's children, 0 where unknown (大宝/二宝/姐姐/弟弟), -1 for somebody who is no child of the sender.</param>
public sealed record KnownName(long PersonId, string Name, string? Number = null, IReadOnlyList<string>? Nicknames = null, int BirthOrder = 0)
{
    // Brought to the form of the texts once: every message of a class is looked through for the names of all of it.
    internal string Plain { get; } = NormalisedText.Name(Name);
}

/// <summary>All that the reading of one text may depend on besides the text.</summary>
public sealed record ReadingContext
{
    /// <summary>
    /// Characters of one message, or of one line of a chain, beyond which it is a notice and no check-in. The bound also keeps
    /// the work for each line constant, and so the work for a text linear in its length.
    /// </summary>
    internal const int LongestMessage = 600;

    /// <summary>Where it was typed.</summary>
    public required ReadingSetting Setting { get; init; }

    /// <summary>The school day on which it was typed, in the unit's time zone; for return dates and "yesterday".</summary>
    public DateOnly Today { get; init; }

    /// <summary>How many days back a trip counts (<c>Rules:MonitorDays</c>), 14 by default.</summary>
    public int MonitorDays { get; init; } = 14;

    /// <summary>The lowest number that is taken as a body temperature, tenths of °C (<c>Rules:PlausibleC</c>).</summary>
    public int PlausibleFromTenths { get; init; } = 350;

    /// <summary>The highest number that is taken as a body temperature, tenths of °C (<c>Rules:PlausibleC</c>).</summary>
    public int PlausibleToTenths { get; init; } = 420;

    /// <summary>Names of the home area (county, city, province); being there or returning there is no trip.</summary>
    public IReadOnlyList<string> HomeArea { get; init; } = [];

    /// <summary>The people for whom the sender may report: linked children, the sender, or a teacher's class.</summary>
    public IReadOnlyList<KnownName> Own { get; init; } = [];

    /// <summary>Diseases told lately of <see cref="Own"/>: only of these a denial says anything.</summary>
    public CheckIns.Diseases Diagnosed { get; init; }

    /// <summary>The other names of the class: known so that a text about them is never given to the sender's child.</summary>
    public IReadOnlyList<KnownName> Classmates { get; init; } = [];
}
