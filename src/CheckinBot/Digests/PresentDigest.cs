using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Digests;

/// <summary>A digest as tables, pictures and scripts take it: the numbers of this moment at every level, with the signatures that hold.</summary>
internal static class PresentDigest
{
    /// <summary>Of a unit, day and slot.</summary>
    public static async Task<Digest> Read(DbSession session, DigestReader digests, Unit unit, DateOnly? day, string? slot, CancellationToken cancellation) =>
        await Of(session, digests, unit, await digests.View(session, unit, day, slot, recount: false, cancellation), cancellation);

    /// <summary>Of what a message shows.</summary>
    public static async Task<Digest> Of(DbSession session, DigestReader digests, Unit unit, DigestView view, CancellationToken cancellation)
    {
        var (day, slot, _) = view.Shown.Moment;
        var tree = await digests.Read(session, unit, day, slot, cancellation);
        var signatures = await new SignOffStore(session).Under(unit.Id, day, slot, cancellation);
        return SignOff.On(tree.Digest(unit.Id)! with { Before = view.DayBefore is { } before ? view.History.On(before) : null }, signatures, areNow: true);
    }
}
