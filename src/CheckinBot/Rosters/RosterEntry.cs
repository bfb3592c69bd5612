using CheckinBot.Core.Organisation;

namespace CheckinBot.Rosters;

/// <summary>The columns of a roster file.</summary>
internal enum RosterColumn
{
    Unit,
    Role,
    Name,
    Number,
    Locale,
    TimeZone,
    Note,
    BirthDate,
    Dormitory,
}

/// <summary>A row of the file as it was typed.</summary>
/// <param name="Line">The line on which it begins, the header being line 1.</param>
/// <param name="Cells">The cells.</param>
internal sealed record RosterRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A row that is good by itself.</summary>
internal sealed record RosterEntry(int Line, string Unit, Role Role, string Name, string? Number)
{
    public Language? Locale { get; init; }

    public string? TimeZone { get; init; }

    public string? Note { get; init; }

    public DateOnly? BirthDate { get; init; }

    public string? Dormitory { get; init; }

    /// <summary>The row of a pupil says in which boarding house they live; another one, or what is stored, says the class.</summary>
    public bool IsResidence { get; init; }
}

/// <summary>What is wrong with a row.</summary>
internal sealed record RosterFault(int Line, string Reason);

/// <summary>The file as a whole cannot be read; the message says what to do.</summary>
internal sealed class RosterFileException(string message) : Exception(message);
