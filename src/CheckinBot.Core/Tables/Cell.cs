using System.Globalization;

namespace CheckinBot.Core.Tables;

/// <summary>The content of a table cell. It is a closed set, so that a workbook gets real dates and numbers.</summary>
public abstract record Cell
{
    private Cell()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record Empty : Cell;

    /// <summary>Text; whoever typed it, it is never a formula.</summary>
    public sealed record Text(string Value) : Cell;

    /// <summary>A whole number.</summary>
    public sealed record Number(long Value) : Cell;

    /// <summary>How much a number has grown; shown with its sign.</summary>
    public sealed record Difference(long Value) : Cell;

    /// <summary>A temperature in tenths of a degree Celsius.</summary>
    public sealed record Degrees(int Tenths) : Cell;

    /// <summary>A share in whole percent.</summary>
    public sealed record Percent(int Value) : Cell;

    /// <summary>A day.</summary>
    public sealed record Day(DateOnly Value) : Cell;

    /// <summary>A day and a time of it, local to the unit.</summary>
    public sealed record Moment(DateTime Local) : Cell;

    /// <summary>An instant (UTC), to the second.</summary>
    public sealed record Instant(DateTimeOffset At) : Cell;

    /// <summary>The one empty cell.</summary>
    public static Cell None { get; } = new Empty();

    /// <summary>Text, or nothing where there is none.</summary>
    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? None : new Text(text);

    /// <summary>A number.</summary>
    public static Cell Of(long number) => new Number(number);

    /// <summary>A day, or nothing where there is none.</summary>
    public static Cell Of(DateOnly? day) => day is { } known ? new Day(known) : None;

    /// <summary>The cell as a page prints it; dates in ISO 8601, so that every reader takes them the same way.</summary>
    public string Printed => this switch
    {
        Text text => text.Value,
        Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Difference difference => difference.Value.ToString("+0;-0;0", CultureInfo.InvariantCulture),
        Degrees degrees => (degrees.Tenths / 10m).ToString("0.0", CultureInfo.InvariantCulture),
        Percent percent => percent.Value.ToString(CultureInfo.InvariantCulture) + "%",
        Day day => day.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Moment moment => moment.Local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        Instant instant => instant.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => "",
    };
}
