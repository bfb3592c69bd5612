namespace CheckinBot.Simulator.Visits;

/// <summary>What the page suggests to a visitor. Texts are in the visitor's languages: see <see cref="LocalText"/>.</summary>
public sealed record DemoGuide
{
    /// <summary>IANA name of the zone in which the school's clock is shown.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whom a visitor may want to be, most interesting first.</summary>
    public IReadOnlyList<GuidedPerson> People { get; init; } = [];

    public IReadOnlyList<ThingToTry> ThingsToTry { get; init; } = [];

    /// <summary>Roles in the order in which the page lists people, with their names; others come after.</summary>
    public IReadOnlyList<GuidedRole> Roles { get; init; } = [];
}

/// <summary>One sentence in the three languages of the page.</summary>
public sealed record LocalText(string ZhHans, string ZhHant, string En);

/// <param name="Role">The role by which the world names these people.</param>
public sealed record GuidedRole(string Role, LocalText Name);

/// <param name="About">Who that is, in a few words: "mother of two", "class teacher of 3-1".</param>
public sealed record GuidedPerson(long UserId, LocalText About);

/// <param name="Text">What to do and what will happen.</param>
/// <param name="UserId">Whose place to take.</param>
/// <param name="ChatId">Which chat to open, a group's id; null for the one with the bot.</param>
/// <param name="Message">Put into the input line, not sent.</param>
public sealed record ThingToTry(LocalText Text, long? UserId = null, long? ChatId = null, string? Message = null);
