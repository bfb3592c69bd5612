using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What a message tells of going and staying.</summary>
/// <param name="Travel">Left the home area?</param>
/// <param name="Place">Where, as typed.</param>
/// <param name="DaysAgo">How many days ago that was, where told.</param>
/// <param name="StillAway">Has not come back.</param>
/// <param name="OthersCame">Somebody else travelled: a contact to follow up.</param>
internal readonly record struct JourneyFacts(Travel Travel, string? Place, int? DaysAgo, bool StillAway, bool OthersCame)
{
    /// <summary>Denies a journey without saying which (老二没去).</summary>
    public bool DeniesGoing { get; init; }

    /// <summary>Says that a journey to a named place never was (不是从武汉回来; 没去过武汉，刚才打错了), and not only that there was none lately.</summary>
    public bool DeniesPlace { get; init; }
}

/// <summary>
/// Reads travel clause by clause: a verb of going, its negation, its subject and its place. What is only planned, long past,
/// or of somebody else is no trip of the child.
/// </summary>
internal sealed partial class Journeys
{
    private readonly Message _message;
    private readonly int _to;
    private readonly bool _ofChild;
    private readonly List<string> _places = [];
    private readonly List<string> _left = [];
    private bool _no, _yes, _uncertain, _still, _others, _atPlace, _retracted, _meant, _calledOff, _open, _wasNot;
    private int? _daysAgo, _returnedDaysAgo;

    // The state of the clause that is being read.
    private WordClass _verb;
    private bool _negated, _verbNegated, _planned, _past, _longAgo, _other, _with, _cameFrom, _thing, _sawOther, _sawChild,
    _otherBefore, _hasSubject, _nobody, _named, _corrects, _contact, _noThermometer;

    private Journeys(Message message, int to)
    {
        _message = message;
        _to = to;
        _ofChild = message.Any(WordClass.Child) || Terms.In(message.Text.Text, Term.ChildAnywhere);
    }

    /// <summary>Reads the tokens from <paramref name="from"/> up to <paramref name="to"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="from">The first token.</param>
    /// <param name="to">The one after the last.</param>
    public static JourneyFacts Read(Message message, int from, int to)
    {
        var reader = new Journeys(message, to);
        for (var i = from; i < to; i++)
        {
            if (i == from || !message.SameClause(i - 1, i)) reader.BeginClause(i);
            i = reader.Take(i);
        }

        return reader.Result();
    }

    private void BeginClause(int at)
    {
        if (!CarriesOn(at))
        {
            _verb = WordClass.None;
            _verbNegated = _other = _longAgo = _past = _planned = false;
        }

        _corrects = _message.Is(at, WordClass.Correction);
        _negated = _with = _cameFrom = _contact = _noThermometer = _thing = _hasSubject = _nobody = _named = false;
        (_otherBefore, _sawOther, _sawChild) = (_sawOther && !_sawChild, false, false);
        var clause = _message.ClauseOf(at);
        (_past, _longAgo, _planned) = (_past || clause.IsPast, _longAgo || clause.IsLongAgo, _planned || clause.IsOpen);
        for (var i = at; i < _to && i < clause.End; i++)
        {
            _contact |= _message.Is(i, WordClass.Contact) && !_message.Is(i - 1, WordClass.Negation | WordClass.Contact);
            _noThermometer |= _message.SaysNoThermometer(i);
        }
    }

    // 回娘家（商丘）, 离开本地：是（合肥）, 有，石家庄, sorry I mean Doha: a place that belongs to what was said before it.
    private bool CarriesOn(int at) => at > 1
        && (_message.Is(at, WordClass.Correction) || (_message.Is(at, TokenKind.Mark) && _message.ClauseEnd(at) == at + 1)
            || (_message.Is(at, TokenKind.Place)
        && (_message.Span(at - 1) is "(" || (at > 2 && _message.Span(at - 3) is ":" && _message.Is(at - 2, Term.AnswerYes)))));

