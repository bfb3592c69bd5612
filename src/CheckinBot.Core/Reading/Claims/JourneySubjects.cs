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
        if (message.Span(at) is "老师" or "teacher")
            return message.TouchesOrSpaces(at) && message.Tokens[at + 1].Is(WordClass.At | WordClass.Go | WordClass.Went | WordClass.From)
                && message.SameClause(at, at + 1) && (Lexicon.IsLatin(message.First(at)) || message.TouchesNext(at));
        if (IsObject(message, at))
            return false;
        if (token.Is(WordClass.Other))
            return at == 0 || !message.Signs(at - 1);
        return (token.Is(WordClass.Relation) && !token.Is(WordClass.SignedFor)) || token.Is(WordClass.ChildName);
    }

    // 去给老人过寿, 去看姥姥
    private static bool IsObject(Message message, int at) =>
        at > 0 && message.SameClause(at - 1, at)
            && message.Span(at - 1) is "给" or "为" or "帮" or "看" or "看看" or "看望" or "找" or "见" or "see" or "visit" or "visiting";

    /// <summary>Somebody other than the child, of whom the next clause may go on to tell.</summary>
    public static bool IsSomebody(Message message, int at) =>
        message.Tokens[at].Is(WordClass.Relation | WordClass.Other) && !message.Tokens[at].Is(WordClass.SignedFor)
            && !IsObject(message, at) && !ActsForChild(message, at);

    // 妈妈量的36.5, 奶奶带着: somebody who measures for the child or is with it, and is told of no more.
    private static bool ActsForChild(Message message, int at) =>
        at + 1 < message.Tokens.Count
            && (message.Tokens[at + 1].Is(WordClass.SignedFor | WordClass.Thermo | WordClass.Remeasure | WordClass.With)
                || message.Span(at + 1) is "照顾" or "照看" or "看" or "看着" or "接" or "送");

    /// <summary>A relation that goes on to do something, and does not only sign.</summary>
    public static bool IsSubject(Message message, int at) =>
        message.Tokens[at].Is(WordClass.Relation) && message.TouchesNext(at)
        && (message.Tokens[at + 1].Is(WordClass.From | WordClass.At | WordClass.Go | WordClass.Went | WordClass.Via | WordClass.Back | WordClass.Earlier)
            || message.Span(at + 1) is "的" or "刚" or "刚刚" or "刚才" or "也" or "还");

    /// <summary>The child, the sender, or the family.</summary>
    public static bool IsOwn(Message message, int at) =>
        message.Tokens[at].Is(WordClass.Child | WordClass.ChildName | WordClass.Self | WordClass.Both | WordClass.All)
            || message.Tokens[at].Kind == TokenKind.Name
        || message.Span(at) is "我们" or "我们家" or "咱们" or "咱" or "咱家" or "我家" or "俺家" or "全家" or "一家"
        or "一家人" or "we" or "us" or "family" or "kids" or "children";

    // 我在上海出差，孩子在家: a clause of the sender alone, in a message about a child.
    public static bool IsOnlyTheSender(Message message, int at, int to)
    {
        var token = message.Tokens[at];
        if (!token.Is(WordClass.Self) || token.Is(WordClass.Child))
            return false;
        for (var i = message.ClauseStart(at); i < to && message.SameClause(at, i); i++)
        {
            if (message.Tokens[i].Is(WordClass.Child | WordClass.ChildName | WordClass.With) || message.Tokens[i].Kind == TokenKind.Name)
                return false;
        }

        return true;
    }

    // 跟爸爸, with his cousins; but 陪读妈妈 is somebody else.
    public static bool IsCompany(Message message, int at, int to) =>
        at + 1 < to && (
            message.Tokens[at + 1].Kind == TokenKind.Name || message.Tokens[at + 1]
            .Is(WordClass.Relation | WordClass.Other | WordClass.Self | WordClass.Child | WordClass.ChildName | WordClass.Both | WordClass.Filler));
}
