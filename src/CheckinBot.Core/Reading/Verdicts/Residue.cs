using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Verdicts;

/// <summary>What no list and no name explains. Behind a plain report (王小明36.5，昨晚没睡好) it does no harm; elsewhere it casts doubt on all.</summary>
internal static class Residue
{
    private const WordClass OfOtherMatter = WordClass.OtherTopic | WordClass.OtherMatter | WordClass.Notice | WordClass.Hearsay
        | WordClass.Sample | WordClass.Question | WordClass.Hedge | WordClass.Other;

    private const WordClass OfCheckin = WordClass.Symptom | WordClass.Normal | WordClass.NotOut | WordClass.Home | WordClass.Thermo
        | WordClass.Site | WordClass.Relation | WordClass.Absence | WordClass.Doctor;

    /// <summary>Characters that nothing explains, outside of what follows a plain report.</summary>
    public static int Count(Message message, List<Measured> numbers)
    {
        // Found only once something is not explained, because most messages are plain.
        int? report = null;
        var residue = message.Context.Setting != ReadingSetting.GroupJielong && NameCredit.AreDoubtful(message) ? 1 : 0;
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            var token = message.Tokens[i];
            if (IsUnexplained(message, i) && !((report ??= EndOfReport(message, numbers)) >= 0 && IsBehind(message, report.Value, i)))
                residue += token.Length;
        }

        return residue;
    }

    /// <summary>Whether every word that stands with a value is of a report or of a name; another clause is a remark.</summary>
    public static bool IsWhole(Message message, List<Measured> numbers)
    {
        for (var i = 0; i < message.Tokens.Count; i++)
        {
            if ((IsUnexplained(message, i) || message.Is(i, WordClass.OtherTopic | WordClass.OtherMatter))
                && numbers.Exists(n => message.SameClause(n.Token, i)))
                return false;
        }

        return true;
    }

    private static bool IsUnexplained(Message message, int at) =>
        (message.Tokens[at].Kind is TokenKind.Unknown or TokenKind.Name || message.Tokens[at] is { Kind: TokenKind.Word, Info.Classes: WordClass.NotName })
            && !message.Signs(at) && !message.ClauseOf(at).IsExplained && !IsTeacherName(message, at) && !People.IsTitled(message, at);

    // The place of the last number, where the message reports only names with readings or the sender's child and is about nothing else; or -1.
    private static int EndOfReport(Message message, List<Measured> numbers)
    {
        if (message.Any(OfOtherMatter)
            || message.Tokens.Exists(token => token.Is(WordClass.OtherCue) && !token.Is(Term.WeakCue))
            || numbers.Exists(n => n.Verdict is not (Verdict.Temperature or Verdict.Foreign or Verdict.Retracted)))
            return -1;
        var last = -1;
        foreach (var number in numbers.Where(n => n.Verdict == Verdict.Temperature))
        {
            var token = message.Tokens[number.Token];
            if (token.Hundredths > 4500 || (token.Form != NumberForm.Decimal && !token.HasDegrees)) return -1;
            last = number.Token;
        }

        // 孩子36.5, he is 38.6: in private the sender's own.
        if (message.People.Found.Count == 0)
            return message.Context.Setting != ReadingSetting.Group && last >= 0
                && message.Any(WordClass.Child | WordClass.Thermo, message.ClauseStart(last), last) ? last : -1;
        // Lego 36.5, sold out: a word in Latin letters is a name only where something else is of a check-in.
        var latin = message.People.Found.Exists(n => n.Known < 0 && Lexicon.IsLatin(message.First(n.Token)));
        return last > message.People.Found[^1].Token && !(latin && !message.Any(OfCheckin)) ? last : -1;
    }

    // A later clause; or after a space, in a chain or behind the name of a child of the class.
    private static bool IsBehind(Message message, int report, int at) =>
        at > report && (message.ClauseStart(at) > message.ClauseStart(report) || message.Any(WordClass.And, report, at)
            || ((message.Context.Setting == ReadingSetting.GroupJielong || message.People.Found.TrueForAll(n => n.Known >= 0))
                && !message.TouchesNext(at - 1)));

    // 张老师 in thanks.
    private static bool IsTeacherName(Message message, int at) =>
        at + 1 < message.Tokens.Count && message.Tokens[at].Length <= 2 && Terms.Begin(message.Span(at + 1), Term.Teacher) > 0;
}
