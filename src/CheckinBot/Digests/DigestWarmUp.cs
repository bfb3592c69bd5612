using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Digests;

/// <summary>
/// Makes the digest of one school once and throws it away. The first digest of a process takes a tenth of a second or more,
/// because all its code is compiled then, and whoever presses a button should not wait for that.
/// </summary>
internal sealed partial class DigestWarmUp(
    Database database, DigestReader digests, DigestMessages messages, TimeProvider time, ILogger<DigestWarmUp> logger) : BackgroundService
{
    // The start itself comes first.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(3);

    /// <summary>Does it now; does nothing where there is no school.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        if (await new UnitStore(session).First(UnitKind.School, cancellationToken) is not { } school) return;
        var view = await digests.View(session, school, day: null, slot: null, recount: true, cancellationToken);
        var (shown, moment) = (view.Shown, view.Shown.Moment);
        view = view with { Shown = Snapshot.Read(Snapshot.Write(shown), shown.Unit, moment, shown.Revision) };
        await messages.Render(session, view, new DigestPage(school.Id), DigestMessages.RightsOf(Role.SchoolOfficer), DigestNames.None, Language.ZhHans);
    }

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(AfterStart, time, cancellationToken);
        try
        {
            await Run(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Failed(logger, fault.GetType().Name);
        }

        // Memory that only the start needed is given back to the system once; an idle worker would keep it for hours.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    [LoggerMessage(LogLevel.Warning, "No digest could be made at the start ({Fault})")]
    private static partial void Failed(ILogger logger, string fault);
}
