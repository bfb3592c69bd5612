using System.Data.Common;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Faults;

/// <summary>Opens and migrates the database; what stands in the way is told with the place and the cure.</summary>
internal static class DatabaseStart
{
    /// <exception cref="ProgramFault">The database cannot be reached, made, written to, or is none of this program.</exception>
    public static async Task Migrate(Database database, Migrator migrator, CancellationToken cancellationToken)
    {
        try
        {
            await migrator.Migrate(cancellationToken);
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or SchemaException or TimeoutException)
        {
            throw new ProgramFault(DatabaseFaults.Explain(fault, database), fault);
        }
    }
}
