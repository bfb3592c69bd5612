using CheckinBot.Faults;
using CheckinBot.Http;
using CheckinBot.Metrics;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Databases;

/// <summary>Migrates the database before anything else starts.</summary>
internal sealed class DatabaseService(Database database, Migrator migrator, Writer writer, BotMetrics metrics, Readiness readiness) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        writer.Measure = metrics.Transaction;
        metrics.ObserveWriter(() => writer.Backlog);
        await DatabaseStart.Migrate(database, migrator, cancellationToken);
        readiness.Ready(Readiness.Database);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
