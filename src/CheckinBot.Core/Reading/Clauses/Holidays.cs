using System.Globalization;
using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>
/// When the holiday that a clause names (国庆, 寒假, 过年) was over. Days off: 全国年节及纪念日放假办法; school holidays differ from
/// place to place, so their usual last day is taken (寒假 until 元宵, 暑假 until the end of August).
/// </summary>
internal static class Holidays
{
    private const int NationalDay = 1, LabourDay = 2, NewYear = 3, WinterHoliday = 4;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Days from the end of the holiday that the clause of a token names to today; null where it names none or today is not known.</summary>
    public static int? SinceEnd(Message message, int at)
    {
        var today = message.Context.Today;
        for (var i = message.ClauseStart(at); today != default && i < message.Tokens.Count && message.SameClause(i, at); i++)
        {
            if (message.Is(i, WordClass.Earlier) && LastDay(message.Span(i), today) is { } last)
                return today.DayNumber - last.DayNumber;
        }

        return null;
    }

    // The holiday that began last: one that is not over yet ends in the days to come.
    private static DateOnly? LastDay(ReadOnlySpan<char> word, DateOnly today) => Terms.Value(word, Term.Holiday) switch
    {
        NationalDay => Latest(today, year => new(year, 10, 7), 7),
        LabourDay => Latest(today, year => new(year, 5, 5), 5),
        NewYear => Latest(today, year => OfLunar(year, 7), 14),
        WinterHoliday => Latest(today, year => OfLunar(year, 15), 40),
        _ => null,
    };

    private static DateOnly? Latest(DateOnly today, Func<int, DateOnly?> lastDay, int length)
    {
        for (var year = today.Year; year > today.Year - 2; year--)
        {
            if (lastDay(year) is { } last && last.AddDays(-length) <= today) return last;
        }

        return null;
    }

    private static DateOnly? OfLunar(int year, int day) =>
        year > Lunar.MinSupportedDateTime.Year && year < Lunar.MaxSupportedDateTime.Year
            ? DateOnly.FromDateTime(Lunar.ToDateTime(year, 1, day, 0, 0, 0, 0))
            : null;
}
