using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.KeyPerFile;

namespace CheckinBot.Configuration;

/// <summary>Finds keys that nothing reads: nearly always a typing mistake, which would otherwise change nothing without a word.</summary>
internal static class UnknownKeys
{
    /// <summary>Sections of the framework that a settings file may hold besides ours.</summary>
    private static readonly string[] Foreign = ["Logging"];

    public static void Refuse(IConfigurationRoot configuration, IReadOnlyCollection<string> known)
    {
        var sections = known.Select(Section).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        // The environment and a folder of secrets are not ours alone.
        foreach (var section in configuration.Providers
            .Where(p => p is not (EnvironmentVariablesConfigurationProvider or KeyPerFileConfigurationProvider))
            .SelectMany(p => p.GetChildKeys([], null)))
        {
            if (!Holds(sections, section) && !Holds(Foreign, section)) throw Unknown(section, sections);
        }

        foreach (var (key, value) in sections.SelectMany(section => configuration.GetSection(section).AsEnumerable()))
        {
            if (value is { Length: > 0 } && !Holds(known, key)) throw Unknown(key, known);
        }
    }

    /// <summary>Names the key that was probably meant.</summary>
    public static BadConfigurationException Unknown(string key, IEnumerable<string> known)
    {
        var nearest = known.MinBy(candidate => Distance(key.ToUpperInvariant(), candidate.ToUpperInvariant()))!;
        return BadConfigurationException.Unknown(key, nearest);
    }

    private static bool Holds(IEnumerable<string> keys, string key) => keys.Contains(key, StringComparer.OrdinalIgnoreCase);

    private static string Section(string key) => key.Split(':', 2)[0];

    /// <summary>Levenshtein's edit distance.</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
