using CheckinBot.Core.Places;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What stands around a place: part of a longer name, the home area, somebody else's, a trip called off.</summary>
internal static class JourneyPlaces
{
    /// <summary>不是从武汉回来, 不是武汉回来的: the place is denied, and not only the going.</summary>
    public static bool IsSaidNotToBe(Message message, int at) => message.Is(message.Before(at, WordClass.Negation), Term.IsNot);

    public static bool IsHome(Message message, string place)
    {
        foreach (var home in message.Context.HomeArea)
        {
            if (Gazetteer.Instance.IsIn(place, home) || Gazetteer.Instance.IsIn(home, place)) return true;
        }

        return false;
    }

    /// <summary>武汉路, 武汉大学, 武汉人: the place is part of a longer name.</summary>
    public static bool IsPartOfName(Message message, int last) =>
        message.Is(last + 1, WordClass.VenueSuffix) && message.Tokens[last].End + 1 >= message.Tokens[last + 1].Start
        && (message.TouchesNext(last) || Lexicon.IsLatin(message.First(last)));

    /// <summary>武汉回来的人, 武汉来的亲戚; 小区里有从武汉回来的; 家里来了北京的客人.</summary>
    public static bool IsOfOthers(Message message, int last, int back, int to)
    {
        if (back == 0)
            return last + 2 < to && message.Is(last + 1, Term.Of) && message.Is(last + 2, WordClass.Relation | WordClass.Other);
        var next = back + 1;
        while (next < to && message.Is(next, Term.OfOrIs)) next++;
        return ((message.Is(back, Term.OnesBack) || next > back + 1) && message.AnyBefore(back, Term.ThereIs))
            || message.Is(next, WordClass.Relation | WordClass.Other | WordClass.OtherUnit);
    }

    /// <summary>除了武汉哪都没去, 没去过武汉以外的地方: the place is the exception, and what is said is of all others.</summary>
    public static bool IsExcepted(Message message, int first, int last) =>
        message.Is(first - 1, Term.Except) || (message.TouchesNext(last) && Terms.Begin(message.Rest(last), Term.Outside) > 0);

    /// <summary>武汉没去成, 去武汉的事取消了; but 去了北京没去上海 denies the other place.</summary>
    public static bool CancelledAfter(Message message, int at, int to)
    {
        var denied = message.Behind(at, WordClass.Negation, to);
        while (denied >= 0 && (message.Is(denied, Term.NobodyThere) || !message.Is(denied + 1, WordClass.Go | WordClass.Went)))
            denied = message.Behind(denied, WordClass.Negation, to);
        return denied >= 0 && !(denied + 2 < to && message.Is(denied + 2, TokenKind.Place));
    }

    /// <summary>去武汉的票退了: a word of cancelling follows in the clause.</summary>
    public static bool IsCancelledAfter(Message message, int at, int to)
    {
        var plan = message.Behind(at, WordClass.Plan, to);
        while (plan >= 0 && message.Tokens[plan].Info.Value != 1) plan = message.Behind(plan, WordClass.Plan, to);
        return plan >= 0;
    }

    /// <summary>去南京南站接人: a station is where one picks somebody up; in 南昌站换乘 the verb says more.</summary>
    public static bool IsStationOnly(Message message, int last, WordClass verb) =>
        Terms.Begin(message.Rest(last).TrimStart(' '), Term.Station) > 0 && (verb & (WordClass.From | WordClass.Via)) == 0
        && !message.AnyBehind(last, WordClass.Via | WordClass.Back);

    /// <summary>回老家信阳: the place is the old home, and not where one lives.</summary>
    public static bool IsOldHome(Message message, int at) =>
        (message.SameClause(at - 1, at) && message.Is(at - 1, WordClass.RelativeHome))
        || (message.TouchesNext(at) && message.Is(at + 1, WordClass.RelativeHome));

    /// <summary>一直在深圳: where one lives, unless something else of the clause says that it is a stay.</summary>
    public static bool IsLivedIn(Message message, int at) =>
        message.Any(Term.Always, Math.Max(message.ClauseStart(at), at - 3), at)
        && !message.AnyBehind(at, WordClass.RelativeHome | WordClass.Still | WordClass.Back | WordClass.Negation);

    /// <summary>没去, 没去过: nothing but small words follow in the clause.</summary>
    public static bool EndsClause(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Tokens[i].Kind is not (TokenKind.Mark or TokenKind.LineEnd)
                && !message.Is(i, WordClass.Past | WordClass.Filler) && !message.Is(i, Term.Managed))
                return false;
        }

        return true;
    }

    /// <summary>不是从惠州回来的: denies that place, and says nothing of others.</summary>
    public static bool IsAnotherPlace(Message message, int at) => message.Is(message.Before(at, WordClass.Negation), Term.NotThisOne);

    /// <summary>去泰安的路上: on the way there is there.</summary>
    public static bool IsOnTheWay(Message message, int last) => Terms.Begin(message.Rest(last), Term.OnTheWay) > 0;

    /// <summary>在佛山本地: the place is where one lives.</summary>
    public static bool IsLocal(Message message, int at) => message.TouchesNext(at) && message.Is(at + 1, Term.LocalBehind);

    public static string? Joined(List<string> places) =>
        places.Count == 0 ? null : places.Aggregate((joined, place) => joined + (place[0] < 0x250 ? ", " : "、") + place);

    /// <summary>The word of coming back behind a place, in its clause; 0 where there is none that is not denied.</summary>
    public static int BackAfter(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i) && !message.Is(i, TokenKind.Place); i++)
        {
            if (message.Is(i, WordClass.Back)) return message.Any(WordClass.Negation, at + 1, i + 1) ? 0 : i;
        }

        return 0;
    }

    /// <summary>Is there a place in the clause of a word, behind it or in front?</summary>
    public static bool NamesPlace(Message message, int at, int to)
    {
        for (var i = message.ClauseStart(at); i < to && message.SameClause(at, i); i++)
        {
            if (message.Is(i, TokenKind.Place)) return true;
        }

        return false;
    }
}
