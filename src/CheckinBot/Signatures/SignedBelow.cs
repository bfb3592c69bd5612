using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Schedule;

namespace CheckinBot.Signatures;

/// <summary>A report above is signed only over signed ones below: what a person vouches for rests on people who vouched for their part.</summary>
internal static class SignedBelow
{
    /// <summary>
    /// The names of the units below that still have to sign. A unit that is let off, that has no school, or of which nobody is expected
    /// need not; of one at which nobody signs, those below it are asked instead.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Open(DbSession session, Digest digest, CancellationToken cancellationToken)
    {
        var (day, slot, _) = digest.Moment;
        if (digest.Units.Count == 0) return [];
        var signatures = await new SignOffStore(session).Under(digest.Unit.Id, day, slot, cancellationToken);
        var signers = await new SignOffStore(session).WithSigners(digest.Unit.Id, cancellationToken);
        var waived = await new WaiverStore(session).On(day, cancellationToken);
        var open = new List<string>();
        foreach (var unit in digest.Units) Look(unit);
        return open;

        void Look(Digest unit)
        {
            if (unit.Numbers.Expected == 0 || waived.ContainsKey(unit.Unit.Id)) return;
            if (signers.Contains(unit.Unit.Id))
            {
                if (signatures.GetValueOrDefault(unit.Unit.Id)?.Against(unit.Numbers, unit.Moment.At) is not { OutdatedAt: null })
                    open.Add(UnitNames.Below(digest.Unit.Path, unit.Unit.Path) ?? unit.Unit.Name);
                return;
            }

            foreach (var below in unit.Units) Look(below);
        }
    }
}
