using CheckinBot.Core.Organisation;
using CheckinBot.Core.Writing;

namespace CheckinBot.Rosters;

/// <summary>A row that is good by itself.</summary>
internal sealed record RosterEntry(RosterPlace Place, string Unit, Role Role, string Name, string? Number)
{
    public int Line => Place.Line;

    /// <summary>The name in the form in which names are compared.</summary>
    public string PlainName { get; } = NameForm.Of(Name);

    /// <summary>The columns that its sheet has; what it lacks is left as it is stored.</summary>
    public required RosterHeader Header { get; init; }

    public Language? Locale { get; init; }

    public string? TimeZone { get; init; }

    public string? Note { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? Dormitory { get; init; }

    /// <summary>The row of a pupil says in which boarding house they live; another one, or what is stored, says the class.</summary>
    public bool IsResidence { get; init; }

    /// <summary>The path begins with the name of a school, as a pupil register has it, and says nothing of what is above.</summary>
    public bool BeginsWithSchool { get; init; }
}

/// <summary>What the operator says of a file that does not say it itself.</summary>
/// <param name="Unit">The unit below which the file's units are; of a file without any, the unit of its people.</param>
/// <param name="Role">What everybody is who has no role in the file.</param>
internal sealed record RosterDefaults(string? Unit = null, Role? Role = null)
{
    public static RosterDefaults None { get; } = new();
}
