using System.Globalization;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Configuration;

/// <summary>The hours of a school day, in the unit's time zone, and the days that are school days.</summary>
public sealed record SchoolDayOptions
{
    private static readonly string[] AllSlots = [CheckInWindow.Morning, SlotSchedule.NoonId, SlotSchedule.EveningId];

    /// <summary>The time zone of units that name none of their own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The weekdays that are school days.</summary>
    public required IReadOnlySet<DayOfWeek> Days { get; init; }

    /// <summary>Days off.</summary>
    public required IReadOnlyList<DateRange> Holidays { get; init; }

    /// <summary>Days on which there is school although it is a weekend or a holiday (调休).</summary>
    public required IReadOnlyList<DateRange> MakeUpDays { get; init; }

    /// <summary>The hours in which nobody is written to unasked.</summary>
    public required QuietHours Quiet { get; init; }

    /// <summary>
    /// The check-ins of a day with their times. The first one's are <c>SchoolDay:OpensAt</c> and so on, a later one's
    /// <c>SchoolDay:Noon:OpensAt</c>, <c>SchoolDay:Evening:OpensAt</c>. The default cut-off of the first lies before 10:00,
    /// a usual morning deadline of 2020–22; deadlines seen: 08:00, 09:30, 10:00, 12:00, 13:00, 15:00 (淮北市教育局 2020-02-02: 13:00).
    /// </summary>
    public required IReadOnlyList<SlotSchedule> Slots { get; init; }

    /// <summary>When the first check-in of the day opens.</summary>
    public TimeOnly OpensAt => Slots[0].OpensAt;

    /// <summary>When families that have not answered are reminded.</summary>
    public IReadOnlyList<TimeOnly> RemindAt => Slots[0].RemindAt;

