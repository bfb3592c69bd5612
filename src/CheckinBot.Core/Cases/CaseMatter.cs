namespace CheckinBot.Core.Cases;

/// <summary>What a case is about. Somebody has at most one open case a matter; what is told of it later joins that case.</summary>
public enum CaseMatter
{
    /// <summary>Ill: a fever, a symptom, a disease told, ill at home or in hospital.</summary>
    Illness,

    /// <summary>In contact with a case, or in quarantine.</summary>
    Contact,

    /// <summary>Back from, or still in, a key area.</summary>
    KeyArea,

    /// <summary>Opened by hand, for a reason in words.</summary>
    Other,
}
