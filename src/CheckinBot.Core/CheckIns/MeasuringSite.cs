namespace CheckinBot.Core.CheckIns;

/// <summary>Where on the body a temperature was taken. Each site has a fever line of its own.</summary>
public enum MeasuringSite
{
    /// <summary>Not said; the axillary line is applied, as mainland notices do.</summary>
    Unspecified,

    /// <summary>Under the arm (腋温).</summary>
    Axillary,

    /// <summary>Forehead (额温).</summary>
    Forehead,

    /// <summary>Ear (耳温).</summary>
    Ear,

    /// <summary>Mouth (口温).</summary>
    Oral,

    /// <summary>Rectal (肛温).</summary>
    Rectal,

    /// <summary>Wrist (腕温).</summary>
    Wrist,
}
