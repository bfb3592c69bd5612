using System.Globalization;

namespace CheckinBot.Storage.Engine;

/// <summary>Instants and days as they are stored: on SQLite text that sorts, in UTC; on PostgreSQL <c>timestamptz</c> and <c>date</c>.</summary>
internal static class Stored
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string DayFormat = "yyyy-MM-dd";

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset ToMilliseconds(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));

    /// <summary>An instant of either engine, as its driver gives it.</summary>
    public static DateTimeOffset Instant(object value) => value switch
    {
        string text => DateTimeOffset.ParseExact(text, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        DateTime utc => new DateTimeOffset(utc, TimeSpan.Zero),
        DateTimeOffset instant => instant,
        _ => throw new InvalidDataException($"{value.GetType().Name} is no instant."),
    };

    /// <summary>A day of either engine, as its driver gives it.</summary>
    public static DateOnly Day(object value) => value switch
    {
        string text => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture),
        DateOnly day => day,
        DateTime midnight => DateOnly.FromDateTime(midnight),
        _ => throw new InvalidDataException($"{value.GetType().Name} is no day."),
    };
}
