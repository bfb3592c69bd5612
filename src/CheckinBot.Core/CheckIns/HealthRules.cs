using CheckinBot.Core.Reading;

namespace CheckinBot.Core.CheckIns;

/// <summary>
/// From which temperature a reading is a fever, by measuring site, in tenths of a degree Celsius.
/// Axillary 37.3: notices of mainland schools 2020–22. Ear 38.0: Taiwanese school notices 2020 (额温 ≥ 37.5, 耳温 ≥ 38.0).
/// Where no national figure is known (forehead on the mainland, wrist, rectal) the axillary line holds: rather one question too many.
/// </summary>
public sealed record FeverLines
{
    /// <summary>The default lines.</summary>
    public static FeverLines Default { get; } = new();

    /// <summary>Under the arm, and wherever the site is not said.</summary>
    public int Axillary { get; init; } = 373;

    /// <summary>Forehead.</summary>
    public int Forehead { get; init; } = 373;

    /// <summary>Ear.</summary>
    public int Ear { get; init; } = 380;

    /// <summary>Mouth.</summary>
    public int Oral { get; init; } = 373;

    /// <summary>Rectal.</summary>
    public int Rectal { get; init; } = 373;

    /// <summary>Wrist.</summary>
    public int Wrist { get; init; } = 373;

    /// <summary>The lowest line of all sites: below it nothing is a fever, wherever it was taken.</summary>
    public int Lowest => Enum.GetValues<MeasuringSite>().Min(For);

    /// <summary>The line of a site: this temperature and above is a fever.</summary>
    public int For(MeasuringSite site) => site switch
    {
        MeasuringSite.Forehead => Forehead,
        MeasuringSite.Ear => Ear,
        MeasuringSite.Oral => Oral,
        MeasuringSite.Rectal => Rectal,
        MeasuringSite.Wrist => Wrist,
        _ => Axillary,
    };
}

/// <summary>A place whose returners are followed up, while it is on the list.</summary>
/// <param name="Name">The place as configured.</param>
public sealed record KeyArea(string Name)
{
    /// <summary>The first day on the list; null for always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on the list; null for ever.</summary>
    public DateOnly? To { get; init; }

    /// <summary>A place that is on the list for ever.</summary>
    public static implicit operator KeyArea(string name) => new(name);

    /// <summary>On the list on that day.</summary>
    public bool HoldsOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);
}

/// <summary>The health rules that hold in a unit; the nearest ancestor's configuration wins.</summary>
public sealed record HealthRules
{
    /// <summary>The rules without any configuration.</summary>
    public static HealthRules Default { get; } = new();

    /// <summary>From when a reading is a fever.</summary>
    public FeverLines Fever { get; init; } = FeverLines.Default;

    /// <summary>The lowest reading that is stored without a question, tenths of °C.</summary>
    public int PlausibleFromTenths { get; init; } = 350;

    /// <summary>The highest reading that is stored without a question, tenths of °C.</summary>
    public int PlausibleToTenths { get; init; } = 420;

    /// <summary>Places whose returners are followed up, as configured.</summary>
    public IReadOnlyList<KeyArea> KeyAreas { get; init; } = [];

    /// <summary>How many days back a trip counts. 14: return-to-school notices 2020–22.</summary>
    public int MonitorDays { get; init; } = 14;

    /// <summary>Names of the home area; being there is no trip.</summary>
    public IReadOnlyList<string> HomeArea { get; init; } = [];

    /// <summary>The answer reaches the fever line of its site, or fever was told in words.</summary>
    public bool IsFever(CheckInAnswer answer) =>
        answer.Symptoms.HasFlag(Symptoms.Fever) || answer.TemperatureTenths >= Fever.For(answer.Site);

    /// <summary>
    /// Somebody has to follow this person up: fever or a symptom, an infectious disease, ill at home or in hospital, back from a key area, in
    /// contact with a case, in quarantine. The digest counts by the same rule.
    /// </summary>
    public bool NeedsFollowUp(CheckInAnswer answer, DateOnly day) =>
        NeedsFollowUp(answer, answer.Travel == Travel.Yes && KeyAreaOf(answer.Place, day) is not null);

    /// <summary>The same, where it is known already whether they are back from a key area.</summary>
    public bool NeedsFollowUp(CheckInAnswer answer, bool wasInKeyArea) =>
        wasInKeyArea || IsFever(answer) || (answer.Symptoms & ~Symptoms.Fever) != 0 || answer.Diseases != Diseases.None || answer.Contact || answer.Isolation != Isolation.None
        || answer.Absence is Absence.IllAtHome or Absence.Hospital;

    /// <summary>
    /// The first key area of a day in which a place as typed lies, whatever name or script either is in; null where it lies in none.
    /// </summary>
    public string? KeyAreaOf(string? place, DateOnly day) =>
        string.IsNullOrWhiteSpace(place) ? null : KeyAreas.FirstOrDefault(area => area.HoldsOn(day) && Gazetteer.Instance.IsIn(place, area.Name))?.Name;
}
