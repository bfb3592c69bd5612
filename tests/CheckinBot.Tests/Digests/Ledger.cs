using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using static CheckinBot.Tests.Digests.TwoSchools;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// What was meant, by person, day and slot, and who belonged where: kept by the side of the product while a week is played, and
/// counted by plain sums.
/// </summary>
internal sealed class Ledger
{
    private const int FollowedDays = 14;

    private readonly Dictionary<(long Person, DateOnly Day, string Slot), Meant> _told = [];
    private readonly Dictionary<long, List<(DateOnly From, long Unit)>> _places =
        Places.ToDictionary(one => one.Key, one => new List<(DateOnly, long)> { (DateOnly.MinValue, one.Value) });

    private readonly HashSet<long> _left = [];
    private readonly HashSet<(long School, DateOnly Day)> _holidays = [];

    public IEnumerable<Meant> All => _told.Values;

    /// <summary>What holds of a person now; null where nothing does.</summary>
    public Meant? this[long person, DateOnly day, string slot]
    {
        get => _told.GetValueOrDefault((person, day, slot));
        set
        {
            if (value is null) _told.Remove((person, day, slot));
            else _told[(person, day, slot)] = value;
        }
    }

    public void Moves(long person, DateOnly day, long to) => _places[person].Add((day, to));

    public void Leaves(long person) => _left.Add(person);

    public void HasHoliday(long school, DateOnly day) => _holidays.Add((school, day));

    /// <summary>The numbers of a unit.</summary>
    public DigestNumbers Count(long unit, DateOnly day, string slot) =>
        _places.Keys.Where(person => person != Official && !_left.Contains(person) && IsUnder(PlaceOn(person, day), unit))
            .Select(person => Of(person, day, slot)).Aggregate(default(DigestNumbers), (sum, one) => sum + one);

    private DigestNumbers Of(long person, DateOnly day, string slot)
    {
        var school = SchoolOf(PlaceOn(person, day));
        if (slot != CheckInWindow.Morning && school != FirstSchool) return default;
        var (told, followed) = (this[person, day, slot], Followed(person, day));
        var (keyArea, isolated) = (told?.InKeyArea == true || followed.KeyArea, told?.Isolated == true || followed.Isolated);
        var notable = told?.Notable == true || keyArea || isolated;
        var health = new DigestNumbers
        {
            Staff = IsStaff(person) ? 1 : 0,
            Fever = One(told?.Fever),
            FeverAbsent = One(told is { Fever: true, Reported: false }),
            Symptomatic = One(told?.Symptom),
            SymptomaticAbsent = One(told is { Symptom: true, Reported: false }),
            Diagnosed = One(told?.Diagnosed),
            Travelled = One(told?.Away),
            KeyArea = One(keyArea),
            IsolatedHome = One(isolated),
            UnderFollowUp = One(notable),
        };
        if (_holidays.Contains((school, day))) return health with { NoSchool = 1 };
        return health with
        {
            Expected = 1,
            Reported = One(told?.Reported),
            Exempt = One(told?.Absent),
            ExemptWithoutReason = One(told?.WithoutReason),
            Missing = One(told is not ({ Reported: true } or { Absent: true })),
            Normal = One(told?.Reported == true && !notable),
            TravelUnanswered = One(slot == CheckInWindow.Morning && told?.Reported == true && OwesTravel(person, day)),
        };
    }

    // Asked once a day: an answer at any time of the day is enough.
    private bool OwesTravel(long person, DateOnly day) => !_told.Any(one =>
        one.Key.Person == person && one.Key.Day == day && (one.Value.Away is not null || one.Value.TravelWaived));

    private (bool KeyArea, bool Isolated) Followed(long person, DateOnly day)
    {
        var told = _told.Where(one => one.Key.Person == person).ToList();
        // Everybody says "back since yesterday": that day counts as well, once it is known.
        return (told.Exists(one => one.Value.InKeyArea && IsIn(one.Key.Day.AddDays(-1))), told.Exists(one => one.Value.Isolated && IsIn(one.Key.Day)));

        bool IsIn(DateOnly since) => since <= day && day <= since.AddDays(FollowedDays);
    }

    private long PlaceOn(long person, DateOnly day) => _places[person].Last(one => one.From <= day).Unit;

    private static int One(bool? isSo) => isSo == true ? 1 : 0;

    private static bool IsStaff(long person) => person is Officer or SecondOfficer or 22 or 33 or 63;

    private static long SchoolOf(long unit) => unit is SecondSchool or ThirdClass ? SecondSchool : FirstSchool;

    private static bool IsUnder(long unit, long above) => above == County || unit == above || SchoolOf(unit) == above;
}
