using System.Globalization;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>
/// Weighs what the rules say against the vote: both have to agree for a value to be taken, either alone makes it one that is offered.
/// The limits stand in <c>weights.txt</c>.
/// </summary>
internal static class Weighing
{
    private static readonly Lazy<double[]> Weights = new(Load);

    private enum Weight
    {
        AgainstIdle,
        AgainstAwaited,
        AgainstInGroup,
        AgainstAmongKnown,
        UnknownIdle,
        UnknownAwaited,
        UnknownInGroup,
        UnknownAmongKnown,
        Outweighs,
        WorthOffering,
    }

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
            if (odds >= Of(Weight.UnknownAmongKnown)) return objection;
            // 36.9 after paracetamol: a reason for the number explains the words beside it.
            var isWhole = entries.Exists(e => e.PutsRight || e.FeverReducer) || Residue.IsWhole(message, numbers);
            return odds < Limit(message, isWhole) ? Objection.Outvoted : objection;
        }

        return message.Context.Setting switch
        {
            _ when odds < Of(Weight.Outweighs) => objection,
            ReadingSetting.PrivateAwaitingTemperature => Objection.None,
            ReadingSetting.PrivateIdle or ReadingSetting.Group when IsOfOne(message, numbers, entries) => Objection.None,
            _ => objection,
        };
    }

    // One name that is trusted with one value behind it, and nothing between that is not known: what else is said does it no harm.
    private static bool IsOfOne(Message message, List<Measured> numbers, List<ReadingEntry> entries) =>
        numbers is [var value] && entries.Count == 1 && !message.Any(WordClass.Correction | WordClass.And | WordClass.Both)
        && message.People.Found is [var only] && NameCredit.IsTrusted(message, only) && only.Token < value.Token
        && message.SameClause(only.Token, value.Token) && !message.AnyInClause(WordClass.Negation, only.Token) && !message.Says(Term.IsNot)
        && message.Tokens[only.Token..value.Token].TrueForAll(t => t.Kind is not TokenKind.Unknown || t.Start == message.Tokens[only.Token].Start);

    private static double Limit(Message message, bool isWhole) => Of(message.Context switch
    {
        { Setting: ReadingSetting.Group, Own.Count: 0, Classmates.Count: 0 } => isWhole ? Weight.AgainstInGroup : Weight.UnknownInGroup,
        { Setting: ReadingSetting.Group } => isWhole ? Weight.AgainstAmongKnown : Weight.UnknownAmongKnown,
        { Setting: ReadingSetting.PrivateIdle } => isWhole ? Weight.AgainstIdle : Weight.UnknownIdle,
        _ => isWhole ? Weight.AgainstAwaited : Weight.UnknownAwaited,
    });

    private static double Of(Weight weight) => Weights.Value[(int)weight];

    private static double[] Load()
    {
        var listed = DataFile.Lines("weights.txt").Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));
        return Array.ConvertAll(Enum.GetNames<Weight>(), name => listed[name]);
    }

    /// <summary>Whether a value that is not taken is likely enough to be offered.</summary>
    public static bool MayOffer(Message message, Objection objection) => objection switch
    {
        Objection.None or Objection.Veto or Objection.OfOthers => false,
        Objection.Unexplained or Objection.Doubt or Objection.Undecided when message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature => true,
        Objection.Outvoted when message.Context.Setting != ReadingSetting.Group => true,
        _ => Vote.For(message) >= Of(Weight.WorthOffering),
    };
}
