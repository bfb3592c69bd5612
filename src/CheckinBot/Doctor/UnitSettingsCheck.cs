using CheckinBot.Configuration;
using CheckinBot.Conversations;
using CheckinBot.Storage;

namespace CheckinBot.Doctor;

/// <summary>Whether what units have set is still allowed: a value that is not any more is passed over by the worker.</summary>
internal static class UnitSettingsCheck
{
    public static async IAsyncEnumerable<Finding> Run(
        Settings settings, Database database, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var session = await database.OpenRead(cancellation);
        var faults = await new SettingBook(session, new UnitSettingsReader(settings)).Faults(cancellation);
        foreach (var (unit, key, fault) in faults)
        {
            yield return Finding.Fault(
                "settings", $"{unit.Path}: {fault}; it is passed over. Take it away with: CheckinBot settings --unit \"{unit.Path}\" --unset {key}, or set another value");
        }

        if (faults.Count == 0) yield return Finding.Ok("settings", "what units have set is allowed");
    }
}
