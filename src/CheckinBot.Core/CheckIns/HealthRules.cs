using CheckinBot.Core.Places;

namespace CheckinBot.Core.CheckIns;

/// <summary>The health rules that hold in a unit; the nearest ancestor's configuration wins.</summary>
public sealed record HealthRules
{
    /// <summary>The rules without any configuration.</summary>
    public static HealthRules Default { get; } = new();

    /// <summary>The temperatures from which a reading is a fever.</summary>
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

    /// <summary>
    /// Any reading of the day reaches the fever line of its site, or fever was told in words. A later, lower reading does not
    /// end it: a fever told on a day stays that day's fever.
    /// </summary>
    public bool IsFever(CheckInAnswer answer) => answer.Symptoms.HasFlag(Symptoms.Fever) || HasFeverReading(answer);

    /// <summary>A reading of the day reaches the fever line of its site.</summary>
    public bool HasFeverReading(CheckInAnswer answer) => Peak(answer) is { } peak && IsFever(peak);

    /// <summary>The fever of the day has fallen: an earlier reading reaches its line, and the latest does not.</summary>
    public bool HasFallen(CheckInAnswer answer) => HasFeverReading(answer) && !IsFever(answer.Readings[^1]);

    /// <summary>The reading of the day that counts, the one that lies highest above the line of its site; null where none was told.</summary>
    public TakenTemperature? Peak(CheckInAnswer answer) => Peak(answer.Readings);

    /// <summary>The same of readings.</summary>
    public TakenTemperature? Peak(IEnumerable<TakenTemperature> readings) => readings.MaxBy(reading => reading.Tenths - Fever.For(reading.Site));

    /// <summary>A reading reaches the fever line of its site.</summary>
    public bool IsFever(TakenTemperature reading) => reading.Tenths >= Fever.For(reading.Site);

    /// <summary>
    /// Whether somebody has to follow this person up: fever or a symptom, an infectious disease, ill at home or in
    /// hospital, back from a key area, in contact with a case, in quarantine. The digest counts by the same rule.
    /// </summary>
    public bool NeedsFollowUp(CheckInAnswer answer, DateOnly day) =>
        NeedsFollowUp(answer, answer.Travel == Travel.Yes && KeyAreaOf(answer.Place, day) is not null);

    /// <summary>The same, where the caller knows whether they are back from a key area.</summary>
    public bool NeedsFollowUp(CheckInAnswer answer, bool wasInKeyArea) =>
        wasInKeyArea || IsIll(answer) || answer.Contact || answer.Isolation != Isolation.None;

    /// <summary>Fever or a symptom, an infectious disease, ill at home or in hospital.</summary>
    public bool IsIll(CheckInAnswer answer) =>
        IsFever(answer) || answer.Symptoms != Symptoms.None || answer.Diseases != Diseases.None || answer.Absence is Absence.IllAtHome or Absence.Hospital;

    /// <summary>
    /// The first key area of that day in which a typed place lies, whatever name or script either is written in; null where
    /// it lies in none.
    /// </summary>
    public string? KeyAreaOf(string? place, DateOnly day) =>
        string.IsNullOrWhiteSpace(place) ? null : KeyAreas.FirstOrDefault(area => area.HoldsOn(day) && Gazetteer.Instance.IsIn(place, area.Name))?.Name;
}
