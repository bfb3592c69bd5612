namespace CheckinBot.Core.Cases;

/// <summary>Which cases of a unit somebody wants to see.</summary>
public enum CaseFilter
{
    /// <summary>All of them, with everybody who has to be followed up today.</summary>
    All,

    /// <summary>Those that the reader looks after.</summary>
    Mine,

    /// <summary>Those that wait longer than they may.</summary>
    Overdue,
}
