using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Cases;

/// <summary>
/// What an answer does to the cases of a person. Every answer that <see cref="HealthRules.NeedsFollowUp(CheckInAnswer, DateOnly)"/> is
/// of a matter.
/// </summary>
public static class CaseOpening
{
    /// <summary>What an answer tells of.</summary>
    public static IEnumerable<CaseMatter> Of(CheckInAnswer answer, DateOnly day, HealthRules rules)
    {
        if (rules.IsIll(answer)) yield return CaseMatter.Illness;
        if (answer.Contact || answer.Isolation != Isolation.None) yield return CaseMatter.Contact;
        if (answer.Travel == Travel.Yes && rules.KeyAreaOf(answer.Place, day) is not null) yield return CaseMatter.KeyArea;
    }

    /// <summary>
    /// What follows from a revision: a case is opened, one goes on as what is told says, and one that nobody has touched is closed where
    /// all that had opened it was taken back.
    /// </summary>
    /// <param name="open">The person's open cases, with what is told of each now, the revision among it.</param>
    /// <param name="answer">The revision.</param>
    /// <param name="before">What stood before it; empty for a first answer.</param>
    /// <param name="day">Its day.</param>
    /// <param name="rules">The rules of the person's unit.</param>
    public static CaseChanges Changes(IReadOnlyList<CaseFile> open, CheckInAnswer answer, CheckInAnswer before, DateOnly day, HealthRules rules) => new(
        [.. Of(answer, day, rules).Where(matter => open.All(one => one.Matter != matter))],
        [
            .. open.Where(one => one.Matter == CaseMatter.Illness && one.OpenedDay <= day)
                .SelectMany(one => Moves(one.State, answer, before, rules), (one, move) => (one, move)),
        ],
        [.. open.Where(one => one.Matter != CaseMatter.Other && one.Told.Count == 0 && one.Entries.Count == 0)]);

    /// <summary>The moves of a case of illness that a revision tells by itself, in order.</summary>
    public static IEnumerable<CaseMove> Moves(CaseState state, CheckInAnswer answer, CheckInAnswer before, HealthRules rules)
    {
        (CaseMove Move, bool IsTold)[] told =
        [
            (CaseMove.Relapse, rules.IsFever(answer) && !rules.IsFever(before)),
            (CaseMove.SeeDoctor, answer.Absence == Absence.Hospital && before.Absence != Absence.Hospital),
            (CaseMove.Diagnose, IsConfirmed(answer) && answer.Diseases != before.Diseases),
        ];
        foreach (var move in told.Where(one => one.IsTold).Select(one => one.Move))
        {
            if (CaseTable.After(state, move) is not { } after || after == state) continue;
            state = after;
            yield return move;
        }
    }

    private static bool IsConfirmed(CheckInAnswer answer) => answer.Diseases != Diseases.None && !answer.OnlySuspected;
}

/// <summary>What a revision changes about the cases of a person.</summary>
/// <param name="Opened">Matters of which a case is opened.</param>
/// <param name="Moved">Open cases, and how they go on.</param>
/// <param name="Mistaken">Cases of which nothing is told any more, and which nobody has touched.</param>
public sealed record CaseChanges(IReadOnlyList<CaseMatter> Opened, IReadOnlyList<(CaseFile File, CaseMove Move)> Moved, IReadOnlyList<CaseFile> Mistaken);
