using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>Of whom a clause of going tells, where that is not the child.</summary>
internal static class JourneySubjects
{
    // 爸爸, 邻居; 同学, unless it stands behind a name; and 我姐姐, who is no child of the sender.
    public static bool IsSomebodyElse(Message message, int at)
    {
        var token = message.Tokens[at];
        // 老师在上海; but 老师，昨天…
        if (message.Is(at, Term.Teacher))
            return message.TouchesOrSpaces(at) && GoesSomewhere(message, at + 1)
                && message.SameClause(at, at + 1) && (Lexicon.IsLatin(message.First(at)) || message.TouchesNext(at));
        if (IsObject(message, at)) return false;
        if (token.Is(WordClass.Other)) return at == 0 || !message.Signs(at - 1);
        return (token.Is(WordClass.Relation) && !token.Is(WordClass.SignedFor)) || token.Is(WordClass.ChildName);
    }

    // his teacher's just back from
    private static bool GoesSomewhere(Message message, int at)
    {
        while (message.Is(at, Term.Possessive) || message.Is(at, Term.JustNow)) at++;
        return message.Is(at, WordClass.At | WordClass.Go | WordClass.Went | WordClass.From);
    }

    // 去给老人过寿, 去看姥姥
    private static bool IsObject(Message message, int at) =>
        message.SameClause(at - 1, at)
            && message.Is(at - 1, Term.DoneFor);

    /// <summary>Somebody other than the child, of whom the next clause may go on to tell.</summary>
    public static bool IsSomebody(Message message, int at) =>
        message.Is(at, WordClass.Relation | WordClass.Other) && !message.Is(at, WordClass.SignedFor)
            && !IsObject(message, at) && !ActsForChild(message, at);

    // 妈妈量的36.5, 奶奶带着: somebody who measures for the child or is with it, and is told of no more.
    private static bool ActsForChild(Message message, int at) =>
        (message.Is(at + 1, WordClass.SignedFor | WordClass.Thermo | WordClass.Remeasure | WordClass.With)
                || message.Is(at + 1, Term.LooksAfter));

    /// <summary>A relation that goes on to do something, and does not only sign.</summary>
    public static bool IsSubject(Message message, int at) =>
        message.Is(at, WordClass.Relation) && message.TouchesNext(at)
        && (message.Is(at + 1, WordClass.From | WordClass.At | WordClass.Go | WordClass.Went | WordClass.Via | WordClass.Back | WordClass.Earlier)
            || message.Is(at + 1, Term.SubjectGoesOn));

    /// <summary>The child, the sender, or the family.</summary>
    public static bool IsOwn(Message message, int at) =>
        message.Is(at, WordClass.Child | WordClass.ChildName | WordClass.Self | WordClass.Both | WordClass.All)
            || message.Is(at, TokenKind.Name)
        || message.Is(at, Term.Family);

    // 我在上海出差，孩子在家: a clause of the sender alone, in a message about a child.
    public static bool IsOnlyTheSender(Message message, int at, int to)
    {
        var token = message.Tokens[at];
        if (!token.Is(WordClass.Self) || token.Is(WordClass.Child)) return false;
        for (var i = message.ClauseStart(at); i < to && message.SameClause(at, i); i++)
        {
            if (message.Is(i, WordClass.Child | WordClass.ChildName | WordClass.With) || message.Is(i, TokenKind.Name))
                return false;
        }

        return true;
    }

    // 跟爸爸, with his cousins; but 陪读妈妈 is somebody else.
    public static bool IsCompany(Message message, int at, int to) =>
        (
            message.Is(at + 1, TokenKind.Name) || message.Is(at + 1, WordClass.Relation | WordClass.Other | WordClass.Self | WordClass.Child | WordClass.ChildName | WordClass.Both | WordClass.Filler));
}
