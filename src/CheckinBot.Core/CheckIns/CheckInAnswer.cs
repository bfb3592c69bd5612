namespace CheckinBot.Core.CheckIns;

/// <summary>How complete an answer is. Reported + missing + exempt = expected; partial counts as missing in every digest.</summary>
public enum CheckInStatus
{
    /// <summary>No answer, or one that was taken back.</summary>
    Missing,

    /// <summary>Something was told, but no temperature.</summary>
    Partial,

    /// <summary>The temperature is known; travel may be unknown.</summary>
    Reported,

    /// <summary>Excused by name with a reason.</summary>
    Exempt,
}

/// <summary>What is known of one person for one day and slot.</summary>
public sealed record CheckInAnswer
{
    /// <summary>Nothing told; stored, it means that an answer was taken back.</summary>
    public static CheckInAnswer Empty { get; } = new();

    /// <summary>The temperature that counts, in tenths of a degree Celsius.</summary>
    public int? TemperatureTenths { get; init; }

    /// <summary>Where it was taken.</summary>
    public MeasuringSite Site { get; init; }

    /// <summary>All readings told, in order; empty where there was only the one that counts.</summary>
    public IReadOnlyList<TakenTemperature> Taken { get; init; } = [];

    /// <summary>Symptoms told.</summary>
    public Symptoms Symptoms { get; init; }

    /// <summary>Seen a doctor; null where not told.</summary>
    public bool? SeenDoctor { get; init; }

    /// <summary>Left the home area?</summary>
    public Travel Travel { get; init; }

    /// <summary>Where to, as typed.</summary>
    public string? Place { get; init; }

    /// <summary>The day of return where told.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>Told to be still away.</summary>
    public bool StillAway { get; init; }

    /// <summary>Quarantine told.</summary>
    public Isolation Isolation { get; init; }

    /// <summary>Absence told, and its reason.</summary>
    public Absence Absence { get; init; }

    /// <summary>Contact with a case, or with somebody back from a key area.</summary>
    public bool Contact { get; init; }

    /// <summary>Infectious diseases told of the person, confirmed or suspected.</summary>
    public Diseases Diseases { get; init; }

    /// <summary>None of <see cref="Diseases"/> is told to be confirmed.</summary>
    public bool OnlySuspected { get; init; }

    /// <summary>The family has no thermometer today; the school measures.</summary>
    public bool NoThermometer { get; init; }

    /// <summary>Told in words to be well, without a number.</summary>
    public bool NormalSaid { get; init; }

    /// <summary>A fever reducer was told to be taken: a reading after it says little.</summary>
    public bool FeverReducer { get; init; }

    /// <summary>Why nobody answers for travel today.</summary>
    public TravelWaiver TravelWaiver { get; init; }

    /// <summary>Every reading of the day and slot, in the order in which they were told; the last one is <see cref="TemperatureTenths"/>.</summary>
    public IReadOnlyList<TakenTemperature> Readings =>
        Taken.Count > 0 || TemperatureTenths is not { } only ? Taken : [new(only, Site, null)];

    /// <summary>How this person stands.</summary>
    public Accounted Accounted => Status switch
    {
        CheckInStatus.Reported => Accounted.Reported,
        CheckInStatus.Exempt => Absence == Absence.Unspecified ? Accounted.NoReason : Accounted.Excused,
        _ => Accounted.Missing,
    };

    /// <summary>How complete this is.</summary>
    public CheckInStatus Status =>
        Absence != Absence.None ? CheckInStatus.Exempt
        : TemperatureTenths is not null ? CheckInStatus.Reported
        : this == Empty ? CheckInStatus.Missing
        : CheckInStatus.Partial;

    /// <summary>Two answers are equal when they say the same; readings are compared one by one.</summary>
    public bool Equals(CheckInAnswer? other) => other is not null
        && TemperatureTenths == other.TemperatureTenths && Site == other.Site
        && Taken.SequenceEqual(other.Taken)
        && Symptoms == other.Symptoms && SeenDoctor == other.SeenDoctor
        && Travel == other.Travel && Place == other.Place && ReturnedOn == other.ReturnedOn && StillAway == other.StillAway
        && Isolation == other.Isolation && Absence == other.Absence && Contact == other.Contact
        && Diseases == other.Diseases && OnlySuspected == other.OnlySuspected
        && NoThermometer == other.NoThermometer && NormalSaid == other.NormalSaid
        && FeverReducer == other.FeverReducer && TravelWaiver == other.TravelWaiver;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(TemperatureTenths, Site, Symptoms, Travel, Place, Absence, Diseases, Taken.Count);
}
