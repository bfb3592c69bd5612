using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>Of whom a number is.</summary>
internal enum Owner
{
    /// <summary>Nobody is named.</summary>
    Nobody,

    /// <summary>The child, or one of the children.</summary>
    Child,

    /// <summary>The sender.</summary>
    Sender,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>Of whom a word, a clause or a number tells: the child, the sender, or somebody else. Every stage asks here.</summary>
internal static class Whose
{
    private const WordClass Children = WordClass.Child | WordClass.ChildName;

    private const WordClass Health = WordClass.Symptom | WordClass.Isolation | WordClass.Absence | WordClass.Doctor | WordClass.Normal | WordClass.Recovered;

    /// <summary>Of whom the number at a place is: the nearest subject in front of it, in its clause.</summary>
    public static Owner OfNumber(Message message, int number)
    {
        var first = message.SinceNumber(number);
        for (var i = number - 1; i >= first; i--)
        {
            var token = message.Tokens[i];
            // my sister's kid has 39
            if ((token.Is(WordClass.Child) && message.Is(i - 1, Term.Possessive)
                    && message.Is(i - 2, WordClass.Relation | WordClass.ChildName | WordClass.Other))
                || message.Is(i, Term.YouOrYours))
                return Owner.Other;
            // His 36.3 mine 36.8
            if (token.Is(WordClass.Self) && i == number - 1 && message.Is(i - 1, TokenKind.Number) && message.Is(i - 2, Term.OfThem)) return Owner.Sender;
            if (message.People.Found.Exists(n => n.Token == i) || (token.Is(WordClass.Child) && !message.Signs(i))) return Owner.Child;
            if (token.Is(WordClass.Self)) return message.Is(i + 1, Children | WordClass.Thermo) ? Owner.Child : Owner.Sender;
            // 王小明的弟弟36.5, 王小明弟弟36.5, his brother has 38.5
            if (token.Is(WordClass.ChildName)
                && ((message.Is(i - 1, Term.Possessive) && message.Is(i - 2, TokenKind.Name))
                    || (message.Is(i - 1, TokenKind.Name) && message.TouchesNext(i - 1)) || message.Is(i - 1, Term.OfThem)))
                return Owner.Other;
            if (message.Is(i, Term.Ours)) return Owner.Child;
            // 同学38度被接走了, but not 王小明同学36.5
            if (message.Is(i, Term.Classmate) && !message.Signs(i - 1)) return Owner.Other;
            // 甘露36.5 家长37.0
            if (token.Is(WordClass.Relation) && i == number - 1 && !message.Signs(i) && message.Is(i - 1, TokenKind.Number)) return Owner.Other;
            if (message.Signs(i) || token.Is(WordClass.SignedFor)) continue;
            if (token.Is(WordClass.Hearsay | WordClass.Relation | WordClass.Other))
                return token.Is(WordClass.Relation) && !token.Is(WordClass.Hearsay) && Speaks(message, i) ? Owner.Nobody : Owner.Other;
            // 王老师36.5
            if (message.Is(i, Term.Teacher) && message.TouchesNext(i - 1) && message.Tokens[i - 1].Length == 1
                && NameGuess.SurnameLength(message.Text.Text, message.Tokens[i - 1].Start) > 0 && i + 1 == number)
                return Owner.Other;
        }

        return BelongsToPet(message, number) ? Owner.Other : Owner.Nobody;
    }

    /// <summary>她弟弟, his sister, 孩子姐姐; 弟弟咳嗽，他没有: told of beside the child, and none of those whom the message reports.</summary>
    public static bool IsBesideChild(Message message, int at) =>
        message.Is(at, WordClass.ChildName) && (IsOwned(message, at) || IsContrasted(message, at));

    /// <summary>爸爸, 邻居; 同学, unless it stands behind a name; and 我姐姐, who is no child of the sender.</summary>
    public static bool IsSomebodyElse(Message message, int at)
    {
        // 老师在上海; but 老师，昨天…
        if (message.Is(at, Term.Teacher))
            return message.TouchesOrSpaces(at) && GoesSomewhere(message, at + 1)
                && message.SameClause(at, at + 1) && (Lexicon.IsLatin(message.First(at)) || message.TouchesNext(at));
        if (IsObject(message, at)) return false;
        if (message.Is(at, WordClass.Other)) return !message.Signs(at - 1);
        return message.Is(at, WordClass.ChildName) || (message.Is(at, WordClass.Relation) && !message.Is(at, WordClass.SignedFor));
    }

    /// <summary>Somebody other than the child, of whom the next clause may go on to tell; not 妈妈量的36.5 and 奶奶带着, who act for the child.</summary>
    public static bool IsSomebody(Message message, int at) =>
        message.Is(at, WordClass.Relation | WordClass.Other) && !message.Is(at, WordClass.SignedFor) && !IsObject(message, at)
        && !message.Is(at + 1, WordClass.SignedFor | WordClass.Thermo | WordClass.Remeasure | WordClass.With) && !message.Is(at + 1, Term.LooksAfter);

    /// <summary>A relation that goes on to do something, and does not only sign.</summary>
    public static bool IsSubject(Message message, int at) =>
        message.Is(at, WordClass.Relation) && message.TouchesNext(at)
        && (message.Is(at + 1, WordClass.From | WordClass.At | WordClass.Go | WordClass.Went | WordClass.Via | WordClass.Back | WordClass.Earlier)
            || message.Is(at + 1, Term.SubjectGoesOn));

