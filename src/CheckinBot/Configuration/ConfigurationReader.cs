using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Configuration;

/// <summary>
/// Reads and checks one value after another. It remembers which keys exist, so that a misspelt key is found, and the value
/// of each. Every failure is a <see cref="BadConfigurationException"/> of one line.
/// </summary>
internal sealed class ConfigurationReader(IConfiguration configuration)
{
    /// <summary>The word for an empty list, where the default is not empty.</summary>
    public const string Nothing = "none";

    private readonly List<string> _known = [];
    private readonly Dictionary<string, string> _shown = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The keys read so far; a list's elements appear with their index.</summary>
    public IReadOnlyCollection<string> Known => _known;

    /// <summary>The value of each key as one would write it, without secrets.</summary>
    public IReadOnlyDictionary<string, string> Shown => _shown;

    public T Value<T>(string key, T fallback, Allowed allowed, Func<string, T?> parse, Func<T, string>? write = null) where T : struct =>
        OptionalValue(key, fallback, allowed, parse, write)!.Value;

    /// <summary>A value that may be absent: it is set to <c>none</c>, or it is not set and has no default.</summary>
    public T? OptionalValue<T>(string key, T? fallback, Allowed allowed, Func<string, T?> parse, Func<T, string>? write = null) where T : struct
    {
        _known.Add(key);
        var raw = configuration[key]?.Trim();
        _shown[key] = raw is { Length: > 0 } ? raw : fallback is { } value ? (write ?? Written)(value) : Nothing;
        return string.IsNullOrEmpty(raw) ? fallback : parse(raw) ?? throw BadConfigurationException.NotAllowed(key, configuration[key], allowed);
    }

    public string Text(string key, string fallback, Allowed allowed, Func<string, bool> isAllowed)
    {
        var value = OptionalText(key, allowed, isAllowed) ?? fallback;
        _shown[key] = value;
        return value;
    }

    public string? OptionalText(string key, Allowed allowed, Func<string, bool> isAllowed, bool secret = false)
    {
        _known.Add(key);
        var raw = configuration[key];
        if (string.IsNullOrWhiteSpace(raw)) return null;
        var value = raw.Trim();
        return isAllowed(value) ? value : throw BadConfigurationException.NotAllowed(key, secret ? "…" : raw, allowed);
    }

    public int Integer(string key, int fallback, int min, int max) =>
        Value(key, fallback, new(phrases => phrases.AllowedWholeNumber(min, max)), text =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? n : (int?)null);

    public double Number(string key, double fallback, double min, double max) =>
        Value(key, fallback, new(phrases => phrases.AllowedNumber(min, max)), text =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && n >= min && n <= max ? n : (double?)null);

    public T Choice<T>(string key, T fallback) where T : struct, Enum =>
        Value(key, fallback, string.Join(" or ", Enum.GetNames<T>()), text =>
            Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(text[0]) ? choice : (T?)null);

    public TimeOnly Time(string key, TimeOnly fallback) => Value(key, fallback, TimeAllowed, ParseTime);

    /// <summary>A time, or <c>none</c>.</summary>
    public TimeOnly? OptionalTime(string key, TimeOnly? fallback)
    {
        if (!IsNothing(configuration[key])) return OptionalValue(key, fallback, new(phrases => phrases.AllowedTimeOrNone), ParseTime);
        _known.Add(key);
        _shown[key] = Nothing;
        return null;
    }

    public IReadOnlyList<TimeOnly> Times(string key, params IReadOnlyList<TimeOnly> fallback) => List(key, fallback, TimeAllowed, text => ParseTime(text));

    /// <summary>
    /// Elements under <c>key:0</c>, <c>key:1</c> …, or in one value separated by commas; the default where there is none,
    /// nothing for <c>none</c>.
    /// </summary>
    public IReadOnlyList<T> List<T>(string key, IReadOnlyList<T> fallback, Allowed allowed, Func<string, T?> parse) where T : struct =>
        Elements(key) is { Count: > 0 } elements
            ? Show(key, elements, [.. elements.Select(e => parse(e.Text) ?? throw BadConfigurationException.NotAllowed(e.Key, e.Text, allowed))])
            : ShowDefault(key, fallback);

    public IReadOnlyList<string> Texts(string key, IReadOnlyList<string> fallback, Allowed allowed, Func<string, bool> isAllowed) =>
        Elements(key) is { Count: > 0 } elements
            ? Show(key, elements, [.. elements.Select(e => isAllowed(e.Text) ? e.Text : throw BadConfigurationException.NotAllowed(e.Key, e.Text, allowed))])
            : ShowDefault(key, fallback);

    /// <summary>The keys of the objects in a list of objects: <c>key:0</c>, <c>key:1</c> …</summary>
    public IReadOnlyList<string> ObjectsUnder(string key)
    {
        _known.Add(key);
        var list = configuration.GetSection(key);
        var objects = list.GetChildren().Select(child => child.Path).ToList();
        _shown[key] = objects.Count == 0 ? Nothing : ObjectList.Write(list);
        return objects;
    }

    private List<(string Key, string Text)> Elements(string key)
    {
        _known.Add(key);
        var elements = new List<(string, string)>();
        if (IsNothing(configuration[key])) return [];
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

    private IReadOnlyList<T> Show<T>(string key, List<(string Key, string Text)> elements, IReadOnlyList<T> values)
    {
        _shown[key] = string.Join(',', elements.Select(element => element.Text));
        return values;
    }

    private IReadOnlyList<T> ShowDefault<T>(string key, IReadOnlyList<T> values)
    {
        if (IsNothing(configuration[key])) values = [];
        _shown[key] = values.Count == 0 ? Nothing : string.Join(',', values.Select(Written));
        return values;
    }

    private static bool IsNothing(string? raw) => string.Equals(raw?.Trim(), Nothing, StringComparison.OrdinalIgnoreCase);

    private static string Written<T>(T value) => value switch
    {
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? Nothing,
    };

    private static readonly Allowed TimeAllowed = new(phrases => phrases.AllowedTime);

    private static TimeOnly? ParseTime(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
