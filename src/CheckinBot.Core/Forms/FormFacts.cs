using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;

namespace CheckinBot.Core.Forms;

/// <summary>The coverage of one unit's own pupils, or of its own staff, without the units below.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="ArePupils">Pupils; else teachers and other staff.</param>
/// <param name="Numbers">Expected, reported, missing, exempt; the other counts are zero.</param>
public sealed record PeopleCount(long UnitId, bool ArePupils, DigestNumbers Numbers);

/// <summary>Everything that a form is filled in from.</summary>
/// <param name="Digest">The numbers of the unit, with all units below: day, slot and instant are those of the form.</param>
/// <param name="Records">The people, and what was told of them as far back as the form looks.</param>
/// <param name="Rules">Fever lines and key areas.</param>
/// <param name="School">The school of the unit; null above schools.</param>
public sealed record FormFacts(Digest Digest, HealthRecords Records, HealthRules Rules, string? School)
{
    /// <summary>
    /// Who has to check in and who has, with pupils and staff apart, because a form about pupils counts no class teacher. Empty
    /// for a form that names nobody.
    /// </summary>
    public IReadOnlyList<PeopleCount> Counts { get; init; } = [];

    /// <summary>A day of which nothing is stored, or that has not come: nobody can be called missing on it.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>How the numbers differ from the snapshot that the digest's message shows; null where there is none.</summary>
    public SinceSnapshot? Since { get; init; }
}
