namespace CheckinBot.Core.Cases;

/// <summary>Where a case stands. <see cref="CaseTable"/> says what leads from one to another.</summary>
public enum CaseState
{
    /// <summary>Nobody has taken it on yet.</summary>
    Open,

    /// <summary>Somebody has it.</summary>
    TakenOn,

    /// <summary>At the doctor's or in hospital.</summary>
    AtHospital,

    /// <summary>A doctor has told what it is.</summary>
    Diagnosed,

    /// <summary>On the mend.</summary>
    Recovering,

    /// <summary>Cleared by the school to come back.</summary>
    ReadyToReturn,

    /// <summary>Back at school.</summary>
    Returned,

    /// <summary>Settled, with a reason. Nothing leads out of it: what happens later is a case of its own.</summary>
    Closed,
}

/// <summary>What leads from one state of a case to another.</summary>
public enum CaseMove
{
    /// <summary>Somebody takes it on, or over.</summary>
    TakeOn,

    /// <summary>Taken to a doctor or to hospital.</summary>
    SeeDoctor,

    /// <summary>A doctor has told what it is.</summary>
    Diagnose,

    /// <summary>On the mend.</summary>
    Improve,

    /// <summary>The family says that nothing has changed.</summary>
    Unchanged,

    /// <summary>Ill again: the mend was none.</summary>
    Relapse,

    /// <summary>The school clears the return; <see cref="Clearance"/> says what has to be so.</summary>
    Clear,

    /// <summary>Back at school.</summary>
    Return,

    /// <summary>Settled, with a <see cref="CaseClosing"/>.</summary>
    Close,
}

/// <summary>Why a case is closed. It stands on record with who said so.</summary>
public enum CaseClosing
{
    /// <summary>Well and back at school.</summary>
    Recovered,

    /// <summary>The days of monitoring are over, and nothing has come of it.</summary>
    TimeOver,

    /// <summary>What opened it was told by mistake.</summary>
    ToldWrongly,

    /// <summary>No longer at this school.</summary>
    LeftSchool,

    /// <summary>Settled otherwise.</summary>
    Settled,
}
