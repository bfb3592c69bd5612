using Microsoft.AspNetCore.Builder;

namespace CheckinBot.Demo;

/// <summary>How the demo is started.</summary>
internal sealed record DemoOptions
{
    /// <summary>Where the page is served; port 0 takes a free one.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Seconds of the morning in a real second.</summary>
    public double Speed { get; init; } = SchoolClock.UsualSpeed;

    /// <summary>The school day that is played: a Monday, so that the evening before is free.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Settings of the school day, the rules and the like that differ from the defaults.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings { get; init; } = [];

    /// <summary>What a caller adds to the worker, such as a log of their own.</summary>
    public Action<WebApplicationBuilder>? Configure { get; init; }

    /// <summary>Where the database is kept.</summary>
    public required string Folder { get; init; }

    /// <summary>The first Monday from a date on.</summary>
    public static DateOnly MondayFrom(DateOnly date) => date.AddDays(((int)DayOfWeek.Monday - (int)date.DayOfWeek + 7) % 7);
}
