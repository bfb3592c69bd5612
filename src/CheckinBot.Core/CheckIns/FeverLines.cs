namespace CheckinBot.Core.CheckIns;

/// <summary>
/// The temperature from which a reading is a fever, by measuring site, in tenths of a degree Celsius. Axillary 37.3:
/// notices of mainland schools 2020–22. Ear 38.0: Taiwanese school notices 2020 (额温 ≥ 37.5, 耳温 ≥ 38.0). Where no national
/// figure is known (forehead on the mainland, wrist, rectal) the axillary line holds: one question too many is better than
/// one too few.
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
