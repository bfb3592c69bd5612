namespace CheckinBot.Core.Digests;

/// <summary>
/// How far a unit's zero report (零报告) has come. That nothing was found may be said only of a unit in which
/// everybody was looked at, and only by a person.
/// </summary>
public enum ZeroReport
{
    /// <summary>Not possible: somebody is missing, or exempt without a reason.</summary>
    None,

    /// <summary>Coverage is whole; nobody has signed these numbers.</summary>
    Unsigned,

    /// <summary>A person of the unit has signed these numbers.</summary>
    Signed,
}

/// <summary>The rule of the zero report.</summary>
public static class ZeroReportRule
{
    /// <summary>
    /// The state for numbers as they are now. A signature holds for the numbers that it was given for:
    /// once they change, the report is unsigned again.
    /// </summary>
    public static ZeroReport Of(DigestNumbers now, DigestNumbers? signed) =>
        !now.Complete ? ZeroReport.None
        : signed == now ? ZeroReport.Signed
        : ZeroReport.Unsigned;
}
