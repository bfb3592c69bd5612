using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>A brother or sister who is told of beside the child, and is none of those whom the message reports.</summary>
internal static class Siblings
{
    /// <summary>她弟弟, his sister, 孩子姐姐; 弟弟咳嗽，他没有.</summary>
    public static bool IsBesideChild(Message message, int at) =>
        message.Is(at, WordClass.ChildName) && (IsOwned(message, at) || IsContrasted(message, at));

    // 我姐姐, my brother are of the sender's own generation; his son is not.
    private static bool IsOwned(Message message, int at) =>
        at > 0 && message.TouchesOrSpaces(at - 1) && message.Is(at - 1, Term.Owner) && !message.Is(at, Term.OwnChild);

    // What is denied of the one who follows was told of somebody else.
    private static bool IsContrasted(Message message, int at)
    {
        var next = message.ClauseEnd(at);
        if (next + 1 >= message.Tokens.Count || !message.AnyInClause(WordClass.Symptom | WordClass.Absence, at)
            || !message.Is(next, Term.ChildAgain))
            return false;
        return message.AnyInClause(WordClass.Negation | WordClass.Normal, next) || message.Is(next + 1, Term.AsUsual);
    }
}
