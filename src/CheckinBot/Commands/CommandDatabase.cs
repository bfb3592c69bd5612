using System.CommandLine;
using CheckinBot.Configuration;
using CheckinBot.Core.Organisation;
using CheckinBot.Faults;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Commands;

/// <summary>The configured database, for the verbs.</summary>
internal static class CommandDatabase
{
    private const int MostNamed = 10;

    /// <summary>The configuration, and the database that it names; see <see cref="Open(Settings, CancellationToken)"/>.</summary>
    public static async Task<(Settings Settings, Database Database)> Open(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(commandLine);
        return (settings, await Open(settings, cancellationToken));
    }

    /// <summary>Creates and migrates the database where that is needed.</summary>
    /// <exception cref="ProgramFault">It cannot be used, or is newer than this program.</exception>
    public static async Task<Database> Open(Settings settings, CancellationToken cancellationToken)
    {
        var database = new Database(settings.Storage);
        await DatabaseStart.Migrate(database, new Migrator(database, TimeProvider.System), cancellationToken);
        return database;
    }

    /// <summary>Returns true, and tells the operator what to use instead, where the database is on a server: only a SQLite file can be copied.</summary>
    public static async Task<bool> RefuseServer(Database database, string instead)
    {
        if (database.FilePath is not null) return false;
        await Console.Error.WriteLineAsync($"Storage:Provider is Postgres ({database.Place}): {instead}.");
        return true;
    }

    /// <summary>Finds the unit of a path; where there is none, returns null and tells the operator which units there are.</summary>
    public static async Task<Unit?> FindUnit(DbSession session, string path, CancellationToken cancellationToken)
    {
        var store = new UnitStore(session);
        var wanted = string.Join('/', path.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (await store.FindByPath(wanted, cancellationToken) is { } unit) return unit;
        var all = await store.All(cancellationToken);
        var like = all.Where(known => known.Name == wanted || known.Path.Contains(wanted, StringComparison.Ordinal)).DefaultIfEmpty().ToList();
        var named = (like[0] is null ? all : like!).Take(MostNamed).Select(known => known!.Path).ToList();
        await Console.Error.WriteLineAsync(named.Count == 0
            ? $"There is no unit '{path}': import a roster first."
            : $"There is no unit '{path}'. Is it one of: {string.Join(", ", named)}?");
        return null;
    }
}
