using CheckinBot.Core.CheckIns;

namespace CheckinBot.Configuration;

/// <summary>The hours of a school day, in the unit's time zone, and the days that are school days.</summary>
public sealed record SchoolDayOptions
{
    /// <summary>The time zone of units that name none of their own.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>When the groups' card appears and a check-in counts for the day.</summary>
    public TimeOnly OpensAt { get; init; }

    /// <summary>When families that have not answered are reminded.</summary>
    public required IReadOnlyList<TimeOnly> RemindAt { get; init; }

    /// <summary>When class teachers get the names still missing.</summary>
    public TimeOnly PingTeacherAt { get; init; }

    /// <summary>When schools are told which classes are not complete.</summary>
    public TimeOnly EscalateAt { get; init; }

    /// <summary>
    /// When digests go up the line. The first default lies before 10:00, a usual morning deadline of 2020–22;
    /// deadlines seen: 08:00, 09:30, 10:00, 12:00, 13:00, 15:00 (淮北市教育局 2020-02-02: 13:00).
    /// </summary>
    public required IReadOnlyList<TimeOnly> DigestAt { get; init; }

    /// <summary>When the day is closed.</summary>
    public TimeOnly ClosesAt { get; init; }

    /// <summary>The weekdays that are school days.</summary>
    public required IReadOnlySet<DayOfWeek> Days { get; init; }

    /// <summary>Days off.</summary>
    public required IReadOnlyList<DateRange> Holidays { get; init; }

    /// <summary>The check-ins of a day, of <c>morning</c>, <c>noon</c>, <c>evening</c>.</summary>
    public required IReadOnlyList<string> Slots { get; init; }

    internal static SchoolDayOptions Read(ConfigurationReader reader)
    {
        var zone = reader.Text("SchoolDay:TimeZone", "Asia/Shanghai", "an IANA time zone such as Asia/Shanghai, Asia/Taipei, Asia/Singapore", text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out _));
        var options = new SchoolDayOptions
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            OpensAt = reader.Time("SchoolDay:OpensAt", new TimeOnly(6, 30)),
            RemindAt = reader.Times("SchoolDay:RemindAt", new TimeOnly(7, 30), new TimeOnly(8, 15)),
            PingTeacherAt = reader.Time("SchoolDay:PingTeacherAt", new TimeOnly(8, 30)),
            EscalateAt = reader.Time("SchoolDay:EscalateAt", new TimeOnly(9, 0)),
            DigestAt = reader.Times("SchoolDay:DigestAt", new TimeOnly(9, 30), new TimeOnly(17, 0)),
            ClosesAt = reader.Time("SchoolDay:ClosesAt", new TimeOnly(23, 59)),
            Days = Weekdays.Parse(reader.Text("SchoolDay:Days", "Mon-Fri", "weekdays such as Mon-Fri or Mon,Wed,Sat", text => Weekdays.Parse(text) is not null))!,
            Holidays = reader.List("SchoolDay:Holidays", [], "a date yyyy-MM-dd or a range yyyy-MM-dd..yyyy-MM-dd", DateRange.Parse),
            Slots = reader.Texts("SchoolDay:Slots", ["morning"], "morning, noon or evening", text => text is "morning" or "noon" or "evening"),
        };
        MustComeAfterOpening(options, "SchoolDay:ClosesAt", options.ClosesAt);
        MustComeAfterOpening(options, "SchoolDay:PingTeacherAt", options.PingTeacherAt);
        MustComeAfterOpening(options, "SchoolDay:EscalateAt", options.EscalateAt);
        foreach (var time in options.RemindAt) MustComeAfterOpening(options, "SchoolDay:RemindAt", time);
        foreach (var time in options.DigestAt) MustComeAfterOpening(options, "SchoolDay:DigestAt", time);
        return options;
    }

    /// <summary>The schedule of units that set nothing of their own. The times are the first slot's; later slots keep their usual ones.</summary>
    public SchoolDaySchedule ToSchedule() => new()
    {
        TimeZone = TimeZone,
        Calendar = new SchoolCalendar { Days = Days, Holidays = Holidays.SelectMany(range => range.Days()).ToHashSet() },
        Slots =
        [
            .. Slots.Select((id, index) => index > 0 ? SlotSchedule.Usual(id) : new SlotSchedule
            {
                Id = id,
                OpensAt = OpensAt,
                RemindAt = RemindAt,
                PingTeacherAt = PingTeacherAt,
                EscalateAt = EscalateAt,
                DigestAt = DigestAt,
                ClosesAt = ClosesAt,
            }),
        ],
    };

    private static void MustComeAfterOpening(SchoolDayOptions options, string key, TimeOnly time)
    {
        if (time <= options.OpensAt) throw BadConfigurationException.NotAllowed(key, $"{time:HH:mm}", $"a time after SchoolDay:OpensAt ({options.OpensAt:HH:mm})");
        if (time > options.ClosesAt) throw BadConfigurationException.NotAllowed(key, $"{time:HH:mm}", $"a time not after SchoolDay:ClosesAt ({options.ClosesAt:HH:mm})");
    }
}
