using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;

namespace CheckinBot.Doctor;

/// <summary>Whether updates were set aside because handling them failed.</summary>
internal static class UpdateCheck
{
    public static async Task<Finding> Run(Database database, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        var updates = await new InboxStore(session).AllSetAside(null, cancellationToken);
        if (updates.Count == 0) return Finding.Ok("updates", "none is set aside");
        var last = updates[^1];
        return Finding.Fault(
            "updates",
            $"{updates.Count} set aside, since handling them failed (the last: {last.Error} {last.Cause}); look at them with: CheckinBot replay");
    }
}
