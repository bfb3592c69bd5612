using System.Globalization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Places;
using CheckinBot.Core.Rules;

namespace CheckinBot.Configuration;

/// <summary>Thresholds. The defaults name their source; a school's authority may set others.</summary>
public sealed record RulesOptions
{
    /// <summary>The temperature from which on it is a fever. The defaults and their sources are those of <see cref="FeverLines"/>.</summary>
    public required FeverLines Fever { get; init; }

    /// <summary>The lowest and highest temperature that is believed, in tenths of °C; beyond it the bot asks again.</summary>
    public (int Min, int Max) PlausibleTenths { get; init; }

    /// <summary>Places whose visitors are followed up while the place is on the list. A place within a listed one counts too (孝感 is in 湖北).</summary>
    public required IReadOnlyList<KeyArea> KeyAreas { get; init; }

    /// <summary>The rules that fire: the shipped ones with what <c>Rules:Clusters</c> changes and adds; each names its document.</summary>
    public required IReadOnlyList<AlertRule> Alerts { get; init; }

    /// <summary>Minutes after which an alert that nobody has taken on goes up one level.</summary>
    public int AcknowledgeMinutes { get; init; }

    /// <summary>For how many days a trip counts: 14, the figure of most notices of 2020–22 on the record before a return to school.</summary>
    public int MonitorDays { get; init; }

    /// <summary>Whether units below may set fever lines and alert rules less strict than this level has them.</summary>
    public bool MayRelax { get; init; }

    internal static RulesOptions Read(ConfigurationReader reader) => new()
    {
        Fever = new FeverLines
        {
            Axillary = ReadFever(reader, MeasuringSite.Axillary),
            Forehead = ReadFever(reader, MeasuringSite.Forehead),
            Ear = ReadFever(reader, MeasuringSite.Ear),
            Oral = ReadFever(reader, MeasuringSite.Oral),
            Rectal = ReadFever(reader, MeasuringSite.Rectal),
            Wrist = ReadFever(reader, MeasuringSite.Wrist),
        },
        PlausibleTenths = ReadRange(reader),
        KeyAreas =
        [
            .. reader.Texts("Rules:KeyAreas", [], new(phrases => phrases.AllowedKeyAreas), text => ReadArea(text) is not null).Select(text => ReadArea(text)!),
        ],
        Alerts = AlertRules.Read(reader),
        AcknowledgeMinutes = reader.Integer("Rules:AcknowledgeMinutes", 30, 5, 24 * 60),
        MonitorDays = reader.Integer("Rules:MonitorDays", 14, 1, 60),
        MayRelax = reader.Text("Rules:MayRelax", "off", new(phrases => phrases.AllowedOnOff), text => text is "on" or "off") == "on",
    };

    /// <summary>The rules of units that set nothing of their own.</summary>
    public HealthRules ToHealthRules() => new()
    {
        Fever = Fever,
        PlausibleFromTenths = PlausibleTenths.Min,
        PlausibleToTenths = PlausibleTenths.Max,
        KeyAreas = KeyAreas,
        MonitorDays = MonitorDays,
    };

    private static int ReadFever(ConfigurationReader reader, MeasuringSite site) =>
        (int)Math.Round(reader.Number($"Rules:FeverC:{site}", FeverLines.Default.For(site) / 10.0, 36, 40) * 10);

    private static (int, int) ReadRange(ConfigurationReader reader) =>
        reader.Value("Rules:PlausibleC", (350, 420), new(phrases => phrases.AllowedPlausible), text =>
            text.Split('-', 2) is [var low, var high] && Tenths(low) is { } min && Tenths(high) is { } max && min is >= 300 && max is <= 450 && min < max
                ? (min, max)
                : ((int, int)?)null,
            range => string.Create(CultureInfo.InvariantCulture, $"{range.Item1 / 10m:0.0}-{range.Item2 / 10m:0.0}"));

    /// <summary>A place (<c>湖北</c>), and from when to when it is on the list (<c>湖北 2020-01-23..2020-04-08</c>, <c>湖北 2020-01-23..</c>).</summary>
    private static KeyArea? ReadArea(string text)
    {
        var end = text.LastIndexOf(' ');
        if (end < 0 || !text.AsSpan(end).Contains("..", StringComparison.Ordinal)) return new KeyArea(text);
        var days = text[(end + 1)..].Split("..", 2);
        if (days[0].Length + days[1].Length == 0 || !IsDay(days[0], out var from) || !IsDay(days[1], out var to) || from > to) return null;
        return new KeyArea(text[..end].TrimEnd()) { From = from, To = to };
    }

    private static bool IsDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return day is not null || text.Length == 0;
    }

    private static int? Tenths(string text) =>
        double.TryParse(
            text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var c)
            ? (int)Math.Round(c * 10)
            : null;
}
