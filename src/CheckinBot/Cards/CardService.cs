using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Cards;

/// <summary>Looks once a second which cards are out of date, and has them edited.</summary>
internal sealed partial class CardService(
    CardBoard board, CardEdits edits, Database database, Writer writer, TimeProvider time, ILogger<CardService> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (board.IsAllStale) await RefreshAll(cancellationToken);
            foreach (var unitId in board.TakeDue())
            {
                try
                {
                    await writer.Write(session => edits.Edit(session, unitId), cancellationToken);
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    board.Refresh(unitId);
                    Failed(logger, unitId, e.GetType().Name);
                }
                finally
                {
                    board.Finish(unitId);
                }
            }
        }
    }

    private async Task RefreshAll(CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.OpenRead(cancellationToken);
            board.RefreshEach((await new GroupStore(session).All(cancellationToken)).Select(group => group.Binding.Unit.Id));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            AllFailed(logger, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Error, "The classes whose cards change could not be read ({Fault}); trying again")]
    private static partial void AllFailed(ILogger logger, string fault);

    [LoggerMessage(LogLevel.Error, "The card of unit {UnitId} could not be brought up to date ({Fault}); trying again")]
    private static partial void Failed(ILogger logger, long unitId, string fault);
}
