using static CheckinBot.Core.Cases.CaseMove;
using static CheckinBot.Core.Cases.CaseState;

namespace CheckinBot.Core.Cases;

/// <summary>
/// The one table of states and moves of a case. What stands in no line is not possible: nobody is back at school who was not
/// cleared, and nothing leads out of <see cref="Closed"/>.
/// </summary>
public static class CaseTable
{
    private static readonly Dictionary<(CaseState From, CaseMove Move), CaseState> Lines = new()
    {
        [(Open, Unchanged)] = Open,
        [(Open, TakeOn)] = TakenOn,
        [(Open, SeeDoctor)] = AtHospital,
        [(Open, Diagnose)] = Diagnosed,
        [(Open, Improve)] = Recovering,
        [(Open, Clear)] = ReadyToReturn,
        [(Open, Close)] = Closed,
        [(TakenOn, Unchanged)] = TakenOn,
        [(TakenOn, TakeOn)] = TakenOn,
        [(TakenOn, SeeDoctor)] = AtHospital,
        [(TakenOn, Diagnose)] = Diagnosed,
        [(TakenOn, Improve)] = Recovering,
        [(TakenOn, Clear)] = ReadyToReturn,
        [(TakenOn, Close)] = Closed,
        [(AtHospital, Unchanged)] = AtHospital,
        [(AtHospital, SeeDoctor)] = AtHospital,
        [(AtHospital, TakeOn)] = AtHospital,
        [(AtHospital, Diagnose)] = Diagnosed,
        [(AtHospital, Improve)] = Recovering,
        [(AtHospital, Clear)] = ReadyToReturn,
        [(AtHospital, Close)] = Closed,
        [(Diagnosed, Unchanged)] = Diagnosed,
        [(Diagnosed, TakeOn)] = Diagnosed,
        [(Diagnosed, SeeDoctor)] = Diagnosed,
        [(Diagnosed, Improve)] = Recovering,
        [(Diagnosed, Clear)] = ReadyToReturn,
        [(Diagnosed, Close)] = Closed,
        [(Recovering, Unchanged)] = Recovering,
        [(Recovering, Improve)] = Recovering,
        [(Recovering, TakeOn)] = Recovering,
        [(Recovering, SeeDoctor)] = AtHospital,
        [(Recovering, Diagnose)] = Diagnosed,
        [(Recovering, Relapse)] = TakenOn,
        [(Recovering, Clear)] = ReadyToReturn,
        [(Recovering, Close)] = Closed,
        [(ReadyToReturn, TakeOn)] = ReadyToReturn,
        [(ReadyToReturn, Diagnose)] = Diagnosed,
        [(ReadyToReturn, Relapse)] = TakenOn,
        [(ReadyToReturn, Return)] = Returned,
        [(ReadyToReturn, Close)] = Closed,
        [(Returned, TakeOn)] = Returned,
        [(Returned, Diagnose)] = Diagnosed,
        [(Returned, Relapse)] = TakenOn,
        [(Returned, Close)] = Closed,
    };

    /// <summary>The state after a move; null where the move is not possible.</summary>
    public static CaseState? After(CaseState state, CaseMove move) => Lines.TryGetValue((state, move), out var after) ? after : null;

    /// <summary>Whether the family is asked each day how it goes: until the school has cleared the return.</summary>
    public static bool IsFamilyAsked(CaseState state) => After(state, Unchanged) is not null;

    /// <summary>
    /// Whether a case may be closed for a reason. Whoever was ill, in contact or in a key area is closed as well and back only from
    /// <see cref="Returned"/>; their monitoring may run out where they were never ill.
    /// </summary>
    public static bool MayClose(CaseMatter matter, CaseState state, CaseClosing reason) => After(state, Close) is not null && reason switch
    {
        CaseClosing.Recovered => state == Returned,
        CaseClosing.TimeOver => matter is CaseMatter.Contact or CaseMatter.KeyArea,
        CaseClosing.Settled => matter == CaseMatter.Other,
        _ => true,
    };
}
