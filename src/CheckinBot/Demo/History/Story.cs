using CheckinBot.Core.CheckIns;

namespace CheckinBot.Demo.History;

/// <summary>Somebody who was not simply well on one of the days before the demo.</summary>
/// <param name="Day">The day, from 0.</param>
/// <param name="Class">The class, from 0 in the order of the roster.</param>
/// <param name="Family">Which of the class's prompt families, from 0.</param>
/// <param name="At">When it was told.</param>
/// <param name="Answer">What was told.</param>
internal sealed record Chapter(int Day, int Class, int Family, TimeOnly At, CheckInAnswer Answer);

/// <summary>
/// What happened in the county before the demo begins: families learn to answer, and a cough goes through one class. One pupil has a
/// fever, then three, then five; one of them has influenza; after the weekend it fades, and nobody of the class is ill at the end.
/// </summary>
internal static class Story
{
    /// <summary>School days that are told: with the demo's own they fill the picture of fourteen days.</summary>
    public const int Days = 13;

    private const int Cluster = 1;
    private const Symptoms Cough = Symptoms.Cough;

    /// <summary>How many of each class nobody answers for until the end of the day.</summary>
    public static int[][] Silent { get; } =
    [
        [3, 2, 2, 1], [2, 2, 1, 1], [1, 1, 1, 0],
        [2, 1, 1, 1], [1, 0, 1, 0], [0, 0, 1, 0], [1, 0, 0, 1], [0, 0, 0, 0],
        [2, 1, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0],
    ];

    /// <summary>Everybody who is not simply well.</summary>
    /// <param name="days">The days that are told, the oldest first.</param>
    /// <param name="zone">The county's time zone.</param>
    public static IReadOnlyList<Chapter> Of(IReadOnlyList<DateOnly> days, TimeZoneInfo zone) => [.. Coughing(), .. Others(days, zone)];

    private static IEnumerable<Chapter> Coughing() =>
    [
        new(5, Cluster, 0, new(7, 2), Ill(384)),
        new(6, Cluster, 0, new(6, 49), AtHome(379)),
        new(6, Cluster, 1, new(6, 58), Ill(380)),
        new(6, Cluster, 2, new(7, 21), Ill(378, Cough | Symptoms.SoreThroat)),
        new(7, Cluster, 1, new(6, 41), AtHome(386) with { Absence = Absence.Hospital, Diseases = Diseases.Influenza }),
        new(7, Cluster, 0, new(6, 44), AtHome(375)),
        new(7, Cluster, 2, new(6, 52), AtHome(382)),
        new(7, Cluster, 3, new(7, 5), Ill(379)),
        new(7, Cluster, 4, new(7, 33), Ill(383)),
        new(8, Cluster, 2, new(6, 50), AtHome(376)),
        new(8, Cluster, 3, new(6, 57), AtHome(380)),
        new(8, Cluster, 4, new(7, 1), AtHome(374)),
        new(8, Cluster, 5, new(7, 15), Ill(379)),
        new(9, Cluster, 4, new(6, 48), AtHome(369)),
        new(9, Cluster, 5, new(6, 55), AtHome(377)),
        new(10, Cluster, 5, new(6, 53), AtHome(368)),
    ];

    /// <summary>What goes on beside it, as in any school.</summary>
    private static IEnumerable<Chapter> Others(IReadOnlyList<DateOnly> days, TimeZoneInfo zone) =>
    [
        new(2, 0, 0, new(7, 4), Ill(369, Cough | Symptoms.RunnyNose)),
        new(3, 0, 0, new(6, 59), AtHome(371)),
        new(3, 2, 0, new(7, 8), Well(364) with { Travel = Travel.Yes, Place = "郑州", ReturnedOn = days[3].AddDays(-1) }),
        new(8, 2, 1, new(7, 11), AtHome(368, Symptoms.Diarrhoea | Symptoms.StomachAche)),
        new(9, 2, 1, new(7, 6), AtHome(366, Symptoms.Diarrhoea)),
        new(9, 0, 1, new(7, 18), Well(null) with { Absence = Absence.Leave }),
        new(11, 3, 0, new(7, 24), Ill(376, Symptoms.Headache)),
        new(12, 3, 0, new(7, 9), AtHome(372, Symptoms.Headache)),
        new(12, 0, 2, new(7, 13), Ill(368, Symptoms.RunnyNose)),
        // Well in the morning and fetched from school at noon: whoever had signed by then signs again.
        new(11, 0, 3, new(6, 50), Well(367)),
        new(11, 0, 3, new(11, 20), Ill(380, Symptoms.None) with
        {
            Taken =
            [
                new(367, MeasuringSite.Unspecified, null) { At = zone.ToInstant(days[11], new(6, 50)) },
                new(380, MeasuringSite.Unspecified, null) { At = zone.ToInstant(days[11], new(11, 20)) },
            ],
        }),
        new(12, 0, 3, new(6, 46), AtHome(378)),
    ];

    public static CheckInAnswer Well(int? tenths) => new() { TemperatureTenths = tenths, Travel = Travel.No };

    private static CheckInAnswer Ill(int tenths, Symptoms signs = Cough) => Well(tenths) with { Symptoms = signs, SeenDoctor = false };

    private static CheckInAnswer AtHome(int tenths, Symptoms signs = Cough) =>
        Ill(tenths, signs) with { Absence = Absence.IllAtHome, SeenDoctor = true };
}
