using CheckinBot.Http;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Databases;

/// <summary>Migrates the database before anything else starts.</summary>
internal sealed class DatabaseService(Migrator migrator, Readiness readiness) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await migrator.Migrate(cancellationToken);
        readiness.Ready(Readiness.Database);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
