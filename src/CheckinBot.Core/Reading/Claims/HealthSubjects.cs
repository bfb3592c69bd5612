using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>Of whom and of when a word of health is told: the child today, somebody else, or a day that is over.</summary>
internal static class HealthSubjects
{
    private const WordClass Facts = WordClass.Symptom | WordClass.Isolation | WordClass.Absence | WordClass.Doctor | WordClass.Normal | WordClass.Recovered;

    /// <summary>妈妈住院生二宝, 舅舅在隔离: a clause that tells of somebody else alone.</summary>
    public static bool IsOfSomebodyElse(Message message, int first, int to)
    {
        for (var i = first; i < to && message.SameClause(first, i); i++)
        {
            var token = message.Tokens[i];
            if (Siblings.IsBesideChild(message, i)) return !TellsOfChild(message, i, to);
            if (token.Is(WordClass.Child | WordClass.Self) && Siblings.IsBesideChild(message, i + 1)) continue;
            // 我有点发烧，孩子正常
            if (message.Any(WordClass.Child | WordClass.ChildName) && JourneySubjects.IsOnlyTheSender(message, i, to))
                return true;
            if (token.Kind == TokenKind.Name || token.Is(WordClass.Child | WordClass.ChildName | WordClass.With | WordClass.Both | WordClass.Contact))
                return false;
            if (!message.Signs(i) && JourneySubjects.IsSomebodyElse(message, i)) return !TellsOfChild(message, i, to);
        }

        return false;
    }

    // 妈妈说他咳嗽, 奶奶带她去看了医生: the grown-up acts for the child.
    private static bool TellsOfChild(Message message, int relation, int to)
    {
        // 邻居家孩子
        var first = message.Is(relation + 1, Term.HomeOrOf) && message.Is(relation + 2, WordClass.Child)
            ? relation + 3
            : relation + 1;
        for (var i = first; i < to && message.SameClause(relation, i); i++)
        {
            if (message.Is(i, Facts)) return false;
            if (message.Tokens[i].Kind is TokenKind.Name or TokenKind.Number
                || message.Is(i, WordClass.Child | WordClass.ChildName | WordClass.With | WordClass.SignedFor | WordClass.Both))
                return true;
        }

        return false;
    }

    /// <summary>居家隔离中, serving quarantine: a clause without a subject and without anything else.</summary>
    public static bool TellsOnlyOfQuarantine(Message message, int first, int to)
    {
        var told = false;
        for (var i = first; i < to && message.SameClause(first, i); i++)
        {
            var token = message.Tokens[i];
            if (token.Kind is TokenKind.Number or TokenKind.Name or TokenKind.Place
                || token.Is((Facts & ~WordClass.Isolation) | WordClass.Child | WordClass.ChildName | WordClass.Self | WordClass.All)
                || message.Is(i, Term.We))
                return false;
            told |= token.Is(WordClass.Isolation);
        }

        return told;
    }

    /// <summary>前几天发烧: told of a day before today, in its clause.</summary>
    public static bool IsOfAnEarlierDay(Message message, int at)
    {
        for (var i = at; i >= 0 && message.SameClause(i, at); i--)
        {
            if (message.Is(i, WordClass.Earlier | WordClass.LongAgo)) return true;
        }

        return false;
    }

    /// <summary>Has a doctor been seen? null where it is planned (明天去看医生) or not said to be done (去看医生).</summary>
    public static bool? SeenDoctor(Message message, int at, bool negated)
    {
        if (negated) return false;
        var how = message.Tokens[at].Info.Value;
        if (how == 0) return true;
        var done = false;
        for (var i = at - 1; i >= 0 && message.SameClause(i, at); i--)
        {
            if (message.Is(i, WordClass.Future | WordClass.Plan | WordClass.Question | WordClass.Later)) return null;
            done |= (how == 1 && message.Is(i, WordClass.Earlier)) || message.Is(i, Term.Already);
        }

        for (var i = at + 1; i < message.Tokens.Count && message.SameClause(i, at); i++)
        {
            if (message.Is(i, WordClass.Future | WordClass.Plan | WordClass.Question | WordClass.Later)) return null;
            done |= how == 1 && (message.Is(i, WordClass.Past | WordClass.Back | WordClass.Earlier) || message.Is(i, Term.DoneSign));
        }

        return done ? true : null;
    }
}
