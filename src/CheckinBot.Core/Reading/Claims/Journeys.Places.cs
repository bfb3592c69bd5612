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
        while (last + 1 < _to && _message.Is(last + 1, TokenKind.Place) && _message.TouchesNext(last)) last++;
        var negated = _negated || _verbNegated;
        _negated = _nobody;
        if (_message.Signs(at) || JourneyPlaces.IsPartOfName(_message, last)) return last;
        if (JourneyPlaces.IsExcepted(_message, at, last) || JourneyPlaces.IsStationOnly(_message, last, _verb))
        {
            _uncertain = true;
            return last;
        }

        var back = JourneyPlaces.BackAfter(_message, last, _to);
        // 武汉旅居史, 湖北、武汉的旅行史
        if (!IsOfOther && !_contact && _message.AnyBehind(last, Term.TravelHistory, _to))
        {
            _negated = negated;
            if (!negated) Add(Typed(at, last));
            return last;
        }

        if (IsOfOther || _contact || JourneyPlaces.IsOfOthers(_message, last, back, _to))
        {
            _others |= !negated && !_thing && JourneyClause.TailIsKnown(_message, last)
                && ((_verb & (WordClass.From | WordClass.Went | WordClass.Back)) != 0 || back > 0);
            return last;
        }

        // 广州转机
        if (_verb == WordClass.None && _message.SameClause(last, last + 1) && _message.Is(last + 1, WordClass.Via)) _verb = WordClass.Via;
        if (_verb == WordClass.None && back == 0)
        {
            _no |= !_planned && JourneyPlaces.CancelledAfter(_message, last, _to);
            _meant |= _planned;
        }
        else if (negated)
        {
            Deny(at, last, back);
        }
        else
        {
            Judge(at, last, back);
        }

        return last;
    }

    private void Deny(int at, int last, int back)
    {
        // 还没从老家六安回来: still there.
        if (back > 0 && _message.AnyBefore(at, Term.NotYet))
        {
            _still = true;
            Add(Typed(at, last));
            return;
        }

        _wasNot |= !_planned && (_verb & (WordClass.Go | WordClass.Went | WordClass.From | WordClass.Back)) != 0
            && (JourneyPlaces.IsSaidNotToBe(_message, at) || _message.Any(WordClass.Correction));
        if (JourneyPlaces.IsAnotherPlace(_message, at))
        {
            _uncertain |= (_verb & ~WordClass.Leave) != 0;
            return;
        }

        // 没从济南回来: was there, and may still be. 不在武汉 says where somebody is not, and no more.
        _uncertain |= back > 0 && (_verb & WordClass.From) != 0;
        _no |= !(_atPlace && (_verb & WordClass.Back) != 0) && ((!_planned && (_verb & ~WordClass.At) != 0) || _verb == WordClass.Leave);
    }

    private void Judge(int at, int last, int back)
    {
        var place = Typed(at, last);
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
            _no |= (_verb & WordClass.At) != 0;
        else if (!JourneyClause.IsWhole(_message, at, last))
            _uncertain = true;
        else
            Tell(at, last, back, place, ago);
    }

    private void Tell(int at, int last, int back, string place, int? ago)
    {
        // 离开过郑州，去了开封: what was left is the place only where no other is told.
        if ((_verb & WordClass.Leave) != 0 && back == 0)
        {
            Leave(place, ago);
        }
        else if ((_verb & (WordClass.From | WordClass.Went | WordClass.Via | WordClass.Back)) != 0 || back > 0)
        {
            // 由广州返香港, 昨日返沪，此前在南京: the place of arrival is no trip beside another one.
            if ((_verb & WordClass.Back) != 0 && back == 0 && (_cameFrom || !JourneyPlaces.IsOldHome(_message, at)))
            {
                Leave(place, ago);
                return;
            }

            _cameFrom |= (_verb & (WordClass.From | WordClass.Leave)) != 0;
            Add(place);
            _daysAgo ??= ago;
        }
        else if ((_verb & WordClass.At) != 0)
        {
            AddStay(at, place);
        }
        else if (_past || _yes || JourneyPlaces.IsOnTheWay(_message, last))
        {
            Add(place);
        }
        else
        {
            _open = true;
        }
    }

    private void Leave(string place, int? ago)
    {
        _yes = true;
        _left.Add(place);
        _daysAgo ??= ago;
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

    private string Typed(int first, int last) => _message.Text.Typed(_message.Tokens[first].Start, _message.Tokens[last].End);
}
