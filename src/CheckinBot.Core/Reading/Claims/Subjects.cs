using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>
/// Of a grown-up's own number beside a child's (我37.0，孩子36.5) only the child's is of this check-in. A number that is only
/// of somebody else (爸爸36.8, 张老师36.5) is never given to a child.
/// </summary>
internal static class Subjects
{
    private enum Whose
    {
        Nobody,
        Child,
        Sender,
        Other,
    }

    /// <summary>Takes out the numbers of others; true where nothing but those was told.</summary>
    public static bool RemoveOthers(Message message, List<Measured> numbers)
    {
        var whose = numbers.ConvertAll(n => n.Verdict == Verdict.Foreign ? Whose.Nobody : Of(message, n.Token));
        if (whose.TrueForAll(w => w is Whose.Nobody or Whose.Child)) return false;
        // 36.7（我37.4）: beside the sender's own a number of nobody is the child's.
        var ofChild = whose.Exists(w => w == Whose.Child)
            || (whose.Contains(Whose.Sender) && !whose.Contains(Whose.Other) && numbers.Where((n, i) => whose[i] == Whose.Nobody && n.Verdict == Verdict.Temperature).Any());
        if (!ofChild) return whose.Exists(w => w == Whose.Other) || IsOwnOnly(message);
        // 她36.5，她哥37.9: of two children, neither of them named.
        if (message.People.Found.Count == 0 && numbers.Exists(n => message.Is(n.Token - 1, WordClass.ChildName) && message.Is(n.Token - 2, Term.OfThem))) return true;
        var at = 0;
        numbers.RemoveAll(_ => whose[at++] is Whose.Sender or Whose.Other);
        return false;
    }

    // 我自己36.5，孩子放学再量
    private static bool IsOwnOnly(Message message) =>
        Enumerable.Range(0, message.Tokens.Count)
            .Any(i => (message.Is(i, WordClass.Child) && !message.Is(i, WordClass.Self) || message.People.Found.Exists(n => n.Token == i))
                && message.AnyInClause(WordClass.Later | WordClass.NotMeasured | WordClass.Remeasure, i));

    // The nearest subject in front of the number, in its clause.
    private static Whose Of(Message message, int number)
    {
        for (var i = number - 1; i >= message.SinceNumber(number); i--)
        {
            var token = message.Tokens[i];
            // my sister's kid has 39
            if ((token.Is(WordClass.Child) && message.Is(i - 1, Term.Possessive)
                    && message.Is(i - 2, WordClass.Relation | WordClass.ChildName | WordClass.Other))
                || message.Is(i, Term.YouOrYours))
                return Whose.Other;
            if (message.People.Found.Exists(n => n.Token == i) || (token.Is(WordClass.Child) && !message.Signs(i)))
                return Whose.Child;
            if (token.Is(WordClass.Self))
                return message.Is(i + 1, WordClass.Child | WordClass.ChildName | WordClass.Thermo) ? Whose.Child : Whose.Sender;
            // 王小明的弟弟36.5, 王小明弟弟36.5, his brother has 38.5
            if (token.Is(WordClass.ChildName)
                && ((message.Is(i - 1, Term.Possessive) && message.Is(i - 2, TokenKind.Name))
                    || (message.Is(i - 1, TokenKind.Name) && message.TouchesNext(i - 1)) || message.Is(i - 1, Term.OfThem)))
                return Whose.Other;
            if (message.Is(i, Term.Ours)) return Whose.Child;
            // 同学38度被接走了, but not 王小明同学36.5
            if (message.Is(i, Term.Classmate) && !message.Signs(i - 1)) return Whose.Other;
            if (message.Signs(i) || token.Is(WordClass.SignedFor)) continue;
            if (token.Is(WordClass.Hearsay)) return Whose.Other;
            if (token.Is(WordClass.Relation | WordClass.Other))
                return token.Is(WordClass.Relation) && Speaks(message, i) ? Whose.Nobody : Whose.Other;
            if (message.Is(i, Term.Teacher) && i > 0 && message.Tokens[i - 1].Length == 1 && message.TouchesNext(i - 1)
                && NameGuess.SurnameLength(message.Text.Text, message.Tokens[i - 1].Start) > 0 && i + 1 == number)
                return Whose.Other;
        }

        return BelongsToPet(message, number) ? Whose.Other : Whose.Nobody;
    }

    // 咪咪是我家猫，38.5正常: words that are of others and of other numbers are of animals.
    private static bool BelongsToPet(Message message, int number)
    {
        var last = message.ClauseStart(number);
        return last > 0 && message.Tokens[message.SinceNumber(last - 1)..last].Exists(token => token.Is(WordClass.Other) && token.Is(WordClass.OtherCue));
    }

    // 妈妈量的36.5, 家长代报：36.5
    private static bool Speaks(Message message, int relation) =>
        message.Is(relation + 1, WordClass.SignedFor | WordClass.Thermo | WordClass.Remeasure)
        && Terms.Begin(message.Span(relation + 1), Term.BodyHeat) == 0;
}