    // 表姐一家昨天到的，从石家庄: a clause without a subject tells of the one before it.
    private bool IsOfOther => _other || (_otherBefore && !_hasSubject);

    private int Take(int at)
    {
        var token = _message.Tokens[at];
        // 36.5 他爸的车从西安开回来: no signature, but the subject.
        if (!_with && (_message.Signs(at) || token.Is(WordClass.SignedFor)) && Whose.IsSubject(_message, at))
            (_other, _sawOther) = (true, true);
        else
            _hasSubject |= _message.Signs(at) || Whose.IsOwn(_message, at);
        if (token.Kind == TokenKind.Place) return TakePlace(at);
        if (token.Kind == TokenKind.Number && token.Date.Month > 0) _past = true;
        // 在王府井买鞋: whether that is near home is not known.
        _named |= !_message.Signs(at)
            && (token.Kind == TokenKind.Name || (token.Kind == TokenKind.Unknown && !Lexicon.IsLatin(_message.First(at)) && token.Length >= 3));
        if (token.Kind == TokenKind.Unknown && _negated && _message.Is(at, Term.Out) && _message.Is(at + 1, TokenKind.Place))
            (_verb, _verbNegated) = (WordClass.Leave, true);
        if (token.Kind != TokenKind.Word || _message.Signs(at)) return at;

        // 没接触过疫区来的人: what follows is of others, though the contact is denied.
        _contact |= token.Is(WordClass.Contact);
        if (token.Is(WordClass.Negation) && !token.Is(WordClass.NotOut))
        {
            _negated = true;
            _nobody |= _message.Is(at, Term.Nobody);
            _calledOff |= JourneyPlaces.EndsClause(_message, at, _to);
            return at;
        }

        if (token.Is(WordClass.Plan) && !token.Is(WordClass.Leave)) _planned = true;
        _with |= token.Is(WordClass.With) && !_other && Whose.IsCompany(_message, at);
        _thing |= token.Is(WordClass.Other) && token.Info.Value == 1;
        TakeSubject(at, token);
        // 是否离开本市：是
        _yes |= _verb == WordClass.Leave && !_verbNegated && !IsOfOther && _message.Span(at - 1) is ":"
            && _message.Is(at, Term.AnswerYes) && Terms.In(_message.Span(at - 2), Term.LeavesHome);
        Stay(at, token);
        Move(at, token);
        // 去超市买了海南椰子: what is bought or eaten, and what an errand stands before, is no goal of the going.
        if (token.Is(WordClass.Errand) && !token.Is(WordClass.Leave) && !_verbNegated) _verb = WordClass.None;
        // 没跟爸爸去深圳
        if (!(token.Is(WordClass.Filler | WordClass.With) || (_with && _verb == WordClass.None && token.Is(WordClass.Relation)))
            || token.Is(WordClass.Leave | WordClass.Go))
            _negated = _nobody;
        return at;
    }

    private void TakeSubject(int at, Token token)
    {
        var pronoun = _message.Is(at, Term.Pronoun);
        _sawOther |= !_with && Whose.IsSomebody(_message, at);
        _sawChild |= token.Is(WordClass.Child | WordClass.ChildName) && !pronoun;
        // 奶奶家在武汉: the house is the subject.
        if (Whose.IsSomebodyElse(_message, at) || (pronoun && _otherBefore)
            || (token.Is(WordClass.RelativeHome) && _verb == WordClass.None))
            _other |= !_with && (_verb == WordClass.None || (_verb == WordClass.Leave && _verbNegated));
        else if (_ofChild && _verb == WordClass.None && Whose.IsOnlyTheSender(_message, at, _to))
            _other = true;
        else if (token.Is(WordClass.Child) || (token.Is(WordClass.Self) && !token.Is(WordClass.Filler)))
            _other = false;
    }

