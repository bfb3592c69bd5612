namespace CheckinBot.Tests.Digests;

/// <summary>What somebody meant by a message, written down by hand: nothing here was read, merged or stored by the product.</summary>
internal sealed record Meant
{
    /// <summary>At the armpit and where nothing else is said, 37.3 ℃ and more is a fever.</summary>
    private const double FeverFrom = 37.3;

    /// <summary>All temperatures of the day and slot.</summary>
    public IReadOnlyList<double> Degrees { get; init; } = [];

    /// <summary>A symptom other than fever.</summary>
    public bool Symptom { get; init; }

    /// <summary>Away, at home, or not said.</summary>
    public bool? Away { get; init; }

    /// <summary>Away in the key area, and back since the day before.</summary>
    public bool InKeyArea { get; init; }

    /// <summary>In quarantine at home.</summary>
    public bool Isolated { get; init; }

    /// <summary>Has an infectious disease, or may have.</summary>
    public bool Diagnosed { get; init; }

    /// <summary>Does not come today.</summary>
    public bool Absent { get; init; }

    /// <summary>Does not come, and nobody said why.</summary>
    public bool WithoutReason { get; init; }

    /// <summary>Does not come because of an illness.</summary>
    public bool IllAtHome { get; init; }

    /// <summary>The class teacher let the question about travel off, by name.</summary>
    public bool TravelWaived { get; init; }

    public bool Reported => !Absent && Degrees.Count > 0;

    public bool Fever => Degrees.Any(one => one >= FeverFrom);

    public bool Notable => Fever || Symptom || InKeyArea || Isolated || Diagnosed || IllAtHome;
}
