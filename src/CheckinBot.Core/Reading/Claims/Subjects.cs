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
        if (whose.TrueForAll(w => w is Whose.Nobody or Whose.Child))
            return false;
        // 36.7（我37.4）: beside the sender's own a number of nobody is the child's.
        var ofChild = whose.Exists(w => w == Whose.Child)
            || (whose.Contains(Whose.Sender) && !whose.Contains(Whose.Other) && NobodysTemperature(numbers, whose));
        if (!ofChild)
            return whose.Exists(w => w == Whose.Other) || IsOwnOnly(message);
        // 她36.5，她哥37.9: of two children, neither of them named.
        if (message.People.Found.Count == 0 && numbers.Exists(n => IsOfSibling(message, n.Token)))
            return true;
        for (var i = numbers.Count - 1; i >= 0; i--)
        {
            if (whose[i] is Whose.Sender or Whose.Other)
                numbers.RemoveAt(i);
        }

        return false;
    }

    // 我自己36.5，孩子放学再量
    private static bool IsOwnOnly(Message message) =>
        Enumerable.Range(0, message.Tokens.Count)
            .Any(i => (message.Tokens[i].Is(WordClass.Child) && !message.Tokens[i].Is(WordClass.Self) || message.People.Found.Exists(n => n.Token == i))
                && message.AnyInClause(WordClass.Later | WordClass.NotMeasured | WordClass.Remeasure, i));

    // The nearest subject in front of the number, in its clause.
    private static Whose Of(Message message, int number)
    {
        for (var i = number - 1; i >= 0 && message.SameClause(i, number) && message.Tokens[i].Kind != TokenKind.Number; i--)
        {
            var token = message.Tokens[i];
            // my sister's kid has 39
            if (token.Is(WordClass.Child) && i > 1 && message.Span(i - 1) is "'s" or "的"
                && message.Tokens[i - 2].Is(WordClass.Relation | WordClass.ChildName | WordClass.Other))
                return Whose.Other;
            if (message.Span(i) is "你" or "您" or "你们" or "你家")
                return Whose.Other;
            if (message.People.Found.Exists(n => n.Token == i) || (token.Is(WordClass.Child) && !message.Signs(i)))
                return Whose.Child;
            if (token.Is(WordClass.Self))
                return i + 1 < message.Tokens.Count && message.Tokens[i + 1].Is(WordClass.Child | WordClass.ChildName | WordClass.Thermo)
                    ? Whose.Child
                    : Whose.Sender;
            // 王小明的弟弟36.5
            if (token.Is(WordClass.ChildName) && i > 1 && message.Span(i - 1) is "的" or "'s" && message.Tokens[i - 2].Kind == TokenKind.Name)
                return Whose.Other;
            // 王小明弟弟36.5
            if (token.Is(WordClass.ChildName) && i > 0 && message.Tokens[i - 1].Kind == TokenKind.Name && message.TouchesNext(i - 1))
                return Whose.Other;
            if (message.IsOurs(i))
                return Whose.Child;
            // 同学38度被接走了, but not 王小明同学36.5
            if (message.Span(i) is "同学" && (i == 0 || !message.Signs(i - 1)))
                return Whose.Other;
            // his brother has 38.5
            if (token.Is(WordClass.ChildName) && i > 0 && message.Span(i - 1) is "his" or "her" or "their" or "他" or "她" or "佢")
                return Whose.Other;
            if (message.Signs(i) || token.Is(WordClass.SignedFor))
                continue;
            if (token.Is(WordClass.Hearsay))
                return Whose.Other;
            if (token.Is(WordClass.Relation | WordClass.Other))
                return token.Is(WordClass.Relation) && Speaks(message, i) ? Whose.Nobody : Whose.Other;
            if (message.Span(i) is "老师" && i > 0 && message.Tokens[i - 1].End - message.Tokens[i - 1].Start == 1 && message.TouchesNext(i - 1)
                && NameGuess.SurnameLength(message.Text.Text, message.Tokens[i - 1].Start) > 0 && i + 1 == number)
                return Whose.Other;
        }

        return BelongsToPet(message, number) ? Whose.Other : Whose.Nobody;
    }

    // 咪咪是我家猫，38.5正常: words that are of others and of other numbers are of animals.
    private static bool BelongsToPet(Message message, int number)
    {
        var i = number - 1;
        while (i >= 0 && message.SameClause(i, number))
            i--;
        for (var last = i; i >= 0 && message.SameClause(i, last) && message.Tokens[i].Kind != TokenKind.Number; i--)
        {
            if (message.Tokens[i].Is(WordClass.Other) && message.Tokens[i].Is(WordClass.OtherCue))
                return true;
        }

        return false;
    }

    private static bool NobodysTemperature(List<Measured> numbers, List<Whose> whose)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            if (whose[i] == Whose.Nobody && numbers[i].Verdict == Verdict.Temperature)
                return true;
        }

        return false;
    }

    private static bool IsOfSibling(Message message, int number) =>
        number > 1 && message.Tokens[number - 1].Is(WordClass.ChildName) && message.Span(number - 2) is "his" or "her" or "their" or "他" or "她" or "佢";

    // 妈妈量的36.5, 家长代报：36.5
    private static bool Speaks(Message message, int relation) =>
        relation + 1 < message.Tokens.Count && message.Tokens[relation + 1].Is(WordClass.SignedFor | WordClass.Thermo | WordClass.Remeasure)
        && !message.Span(relation + 1).StartsWith("体温");
}
