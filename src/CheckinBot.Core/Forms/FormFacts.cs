using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Forms;

/// <summary>All that a form is filled in from.</summary>
/// <param name="Digest">The numbers of the unit, with all units below: day, slot and instant are those of the form.</param>
/// <param name="Records">The people, and what was told of them as far back as the form looks.</param>
/// <param name="Rules">Fever lines and key areas.</param>
/// <param name="School">The school of the unit; null above schools.</param>
public sealed record FormFacts(Digest Digest, HealthRecords Records, HealthRules Rules, string? School)
{
    /// <summary>How the numbers differ from the snapshot that the digest's message shows; null where there is none.</summary>
    public SinceSnapshot? Since { get; init; }
}
