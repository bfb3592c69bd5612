namespace CheckinBot.Core.Reading;

/// <summary>Of whom a clause of going tells, where that is not the child.</summary>
internal static class JourneySubjects
{
    // 爸爸, 邻居; 同学, unless it stands behind a name; and 我姐姐, who is no child of the sender.
    public static bool IsSomebodyElse(Message message, bool[] signature, int at)
    {
        var token = message.Tokens[at];
        if (token.Is(WordClass.Other))
            return at == 0 || !signature[at - 1];
        return (token.Is(WordClass.Relation) && !token.Is(WordClass.SignedFor)) || token.Is(WordClass.ChildName);
    }

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
        at + 1 < to && (message.Tokens[at + 1].Kind == TokenKind.Name || message.Tokens[at + 1].Is(WordClass.Relation | WordClass.Other | WordClass.Self | WordClass.Child | WordClass.ChildName | WordClass.Both | WordClass.Filler));
}
