namespace CheckinBot.Core.CheckIns;

/// <summary>
/// Who is monitored until when: a return from a key area, contact and quarantine last for <see cref="HealthRules.MonitorDays"/>
/// whatever is answered on a later day. Silence, or "not away" two days after, takes nobody out of it; what takes it back is a new
/// revision of the very check-in that told it.
/// </summary>
public static class Monitoring
{
    /// <summary>Whether an answer tells of anything that is monitored.</summary>
    public static bool Opens(CheckInAnswer answer, DateOnly day, HealthRules rules) => Spans(0, answer, day, "", rules).Any();

    /// <summary>What follows from the current check-ins of one person, in the order in which it was told.</summary>
    /// <param name="checkIns">Current revisions, the earliest day first.</param>
    /// <param name="rules">Key areas and the number of days.</param>
    /// <param name="ended">Of what is stored, what somebody ended: it is not taken up again by what was told before that.</param>
    public static IReadOnlyList<Monitored> Of(IEnumerable<CheckIn> checkIns, HealthRules rules, IReadOnlyList<Monitored>? ended = null)
    {
        var spans = new List<Monitored>();
        foreach (var told in checkIns.OrderBy(one => one.Day).ThenBy(one => Array.IndexOf(SlotSchedule.Ids, one.Slot)))
        {
            foreach (var span in Spans(told.PersonId, told.Answer, told.Day, told.Slot, rules))
            {
                var known = spans.FindIndex(other => other.Kind == span.Kind && GoesOn(other, told, ended ?? []) && IsSamePlace(other, span, told.Day, rules));
                if (known < 0)
                {
                    EndOtherQuarantine(spans, span);
                    spans.Add(span);
                }
                else
                {
                    spans[known] = Continued(spans[known], span, told.Answer);
                }
            }
        }

        return spans;
    }

    /// <summary>What changes in the store so that it says what follows from the check-ins.</summary>
    /// <param name="stored">What is stored of the person, closed ones too, told on <paramref name="from"/> or later.</param>
    /// <param name="spans">What follows from the check-ins from that day on.</param>
    /// <param name="now">The present instant.</param>
    public static MonitoringChanges Changes(IReadOnlyList<Monitored> stored, IReadOnlyList<Monitored> spans, DateTimeOffset now)
    {
        var changes = new MonitoringChanges([], []);
        var left = stored.ToList();
        foreach (var span in spans)
        {
            var known = left.Find(one => IsSame(one, span));
            if (known is null)
            {
                changes.Opened.Add(span);
                continue;
            }

            left.Remove(known);
            // What somebody ended stays ended, whoever corrects something else of that day.
            if (known.End is MonitoredEnd.Denied or MonitoredEnd.Released) continue;
            var current = known with { Since = span.Since, Until = span.Until, Place = span.Place, End = null, ClosedAt = null };
            if (current != known) changes.Changed.Add(current);
        }

        changes.Changed.AddRange(left.Where(one => one.End is null).Select(one => one with { End = MonitoredEnd.Corrected, ClosedAt = now }));
        return changes;
    }

    private static IEnumerable<Monitored> Spans(long personId, CheckInAnswer answer, DateOnly day, string slot, HealthRules rules)
    {
        if (answer.Travel == Travel.Yes && rules.KeyAreaOf(answer.Place, day) is not null)
        {
            var since = answer.ReturnedOn is { } back && back < day ? back : day;
            if (since.AddDays(rules.MonitorDays) >= day) yield return New(MonitoredKind.KeyArea, since) with { Place = answer.Place };
        }

        if (answer.Contact) yield return New(MonitoredKind.Contact, day);
        if (answer.Isolation == Isolation.Home) yield return New(MonitoredKind.IsolationHome, day);
        if (answer.Isolation == Isolation.Central) yield return New(MonitoredKind.IsolationCentral, day);

        Monitored New(MonitoredKind kind, DateOnly since) =>
            new(personId, kind, since, since.AddDays(rules.MonitorDays)) { OpenedDay = day, OpenedSlot = slot };
    }

    private static bool IsSame(Monitored one, Monitored other) =>
        one.Kind == other.Kind && one.OpenedDay == other.OpenedDay && one.OpenedSlot == other.OpenedSlot;

    private static bool GoesOn(Monitored span, CheckIn told, IReadOnlyList<Monitored> ended) => ended.FirstOrDefault(one => IsSame(one, span)) switch
    {
        { End: MonitoredEnd.Released } released => told.Day <= released.Until.AddDays(1),
        { End: MonitoredEnd.Denied } denied => told.ReportedAt <= denied.ClosedAt,
        _ => span.Until >= told.Day,
    };

    // Nobody is in quarantine at two places: who was at home and is in a centre now is no more at home.
    private static void EndOtherQuarantine(List<Monitored> spans, Monitored span)
    {
        if (span.Kind is not (MonitoredKind.IsolationHome or MonitoredKind.IsolationCentral)) return;
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Kind is MonitoredKind.IsolationHome or MonitoredKind.IsolationCentral && spans[i].Kind != span.Kind && spans[i].Until >= span.Since)
                spans[i] = spans[i] with { Until = span.Since.AddDays(-1) };
        }
    }

    private static bool IsSamePlace(Monitored known, Monitored span, DateOnly day, HealthRules rules) =>
        known.Kind != MonitoredKind.KeyArea || known.Place == span.Place || rules.KeyAreaOf(known.Place, day) == rules.KeyAreaOf(span.Place, day);

    // To say the same on the next day does not put the release off; to be still there, or to tell when one came back, does.
    private static Monitored Continued(Monitored known, Monitored span, CheckInAnswer answer) =>
        span.Kind != MonitoredKind.KeyArea ? known
        : answer.StillAway ? known with { Until = span.Until }
        : answer.ReturnedOn is not null ? known with { Since = span.Since < known.Since ? span.Since : known.Since, Until = span.Until }
        : known;
}

/// <summary>How the store has to change.</summary>
/// <param name="Opened">To be added.</param>
/// <param name="Changed">To be written anew: other days, closed, or open again.</param>
public sealed record MonitoringChanges(List<Monitored> Opened, List<Monitored> Changed);
