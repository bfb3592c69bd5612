using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <content>Judges each place: gone to, come from, passed, stayed in, denied, or of somebody else.</content>
internal sealed partial class Journeys
{
    private int TakePlace(int at)
    {
        var last = at;
        while (last + 1 < _to && _message.Is(last + 1, TokenKind.Place) && _message.Tokens[last].End == _message.Tokens[last + 1].Start)
            last++;
        var negated = _negated || _verbNegated;
        _negated = _nobody;
        if (_message.Signs(at) || JourneyPlaces.IsPartOfName(_message, last)) return last;
        if (JourneyPlaces.IsExcepted(_message, at, last) || JourneyPlaces.IsStationOnly(_message, last, _verb))
        {
            _uncertain = true;
            return last;
        }

        var back = JourneyPlaces.BackAfter(_message, last, _to);
        if (!IsOfOther && !_contact && _message.AnyBehind(last, Term.TravelHistory, _to))
        {
            _negated = negated;
            if (!negated) Add(_message.Text.Typed(_message.Tokens[at].Start, _message.Tokens[last].End));
            return last;
        }

        if (IsOfOther || _contact || JourneyPlaces.IsOfOthers(_message, last, back, _to))
        {
            _others |= !negated && !_thing && JourneyClause.TailIsKnown(_message, last)
                && ((_verb & (WordClass.From | WordClass.Went | WordClass.Back)) != 0 || back > 0);
            return last;
        }

        // 广州转机
        if (_verb == WordClass.None && _message.SameClause(last, last + 1) && _message.Is(last + 1, WordClass.Via))
            _verb = WordClass.Via;
        if (_verb == WordClass.None && back == 0)
        {
            _no |= !_planned && JourneyPlaces.CancelledAfter(_message, last, _to);
            _meant |= _planned;
            return last;
        }

        Judge(at, last, negated, back);
        return last;
    }

    private void Judge(int at, int last, bool negated, int back)
    {
        var place = _message.Text.Typed(_message.Tokens[at].Start, _message.Tokens[last].End);
        // 还没从老家六安回来: still there.
        if (negated && back > 0 && _message.AnyBefore(at, Term.NotYet))
        {
            _still = true;
            Add(place);
            return;
        }

        _wasNot |= negated && !_planned && (_verb & (WordClass.Go | WordClass.Went | WordClass.From | WordClass.Back)) != 0
            && (JourneyPlaces.IsSaidNotToBe(_message, at) || _message.Any(WordClass.Correction));
        if (negated && JourneyPlaces.IsAnotherPlace(_message, at))
        {
            _uncertain |= (_verb & ~WordClass.Leave) != 0;
            return;
        }

        if (negated)
        {
            // 没从济南回来: was there, and may still be.
            _uncertain |= back > 0 && (_verb & WordClass.From) != 0;
            // 不在武汉 says where somebody is not, and no more.
            _no |= !(_atPlace && (_verb & WordClass.Back) != 0) && ((!_planned && (_verb & ~WordClass.At) != 0) || _verb == WordClass.Leave);
            return;
        }

        var calledOff = JourneyPlaces.CancelledAfter(_message, last, _to);
        if (_planned || _longAgo || calledOff || JourneyPlaces.IsCancelledAfter(_message, last, _to))
        {
            _no |= calledOff && !_longAgo;
            _meant |= _planned && (_verb & (WordClass.Go | WordClass.Back | WordClass.At)) != 0;
            return;
        }

        // A trip that ended before the monitored days is none; whether there was a later one has to be asked.
        var ago = Days.Ago(_message, at);
        if ((ago ?? Holidays.SinceEnd(_message, at)) > _message.Context.MonitorDays
            && !((_verb & (WordClass.Go | WordClass.Went)) != 0 && Days.SinceReturn(_message, last) <= _message.Context.MonitorDays))
            return;
        if (JourneyPlaces.IsHome(_message, place))
        {
            _no |= (_verb & WordClass.At) != 0;
            return;
        }

        if (!JourneyClause.IsWhole(_message, at, last))
        {
            _uncertain = true;
            return;
        }

        // 离开过郑州，去了开封: what was left is the place only where no other is told.
        if ((_verb & WordClass.Leave) != 0 && back == 0)
        {
            _yes = true;
            _left.Add(place);
            _daysAgo ??= ago;
        }
        else if ((_verb & (WordClass.From | WordClass.Went | WordClass.Via | WordClass.Back)) != 0 || back > 0)
        {
            // 由广州返香港, 昨日返沪，此前在南京: the place of arrival is no trip beside another one.
            if ((_verb & WordClass.Back) != 0 && back == 0 && (_cameFrom || !JourneyPlaces.IsOldHome(_message, at)))
            {
                _yes = true;
                _left.Add(place);
                _daysAgo ??= ago;
                return;
            }

            _cameFrom |= (_verb & (WordClass.From | WordClass.Leave)) != 0;
            Add(place);
            _daysAgo ??= ago;
        }
        else if ((_verb & WordClass.At) != 0)
            AddStay(at, place);
        else if (_past || _yes || JourneyPlaces.IsOnTheWay(_message, last))
            Add(place);
        else
            _open = true;
    }

    private void Add(string place)
    {
        _yes = true;
        if (_corrects) _places.Clear();
        if (!_places.Contains(place)) _places.Add(place);
    }

    // Being in a place is a trip, unless it may be the home town (在郑州没出门).
    private void AddStay(int at, string place)
    {
        if (JourneyPlaces.IsLocal(_message, at) || (!_past && JourneyPlaces.IsLivedIn(_message, at))) return;
        _atPlace = _message.Context.HomeArea.Count == 0 && !_past;
        Add(place);
    }
}
