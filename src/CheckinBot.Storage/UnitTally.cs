using System.Data.Common;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;

namespace CheckinBot.Storage;

/// <summary>What is counted of one unit's own people for a day and slot.</summary>
internal sealed class UnitTally
{
    // The five that the cluster rule names.
    private static readonly Symptoms[] Alike = [Symptoms.Fever, Symptoms.Rash, Symptoms.Diarrhoea, Symptoms.Vomiting, Symptoms.Jaundice];

    private readonly int[] _pupilsWith = new int[Alike.Length];
    private int _exempt, _exemptWithoutReason, _notNormal, _fever, _symptomatic, _travelled, _keyArea, _isolatedHome, _isolatedCentral, _followedUp, _diagnosed, _takenBack;
    private DateTimeOffset? _firstTakenBackAt;

    /// <summary>People who are to check in.</summary>
    public int Expected { get; set; }

    /// <summary>Of them, those with a temperature.</summary>
    public int Reported { get; set; }

    /// <summary>Adds what somebody told that may not be normal. Whether they reported is counted by itself.</summary>
    public void Add(ToldRow told, FeverLines lines, Func<string, bool> isKeyArea)
    {
        var symptoms = (Symptoms)told.Symptoms;
        var fever = symptoms.HasFlag(Symptoms.Fever) || told.TemperatureTenths >= lines.For(Word.Parse<MeasuringSite>(told.Site));
        var symptomatic = (symptoms & ~Symptoms.Fever) != 0;
        if (told.Status == "exempt")
        {
            _exempt++;
            if (told.Absence == "unspecified") _exemptWithoutReason++;
        }

        if (told.Status == "reported" && (fever || symptomatic || told.Diseases != 0)) _notNormal++;
        if (told.Diseases != 0) _diagnosed++;
        if (fever) _fever++;
        if (symptomatic) _symptomatic++;
        var wasInKeyArea = told.Travel == "yes" && told.Place is { } place && isKeyArea(place);
        if (told.Travel == "yes") _travelled++;
        if (wasInKeyArea) _keyArea++;

        if (told.Isolation == "home") _isolatedHome++;
        if (told.Isolation == "central") _isolatedCentral++;
        // The same rule as HealthRules.NeedsFollowUp.
        if (fever || symptomatic || wasInKeyArea || told.Contact || told.Isolation is "home" or "central" || told.Diseases != 0 || told.Absence is "ill_at_home" or "hospital") _followedUp++;
        if (told.TakenBackAt is { } takenBackAt) TakeBack(takenBackAt);
        if (told.Role == "student") CountAlike(fever ? symptoms | Symptoms.Fever : symptoms);
    }

    /// <summary>Where everybody who is missing had answered before: when the first of those answers was taken back (UTC).</summary>
    public DateTimeOffset? ReopenedAt => _takenBack > 0 && _takenBack == Expected - Reported - _exempt ? _firstTakenBackAt : null;

    /// <summary>The sum for a unit.</summary>
    public UnitCount ToCount(DigestUnit unit) => new(
        unit,
        new DigestNumbers
        {
            Expected = Expected,
            Reported = Reported,
            Missing = Expected - Reported - _exempt,
            Exempt = _exempt,
            ExemptWithoutReason = _exemptWithoutReason,
            Normal = Reported - _notNormal,
            Fever = _fever,
            Symptomatic = _symptomatic,
            Travelled = _travelled,
            KeyArea = _keyArea,
            IsolatedHome = _isolatedHome,
            IsolatedCentral = _isolatedCentral,
            UnderFollowUp = _followedUp,
            Diagnosed = _diagnosed,
        },
        _pupilsWith.Max());

    private void TakeBack(DateTimeOffset at)
    {
        _takenBack++;
        if (_firstTakenBackAt is null || at < _firstTakenBackAt) _firstTakenBackAt = at;
    }

    private void CountAlike(Symptoms symptoms)
    {
        for (var sign = 0; sign < Alike.Length; sign++)
        {
            if (symptoms.HasFlag(Alike[sign])) _pupilsWith[sign]++;
        }
    }
}

/// <summary>A current check-in, as far as a digest counts it.</summary>
internal record ToldRow
{
    public const string Columns = """
        c.person_id, c.unit_id as told_at, c.status, c.temperature_tenths, c.site, c.symptoms, c.travel, c.place, c.isolation, c.absence, c.contact, c.diseases,
        case when c.revision > 1 and c.status not in ('reported', 'exempt') then c.reported_at end as taken_back_at
        """;

    public long PersonId { get; init; }

    /// <summary>The unit in which it was given; null where nothing was.</summary>
    public long? ToldAt { get; init; }

    public string? Status { get; init; }

    public int? TemperatureTenths { get; init; }

    public string Site { get; init; } = "";

    public int Symptoms { get; init; }

    public string? Travel { get; init; }

    public string? Place { get; init; }

    public string? Isolation { get; init; }

    public string? Absence { get; init; }

    public bool Contact { get; init; }

    public int Diseases { get; init; }

    /// <summary>When an answer was taken back that had been given before (UTC); null where there is one, or never was.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>What the person is; null where it does not matter, for want of any sign.</summary>
    public string? Role { get; init; }

    /// <summary>Has a temperature or an exemption.</summary>
    public bool IsAnswer => Status is "reported" or "exempt";

    /// <summary>A row of <see cref="Columns"/> and the role, of a check-in that there is.</summary>
    public static ToldRow Read(DbDataReader row) => new()
    {
        PersonId = row.GetInt64(0),
        ToldAt = row.GetInt64(1),
        Status = row.GetString(2),
        TemperatureTenths = row.IsDBNull(3) ? null : row.GetInt32(3),
        Site = row.GetString(4),
        Symptoms = row.GetInt32(5),
        Travel = row.GetString(6),
        Place = row.IsDBNull(7) ? null : row.GetString(7),
        Isolation = row.GetString(8),
        Absence = row.GetString(9),
        Contact = row.GetBoolean(10),
        Diseases = row.GetInt32(11),
        TakenBackAt = row.IsDBNull(12) ? null : Stored.Instant(row.GetValue(12)),
        Role = row.IsDBNull(13) ? null : row.GetString(13),
    };
}
