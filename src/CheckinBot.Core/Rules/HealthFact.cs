using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Places;

namespace CheckinBot.Core.Rules;

/// <summary>What one current answer tells about a pupil, as far as rules look at it.</summary>
/// <param name="PupilId">The pupil.</param>
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
    /// <summary>The second-highest reading of the slot, measured at another time, in tenths of °C; null where there was none.</summary>
    public int? AgainTenths { get; init; }

    /// <summary>Whether that reading reaches the fever line of its site too.</summary>
    public bool IsAboveLineAgain { get; init; }

    /// <summary>Infectious diseases told, confirmed or suspected.</summary>
    public Diseases Diseases { get; init; }
}

/// <summary>A pupil who has not been heard of.</summary>
/// <param name="PupilId">Who.</param>
/// <param name="UnitId">The class.</param>
/// <param name="SchoolDays">For how many days in a row, counting only days on which the class was asked, the present one included.</param>
/// <param name="Since">The first of them.</param>
public sealed record SilentPupil(long PupilId, long UnitId, int SchoolDays, DateOnly Since);

/// <summary>The facts of one class, or of one school, as they are now: an answer that was corrected or taken back is not among them.</summary>
/// <param name="SchoolId">The school; null where only one class was read, so that dormitories and the school cannot be judged.</param>
/// <param name="From">The first day that was read.</param>
/// <param name="Facts">All facts from that day on.</param>
public sealed record FactSet(long? SchoolId, DateOnly From, IReadOnlyList<HealthFact> Facts)
{
    /// <summary>The pupils who have not answered for some days; null where that was not looked up.</summary>
    public IReadOnlyList<SilentPupil>? Silent { get; init; }
}
