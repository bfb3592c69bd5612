using System.Globalization;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>The days of <c>/looks</c>.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record LooksRange(DateOnly From, DateOnly To)
{
    /// <summary>Without a day, the last seven days; with one day, from it to today; null where the words are no days.</summary>
    public static LooksRange? Parse(string arguments, DateOnly today)
    {
        var days = arguments.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateOnly?)null)
            .ToList();
        return days switch
        {
            [] => new(today.AddDays(-7), today),
            [{ } from] => new(from, from > today ? from : today),
            [{ } from, { } to] when from <= to => new(from, to),
            _ => null,
        };
    }
}
