using CheckinBot.Background;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Cards;

/// <summary>
/// Looks once a second which cards are out of date, and has them edited. At the start it looks at all of today: an earlier run may have
/// ended between an answer and the card that shows it.
/// </summary>
internal sealed class CardService(
    CardBoard board, CardEdits edits, Database database, Writer writer, BackgroundWork background, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private long _changesByOthers;

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        board.RefreshAll();
        _changesByOthers = database.ChangesByOthers;
        using var timer = new PeriodicTimer(Look, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            // Another program may have taken an answer, or changed who is to give one.
            if (Interlocked.Exchange(ref _changesByOthers, database.ChangesByOthers) != database.ChangesByOthers) board.RefreshAll();
            if (board.IsAllStale) await background.Try("cards", () => RefreshAll(cancellationToken), cancellationToken);
            foreach (var unitId in board.TakeDue()) await Edit(unitId, cancellationToken);
        }
    }

    private async Task Edit(long unitId, CancellationToken cancellationToken)
    {
        try
        {
            var isDone = await background.Try(
                $"card of unit {unitId}", () => writer.Write(session => edits.Edit(session, unitId), cancellationToken), cancellationToken);
            if (!isDone) board.Refresh(unitId);
        }
        finally
        {
            board.Finish(unitId);
        }
    }

    // Yesterday's too, wherever the class is.
    private async Task RefreshAll(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        board.RefreshEach(await new CardStore(session).Units(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1), cancellationToken));
    }
}