    /// <summary>The child, the sender, or the family.</summary>
    public static bool IsOwn(Message message, int at) =>
        message.Is(at, Children | WordClass.Self | WordClass.Both | WordClass.All) || message.Is(at, TokenKind.Name) || message.Is(at, Term.Family);

    /// <summary>我在上海出差，孩子在家: a clause of the sender alone, in a message about a child.</summary>
    public static bool IsOnlyTheSender(Message message, int at, int to)
    {
        var clause = message.ClauseOf(at);
        return message.Is(at, WordClass.Self) && !message.Is(at, WordClass.Child)
            && !message.Any(clause.First, Math.Min(to, clause.End), t => t.Kind == TokenKind.Name || t.Is(Children | WordClass.With));
    }

    /// <summary>跟爸爸, with his cousins; but 陪读妈妈 is somebody else.</summary>
    public static bool IsCompany(Message message, int at) =>
        message.Is(at + 1, TokenKind.Name)
        || message.Is(at + 1, Children | WordClass.Relation | WordClass.Other | WordClass.Self | WordClass.Both | WordClass.Filler);

    /// <summary>妈妈住院生二宝, 舅舅在隔离: what stands from here to the end of the clause tells of somebody else's health alone.</summary>
    public static bool IsOfSomebodyElse(Message message, int first, int to)
    {
        for (var i = first; i < to && message.SameClause(first, i); i++)
        {
            if (IsBesideChild(message, i)) return !TellsOfChild(message, i, to);
            if (message.Is(i, WordClass.Child | WordClass.Self) && IsBesideChild(message, i + 1)) continue;
            // 我有点发烧，孩子正常
            if (message.Any(Children) && IsOnlyTheSender(message, i, to)) return true;
            if (message.Is(i, TokenKind.Name) || message.Is(i, Children | WordClass.With | WordClass.Both | WordClass.Contact)) return false;
            if (!message.Signs(i) && IsSomebodyElse(message, i)) return !TellsOfChild(message, i, to);
        }

        return false;
    }

    /// <summary>居家隔离中, serving quarantine: a clause without a subject and without anything else.</summary>
    public static bool TellsOnlyOfQuarantine(Message message, int first, int to)
    {
        var end = Math.Min(to, message.ClauseEnd(first));
        return message.Any(WordClass.Isolation, first, end) && !message.Any(
            first, end, token => token.Kind is TokenKind.Number or TokenKind.Name or TokenKind.Place || token.Is(Term.We)
                || token.Is((Health & ~WordClass.Isolation) | Children | WordClass.Self | WordClass.All));
    }

    // 我姐姐, my brother are of the sender's own generation; his son is not.
    private static bool IsOwned(Message message, int at) =>
        message.TouchesOrSpaces(at - 1) && message.Is(at - 1, Term.Owner) && !message.Is(at, Term.OwnChild);

    // What is denied of the one who follows was told of somebody else.
    private static bool IsContrasted(Message message, int at)
    {
        var next = message.ClauseEnd(at);
        return message.Is(next, Term.ChildAgain) && message.AnyInClause(WordClass.Symptom | WordClass.Absence, at)
            && (message.AnyInClause(WordClass.Negation | WordClass.Normal, next) || message.Is(next + 1, Term.AsUsual));
    }

    // his teacher's just back from
    private static bool GoesSomewhere(Message message, int at)
    {
        while (message.Is(at, Term.Possessive) || message.Is(at, Term.JustNow)) at++;
        return message.Is(at, WordClass.At | WordClass.Go | WordClass.Went | WordClass.From);
    }

    // 去给老人过寿, 去看姥姥
    private static bool IsObject(Message message, int at) => message.SameClause(at - 1, at) && message.Is(at - 1, Term.DoneFor);

    // 妈妈说他咳嗽, 奶奶带她去看了医生: the grown-up acts for the child; 邻居家孩子 is none of the sender's.
    private static bool TellsOfChild(Message message, int relation, int to)
    {
        var first = message.Is(relation + 1, Term.HomeOrOf) && message.Is(relation + 2, WordClass.Child) ? relation + 3 : relation + 1;
        for (var i = first; i < to && message.SameClause(relation, i); i++)
        {
            if (message.Is(i, Health)) return false;
            if (message.Tokens[i].Kind is TokenKind.Name or TokenKind.Number
                || message.Is(i, Children | WordClass.With | WordClass.SignedFor | WordClass.Both))
                return true;
        }

        return false;
    }

    // 咪咪是我家猫，38.5正常: words that are of others and of other numbers are of animals.
    private static bool BelongsToPet(Message message, int number)
    {
        var last = message.ClauseStart(number);
        return last > 0 && message.Any(message.SinceNumber(last - 1), last, token => token.Is(WordClass.Other) && token.Is(WordClass.OtherCue));
    }

    // 妈妈量的36.5, 家长代报：36.5
    private static bool Speaks(Message message, int relation) =>
        message.Is(relation + 1, WordClass.SignedFor | WordClass.Thermo | WordClass.Remeasure)
        && Terms.Begin(message.Span(relation + 1), Term.BodyHeat) == 0;
}
