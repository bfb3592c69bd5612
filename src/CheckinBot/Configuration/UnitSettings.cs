using System.Collections.Concurrent;
using CheckinBot.Core.CheckIns;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Configuration;

/// <summary>What holds in a unit: the configuration with what the unit and those above it override.</summary>
/// <param name="SchoolDay">The school day.</param>
/// <param name="Rules">Thresholds.</param>
/// <param name="Privacy">How long health data are kept.</param>
/// <param name="Unit">Language and the like.</param>
internal sealed record UnitSettings(SchoolDayOptions SchoolDay, RulesOptions Rules, PrivacyOptions Privacy, UnitOptions Unit)
{
    /// <summary>The school day as a schedule: one for all units that share these settings.</summary>
    public SchoolDaySchedule Schedule { get; } = SchoolDay.ToSchedule();

    /// <summary>The value that holds for each key that a unit may override, as one would write it.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
}

/// <summary>Reads and checks overrides by the very code that reads the configuration.</summary>
internal sealed class UnitSettingsReader
{
    private readonly IReadOnlyList<KeyValuePair<string, string?>> _configured;
    private readonly ConcurrentDictionary<string, UnitSettings> _known = new(StringComparer.Ordinal);

    public UnitSettingsReader(Settings settings)
    {
        _configured = [.. settings.Source.AsEnumerable()];
        Keys =
        [
            .. Read(new Dictionary<string, string>()).Values.Keys.Where(key => !key.StartsWith(AlertRules.Clusters + ":", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The keys that a unit may override, named as in the configuration.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The settings that hold where these keys are overridden. Units with the same overrides share one object.</summary>
    /// <exception cref="BadConfigurationException">A value is not allowed, alone or beside the others.</exception>
    public UnitSettings Read(IReadOnlyDictionary<string, string> overrides) => _known.GetOrAdd(
        string.Join('\n', overrides.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")),
        _ => ReadAnew(overrides));

    /// <summary>Finds the key that a typed name means: the whole key, or an unambiguous end of it (<c>OpensAt</c>, <c>noon:remindat</c>).</summary>
    /// <exception cref="BadConfigurationException">No key is meant, or none for certain; the message names the nearest.</exception>
    public string KeyOf(string typed)
    {
        var name = typed.Trim();
        if (Keys.FirstOrDefault(key => Same(key, name)) is { } exact) return exact;
        var ends = Keys.Where(key => key.Length > name.Length && key[^(name.Length + 1)] == ':' && Same(key[^name.Length..], name)).ToList();
        // The shortest key is meant: SchoolDay:OpensAt rather than SchoolDay:Noon:OpensAt.
        var shortest = ends.Where(key => key.Count(c => c == ':') == ends.Min(end => end.Count(c => c == ':'))).ToList();
        return shortest.Count == 1 ? shortest[0] : throw BadConfigurationException.Unknown(
            name, (shortest.Count > 1 ? shortest : Keys).OrderBy(key => Distance(name, key)).ThenBy(key => key.Length).First());
    }

    private static int Distance(string typed, string key) => Math.Min(
        UnknownKeys.Distance(typed.ToUpperInvariant(), key.ToUpperInvariant()),
        UnknownKeys.Distance(typed.ToUpperInvariant(), key[(key.LastIndexOf(':') + 1)..].ToUpperInvariant()));

    private UnitSettings ReadAnew(IReadOnlyDictionary<string, string> overrides)
    {
        var written = overrides.SelectMany(
            pair =>
                Same(pair.Key, AlertRules.Clusters) ? ObjectList.Read(AlertRules.Clusters, pair.Value) : [KeyValuePair.Create(pair.Key, (string?)pair.Value)])
            .ToList();
        var configuration = new ConfigurationBuilder()
            // A list that is overridden must not keep the elements of the configured one.
            .AddInMemoryCollection(
                _configured
                    .Where(pair => !overrides.Keys.Any(key => Same(pair.Key, key) || pair.Key.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase))))
            .AddInMemoryCollection(written)
            .Build();
        var reader = new ConfigurationReader(configuration);
        var settings = new UnitSettings(SchoolDayOptions.Read(reader), RulesOptions.Read(reader), PrivacyOptions.Read(reader), UnitOptions.Read(reader))
        {
            Values = reader.Shown.ToDictionary(StringComparer.OrdinalIgnoreCase),
        };
        var misspelt = written.FirstOrDefault(pair => pair.Key.StartsWith(AlertRules.Clusters + ":", StringComparison.OrdinalIgnoreCase)
            && !reader.Known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase));
        return misspelt.Key is null ? settings : throw UnknownKeys.Unknown(misspelt.Key, reader.Known);
    }

    private static bool Same(string key, string other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);
}
