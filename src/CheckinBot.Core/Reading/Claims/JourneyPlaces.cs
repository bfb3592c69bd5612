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
            if (message.Tokens[i].Is(WordClass.Negation)) return message.Span(i) is "不是" or "并不是" or "並不是" or "唔係" or "not" or "wasn't" or "isn't";
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
        last + 1 < message.Tokens.Count && message.Tokens[last + 1].Is(WordClass.VenueSuffix) && message.Tokens[last].End + 1 >= message.Tokens[last + 1].Start
        && (message.Tokens[last].End == message.Tokens[last + 1].Start || Lexicon.IsLatin(message.First(last)));

    // 武汉回来的人, 武汉来的亲戚
    public static bool IsOfOthers(Message message, int last, int back, int to)
    {
        var next = back + 1;
        while (back > 0 && next < to && message.Span(next) is "的" or "了" or "是")
            next++;
        if (back > 0 && (message.Span(back) is "回来的" or "来的" or "过来的" || next > back + 1) && SaysThereAre(message, back))
            return true;
        // 家里来了北京的客人
        if (back == 0 && last + 2 < to && message.Span(last + 1) is "的" && message.Tokens[last + 2].Is(WordClass.Relation | WordClass.Other))
            return true;
        return back > 0 && next < to && message.Tokens[next].Is(WordClass.Relation | WordClass.Other | WordClass.OtherUnit);
    }

    // 小区里有从武汉回来的
    private static bool SaysThereAre(Message message, int back)
    {
        for (var i = back - 1; i >= 0 && message.SameClause(i, back); i--)
        {
            if (message.Span(i) is "有")
                return true;
        }

        return false;
    }

    /// <summary>除了武汉哪都没去, 没去过武汉以外的地方: the place is the exception, and what is said is of all others.</summary>
    public static bool IsExcepted(Message message, int first, int last) =>
        (first > 0 && message.Span(first - 1) is "除了" or "除" or "除开" or "except" or "apart from" or "other than" or "besides")
        || (last + 1 < message.Tokens.Count && message.TouchesNext(last) && message.Text.Text.AsSpan(message.Tokens[last].End) is ['以' or '之', '外', ..]);

    // 武汉没去成, 去武汉的事取消了
    public static bool CancelledAfter(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            // 去了北京没去上海 denies the other place.
            if (message.Tokens[i].Is(WordClass.Negation) && message.Span(i) is not ("没人" or "没有人" or "冇人") && i + 1 < to
                && message.Tokens[i + 1].Is(WordClass.Go | WordClass.Went))
                return i + 2 >= to || message.Tokens[i + 2].Kind != TokenKind.Place;
        }

        return false;
    }

    /// <summary>去武汉的票退了: a word of cancelling follows in the clause.</summary>
    public static bool IsCancelledAfter(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Tokens[i].Is(WordClass.Plan) && message.Tokens[i].Info.Value == 1)
                return true;
        }

        return false;
    }

    // 武汉旅居史, 湖北、武汉的旅行史
    public static bool HasHistoryAfter(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Span(i) is "旅居史" or "旅行史" or "旅游史" or "旅居" or "外出史")
                return true;
            if (message.Tokens[i].Kind is not (TokenKind.Place or TokenKind.Mark) && !message.Tokens[i].Is(WordClass.And | WordClass.Filler))
                return false;
        }

        return false;
    }

    // 去南京南站接人: a station is where one picks somebody up; in 南昌站换乘 the verb says more.
    public static bool IsStationOnly(Message message, int last, WordClass verb)
    {
        var rest = message.Text.Text.AsSpan(message.Tokens[last].End).TrimStart(' ');
        var isStation = rest is ['站', ..] or ['东' or '西' or '南' or '北', '站', ..] || rest.StartsWith("火车站") || rest.StartsWith("高铁站")
            || rest.StartsWith("机场") || rest.StartsWith("airport") || rest.StartsWith("station");
        return isStation && (verb & (WordClass.From | WordClass.Via)) == 0 && !AnyAfter(message, last, WordClass.Via | WordClass.Back);
    }

    private static bool AnyAfter(Message message, int at, WordClass classes)
    {
        for (var i = at + 1; i < message.Tokens.Count && message.SameClause(at, i); i++)
        {
            if (message.Tokens[i].Is(classes))
                return true;
        }

        return false;
    }

    private static readonly System.Buffers.SearchValues<char> OutOf = System.Buffers.SearchValues.Create("市省县境国居");

    /// <summary>离开本市, 出省, 旅居史: says of itself that the home area was left; 外出 does not.</summary>
    public static bool LeavesHome(ReadOnlySpan<char> word) => word.IndexOfAny(OutOf) >= 0 || word is "离开本地" or "离开过本地";

    /// <summary>还没, 仲未, not … yet: denied for now only.</summary>
    public static bool IsNotYet(Message message, int at)
    {
        for (var i = at - 1; i >= 0 && message.SameClause(i, at); i--)
        {
            if (message.Span(i) is "还没" or "还没有" or "还未" or "仲未" or "尚未")
                return true;
        }

        return false;
    }

    /// <summary>回老家信阳: the place is the old home, and not where one lives.</summary>
    public static bool IsOldHome(Message message, int at) =>
        (at > 0 && message.SameClause(at - 1, at) && message.Tokens[at - 1].Is(WordClass.RelativeHome))
        || (at + 1 < message.Tokens.Count && message.TouchesNext(at) && message.Tokens[at + 1].Is(WordClass.RelativeHome));

    /// <summary>一直在深圳: where one lives, unless something else of the clause says that it is a stay.</summary>
    public static bool IsLivedIn(Message message, int at)
    {
        var always = false;
        for (var i = at - 1; i >= 0 && i >= at - 3 && message.SameClause(i, at); i--)
            always |= message.Span(i) is "一直" or "都" or "始终" or "长期" or "平时" or "常年" or "always";
        return always && !AnyAfter(message, at, WordClass.RelativeHome | WordClass.Still | WordClass.Back | WordClass.Negation);
    }

    /// <summary>没去, 没去过: nothing but small words follow in the clause.</summary>
    public static bool EndsClause(Message message, int at, int to)
    {
        for (var i = at + 1; i < to && message.SameClause(at, i); i++)
        {
            if (message.Tokens[i].Kind is not (TokenKind.Mark or TokenKind.LineEnd)
                && !message.Tokens[i].Is(WordClass.Past | WordClass.Filler) && message.Span(i) is not "成")
                return false;
        }

        return true;
    }

    /// <summary>定位显示在惠州，其实没有</summary>
    public static bool DeniesInFact(Message message, int to)
    {
        for (var i = 0; i + 1 < to; i++)
        {
            if (message.Span(i) is ("其实" or "实际" or "实际上") && message.Tokens[i + 1].Is(WordClass.Negation) && EndsClause(message, i + 1, to))
                return true;
        }

        return false;
    }

    /// <summary>没和从上海回来的人吃过饭: a contact that is denied, or a parcel that came.</summary>
    public static bool IsNoContact(Message message, int first, int last, int to)
    {
        for (var i = first - 1; i >= 0 && message.SameClause(i, first); i--)
        {
            if (message.Tokens[i].Is(WordClass.Negation) && i + 1 < first && message.Tokens[i + 1].Is(WordClass.With))
                return true;
        }

        for (var i = last + 1; i < to && message.SameClause(last, i); i++)
        {
            if (message.Tokens[i].Is(WordClass.Other) && message.Tokens[i].Info.Value == 1)
                return true;
        }

        return false;
    }

    /// <summary>不是从惠州回来的: denies that place, and says nothing of others.</summary>
    public static bool IsAnotherPlace(Message message, int at)
    {
        for (var i = at - 1; i >= 0 && message.SameClause(i, at); i--)
        {
            if (message.Tokens[i].Is(WordClass.Negation))
                return message.Span(i) is "不是" or "没再" or "未再";
        }

        return false;
    }

    /// <summary>去泰安的路上: on the way there is there.</summary>
    public static bool IsOnTheWay(Message message, int last)
    {
        var rest = message.Text.Text.AsSpan(message.Tokens[last].End);
        if (rest is ['的', ..])
            rest = rest[1..];
        return rest.StartsWith("路上") || rest.StartsWith("途中") || rest is [_, '铁' or '机' or '车', '上', ..] or ['车', '上', ..];
    }

    /// <summary>在佛山本地: the place is where one lives.</summary>
    public static bool IsLocal(Message message, int at) =>
        at + 1 < message.Tokens.Count && message.TouchesNext(at) && message.Span(at + 1) is "本地" or "市内" or "城区" or "市区" or "境内" or "当地";

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
            if (message.Tokens[i].Kind == TokenKind.Place)
                return i;
        }

        for (var i = at - 1; i >= 0 && message.SameClause(at, i); i--)
        {
            if (message.Tokens[i].Kind == TokenKind.Place)
                return i;
        }

        return -1;
    }
}
