namespace CheckinBot.Core.CheckIns;

/// <summary>Why a person is excused from today's reading. Anything but <see cref="None"/> exempts by name and reason.</summary>
public enum Absence
{
    /// <summary>Not absent.</summary>
    None,

    /// <summary>On leave for a matter of the family (事假).</summary>
    Leave,

    /// <summary>Ill at home (病假).</summary>
    IllAtHome,

    /// <summary>At or in hospital.</summary>
    Hospital,

    /// <summary>Absent, reason not given.</summary>
    Unspecified,
}
