using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>
/// Weighs what the rules say against the vote: both have to agree for a value to be taken, either alone makes it one that is offered.
/// The limits are odds, as the vote gives them, and were chosen on the development rows.
/// </summary>
internal static class Weighing
{
    /// <summary>
    /// A vote below this stands against a value that the rules would take, every word beside it being known. In private nearly
    /// nothing does: the words around it are what the vote knows least of.
    /// </summary>
    private const double Against = -8.0, AgainstInGroup = -5.0, AgainstAmongKnown = -3.5;

    /// <summary>
    /// The same where a word beside it is unknown. Where the children of a group are known, their names say little: it talks of many things
    /// in the words of a report (王小明36.5校裤).
    /// </summary>
    private const double UnknownAwaited = -2.5, UnknownIdle = -1.0, UnknownInGroup = -5.0, UnknownAmongKnown = 0.0;

    /// <summary>A vote from here on outweighs words that no list knows, where nobody is asked about whose number it is.</summary>
    private const double Outweighs = 3.0;

    /// <summary>A vote from here on lets a value be offered that the rules would pass over.</summary>
    private const double WorthOffering = 0.0;

    /// <summary>The objection after the vote.</summary>
    /// <param name="message">The message.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="entries">What would be taken.</param>
    /// <param name="objection">That of the rules.</param>
    public static Objection Settle(Message message, List<Measured> numbers, List<ReadingEntry> entries, Objection objection)
    {
        // A chain is known by its structure.
        if (message.Context.Setting == ReadingSetting.GroupJielong || objection is not (Objection.None or Objection.Unexplained))
            return objection;
        var odds = Vote.For(message);
        if (objection == Objection.None)
        {
            if (odds >= UnknownAmongKnown) return objection;
            // 36.9 after paracetamol: a reason for the number explains the words beside it.
            var isWhole = entries.Exists(e => e.PutsRight || e.FeverReducer) || Residue.IsWhole(message, numbers);
            return odds < Limit(message, isWhole) ? Objection.Outvoted : objection;
        }

        return message.Context.Setting switch
        {
            ReadingSetting.PrivateAwaitingTemperature when odds >= Outweighs => Objection.None,
            ReadingSetting.PrivateIdle or ReadingSetting.Group when odds >= Outweighs && IsOfOne(message, numbers, entries) => Objection.None,
            _ => objection,
        };
    }

    // One name that is trusted with one value behind it, and nothing between that is not known: what else is said does it no harm.
    private static bool IsOfOne(Message message, List<Measured> numbers, List<ReadingEntry> entries) =>
        numbers is [var value] && entries.Count == 1 && !message.Any(WordClass.Correction | WordClass.And | WordClass.Both)
        && message.People.Found is [var only] && NameCredit.IsTrusted(message, only) && only.Token < value.Token
        && message.SameClause(only.Token, value.Token) && !message.AnyInClause(WordClass.Negation, only.Token) && !message.Says(Term.IsNot)
        && message.Tokens[only.Token..value.Token].TrueForAll(t => t.Kind is not TokenKind.Unknown || t.Start == message.Tokens[only.Token].Start);

    private static double Limit(Message message, bool isWhole) => message.Context switch
    {
        { Setting: ReadingSetting.Group, Own.Count: 0, Classmates.Count: 0 } => isWhole ? AgainstInGroup : UnknownInGroup,
        { Setting: ReadingSetting.Group } => isWhole ? AgainstAmongKnown : UnknownAmongKnown,
        { Setting: ReadingSetting.PrivateIdle } => isWhole ? Against : UnknownIdle,
        _ => isWhole ? Against : UnknownAwaited,
    };

    /// <summary>Whether a value that is not taken is likely enough to be offered.</summary>
    public static bool MayOffer(Message message, Objection objection) => objection switch
    {
        Objection.None or Objection.Veto or Objection.OfOthers => false,
        Objection.Unexplained or Objection.Doubt or Objection.Undecided when message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature => true,
        Objection.Outvoted when message.Context.Setting != ReadingSetting.Group => true,
        _ => Vote.For(message) >= WorthOffering,
    };
}
