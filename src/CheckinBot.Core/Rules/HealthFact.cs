using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Places;

namespace CheckinBot.Core.Rules;

/// <summary>What one current answer tells of a pupil that a rule may look at.</summary>
/// <param name="PupilId">Whose.</param>
/// <param name="UnitId">The class in which it was given.</param>
/// <param name="Dormitory">The pupil's dormitory within the school; null for none.</param>
/// <param name="Day">The school day.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Signs">The symptoms told, with <see cref="Symptoms.Fever"/> where the reading reaches the fever line of its site.</param>
/// <param name="TemperatureTenths">The reading; null where none was told.</param>
/// <param name="IsAboveLine">The reading reaches the fever line of its site.</param>
/// <param name="KeyArea">The key area in which the pupil was; null for none.</param>
public sealed record HealthFact(
    long PupilId, long UnitId, string? Dormitory, DateOnly Day, string Slot, Symptoms Signs, int? TemperatureTenths, bool IsAboveLine, string? KeyArea)
{
    /// <summary>The highest reading of the slot but one, measured at another time, tenths of °C; null where none was.</summary>
    public int? AgainTenths { get; init; }

    /// <summary>That one reaches the fever line of its site, too.</summary>
    public bool IsAboveLineAgain { get; init; }

    /// <summary>Infectious diseases told, confirmed or suspected.</summary>
    public Diseases Diseases { get; init; }
}

/// <summary>A pupil of whom nothing was heard.</summary>
/// <param name="PupilId">Who.</param>
/// <param name="UnitId">The class.</param>
/// <param name="SchoolDays">On how many days in a row on which the class was asked, the present one included.</param>
/// <param name="Since">The first of them.</param>
public sealed record SilentPupil(long PupilId, long UnitId, int SchoolDays, DateOnly Since);

/// <summary>The facts of one class, or of one school, as they are now: an answer that was corrected or taken back is not among them.</summary>
/// <param name="SchoolId">The school; null where only one class was read, so that dormitories and the school cannot be judged.</param>
/// <param name="From">The first day that was read.</param>
/// <param name="Facts">All facts from that day on.</param>
public sealed record FactSet(long? SchoolId, DateOnly From, IReadOnlyList<HealthFact> Facts)
{
    /// <summary>Who has not answered for some days; null where it was not looked into.</summary>
    public IReadOnlyList<SilentPupil>? Silent { get; init; }
}
