using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What a number of a message is.</summary>
internal enum Verdict
{
    /// <summary>Not a temperature of a body: money, a score, a date.</summary>
    Foreign,

    /// <summary>A temperature.</summary>
    Temperature,

    /// <summary>Too long, or with a letter that touches: nothing that can be read.</summary>
    Unclear,

    /// <summary>Might be one, but only where a temperature is awaited or in a chain (365, 37).</summary>
    NeedsContext,

    /// <summary>A value that no body has.</summary>
    Implausible,

    /// <summary>A bound, a range, one of two, or a vague value.</summary>
    Undecided,

    /// <summary>Taken back in the text itself (不是36.5).</summary>
    Retracted,
}

/// <summary>A number of a message with what was found out about it.</summary>
internal readonly record struct Measured(int Token, int Tenths, Verdict Verdict, MeasuringSite Site, string? When, int DaysAgo)
{
    public bool Remeasured { get; init; }

    /// <summary>Told as the try before a new measurement (第一次37.6).</summary>
    public bool IsFirstTry { get; init; }

    /// <summary>One of two between which the sender has not decided (36.5还是36.6).</summary>
    public bool IsAlternative { get; init; }

    public int? LikelyTenths { get; init; }

    public bool IsIntegral { get; init; }
}
