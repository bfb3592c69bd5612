using System.Text;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Reading;

/// <summary>What a message tells of going and staying.</summary>
/// <param name="Travel">Left the home area?</param>
/// <param name="Place">Where, as typed.</param>
/// <param name="Day">The token that tells the day of return, or -1.</param>
/// <param name="StillAway">Has not come back.</param>
/// <param name="OthersCame">Somebody else travelled: a contact to follow up.</param>
internal readonly record struct JourneyFacts(Travel Travel, string? Place, int Day, bool StillAway, bool OthersCame);

/// <summary>
/// Reads travel clause by clause: a verb of going, its negation, its subject and its place. What is only planned, long past,
/// or of somebody else is no trip of the child.
/// </summary>
internal sealed class Journeys
{
    private readonly Message _message;
    private readonly bool[] _signature;
    private readonly int _to;
    private readonly List<string> _places = [];
    private bool _no, _yes, _uncertain, _still, _others, _atPlace;
    private int _day = -1;

    // The state of the clause that is being read.
    private WordClass _verb;
    private bool _negated, _verbNegated, _planned, _past, _longAgo, _other, _with, _content;

    private Journeys(Message message, bool[] signature, int to)
    {
        _message = message;
        _signature = signature;
        _to = to;
    }

    /// <summary>Reads the tokens from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="signature">Which tokens are part of a name or a signature, and so no subject of a journey.</param>
    /// <param name="from">The first token.</param>
    /// <param name="to">The one after the last.</param>
    public static JourneyFacts Read(Message message, bool[] signature, int from, int to)
    {
        var reader = new Journeys(message, signature, to);
        for (var i = from; i < to; i++)
        {
            if (i == from || !message.SameClause(i - 1, i))
                reader.BeginClause(i);
            i = reader.Take(i);
        }

        return reader.Result();
    }

    private void BeginClause(int at)
    {
        _verb = WordClass.None;
        _negated = _verbNegated = _other = _with = _content = _longAgo = false;
        _past = false;
        _planned = false;
        for (var i = at; i < _to && _message.SameClause(at, i); i++)
        {
            var token = _message.Tokens[i];
            _past |= token.Is(WordClass.Earlier | WordClass.Past);
            _longAgo |= token.Is(WordClass.LongAgo);
            _planned |= token.Is(WordClass.Future | WordClass.Question);
        }
    }

    private int Take(int at)
    {
        var token = _message.Tokens[at];
        if (token.Kind == TokenKind.Place)
            return TakePlace(at);
        if (token.Kind == TokenKind.Number && token.Date.Month > 0)
            _past = true;
        if (token.Kind != TokenKind.Word || _signature[at])
        {
            _content |= token.Kind is TokenKind.Unknown;
            return at;
        }

        if (token.Is(WordClass.Negation) && !token.Is(WordClass.NotOut))
        {
            _negated = true;
            return at;
        }

        if (token.Is(WordClass.Plan) && !token.Is(WordClass.Leave))
            _planned = true;
        if (token.Is(WordClass.With) && !token.Is(WordClass.And | WordClass.SignedFor) || token.Is(WordClass.With) && _content)
            _with = true;
        if (token.Is(WordClass.Relation | WordClass.Other) && !token.Is(WordClass.SignedFor))
            _other |= !_with && _verb == WordClass.None;
        else if (token.Is(WordClass.Child | WordClass.Self | WordClass.ChildName))
            _other = false;
        Stay(at, token);
        Move(at, token);
        if (!token.Is(WordClass.Filler) || token.Is(WordClass.Leave | WordClass.Go))
            _negated = false;
        return at;
    }

    private void Stay(int at, Token token)
    {
        if (_other)
            return;
        if (token.Is(WordClass.RelativeHome) && !_verbNegated && (_verb & (WordClass.At | WordClass.Go | WordClass.Went | WordClass.Back | WordClass.From)) != 0 && !Planned)
            _uncertain |= NextPlace(at) < 0;
        if (token.Is(WordClass.NotOut) && !_negated)
            _no = true;
        else if (token.Is(WordClass.Home))
            _no |= !_negated && !Planned && !token.Is(WordClass.Isolation);
        else if (token.Is(WordClass.Leave) && !token.Is(WordClass.Went))
            TakeLeave(token);
        else if (token.Is(WordClass.Errand) && (_verb & (WordClass.Go | WordClass.Went | WordClass.At | WordClass.Leave)) != 0 && !Planned && !_verbNegated)
            _no = true;
        else if (token.Is(WordClass.Away))
            TakeAway();
        if (token.Is(WordClass.Still))
            _still = true;
    }

    private bool Planned => _planned;

    private void TakeLeave(Token token)
    {
        if (_negated || (_verb == WordClass.Leave && _verbNegated))
            _no |= !Planned;
        else
            _content = true;
        _verb = WordClass.Leave;
        _verbNegated = _negated;
        _ = token;
    }

    private void TakeAway()
    {
        if (_negated || _verbNegated)
            _no |= !Planned;
        else if (!Planned && !_longAgo)
            _yes = true;
    }

