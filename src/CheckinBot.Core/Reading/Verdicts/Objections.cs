using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>What stands against taking the values of a message.</summary>
internal enum Objection
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Only words that no list knows. Where they do no harm the vote may outweigh it.</summary>
    Unexplained,

    /// <summary>The rules would take it; the vote is against it.</summary>
    Outvoted,

    /// <summary>The number may be of a thing.</summary>
    OfThing,

    /// <summary>The value is probably meant; the rules cannot tell.</summary>
    Doubt,

    /// <summary>The text tells no value that is settled.</summary>
    Undecided,

    /// <summary>A house rule: it is neither taken nor offered, whatever speaks for it.</summary>
    Veto,

    /// <summary>The number is of somebody else, or of one of several.</summary>
    OfOthers,
}

/// <summary>Finds what stands against taking the values of a message.</summary>
internal static class Objections
{
    public static Objection To(Message message, List<Measured> numbers, List<ReadingEntry> entries, int forAll)
    {
        if (message.Context.Setting == ReadingSetting.Group && message.People.Found.Count == 0 && !Nameless.IsCheckin(message, numbers))
            return Objection.OfOthers;
        if (IsOfThing(message, numbers)) return Objection.OfThing;
        if (IsOfNobody(message, numbers, entries, forAll)) return Objection.Veto;
        if (IsInDoubt(message, numbers, entries)) return Objection.Doubt;
        return IsUnexplained(message, numbers, entries) ? Objection.Unexplained : Objection.None;
    }

    private static bool IsOfNobody(Message message, List<Measured> numbers, List<ReadingEntry> entries, int forAll)
    {
        var named = message.People.Found.Count;
        if (forAll > 0 ? Doubts.CountsTheSender(message) : named == 0 && AnyTold(numbers, n => Doubts.OfEverybody(message, n))) return true;
        return (named > 0 && message.Any(WordClass.Both) && Doubts.IsOfUnnamed(message, numbers))
            || (named == 1 && numbers.Count > 1 && Doubts.IsOfTwo(message, numbers)) || Doubts.IsEstimate(message, numbers) || Doubts.IsTakenBack(message)
            // One number with nobody's name and a name with no number: whose is it?
            || (entries.Count > 1 && entries.Exists(e => e.Name is null) && named > 0);
    }

    // A score, a price, a tool: 98.5 beside a name, 操场38.5度.
    private static bool IsOfThing(Message message, List<Measured> numbers) =>
        AnyTold(numbers, n => Doubts.IsOfThing(message, n))
        || (message.Context.Setting == ReadingSetting.Group
            && numbers.Exists(n => n.Verdict is Verdict.Unclear or Verdict.Implausible || Doubts.IsUncertainFahrenheit(message, n)));

    private static bool IsInDoubt(Message message, List<Measured> numbers, List<ReadingEntry> entries) =>
        Doubts.IsTwice(message, entries) || Doubts.AreTwoBare(message, numbers) || message.Context.Setting switch
        {
            ReadingSetting.PrivateIdle => AfterPlace(message, numbers)
                || (message.People.Found.Count == 0 && AnyTold(numbers, n => Doubts.AfterSurname(message, n)))
                || (message.People.Found.Count > 0 && numbers.Exists(n => Doubts.IsUncertainFahrenheit(message, n))),
            ReadingSetting.PrivateAwaitingTemperature => NameCredit.AreDoubtful(message) || Doubts.IsHigherWhole(message, numbers)
                || numbers.Exists(n => n.Verdict is Verdict.Temperature or Verdict.NeedsContext
                    && (Doubts.UnknownUnit(message, numbers, n.Token) || Doubts.QuestionHere(message, n.Token))),
            _ => false,
        };

    private static bool IsUnexplained(Message message, List<Measured> numbers, List<ReadingEntry> entries)
    {
        if (message.Context.Setting == ReadingSetting.PrivateAwaitingTemperature) return AnyTold(numbers, n => Doubts.UnknownBefore(message, n));
        if (message.Context.Setting == ReadingSetting.GroupJielong && IsLineOfOne(message, numbers)) return false;
        // 刚跑完步，休息后36.6: told to the bot alone, a reason for the number leaves no doubt about it.
        var hasReason = message.Context.Setting != ReadingSetting.Group && entries.Exists(e => e.PutsRight || e.FeverReducer);
        return !hasReason && Residue.Count(message, numbers) > 0;
    }

    // 6. Sze Min 36.5 (ah gong helped): a line that begins with a name and its value is of both, whatever else it says.
    private static bool IsLineOfOne(Message message, List<Measured> numbers) =>
        message.People.Found is [{ Token: 0 } only] && numbers is [{ Verdict: Verdict.Temperature, IsIntegral: false } value]
            && message.Tokens[value.Token].Form == NumberForm.Decimal
            && Enumerable.Range(only.Token + 1, value.Token - only.Token - 1).All(i => message.Signs(i) || message.Is(i, TokenKind.Mark));

    private static bool AnyTold(List<Measured> numbers, Func<int, bool> holds) =>
        numbers.Exists(n => n.Verdict == Verdict.Temperature && holds(n.Token));

    // 江西月36.5: more than the place, touching it.
    private static bool IsNameOfPlace(Message message, int at) =>
        message.Is(at, TokenKind.Place) && message.TouchesNext(at) && message.Tokens[at + 1].Length == 1
            && message.Is(at + 1, WordClass.Filler | WordClass.OtherUnit);

    // 武汉36.5: the weather, or somebody of that name.
    private static bool AfterPlace(Message message, List<Measured> numbers) =>
        numbers.Exists(
            n => (message.Is(n.Token - 1, TokenKind.Place) || IsNameOfPlace(message, n.Token - 2))
            && !message.Any(WordClass.From | WordClass.Back | WordClass.Went | WordClass.At | WordClass.Via | WordClass.Go | WordClass.Leave));
}
