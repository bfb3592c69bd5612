using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.CheckIns;

/// <summary>The school day of a unit: its time zone, its calendar, its slots. Pure: every question takes the instant.</summary>
public sealed record SchoolDaySchedule
{
    /// <summary>The unit's time zone.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Which days are school days.</summary>
    public SchoolCalendar Calendar { get; init; } = new();

    /// <summary>The slots in the order of the day; at least one.</summary>
    public IReadOnlyList<SlotSchedule> Slots { get; init; } = [new()];

    /// <summary>When nobody is written to unasked.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.Default;

    /// <summary>The local day of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => TimeZone.DayOf(instant);

    /// <summary>The local time of an instant.</summary>
    public TimeOnly TimeOf(DateTimeOffset instant) => TimeZone.TimeOf(instant);

    /// <summary>True where nobody may be written to unasked at that instant.</summary>
    public bool IsQuiet(DateTimeOffset instant) => Quiet.Contains(TimeOf(instant));

    /// <summary>The instant itself, or the end of the quiet hours in which it lies.</summary>
    public DateTimeOffset AfterQuiet(DateTimeOffset instant)
    {
        if (!IsQuiet(instant)) return instant;
        var day = DayOf(instant);
        return TimeZone.ToInstant(TimeOf(instant) < Quiet.Until ? day : day.AddDays(1), Quiet.Until);
    }

    /// <summary>The school day of one person: only boarders have an evening slot.</summary>
    public SchoolDaySchedule For(Person person) =>
        person.IsBoarder || !Slots.Any(slot => slot.IsForBoarders) ? this : this with { Slots = [.. Slots.Where(slot => !slot.IsForBoarders)] };

    /// <summary>
    /// The day and slot to which an answer given at that instant belongs: the slot that opened last;
    /// before the first has opened, the first (a family that is early has reported).
    /// </summary>
    public CheckInWindow WindowAt(DateTimeOffset instant)
    {
        var day = DayOf(instant);
        var time = TimeOf(instant);
        var slot = Slots.LastOrDefault(slot => slot.OpensAt <= time) ?? Slots[0];
        var school = Calendar.IsSchoolDay(day);
        var phase = !school ? WindowPhase.NoSchool
            : time < slot.OpensAt ? WindowPhase.BeforeOpening
            : time < slot.ClosesAt ? WindowPhase.Open
            : WindowPhase.AfterClosing;
        return new CheckInWindow(day, slot.Id, phase, Calendar.Previous(day) ?? day.AddDays(-1), TimeZone.GetUtcOffset(instant))
        {
            NextReminder = school ? slot.RemindAt.Where(remind => remind > time).Cast<TimeOnly?>().Min() : null,
            ClosesAt = school ? TimeZone.ToInstant(day, EndOf(slot)) : null,
        };
    }

    /// <summary>Like <see cref="WindowAt(DateTimeOffset)"/>, but an earlier slot of the same day where the event is about that slot.</summary>
    public CheckInWindow WindowAt(DateTimeOffset instant, DaySlot? about)
    {
        var window = WindowAt(instant);
        return about is { } earlier && earlier.Day == window.Day && earlier.Slot != window.Slot && Slot(earlier.Slot) is not null
            ? window with { Slot = earlier.Slot, LaterSlot = window.Slot }
            : window;
    }

    // Once the next one is open, nobody is asked about it any more.
    private TimeOnly EndOf(SlotSchedule slot) =>
        Slots.FirstOrDefault(next => next.OpensAt > slot.OpensAt) is { } next && next.OpensAt < slot.ClosesAt ? next.OpensAt : slot.ClosesAt;

    /// <summary>The slot with that id; null where this school day does not have it.</summary>
    public SlotSchedule? Slot(string id) => Slots.FirstOrDefault(slot => slot.Id == id);

    /// <summary>Travel is asked once a day, in the first slot.</summary>
    public bool AsksTravelIn(string slot) => Slots[0].Id == slot;

    /// <summary>The events of a day in their order; none on a day without school.</summary>
    public IReadOnlyList<SchoolDayEvent> EventsOf(DateOnly day) => !Calendar.IsSchoolDay(day)
        ? []
        : [.. Slots.SelectMany(slot => slot.Events().Select(e => At(day, slot, e.Kind, e.Time))).OrderBy(e => e.At)];

    /// <summary>The first event after an instant, of one kind or of any; null where no school day follows within a year.</summary>
    public SchoolDayEvent? NextEvent(DateTimeOffset after, SchoolDayEventKind? kind = null)
    {
        for (DateOnly? day = DayOf(after); day is { } d; day = Calendar.Next(d))
        {
            var next = EventsOf(d).FirstOrDefault(e => e.At > after && (kind is null || e.Kind == kind));
            if (next is not null) return next;
            if (EventsOf(d) is { Count: > 0 } events && events[0].At > after) return null;
        }

        return null;
    }

    /// <summary>The last event at or before an instant, of one kind or of any; null where no school day precedes within a year.</summary>
    public SchoolDayEvent? PreviousEvent(DateTimeOffset at, SchoolDayEventKind? kind = null)
    {
        for (DateOnly? day = DayOf(at); day is { } d; day = Calendar.Previous(d))
        {
            var events = EventsOf(d);
            var previous = events.LastOrDefault(e => e.At <= at && (kind is null || e.Kind == kind));
            if (previous is not null) return previous;
            if (events.Count > 0 && events[^1].At <= at) return null;
        }

        return null;
    }

    private SchoolDayEvent At(DateOnly day, SlotSchedule slot, SchoolDayEventKind kind, TimeOnly time) =>
        new(kind, day, slot.Id, time, TimeZone.ToInstant(day, time));
}