    internal static SchoolDayOptions Read(ConfigurationReader reader)
    {
        var zone = reader.Text(
            "SchoolDay:TimeZone", "Asia/Shanghai", new(phrases => phrases.AllowedTimeZone), text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out _));
        Allowed days = new(phrases => phrases.AllowedDates);
        return new SchoolDayOptions
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            Days = Weekdays.Parse(reader.Text("SchoolDay:Days", "Mon-Fri", new(phrases => phrases.AllowedWeekdays), text => Weekdays.Parse(text) is not null))!,
            Holidays = reader.List("SchoolDay:Holidays", [], days, DateRange.Parse),
            MakeUpDays = reader.List("SchoolDay:MakeUpDays", [], days, DateRange.Parse),
            Quiet = ReadQuiet(reader),
            Slots = ReadSlots(reader),
        };
    }

    /// <summary>The schedule of units that set nothing of their own.</summary>
    public SchoolDaySchedule ToSchedule() => new()
    {
        TimeZone = TimeZone,
        Calendar = new SchoolCalendar
        {
            Days = Days,
            Holidays = Holidays.SelectMany(range => range.Days()).ToHashSet(),
            MakeUpDays = MakeUpDays.SelectMany(range => range.Days()).ToHashSet(),
        },
        Slots = Slots,
        Quiet = Quiet,
    };

    private static QuietHours ReadQuiet(ConfigurationReader reader)
    {
        const string Key = "SchoolDay:QuietHours";
        var quiet = QuietHours.Default;
        var (from, until) = reader.Value(
            Key, (quiet.From, quiet.Until), new(phrases => phrases.AllowedHours), ParseHours,
            hours => string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH:mm}-{hours.Until:HH:mm}"));
        return new QuietHours(from, until);
    }

    private static (TimeOnly From, TimeOnly Until)? ParseHours(string text) =>
        text.Split('-', StringSplitOptions.TrimEntries) is [var from, var until]
        && TimeOnly.TryParseExact(from, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && TimeOnly.TryParseExact(until, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            ? (first, last)
            : null;

    private static SlotSchedule[] ReadSlots(ConfigurationReader reader)
    {
        Allowed allowed = new(phrases => phrases.AllowedSlots);
        var ids = reader.Texts("SchoolDay:Slots", [CheckInWindow.Morning], allowed, AllSlots.Contains);
        // An evening slot is for boarders only: with no other slot, everybody else would have no check-in at all.
        if (ids.Count == 0 || ids[0] == SlotSchedule.EveningId || ids.Distinct().Count() != ids.Count)
            throw BadConfigurationException.NotAllowed("SchoolDay:Slots", string.Join(',', ids), allowed);
        var times = AllSlots.Skip(1)
            .ToDictionary(id => id, id => ReadTimes(reader, $"SchoolDay:{char.ToUpperInvariant(id[0])}{id[1..]}:", SlotSchedule.Usual(id)));
        // Only the first check-in, the only one of most schools, escalates by default; a later one does where it is set.
        times[""] = ReadTimes(reader, "SchoolDay:", new SlotSchedule { EscalateAt = new TimeOnly(9, 0) });
        SlotSchedule[] slots = [.. ids.Select((id, index) => index == 0 ? times[""] with { Id = id } : times[id])];
        foreach (var (slot, next) in slots.Zip(slots.Skip(1)))
        {
            if (next.OpensAt <= slot.OpensAt)
                throw BadConfigurationException.NotAllowed(
                    KeyOf(next), Text(next.OpensAt), new(phrases => phrases.AllowedAfter(slot == slots[0] ? "SchoolDay:OpensAt" : KeyOf(slot), slot.OpensAt)));
        }

        return slots;

        static string KeyOf(SlotSchedule slot) => $"SchoolDay:{char.ToUpperInvariant(slot.Id[0])}{slot.Id[1..]}:OpensAt";
    }

    private static SlotSchedule ReadTimes(ConfigurationReader reader, string section, SlotSchedule usual)
    {
        var slot = usual with
        {
            OpensAt = reader.Time($"{section}OpensAt", usual.OpensAt),
            RemindAt = reader.Times($"{section}RemindAt", usual.RemindAt),
            PingTeacherAt = reader.OptionalTime($"{section}PingTeacherAt", usual.PingTeacherAt),
            EscalateAt = reader.OptionalTime($"{section}EscalateAt", usual.EscalateAt),
            EscalateUpMinutes = reader.Integer($"{section}EscalateUpMinutes", usual.EscalateUpMinutes, 5, 240),
            DigestAt = reader.Times($"{section}DigestAt", usual.DigestAt),
            SignOffMinutes = reader.Integer($"{section}SignOffMinutes", usual.SignOffMinutes, 0, 720),
            ClosesAt = reader.Time($"{section}ClosesAt", usual.ClosesAt),
        };
        MustComeAfterOpening(slot, section, "ClosesAt", slot.ClosesAt);
        if (slot.PingTeacherAt is { } ping) MustComeAfterOpening(slot, section, "PingTeacherAt", ping);
        if (slot.EscalateAt is { } escalate) MustComeAfterOpening(slot, section, "EscalateAt", escalate);
        foreach (var time in slot.RemindAt) MustComeAfterOpening(slot, section, "RemindAt", time);
        foreach (var time in slot.DigestAt) MustComeAfterOpening(slot, section, "DigestAt", time);
        return slot;
    }

    private static void MustComeAfterOpening(SlotSchedule slot, string section, string key, TimeOnly time)
    {
        if (time <= slot.OpensAt)
            throw BadConfigurationException.NotAllowed($"{section}{key}", Text(time), new(phrases => phrases.AllowedAfter($"{section}OpensAt", slot.OpensAt)));
        if (time > slot.ClosesAt)
            throw BadConfigurationException.NotAllowed(
                $"{section}{key}", Text(time), new(phrases => phrases.AllowedNotAfter($"{section}ClosesAt", slot.ClosesAt)));
    }

    private static string Text(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
