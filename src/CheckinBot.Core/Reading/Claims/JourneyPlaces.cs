using System.Text;
using CheckinBot.Core.Places;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What stands around a place: part of a longer name, the home area, somebody else's, a trip called off.</summary>
internal static class JourneyPlaces
{
    // 不是从武汉回来, 不是武汉回来的: the place is denied, and not only the going.
    public static bool IsSaidNotToBe(Message message, int at)
    {
        for (var i = at - 1; i >= 0 && message.SameClause(i, at); i--)
        {
            if (message.Is(i, WordClass.Negation)) return message.Is(i, Term.IsNot);
        }

        return false;
    }

    public static bool IsHome(Message message, string place)
    {
        foreach (var home in message.Context.HomeArea)
        {
            if (Gazetteer.Instance.IsIn(place, home) || Gazetteer.Instance.IsIn(home, place))
                return true;
        }

        return false;
    }

    // 武汉路, 武汉大学, 武汉人: the place is part of a longer name.
    public static bool IsPartOfName(Message message, int last) =>
        last + 1 < message.Tokens.Count && message.Is(last + 1, WordClass.VenueSuffix) && message.Tokens[last].End + 1 >= message.Tokens[last + 1].Start
        && (message.Tokens[last].End == message.Tokens[last + 1].Start || Lexicon.IsLatin(message.First(last)));

    // 武汉回来的人, 武汉来的亲戚
    public static bool IsOfOthers(Message message, int last, int back, int to)
    {
        var next = back + 1;
        while (back > 0 && next < to && message.Is(next, Term.OfOrIs))
            next++;
        if (back > 0 && (message.Is(back, Term.OnesBack) || next > back + 1) && SaysThereAre(message, back))
            return true;
        // 家里来了北京的客人
        if (back == 0 && last + 2 < to && message.Is(last + 1, Term.Of) && message.Is(last + 2, WordClass.Relation | WordClass.Other))
            return true;
        return back > 0 && next < to && message.Is(next, WordClass.Relation | WordClass.Other | WordClass.OtherUnit);
    }

    // 小区里有从武汉回来的
    private static bool SaysThereAre(Message message, int back)
    {
        for (var i = back - 1; i >= 0 && message.SameClause(i, back); i--)
        {
            if (message.Is(i, Term.ThereIs))
                return true;
        }

        return false;
    }

    /// <summary>除了武汉哪都没去, 没去过武汉以外的地方: the place is the exception, and what is said is of all others.</summary>
    public static bool IsExcepted(Message message, int first, int last) =>
        message.Is(first - 1, Term.Except)
        || (last + 1 < message.Tokens.Count && message.TouchesNext(last) && Terms.Begin(message.Text.Text.AsSpan(message.Tokens[last].End), Term.Outside) > 0);

    // 武汉没去成, 去武汉的事取消了
    public static bool CancelledAfter(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            // 去了北京没去上海 denies the other place.
            if (message.Is(i, WordClass.Negation) && !message.Is(i, Term.NobodyThere) && i + 1 < to
                && message.Is(i + 1, WordClass.Go | WordClass.Went))
                return i + 2 >= to || !message.Is(i + 2, TokenKind.Place);
        }

