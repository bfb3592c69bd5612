using CheckinBot.Configuration;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Doctor;

/// <summary>Whether the values that units have set are still allowed. The worker passes over a value that no longer is.</summary>
internal static class UnitSettingsCheck
{
    public static async IAsyncEnumerable<Finding> Run(
        Settings settings, Database database, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var faults = await new SettingBook(session, new UnitSettingsReader(settings)).Faults(cancellationToken);
        foreach (var (unit, key, fault) in faults)
        {
            yield return Finding.Fault(
                "settings",
                $"{unit.Path}: {fault}; it is passed over. Take it away with: CheckinBot settings --unit \"{unit.Path}\" --unset {key}, or set another value");
        }

        if (faults.Count == 0) yield return Finding.Ok("settings", "what units have set is allowed");
    }
}
