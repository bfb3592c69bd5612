using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Configuration;

/// <summary>
/// Reads and checks one value after another and remembers which keys exist, so that a misspelt key is found.
/// Every failure is a <see cref="BadConfigurationException"/> of one line.
/// </summary>
internal sealed class ConfigurationReader(IConfiguration configuration)
{
    private readonly List<string> _known = [];

    /// <summary>The keys read so far; a list's elements appear with their index.</summary>
    public IReadOnlyCollection<string> Known => _known;

    public T Value<T>(string key, T fallback, string allowed, Func<string, T?> parse) where T : struct
    {
        _known.Add(key);
        var raw = configuration[key];
        if (string.IsNullOrWhiteSpace(raw)) return fallback;
        return parse(raw.Trim()) ?? throw BadConfigurationException.NotAllowed(key, raw, allowed);
    }

    public string Text(string key, string fallback, string allowed, Func<string, bool> isAllowed) =>
        OptionalText(key, allowed, isAllowed) ?? fallback;

    public string? OptionalText(string key, string allowed, Func<string, bool> isAllowed, bool secret = false)
    {
        _known.Add(key);
        var raw = configuration[key];
        if (string.IsNullOrWhiteSpace(raw)) return null;
        var value = raw.Trim();
        return isAllowed(value) ? value : throw BadConfigurationException.NotAllowed(key, secret ? "…" : raw, allowed);
    }

    public int Integer(string key, int fallback, int min, int max) =>
        Value(key, fallback, $"a whole number from {min} to {max}", text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? n : (int?)null);

    public double Number(string key, double fallback, double min, double max) =>
        Value(key, fallback, string.Create(CultureInfo.InvariantCulture, $"a number from {min} to {max}"), text =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? n : (double?)null);

    public T Choice<T>(string key, T fallback) where T : struct, Enum =>
        Value(key, fallback, string.Join(" or ", Enum.GetNames<T>()), text =>
            Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(text[0]) ? choice : (T?)null);

    public TimeOnly Time(string key, TimeOnly fallback) => Value(key, fallback, TimeAllowed, ParseTime);

    public IReadOnlyList<TimeOnly> Times(string key, params TimeOnly[] fallback) => List(key, fallback, TimeAllowed, text => ParseTime(text));

    /// <summary>Elements under <c>key:0</c>, <c>key:1</c> …, or in one value separated by commas; the default where there is none.</summary>
    public IReadOnlyList<T> List<T>(string key, IReadOnlyList<T> fallback, string allowed, Func<string, T?> parse) where T : struct =>
        Elements(key) is { Count: > 0 } elements
            ? [.. elements.Select(e => parse(e.Text) ?? throw BadConfigurationException.NotAllowed(e.Key, e.Text, allowed))]
            : fallback;

    public IReadOnlyList<string> Texts(string key, IReadOnlyList<string> fallback, string allowed, Func<string, bool> isAllowed) =>
        Elements(key) is { Count: > 0 } elements
            ? [.. elements.Select(e => isAllowed(e.Text) ? e.Text : throw BadConfigurationException.NotAllowed(e.Key, e.Text, allowed))]
            : fallback;

    /// <summary>The keys of the objects in a list of objects: <c>key:0</c>, <c>key:1</c> …</summary>
    public IReadOnlyList<string> ObjectsUnder(string key)
    {
        _known.Add(key);
        return [.. configuration.GetSection(key).GetChildren().Select(child => child.Path)];
    }

    private List<(string Key, string Text)> Elements(string key)
    {
        _known.Add(key);
        var elements = new List<(string, string)>();
        foreach (var part in (configuration[key] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            elements.Add((key, part));
        }

        foreach (var child in configuration.GetSection(key).GetChildren())
        {
            if (!int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _)) continue;
            _known.Add(child.Path);
            if (!string.IsNullOrWhiteSpace(child.Value)) elements.Add((child.Path, child.Value.Trim()));
        }

        return elements;
    }

    private const string TimeAllowed = "a time of day HH:mm";

    private static TimeOnly? ParseTime(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
