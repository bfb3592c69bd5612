using System.Globalization;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Reading.Spans;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>Resolves the day that a clause tells (昨天, 周日, 初六, 1月23日, 5天前) to a date before or on today.</summary>
internal static class Days
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Days back from today that the clause of a token tells; null where it tells none that can be resolved.</summary>
    public static int? Ago(Message message, int at)
    {
        var first = message.ClauseStart(at);
        for (var i = first; i < message.Tokens.Count && message.SameClause(i, at); i++)
        {
            if (Ago(message, i, message.Context.Today) is { } days) return days;
        }

        return BesideAgo(message, first, at);
    }

    /// <summary>2月20号去三亚，3月5号回来的: the days since the return that is told behind a place; null where none is.</summary>
    public static int? SinceReturn(Message message, int place)
    {
        for (var i = place + 1; i < message.Tokens.Count; i++)
        {
            if (message.Is(i, WordClass.Back) && !message.SameClause(place, i)) return Ago(message, i);
        }

        return null;
    }

    // 从三亚回来的，都一个多月了: the clause that follows tells only the time.
    private static int? BesideAgo(Message message, int first, int at)
    {
        var next = message.ClauseEnd(at);
        if (next < message.Tokens.Count && Lone(message, next) is { } later) return later;
        return first > 0 ? Lone(message, message.ClauseStart(first - 1)) : null;
    }

    // 回来二十多天了，从长春: a clause of coming back without a place, or of the period alone.
    private static int? Lone(Message message, int first)
    {
        int? ago = Periods.Alone(message, first);
        for (var i = first; i < message.Tokens.Count && message.SameClause(i, first); i++)
        {
            if (message.Is(i, TokenKind.Place)) return null;
            ago ??= Periods.Ago(message, i);
        }

        return ago;
    }

    private static int? Ago(Message message, int at, DateOnly today)
    {
        var token = message.Tokens[at];
        if (token.Kind == TokenKind.Number)
            return token.Date.Month == 0 ? null : token.IsLunar ? SinceLunarDate(token.Date, today) : SinceDate(token.Date, today);
        if (Periods.Ago(message, at) is { } period) return period;
        if (!token.Is(WordClass.Earlier)) return null;
        if (token.Info.Value is > 0 and < 7) return token.Info.Value;
        if (today == default) return null;
        var word = message.Span(at);
        return Weekday(word) is { } weekday ? SinceWeekday(weekday, today) : LunarDay(word) is var day and > 0 ? SinceLunar(day, today) : null;
    }

    /// <summary>12月去过三亚, in December: a month alone, the last day of which is before the monitored days, or may be.</summary>
    public static bool IsPastMonth(Message message, int at)
    {
        var token = message.Tokens[at];
        // 2020年去过大连
        if (token.Kind == TokenKind.Number && message.Span(at) is ['1' or '2', _, _, _, var sign] year4 && Terms.Is(sign, Term.Year)
            && int.TryParse(year4[..4], out var told) && told is > 1990 and < 2100)
            return message.Context.Today == default || told < message.Context.Today.AddDays(-message.Context.MonitorDays).Year;
        var month = token is { Kind: TokenKind.Number, Form: NumberForm.Foreign, Date.Month: 0 } ? EnglishDates.MonthAlone(message.Span(at)) : 0;
        if (month == 0) return false;
        var today = message.Context.Today;
        if (today == default) return true;
        var year = month > today.Month ? today.Year - 1 : today.Year;
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return today.DayNumber - last.DayNumber > message.Context.MonitorDays;
    }

    private static int? SinceDate((int Month, int Day) date, DateOnly today)
    {
        if (today == default || date.Month is < 1 or > 12 || date.Day < 1 || date.Day > DateTime.DaysInMonth(today.Year, date.Month))
            return null;
        var told = new DateOnly(today.Year, date.Month, date.Day);
        return today.DayNumber - (told > today ? told.AddYears(-1) : told).DayNumber;
    }

    private static int SinceWeekday(int weekday, DateOnly today)
    {
        var days = ((int)today.DayOfWeek - weekday + 7) % 7;
        return days == 0 ? 7 : days;
    }

    private static int? Weekday(ReadOnlySpan<char> word) =>
        Terms.End(word, Term.Weekday) is var length and > 0 ? Terms.Value(word[^length..], Term.Weekday) : null;

    // 初六 is the sixth of a month of the moon; 除夕 the day before the first of the first.
    private static int LunarDay(ReadOnlySpan<char> word)
    {
        if (Terms.In(word, Term.LastOfLunarYear)) return 30;
        var start = word.IndexOfAny(Terms.SearchFor(Term.LunarDay));
        return start < 0 ? 0 : Numerals.Plain(word[(start + 1)..]).Value;
    }

    // 正月初六, 腊月二十八: of this year of the moon or the one before; a month that the year has twice counts once.
    private static int? SinceLunarDate((int Month, int Day) date, DateOnly today)
    {
        var now = today.ToDateTime(TimeOnly.MinValue);
        if (now < Lunar.MinSupportedDateTime.AddYears(2) || now > Lunar.MaxSupportedDateTime) return null;
        for (var year = Lunar.GetYear(now); year > Lunar.GetYear(now) - 2; year--)
        {
            var leap = Lunar.GetLeapMonth(year);
            var month = leap > 0 && date.Month >= leap ? date.Month + 1 : date.Month;
            if (date.Day > Lunar.GetDaysInMonth(year, month)) continue;
            var told = DateOnly.FromDateTime(Lunar.ToDateTime(year, month, date.Day, 0, 0, 0, 0));
            if (told <= today) return today.DayNumber - told.DayNumber;
        }

        return null;
    }

    private static int? SinceLunar(int day, DateOnly today)
    {
        for (var days = 0; days <= 60; days++)
        {
            var date = today.AddDays(-days).ToDateTime(TimeOnly.MinValue);
            if (date < Lunar.MinSupportedDateTime || date > Lunar.MaxSupportedDateTime) return null;
            var isLast = day == 30 && Lunar.GetDayOfMonth(date.AddDays(1)) == 1;
            if (isLast || (day < 30 && Lunar.GetDayOfMonth(date) == day)) return days;
        }

        return null;
    }
}
