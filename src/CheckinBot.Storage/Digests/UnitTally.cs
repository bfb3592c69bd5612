using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Places;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Digests;

/// <summary>Counts the answers of one unit's own people for a day and slot.</summary>
internal sealed class UnitTally
{
    // The five that the cluster rule names.
    private static readonly Symptoms[] Alike = [Symptoms.Fever, Symptoms.Rash, Symptoms.Diarrhoea, Symptoms.Vomiting, Symptoms.Jaundice];

    private readonly int[] _pupilsWith = new int[Alike.Length];
    private int _exempt, _exemptWithoutReason, _notNormal, _fever, _feverAbsent, _symptomatic, _symptomaticAbsent, _travelled, _keyArea;
    private int _isolatedHome, _isolatedCentral, _followedUp, _diagnosed, _takenBack;
    private DateTimeOffset? _firstTakenBackAt;

    /// <summary>People who are to check in.</summary>
    public int Expected { get; set; }

    /// <summary>Of them, those who are no pupils.</summary>
    public int Staff { get; set; }

    /// <summary>Of the expected, those with a temperature.</summary>
    public int Reported { get; set; }

    /// <summary>Of the reported, those who owe the answer about travel.</summary>
    public int TravelOpen { get; set; }

    /// <summary>Counts an answer that may not be normal, except in <see cref="Reported"/>, which the caller counts.</summary>
    public void Add(ToldRow told, bool isPupil, HealthRules rules, Func<string, bool> isKeyArea, IEnumerable<Monitored> monitored)
    {
        var answer = told.Answer;
        var fever = rules.IsFever(answer);
        var symptomatic = (answer.Symptoms & ~Symptoms.Fever) != 0;
        var wasInKeyArea = answer is { Travel: Travel.Yes, Place: { } place } && isKeyArea(place);
        if (answer.Absence != Absence.None) _exempt++;
        if (answer.Absence == Absence.Unspecified) _exemptWithoutReason++;
        if (answer.Diseases != Diseases.None) _diagnosed++;
        if (fever) _fever++;
        if (fever && !told.Reported) _feverAbsent++;
        if (symptomatic) _symptomatic++;
        if (symptomatic && !told.Reported) _symptomaticAbsent++;
        if (answer.Travel == Travel.Yes) _travelled++;
        Follow(told.Reported, wasInKeyArea, answer.Isolation, rules.NeedsFollowUp(answer, wasInKeyArea), monitored);
        if (told.TakenBackAt is { } takenBackAt) TakeBack(takenBackAt);
        if (isPupil) CountAlike(fever ? answer.Symptoms | Symptoms.Fever : answer.Symptoms);
    }

    /// <summary>Counts somebody who is monitored and has told nothing of it today, or nothing at all.</summary>
    public void AddMonitored(bool reported, IEnumerable<Monitored> monitored) =>
        Follow(reported, wasInKeyArea: false, Isolation.None, needsFollowUp: false, monitored);

    /// <summary>When the first answer was taken back (UTC), where everybody who is missing had answered before; null otherwise.</summary>
    public DateTimeOffset? ReopenedAt => _takenBack > 0 && _takenBack == Expected - Reported - _exempt ? _firstTakenBackAt : null;

    /// <summary>The numbers, as those of a unit.</summary>
    public UnitCount ToCount(DigestUnit unit) => new(
        unit,
        new DigestNumbers
        {
            Expected = Expected,
            Staff = Staff,
            Reported = Reported,
            Missing = Expected - Reported - _exempt,
            Exempt = _exempt,
            ExemptWithoutReason = _exemptWithoutReason,
            Normal = Reported - _notNormal,
            Fever = _fever,
            FeverAbsent = _feverAbsent,
            Symptomatic = _symptomatic,
            SymptomaticAbsent = _symptomaticAbsent,
            Travelled = _travelled,
            KeyArea = _keyArea,
            IsolatedHome = _isolatedHome,
            IsolatedCentral = _isolatedCentral,
            UnderFollowUp = _followedUp,
            Diagnosed = _diagnosed,
            TravelUnanswered = TravelOpen,
        },
        _pupilsWith.Max());

    // Whoever says so today, or is monitored today. Of a quarantine the word of today goes before the earlier one.
    private void Follow(bool reported, bool wasInKeyArea, Isolation isolation, bool needsFollowUp, IEnumerable<Monitored> monitored)
    {
        foreach (var one in monitored)
        {
            needsFollowUp = true;
            if (one.Kind == MonitoredKind.KeyArea) wasInKeyArea = true;
            else if (one.Kind == MonitoredKind.IsolationHome && isolation == Isolation.None) isolation = Isolation.Home;
            else if (one.Kind == MonitoredKind.IsolationCentral && isolation == Isolation.None) isolation = Isolation.Central;
        }

        if (wasInKeyArea) _keyArea++;
        if (isolation == Isolation.Home) _isolatedHome++;
        if (isolation == Isolation.Central) _isolatedCentral++;
        if (needsFollowUp) _followedUp++;
        if (needsFollowUp && reported) _notNormal++;
    }

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
/// <param name="PersonId">Who.</param>
/// <param name="ToldAt">The unit in which it was given; null where nothing was.</param>
/// <param name="Answer">What was told.</param>
internal sealed record ToldRow(long PersonId, long? ToldAt, CheckInAnswer Answer)
{
    /// <summary>The columns that stand behind the person's id.</summary>
    public const string Columns = """
        c.unit_id, c.temperature_tenths, c.site, c.symptoms, c.travel, c.place, c.isolation, c.absence, c.contact, c.diseases,
        case when c.revision > 1 and c.status not in ('reported', 'exempt') then c.reported_at end, c.taken
        """;

    /// <summary>How many there are with the id.</summary>
    public const int Count = 13;

    /// <summary>When the answer was taken back (UTC); null where it stands, or there never was one.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>Has a temperature, and is not excused.</summary>
    public bool Reported => Answer.Status == CheckInStatus.Reported;

    /// <summary>Reads the person's id and the columns.</summary>
    public static ToldRow Read(IRow row) => new(row.GetInt64(0), row.NumberOrNull(1), row.IsNull(1) ? CheckInAnswer.Empty : ReadAnswer(row))
    {
        TakenBackAt = row.InstantOrNull(11),
    };

    private static CheckInAnswer ReadAnswer(IRow row) => new()
    {
        TemperatureTenths = row.Int32OrNull(2),
        Site = row.GetWord<MeasuringSite>(3),
        Symptoms = (Symptoms)row.GetInt32(4),
        Travel = row.GetWord<Travel>(5),
        Place = row.TextOrNull(6),
        Isolation = row.GetWord<Isolation>(7),
        Absence = row.GetWord<Absence>(8),
        Contact = row.GetBoolean(9),
        Diseases = (Diseases)row.GetInt32(10),
        Taken = CheckInRow.ReadTaken(row.TextOrNull(12)),
    };
}