        return false;
    }

    /// <summary>去武汉的票退了: a word of cancelling follows in the clause.</summary>
    public static bool IsCancelledAfter(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Is(i, WordClass.Plan) && message.Tokens[i].Info.Value == 1)
                return true;
        }

        return false;
    }

    // 武汉旅居史, 湖北、武汉的旅行史
    public static bool HasHistoryAfter(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Is(i, Term.TravelHistory))
                return true;
            if (message.Tokens[i].Kind is not (TokenKind.Place or TokenKind.Mark) && !message.Is(i, WordClass.And | WordClass.Filler))
                return false;
        }

        return false;
    }

    // 去南京南站接人: a station is where one picks somebody up; in 南昌站换乘 the verb says more.
    public static bool IsStationOnly(Message message, int last, WordClass verb)
    {
        var rest = message.Text.Text.AsSpan(message.Tokens[last].End).TrimStart(' ');
        return Terms.Begin(rest, Term.Station) > 0 && (verb & (WordClass.From | WordClass.Via)) == 0 && !AnyAfter(message, last, WordClass.Via | WordClass.Back);
    }

    private static bool AnyAfter(Message message, int at, WordClass classes)
    {
        for (var i = at + 1; i < message.Tokens.Count && message.SameClause(at, i); i++)
        {
            if (message.Is(i, classes))
                return true;
        }

        return false;
    }

    /// <summary>还没, 仲未, not … yet: denied for now only.</summary>
    public static bool IsNotYet(Message message, int at)
    {
        for (var i = at - 1; i >= 0 && message.SameClause(i, at); i--)
        {
            if (message.Is(i, Term.NotYet))
                return true;
        }

        return false;
    }

    /// <summary>回老家信阳: the place is the old home, and not where one lives.</summary>
    public static bool IsOldHome(Message message, int at) =>
        (at > 0 && message.SameClause(at - 1, at) && message.Is(at - 1, WordClass.RelativeHome))
        || (at + 1 < message.Tokens.Count && message.TouchesNext(at) && message.Is(at + 1, WordClass.RelativeHome));

    /// <summary>一直在深圳: where one lives, unless something else of the clause says that it is a stay.</summary>
    public static bool IsLivedIn(Message message, int at)
    {
        var always = false;
        for (var i = at - 1; i >= 0 && i >= at - 3 && message.SameClause(i, at); i--)
            always |= message.Is(i, Term.Always);
        return always && !AnyAfter(message, at, WordClass.RelativeHome | WordClass.Still | WordClass.Back | WordClass.Negation);
    }

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

    /// <summary>定位显示在惠州，其实没有</summary>
    public static bool DeniesInFact(Message message, int to)
    {
        for (var i = 0; i + 1 < to; i++)
        {
            if (message.Is(i, Term.InFact) && message.Is(i + 1, WordClass.Negation) && EndsClause(message, i + 1, to))
                return true;
        }

        return false;
    }

    /// <summary>没和从上海回来的人吃过饭: a contact that is denied, or a parcel that came.</summary>
    public static bool IsNoContact(Message message, int first, int last, int to)
    {
        for (var i = first - 1; i >= 0 && message.SameClause(i, first); i--)
        {
            if (message.Is(i, WordClass.Negation) && i + 1 < first && message.Is(i + 1, WordClass.With))
                return true;
        }

        for (var i = last + 1; i < to && message.SameClause(last, i); i++)
        {
            if (message.Is(i, WordClass.Other) && message.Tokens[i].Info.Value == 1)
                return true;
        }

        return false;
    }

    /// <summary>不是从惠州回来的: denies that place, and says nothing of others.</summary>
    public static bool IsAnotherPlace(Message message, int at)
    {
        for (var i = at - 1; i >= 0 && message.SameClause(i, at); i--)
        {
            if (message.Is(i, WordClass.Negation))
                return message.Is(i, Term.NotThisOne);
        }

        return false;
    }

    /// <summary>去泰安的路上: on the way there is there.</summary>
    public static bool IsOnTheWay(Message message, int last)
    {
        return Terms.Begin(message.Text.Text.AsSpan(message.Tokens[last].End), Term.OnTheWay) > 0;
    }

    /// <summary>在佛山本地: the place is where one lives.</summary>
    public static bool IsLocal(Message message, int at) =>
        at + 1 < message.Tokens.Count && message.TouchesNext(at) && message.Is(at + 1, Term.LocalBehind);

    public static string? Joined(List<string> places)
    {
        if (places.Count < 2)
            return places.Count == 0 ? null : places[0];
        var joined = new StringBuilder(places[0]);
        foreach (var place in places.Skip(1))
            joined.Append(place[0] < 0x250 ? ", " : "、").Append(place);
        return joined.ToString();
    }

    /// <summary>The word of coming back behind a place, in its clause; 0 where there is none that is not denied.</summary>
    public static int BackAfter(Message message, int at, int to)
    {
        var negated = false;
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            var token = message.Tokens[i];
            if (token.Is(WordClass.Negation))
                negated = true;
            if (token.Is(WordClass.Back))
                return negated ? 0 : i;
            if (token.Kind == TokenKind.Place)
                break;
        }

        return 0;
    }

    /// <summary>A place behind, else before, a word of its clause; -1 where there is none.</summary>
    public static int NextPlace(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Is(i, TokenKind.Place))
                return i;
        }

        for (var i = at - 1; i >= 0 && message.SameClause(at, i); i--)
        {
            if (message.Is(i, TokenKind.Place))
                return i;
        }

        return -1;
    }
}
