using CheckinBot.Faults;
using CheckinBot.Http;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Databases;

/// <summary>Migrates the database before anything else starts.</summary>
internal sealed class DatabaseService(Database database, Migrator migrator, Readiness readiness) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await DatabaseStart.Migrate(database, migrator, cancellationToken);
        readiness.Ready(Readiness.Database);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
