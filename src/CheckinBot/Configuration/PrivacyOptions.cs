using System.Globalization;

namespace CheckinBot.Configuration;

/// <summary>How long health data are kept.</summary>
public sealed record PrivacyOptions
{
    /// <summary>
    /// Days after which check-ins, alerts, waivers and the log of looks are removed; the numbers of the digests stay. No document prescribes a figure.
    /// 90 covers the 14-day record before a return to school (the most usual in 2020–22 notices) and a term's questions.
    /// </summary>
    public int RetentionDays { get; init; }

    private const int Fewest = 14;
    private const int Most = 3650;

    internal static PrivacyOptions Read(ConfigurationReader reader) => new()
    {
        RetentionDays = reader.Integer("Privacy:RetentionDays", 90, Fewest, Most),
    };

    /// <summary>The days of a unit's own value; null where it is not allowed.</summary>
    internal static int? DaysOf(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= Fewest and <= Most ? days : null;
}
