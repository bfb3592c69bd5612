using System.Data.Common;
using System.Threading.Channels;
using CheckinBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Sending;

/// <summary>
/// Hands calls that one statement has added by the thousand to the dispatcher: read page by page beside the writer, so
/// that nobody who writes waits for it. Whatever is not handed over when the program stops is sent after its next start.
/// </summary>
internal sealed partial class BulkCalls(Database database, Dispatcher dispatcher, TimeProvider time, ILogger<BulkCalls> logger) : BackgroundService
{
    private const int PageSize = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<IReadOnlyList<long>> _added = Channel.CreateUnbounded<IReadOnlyList<long>>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Rows that have been committed, by their ids. Returns at once: the writer is waiting.</summary>
    public void Add(IReadOnlyList<long> ids) => _added.Writer.TryWrite(ids);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var ids in _added.Reader.ReadAllAsync(stoppingToken))
        {
            foreach (var page in ids.Order().Chunk(PageSize)) await HandOver(page, stoppingToken);
        }
    }

    private async Task HandOver(long[] page, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                // Between the first and the last of a page may be calls of others, who have handed them over themselves.
                var wanted = page.ToHashSet();
                await using var session = await database.OpenRead(stoppingToken);
                var rows = await new OutboxStore(session).Unsent(page[0], page[^1], stoppingToken);
                foreach (var row in rows.Where(row => wanted.Contains(row.Id))) dispatcher.Add(PendingCall.From(row));
                return;
            }
            catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
            {
                NotRead(logger, e, page.Length);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Count} calls that wait in the outbox could not be read; trying again")]
    private static partial void NotRead(ILogger logger, Exception exception, int count);
}