    private void Move(int at, Token token)
    {
        const WordClass verbs = WordClass.Go | WordClass.Went | WordClass.From | WordClass.At | WordClass.Via | WordClass.Back;
        if (!token.Is(verbs))
            return;
        var negated = _negated || (_verbNegated && _verb != WordClass.Leave && _verb != WordClass.None && !token.Is(WordClass.Back));
        if (token.Is(WordClass.Back) && _negated)
            _still = true;
        _verb = token.Info.Classes & verbs;
        _verbNegated = negated;
        if (token.Is(WordClass.Earlier | WordClass.Past))
            _past = true;
        _ = at;
    }

    private int TakePlace(int at)
    {
        var last = at;
        while (last + 1 < _to && _message.Tokens[last + 1].Kind == TokenKind.Place && _message.Tokens[last].End == _message.Tokens[last + 1].Start)
            last++;
        var negated = _negated || _verbNegated;
        _negated = false;
        if (_signature[at] || IsPartOfName(last))
            return last;
        var back = BackAfter(last);
        if (_other)
        {
            _others |= !negated && ((_verb & (WordClass.From | WordClass.Went | WordClass.Back)) != 0 || back > 0);
            return last;
        }

        if (_verb == WordClass.None && back == 0)
            return last;
        Judge(at, last, negated, back);
        return last;
    }

    private void Judge(int at, int last, bool negated, int back)
    {
        var place = _message.Text.Typed(_message.Tokens[at].Start, _message.Tokens[last].End);
        if (negated)
        {
            _no |= !Planned || _verb == WordClass.Leave;
            return;
        }

        if (Planned || _longAgo || CancelledAfter(last))
        {
            _no |= !Planned && !_longAgo;
            return;
        }

        if (IsHome(place))
        {
            _no |= (_verb & WordClass.At) != 0;
            return;
        }

        if ((_verb & (WordClass.From | WordClass.Went | WordClass.Via | WordClass.Back | WordClass.Leave)) != 0 || back > 0)
            Add(place, last);
        else if ((_verb & WordClass.At) != 0)
            AddStay(place, at, last);
        else if (_past)
            Add(place, last);
    }

    private void Add(string place, int last)
    {
        _yes = true;
        if (!_places.Contains(place))
            _places.Add(place);
        _ = last;
    }

    // Being in a place is a trip, unless it may be the home town (在郑州没出门).
    private void AddStay(string place, int at, int last)
    {
        _atPlace = _message.Context.HomeArea.Count == 0 && !_past;
        Add(place, last);
        _ = at;
    }

    private bool IsHome(string place)
    {
        foreach (var home in _message.Context.HomeArea)
        {
            if (Gazetteer.Instance.IsIn(place, home) || Gazetteer.Instance.IsIn(home, place))
                return true;
        }

        return false;
    }

    // 武汉路, 武汉大学, 武汉人: the place is part of a longer name.
    private bool IsPartOfName(int last) =>
        last + 1 < _message.Tokens.Count && _message.Tokens[last + 1].Is(WordClass.VenueSuffix) && _message.Tokens[last].End + 1 >= _message.Tokens[last + 1].Start
        && (_message.Tokens[last].End == _message.Tokens[last + 1].Start || Lexicon.IsLatin(_message.First(last)));

    private int BackAfter(int at)
    {
        var negated = false;
        for (var i = at + 1; i < _to && _message.SameClause(at, i); i++)
        {
            var token = _message.Tokens[i];
            if (token.Is(WordClass.Negation))
                negated = true;
            if (token.Is(WordClass.Back))
                return negated ? 0 : i;
            if (token.Kind == TokenKind.Place)
                break;
        }

        return 0;
    }

    // 武汉没去成, 去武汉的事取消了
    private bool CancelledAfter(int at)
    {
        for (var i = at + 1; i < _to && _message.SameClause(at, i); i++)
        {
            if (_message.Tokens[i].Is(WordClass.Negation) && i + 1 < _to && _message.Tokens[i + 1].Is(WordClass.Go | WordClass.Went))
                return true;
        }

        return false;
    }

    private int NextPlace(int at)
    {
        for (var i = at + 1; i < _to && _message.SameClause(at, i); i++)
        {
            if (_message.Tokens[i].Kind == TokenKind.Place)
                return i;
        }

        for (var i = at - 1; i >= 0 && _message.SameClause(at, i); i--)
        {
            if (_message.Tokens[i].Kind == TokenKind.Place)
                return i;
        }

        return -1;
    }

    private JourneyFacts Result()
    {
        var travel = _yes && _atPlace && _no ? Travel.Unknown
            : _yes ? Travel.Yes
            : _uncertain || !_no ? Travel.Unknown
            : Travel.No;
        if (travel != Travel.Yes)
            return new(travel, null, -1, false, _others);
        return new(travel, JoinPlaces(), _day, _still, _others);
    }

    private string? JoinPlaces()
    {
        if (_places.Count < 2)
            return _places.Count == 0 ? null : _places[0];
        var joined = new StringBuilder(_places[0]);
        foreach (var place in _places.Skip(1))
            joined.Append(place[0] < 0x250 ? ", " : "、").Append(place);
        return joined.ToString();
    }
}
