using System.Diagnostics.Metrics;
using System.Text;

namespace CheckinBot.Metrics;

/// <summary>What an instrument is called in Prometheus's text format, by the rules that OpenTelemetry has for the translation.</summary>
internal static class PrometheusName
{
    // Units of UCUM, as instruments have them. What a count is of ({update}, {thread}) is in the name already.
    private static readonly Dictionary<string, string> Units = new()
    {
        ["ns"] = "nanoseconds",
        ["us"] = "microseconds",
        ["ms"] = "milliseconds",
        ["s"] = "seconds",
        ["min"] = "minutes",
        ["h"] = "hours",
        ["d"] = "days",
        ["By"] = "bytes",
        ["KiBy"] = "kibibytes",
        ["MiBy"] = "mebibytes",
        ["GiBy"] = "gibibytes",
        ["Hz"] = "hertz",
        ["Cel"] = "celsius",
        ["%"] = "percent",
    };

    /// <summary>The name with its unit and, for a counter, <c>_total</c>: <c>checkinbot.update.lag</c> in s is <c>checkinbot_update_lag_seconds</c>.</summary>
    public static string Of(Instrument instrument)
    {
        var kind = PrometheusSeries.KindOf(instrument);
        var name = Clean(instrument.Name);
        if (UnitOf(instrument.Unit, kind) is { Length: > 0 } unit) name = WithSuffix(name, unit);
        return kind == PrometheusKind.Counter ? WithSuffix(name, "total") : name;
    }

    /// <summary>The name of a label.</summary>
    public static string OfLabel(string key) => Clean(key);

    private static string WithSuffix(string name, string suffix) =>
        name.EndsWith("_" + suffix, StringComparison.Ordinal) ? name : $"{name}_{suffix}";

    private static string UnitOf(string? unit, PrometheusKind kind)
    {
        if (string.IsNullOrEmpty(unit)) return "";
        if (unit == "1") return kind == PrometheusKind.Gauge ? "ratio" : "";
        var parts = unit.Split('/', 2);
        return parts.Length == 1 ? Word(unit) : $"{Word(parts[0])}_per_{Singular(Word(parts[1]))}".TrimStart('_');
    }

    private static string Word(string unit) => unit.StartsWith('{') ? "" : Units.TryGetValue(unit, out var word) ? word : Clean(unit);

    private static string Singular(string word) => word.EndsWith('s') ? word[..^1] : word;

    private static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter)) clean.Append(letter);
            else if (clean.Length == 0 || clean[^1] != '_') clean.Append('_');
        }

        if (clean.Length > 0 && char.IsAsciiDigit(clean[0])) clean.Insert(0, '_');
        return clean.ToString();
    }
}
