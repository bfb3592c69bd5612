using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Digests;

/// <summary>A digest for tables, pictures and scripts: the numbers of this moment at every level, with the signatures that still hold.</summary>
internal static class PresentDigest
{
    /// <summary>Reads the digest of a unit, day and slot.</summary>
    public static async Task<CountedDigest> Read(
        DbSession session, DigestReader digests, Unit unit, DateOnly? day, string? slot, CancellationToken cancellationToken) =>
        await Of(session, digests, unit, await digests.View(session, unit, day, slot, recount: false, cancellationToken), cancellationToken);

    /// <summary>Makes it of what a message shows.</summary>
    public static async Task<CountedDigest> Of(DbSession session, DigestReader digests, Unit unit, DigestView view, CancellationToken cancellationToken)
    {
        var (day, slot, _) = view.Shown.Moment;
        var tree = await digests.Read(session, unit, day, slot, cancellationToken);
        var signatures = await new SignOffStore(session).Under(unit.Id, day, slot, cancellationToken);
        var digest = SignOff.On(tree.Digest(unit.Id)! with { Before = view.ToCompare(view.DayBefore) }, signatures, areNow: true);
        return new CountedDigest(digest)
        {
            IsEmpty = view.IsEmpty,
            Fired = view.Fired,
            Waived = view.Waived,
            WaivedBelow = view.WaivedBelow,
            Since = await Since(session, view.CutOff ?? view.Shown, digest, cancellationToken),
        };
    }

    /// <summary>The last cut-off of a day with all units below, as it was stored, and with the signatures of now; null where there is none.</summary>
    public static async Task<Digest?> AtCutOff(DbSession session, DigestView view, CancellationToken cancellationToken)
    {
        if ((view.CutOff ?? view.Shown) is not { Revision: > 0 } cutOff) return null;
        var (day, slot, _) = cutOff.Moment;
        var signatures = await new SignOffStore(session).Under(cutOff.Unit.Id, day, slot, cancellationToken);
        return SignOff.On(await new SnapshotStore(session).InDepth(cutOff, cancellationToken), signatures, areNow: false);
    }

    private static async Task<SinceSnapshot?> Since(DbSession session, Digest shown, Digest counted, CancellationToken cancellationToken)
    {
        if (shown.Revision == 0) return null;
        var (day, slot, takenAt) = shown.Moment;
        var people = await new DigestStore(session).AnsweredSince(shown.Unit.Id, day, slot, takenAt, cancellationToken);
        return new SinceSnapshot(takenAt, people, shown.Numbers == counted.Numbers);
    }
}