    private void Stay(int at, Token token)
    {
        if (IsOfOther) return;
        if (token.Is(WordClass.RelativeHome) && !_verbNegated
            && (_verb & (WordClass.At | WordClass.Go | WordClass.Went | WordClass.Back | WordClass.From)) != 0 && !_planned)
            _uncertain |= !JourneyPlaces.NamesPlace(_message, at, _to);
        if (token.Is(WordClass.NotOut))
        {
            // 未离开, and the place that may follow
            _no |= !_negated || Terms.Begin(_message.Span(at), Term.DeniesByItself) > 0;
            (_verb, _verbNegated) = (WordClass.Leave, true);
        }
        else if (token.Is(WordClass.Home))
        {
            _no |= !_negated && !_planned && !_longAgo && !_noThermometer && !token.Is(WordClass.Isolation);
        }
        else if (token.Is(WordClass.Leave) && !token.Is(WordClass.Went))
        {
            _no |= !_planned && (_negated || _verbNegated);
            (_verb, _verbNegated) = (WordClass.Leave, _negated);
        }
        else if (token.Is(WordClass.Errand) && (_verb & (WordClass.Go | WordClass.Went | WordClass.At | WordClass.Leave)) != 0
            && !_planned && !_longAgo && !_verbNegated && !_contact)
        {
            _no |= !_named;
        }
        else if (token.Is(WordClass.Away))
        {
            TakeAway(at);
        }

        _still |= token.Is(WordClass.Still);
    }

    private void TakeAway(int at)
    {
        // 外地回来的亲戚, 出差的爸爸
        if (_contact || JourneyPlaces.IsOfOthers(_message, at, JourneyPlaces.BackAfter(_message, at, _to), _to)
            || JourneyPlaces.IsOfOthers(_message, at, at, _to))
            _others |= !_negated && !_verbNegated;
        else if (_negated || _verbNegated)
            _no |= !_planned;
        else if (!_planned && !_longAgo)
            _yes = true;
    }

    private void Move(int at, Token token)
    {
        const WordClass verbs = WordClass.Go | WordClass.Went | WordClass.From | WordClass.At | WordClass.Via | WordClass.Back;
        if (!token.Is(verbs)) return;
        var negated = _negated || (_verbNegated && _verb != WordClass.Leave && _verb != WordClass.None && !token.Is(WordClass.Back));
        if (token.Is(WordClass.Back) && _negated) _still = true;
        // 2月3号去湛江，2月6号回的: the day of the return is told by itself.
        else if (token.Is(WordClass.Back) && _yes && !_other && !_planned)
            _returnedDaysAgo ??= Days.Ago(_message, at);
        // 短信说我去过惠州，其实没去: the last word denies what was told before.
        var denies = negated && token.Is(WordClass.Go | WordClass.Went) && JourneyPlaces.EndsClause(_message, at, _to);
        _retracted |= denies && (_yes || _uncertain);
        _calledOff |= denies;
        _no |= denies && token.Is(WordClass.Leave);
        _verb = token.Info.Classes & verbs;
        _verbNegated = negated;
    }

    private JourneyFacts Result()
    {
        // 本来要去墾丁，取消了: a trip that was not made.
        _no |= _meant && _calledOff && !_open;
        var travel = _retracted ? _message.Any(WordClass.Correction) ? Travel.No : Travel.Unknown
            : _yes && _atPlace && _no ? Travel.Unknown
            : _yes ? Travel.Yes
            : _uncertain || !_no ? Travel.Unknown
            : Travel.No;
        if (travel != Travel.Yes)
            return new(travel, null, null, false, _others) { DeniesGoing = _calledOff, DeniesPlace = _wasNot };
        return new(travel, JourneyPlaces.Joined(_places.Count > 0 ? _places : _left), _returnedDaysAgo ?? _daysAgo, _still, _others)
        {
            DeniesPlace = _wasNot,
        };
    }
}
