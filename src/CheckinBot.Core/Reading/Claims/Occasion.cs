using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Clauses;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>When, where on the body and for which time a number was taken, from the words around it.</summary>
internal static class Occasion
{
    // Site, time word, day and re-measurement told between the previous number (or the beginning of the clause) and this one.
    public static (MeasuringSite Site, string? When, int DaysAgo, bool Remeasured, bool IsFirstTry) Around(Message message, int at, int previous)
    {
        var site = MeasuringSite.Unspecified;
        string? when = null;
        var daysAgo = 0;
        var (remeasured, measured, journey, isFirstTry, isPartOfDay) = (false, false, false, false, false);
        var taken = previous >= 0 ? TimeAfter(message, previous) : -1;
        for (var i = at - 1; i > previous && i != taken; i--)
        {
            var token = message.Tokens[i];
            // 38度，不是，是36度
            if ((token.Is(WordClass.Remeasure | WordClass.Correction)
                || (message.Is(i, Term.IsNot) && message.ClauseStart(i) == i && i + 1 < at && message.Is(i + 1, TokenKind.Mark))) && previous >= 0)
                remeasured = true;
            if (!message.SameClause(i, at)) continue;
            remeasured |= token.Is(WordClass.Remeasure);
            isFirstTry |= message.Is(i, Term.FirstTry);
            if (token.Is(WordClass.Site) && site == MeasuringSite.Unspecified) site = (MeasuringSite)token.Info.Value;
            // 周日从孝感回来 36.5: the day is that of the journey; 昨天去医院量的36.5 is of the measurement.
            measured |= token.Is(WordClass.Thermo);
            journey |= !measured && (token.Kind == TokenKind.Place || token.Is(WordClass.From | WordClass.Went | WordClass.Back | WordClass.Via));
            // 昨晚睡前36.6: the part of a day that is told before it.
            if (isPartOfDay && token.Is(WordClass.Earlier) && !token.Is(WordClass.Today))
                (when, daysAgo, isPartOfDay) = (message.Typed(i), token.Info.Value, false);
            if (when is null && !journey && token.Is(WordClass.Today | WordClass.Earlier | WordClass.Future | WordClass.LongAgo))
            {
                when = message.Typed(i);
                isPartOfDay = token.Is(WordClass.Today) && message.Is(i, Term.PartOfDay);
                daysAgo = token.Is(WordClass.Today) ? 0 : token.Is(WordClass.Future) ? -1 : token.Is(WordClass.LongAgo) ? 99 : token.Info.Value;
            }
        }

        // 37.3 then 37.0 the second time
        remeasured |= previous >= 0 && message.SameClause(at, at + 1) && message.Is(at + 1, WordClass.Remeasure) && !message.Is(at + 2, TokenKind.Number);
        if (site == MeasuringSite.Unspecified) site = SiteAfter(message, at);
        if ((TimeAfter(message, at) is var own and >= 0 ? own : DayAfter(message, at)) is var after and >= 0)
            (when, daysAgo) = (message.Typed(after), message.Is(after, WordClass.Today) ? 0 : message.Tokens[after].Info.Value);
        return (site, when, daysAgo, remeasured, isFirstTry);
    }

    // 37.8 last night, 36.9 now: the word of time stands behind its number, and nothing else in the clause.
    private static int TimeAfter(Message message, int at)
    {
        if (message.SinceNumber(at) > message.ClauseStart(at) || message.AnyBefore(at, WordClass.Today | WordClass.Earlier)) return -1;
        // 36.5（昨天的）
        if (message.First(at + 1) == '(' && message.Is(at + 2, WordClass.Earlier))
        {
            var close = at + 3;
            while (message.Is(close, WordClass.Filler | WordClass.Thermo)) close++;
            return close == message.Tokens.Count || message.First(close) == ')' ? at + 2 : -1;
        }

        // 37.9 since last night: the fever's beginning, and not the reading's time.
        var time = at + 1;
        while (!message.Is(time, Term.Since)
            && (message.Is(time, WordClass.CelsiusUnit | WordClass.FahrenheitUnit)
                || (message.Is(time, WordClass.Filler) && !message.Is(time, WordClass.Today))))
            time++;
        if (!message.SameClause(at, time) || !message.Is(time, WordClass.Today | WordClass.Earlier)) return -1;
        var end = time + 1;
        while (message.SameClause(at, end) && message.Is(end, Term.OfMeasuring)) end++;
        return message.EndsBefore(end) || message.Is(end, TokenKind.Number) || message.Is(end, Term.GoesOnTelling) ? time : -1;
    }

    // 36.5，这是昨天的
    private static int DayAfter(Message message, int at)
    {
        var i = at + 1;
        while (message.Is(i, TokenKind.Mark) || message.Is(i, WordClass.CelsiusUnit) || message.Is(i, Term.This)) i++;
        return message.Is(i, Term.ThisIs) && message.Is(i + 1, WordClass.Earlier) && message.Is(i + 2, Term.Of) ? i + 1 : -1;
    }

    private static MeasuringSite SiteAfter(Message message, int at)
    {
        for (var i = at + 1; i < message.Tokens.Count && i <= at + 3 && !message.Is(i, TokenKind.Number); i++)
        {
            if (message.Is(i, WordClass.Site))
                return message.Is(i + 1, TokenKind.Number) ? MeasuringSite.Unspecified : (MeasuringSite)message.Tokens[i].Info.Value;
        }

        return MeasuringSite.Unspecified;
    }
}
