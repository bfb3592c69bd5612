using CheckinBot.Configuration;
using CheckinBot.Invitations;
using CheckinBot.Rosters;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Demo;

/// <summary>The school office's part: the roster is imported and invitations are made, by the code of <c>import</c> and <c>invites</c>.</summary>
internal static class Registry
{
    /// <param name="settings">Which database.</param>
    /// <param name="csv">The roster file's text.</param>
    /// <param name="folder">Where the roster file goes.</param>
    /// <param name="time">The demo's clock.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The invitation code of each person, by unit path and roster number.</returns>
    public static async Task<IReadOnlyDictionary<(string Unit, string Number), string>> Enter(
        Settings settings, string csv, string folder, TimeProvider time, CancellationToken cancellationToken)
    {
        var database = new Database(settings.Storage);
        await new Migrator(database, time).Migrate(cancellationToken);
        await Import(database, csv, Path.Combine(folder, "roster.csv"), time, cancellationToken);

        await using var session = await database.OpenWrite(cancellationToken);
        var invitations = await new InvitationIssue(session, time).Of(null, cancellationToken);
        await session.Commit(cancellationToken);
        return invitations.ToDictionary(line => (line.Unit.Path, line.Person.Number!), line => line.Code);
    }

    private static async Task Import(Database database, string csv, string path, TimeProvider time, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path, csv, cancellationToken);
        var file = await RosterFile.Read(path, cancellationToken);
        var outcome = await new RosterImport(database, time).Run(
            file, new RosterImportOptions(DryRun: false, DeactivateMissing: false), null, cancellationToken);
        if (outcome.Plan is null) throw new InvalidOperationException(string.Join('\n', RosterReport.Faults(outcome.Faults)));
    }
}
