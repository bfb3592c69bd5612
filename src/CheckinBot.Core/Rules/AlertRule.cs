using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;

namespace CheckinBot.Core.Rules;

/// <summary>What a rule looks for.</summary>
public enum RuleKind
{
    /// <summary>Several pupils of one place who share a group of symptoms.</summary>
    LikeSymptoms,

    /// <summary>Somebody is back from, or still in, a key area.</summary>
    KeyArea,

    /// <summary>The same pupil above the fever line at two checks: in two slots, or measured again later in one slot.</summary>
    ReadingTwice,

    /// <summary>No answer on several school days in a row.</summary>
    NoAnswer,

    /// <summary>A single case that is severe by itself: short of breath, or a high fever.</summary>
    Severe,

    /// <summary>Pupils of one place who are told to have an infectious disease, or to be suspected of it.</summary>
    Disease,
}

/// <summary>Where pupils must belong together for a rule.</summary>
public enum RuleScope
{
    /// <summary>One class.</summary>
    Class,

    /// <summary>One dormitory, whatever the classes.</summary>
    Dormitory,

    /// <summary>One class or one dormitory.</summary>
    ClassOrDormitory,

    /// <summary>One school.</summary>
    School,
}

/// <summary>Authorities outside the school to which a person reports.</summary>
[Flags]
public enum Authorities
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The centre for disease control, or the health authority (疾控中心).</summary>
    DiseaseControl = 1,

    /// <summary>The education authority (教育行政部门).</summary>
    Education = 2,
}

/// <summary>
/// A rule: how many pupils it takes, within which days and where, until when it has to be reported, whom to tell, and which
/// document says so.
/// </summary>
/// <param name="Id">Its name in configuration and database, such as <c>class_cluster_1day</c>.</param>
/// <param name="Kind">What it looks for.</param>
/// <param name="Pupils">The number of different pupils from which it fires.</param>
/// <param name="Days">Consecutive days that count, the present one included; for <see cref="RuleKind.NoAnswer"/> school days in a row.</param>
/// <param name="Scope">Where they belong together.</param>
public sealed record AlertRule(string Id, RuleKind Kind, int Pupils, int Days, RuleScope Scope)
{
    /// <summary>Sets of symptoms that count as alike; only for <see cref="RuleKind.LikeSymptoms"/>.</summary>
    public IReadOnlyList<Symptoms> Signs { get; init; } = [];

    /// <summary>Sets of diseases that count together; only for <see cref="RuleKind.Disease"/>.</summary>
    public IReadOnlyList<Diseases> Diseases { get; init; } = [];

    /// <summary>The lowest reading that counts, in tenths of °C; null for the fever line of its site.</summary>
    public int? FromTenths { get; init; }

    /// <summary>How long there is to report or follow up; zero for at once, null for no deadline.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Who is told first. Unless somebody takes it on, it goes up from the highest of them.</summary>
    public IReadOnlyList<Role> Tell { get; init; } = [Role.SchoolOfficer, Role.DutyOfficer];

    /// <summary>Where a person is to report it.</summary>
    public Authorities ReportTo { get; init; }

    /// <summary>The document that it comes from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the class teacher is the first to act.</summary>
    public bool BeginsInClass => Tell.Contains(Role.ClassTeacher);
}
