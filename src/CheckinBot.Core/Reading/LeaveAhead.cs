namespace CheckinBot.Core.Reading;

/// <summary>Finds leave that is asked for a later day (明天还要请假): it says nothing about today.</summary>
public static class LeaveAhead
{
    /// <summary>Whether the text asks for leave on a later day, and not for today as well.</summary>
    public static bool Is(string text)
    {
        if (text.Length > TextReader.LongestMessage) return false;
        var message = Message.Of(text, new ReadingContext { Setting = ReadingSetting.PrivateIdle }, KnownNames.None);
        return Enumerable.Range(0, message.Tokens.Count).Any(at => message.Tokens[at].Is(WordClass.Absence) && IsAhead(message, at))
            && !Enumerable.Range(0, message.Tokens.Count).Any(at => message.Tokens[at].Is(WordClass.Absence) && !IsAhead(message, at));
    }

    /// <summary>Whether the absence at a token is of a later day. 今天明天都请假 and 请假到明天 are of today too.</summary>
    internal static bool IsAhead(Message message, int at)
    {
        var ahead = false;
        for (var i = message.ClauseStart(at); i < message.ClauseEnd(at); i++)
        {
            if (message.Tokens[i].Is(WordClass.Today)) return false;
            if (!message.Tokens[i].Is(WordClass.Future)) continue;
            if (i > 0 && message.SameClause(i - 1, i) && message.Span(i - 1) is "到" or "至" or "until" or "till" or "to") return false;
            ahead = true;
        }

        return ahead;
    }
}
