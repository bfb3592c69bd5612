namespace CheckinBot.Core.Digests;

/// <summary>
/// How far a unit's zero report (零报告) has come. Only a person may say that nothing was found, and only of a unit in which
/// everybody was looked at.
/// </summary>
public enum ZeroReport
{
    /// <summary>Not possible: somebody is missing, or exempt without a reason, or owes the answer about travel; or nobody is expected.</summary>
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
    /// The state. A signature holds for the numbers that it was given for: once it is outdated, the report is unsigned again,
    /// or not possible. A signature that holds was given for full coverage, whatever an older snapshot says.
    /// </summary>
    public static ZeroReport Of(DigestNumbers numbers, SignOff? signature) =>
        signature is { OutdatedAt: null } ? ZeroReport.Signed
        : numbers is { MayBeSigned: true, Expected: > 0 } ? ZeroReport.Unsigned
        : ZeroReport.None;
}

/// <summary>How far the units of a level have come with their reports.</summary>
/// <param name="Signed">Signed, and nothing changed since.</param>
/// <param name="Unsigned">Everybody accounted for, not signed.</param>
/// <param name="Incomplete">Not complete.</param>
public readonly record struct ZeroReportCounts(int Signed, int Unsigned, int Incomplete)
{
    /// <summary>Counts the parts of a unit.</summary>
    public static ZeroReportCounts Of(IEnumerable<Digest> parts)
    {
        var counts = default(ZeroReportCounts);
        foreach (var part in parts)
        {
            counts = part.ZeroReport switch
            {
                ZeroReport.Signed => counts with { Signed = counts.Signed + 1 },
                ZeroReport.Unsigned => counts with { Unsigned = counts.Unsigned + 1 },
                _ => counts with { Incomplete = counts.Incomplete + 1 },
            };
        }

        return counts;
    }
}
