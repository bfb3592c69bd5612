using System.Text;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>
/// A digest as a message: coverage first, then health, then what changed, then who is not complete.
/// Lists are cut so that it fits one screen of a phone whatever the size of the unit. Plain text.
/// </summary>
public static class DigestText
{
    internal const int MostUnits = 5;
    private const int MostAlerts = 3;
    private const int MostNames = 12;
    private const int MostCases = 20;

    /// <summary>For a group: counts only. A class of one child would be a name, so findings by unit are left out too.</summary>
    public static string ForGroup(DigestView view, Language language)
    {
        var text = Begin(view, language, out var phrases);
        if (view.Shown.Numbers.Expected == 0 || view.IsEmpty) return text.ToString();
        if (view.Shown.Unit.Kind.HoldsPeople()) text.Append('\n').Append(phrases.DigestGroupClosing(view.Shown.Numbers));
        else AppendIncomplete(text, view, phrases);
        return text.ToString();
    }

    /// <summary>For a class teacher, in private: with the names of those about whom somebody has to ask.</summary>
    public static string ForClassTeacher(DigestView view, OpenNames open, Language language)
    {
        var text = Begin(view, language, out var phrases);
        if (view.IsEmpty) return text.ToString();
        AppendOpen(text, open, MostNames, phrases);
        AppendAlerts(text, view, phrases);
        return text.ToString();
    }

    /// <summary>For a school officer or an official, in private: units and findings, never a name.</summary>
    public static string ForOfficial(DigestView view, Language language)
    {
        var text = Begin(view, language, out var phrases);
        if (view.IsEmpty) return text.ToString();
        AppendIncomplete(text, view, phrases);
        AppendAlerts(text, view, phrases);
        return text.ToString();
    }

    /// <summary>What can be corrected in a report: the parts below the unit where it has some, else the answers of people.</summary>
    public static string Correct(DigestView view, DigestNames names, DigestRights rights, Language language)
    {
        var unit = view.Shown.Unit;
        var hasParts = view.Shown.Parts.Any();
        var hint = new Phrases(language).CorrectHint(unit.Kind, hasParts, names.Correctable.Count > 0, asksOthers: !rights.HasFlag(DigestRights.Sign));
        return $"{hint}\n{(hasParts || !rights.HasFlag(DigestRights.SeeCases) ? ForOfficial(view, language) : Names(view, names, language))}";
    }

    /// <summary>The names behind a class's numbers, for those who may see them.</summary>
    public static string Names(DigestView view, DigestNames names, Language language)
    {
        var phrases = new Phrases(language);
        var text = new StringBuilder(
            phrases.DigestNamesHeading(view.Shown.Unit.ShortName, view.Shown.Moment.Day, view.LocalTime(view.Shown.Moment.At)));
        AppendOpen(text, names.Open, MostCases * 2, phrases);
        foreach (var person in names.Cases.Take(MostCases))
        {
            text.Append("\n· ").Append(phrases.Line(person.Name, AnswerLines.Facts(phrases, person.Answer)));
            foreach (var monitored in person.Monitored) text.Append('\n').Append(phrases.CaseMonitored(monitored));
        }

        if (names.Cases.Count > MostCases) text.Append('\n').Append(phrases.DigestMore(names.Cases.Count - MostCases));
        if (names.Open.IsEmpty && names.Cases.Count == 0) text.Append('\n').Append(phrases.DigestNoNames);
        return text.ToString();
    }

    private static void AppendOpen(StringBuilder text, OpenNames open, int most, Phrases phrases)
    {
        if (open.Missing.Count > 0) text.Append('\n').Append(phrases.DigestMissingNames([.. open.Missing.Take(most)], open.Missing.Count));
        if (open.NoReason.Count > 0) text.Append('\n').Append(phrases.NoReasonNames([.. open.NoReason.Take(most)], open.NoReason.Count));
        if (open.TravelOpen.Count > 0) text.Append('\n').Append(phrases.TravelOpenNames([.. open.TravelOpen.Take(most)], open.TravelOpen.Count));
    }

    /// <summary>The part of a digest above its units.</summary>
    internal static string Head(DigestView view, Language language) => Begin(view, language, out _).ToString();

    /// <summary>The part of a digest below its units.</summary>
    internal static string Alerts(DigestView view, Language language)
    {
        var text = new StringBuilder();
        AppendAlerts(text, view, new Phrases(language));
        return text.ToString();
    }

    /// <summary>
    /// The parts that are not complete, and how many units of how many they are; the unit's own staff are listed, and no unit.
    /// They stand in the order of their names: the digest says who has not reported, and ranks nobody.
    /// </summary>
    internal static (IReadOnlyList<Part> Incomplete, int Units, int Of) Incomplete(DigestView view, Phrases phrases)
    {
        var parts = Parts(view.Shown, phrases).ToList();
        var incomplete = parts.Where(part => !part.Numbers.MayBeSigned).ToList();
        return (incomplete, incomplete.Count(part => part.UnitId is not null), parts.Count(part => part.UnitId is not null));
    }

    /// <summary>Since when a part is not complete; null where that is not known.</summary>
    internal static TimeOnly? SinceOf(DigestView view, Part part) =>
        view.OpensAt == default ? null : part.Since is { } known ? view.LocalTime(known) : view.OpensAt;

    /// <summary>Says that a part is let off, or how many units below it are; empty where none is.</summary>
    internal static string WaivedMark(DigestView view, Part part, Phrases phrases)
    {
        if (part.UnitId is not { } unit) return "";
        if (view.Waived.TryGetValue(unit, out var waiver)) return phrases.WaivedMark(phrases.WaiverText(waiver.Reason, waiver.Note));
        var below = view.WaivedBelow[unit].ToList();
        return below.Count == 0 ? "" : phrases.WaivedBelow(below.Count, phrases.WaiverText(below[0].Reason, below[0].Note));
    }

    /// <summary>What a unit is called in the message of one above it.</summary>
    internal static string Below(DigestUnit above, string path) => UnitNames.Below(above.Path, path) ?? above.Name;

    private static StringBuilder Begin(DigestView view, Language language, out Phrases phrases)
    {
        phrases = new Phrases(language);
        var digest = view.Shown;
        var numbers = digest.Numbers;
        var text = new StringBuilder(phrases.DigestHeading(
            digest.Unit.ShortName, digest.Moment.Day, view.Slots.Count > 1 ? phrases.SlotName(digest.Moment.Slot) : null,
            view.IsEmpty ? null : digest.Moment.At, isLive: digest.Revision == 0));
        if (view.NotYet) return text.Append('\n').Append(phrases.DigestNotYet);
        if (numbers.Expected == 0) return text.Append('\n').Append(phrases.DigestNobodyExpected).Append(LowerUnits.Lines(view, phrases));
        if (view.NoRecord) return text.Append('\n').Append(phrases.DigestNoRecord(numbers.Expected));
        text.Append('\n').Append(HeatSquares.Bar(numbers)).Append(' ').Append(phrases.DigestPercent(numbers));
        text.Append('\n').Append(phrases.DigestCoverage(numbers));
        text.Append(LowerUnits.Lines(view, phrases));
        if (view.Moved is { In: > 0 } or { Out: > 0 }) text.Append('\n').Append(phrases.DigestMoved(view.Moved));
        if (digest.Slots.Count > 0) text.Append('\n').Append(Slots(digest, phrases));
        text.Append('\n').Append(phrases.DigestHealth(numbers));
        text.Append('\n').Append(phrases.DigestIll(numbers));
        text.Append('\n').Append(phrases.DigestTravel(numbers));
        // Zeros of what is rare are not shown every day.
        if (numbers.IsolatedHome + numbers.IsolatedCentral > 0) text.Append('\n').Append(phrases.DigestIsolation(numbers));
        if (view.ToCompare(view.DayBefore) is { } dayBefore)
            text.Append('\n').Append(phrases.DigestAgainstDayBefore(dayBefore, numbers));
        if (view.ToCompare(view.WeekBefore) is { } weekBefore)
            text.Append('\n').Append(phrases.DigestAgainstWeekBefore(view.WeekBefore!.Value.DayOfWeek, weekBefore, numbers));
        if (view.CutOff is { } cutOff && cutOff.Numbers != numbers)
            text.Append('\n').Append(phrases.DigestSince(view.LocalTime(cutOff.Moment.At), cutOff.Numbers, numbers, view.Corrected));
        AppendReport(text, view, phrases);
        return text;
    }

    private static string Slots(Digest digest, Phrases phrases) =>
        Phrases.Dotted([.. digest.Slots.Select(slot => phrases.DigestSlot(slot.Slot, slot.Numbers))]);

    private static void AppendReport(StringBuilder text, DigestView view, Phrases phrases)
    {
        var digest = view.Shown;
        text.Append('\n').Append(digest.Signature is { } signature
            ? phrases.DigestSignature(signature, view.LocalTime(signature.At), digest.Numbers)
            : phrases.DigestReportState(digest.ZeroReport, digest.Numbers, digest.HasCases));
        if (digest.Signature?.Note is { } note) text.Append('\n').Append(phrases.SignNote(note));
        var below = ZeroReportCounts.Of(digest.Parts);
        if (below.Signed + below.Unsigned + below.Incomplete > 0)
            text.Append('\n').Append(phrases.DigestReportsBelow(below, inSchool: digest.Unit.Kind != UnitKind.Area));
    }

    private static void AppendIncomplete(StringBuilder text, DigestView view, Phrases phrases)
    {
        var (incomplete, units, of) = Incomplete(view, phrases);
        if (incomplete.Count == 0) return;
        text.Append('\n').Append(phrases.DigestIncomplete(units, of));
        foreach (var part in incomplete.Take(MostUnits))
        {
            text.Append('\n').Append(
                part.UnitId is { } id && view.History.Days.Count > 0 ? HeatSquares.Row(view, view.Days, id, part.Numbers) : "·")
                .Append(' ').Append(phrases.DigestIncompleteUnit(part.Name, part.Numbers, SinceOf(view, part)))
                .Append(WaivedMark(view, part, phrases));
        }

        if (incomplete.Count > MostUnits) text.Append('\n').Append(phrases.DigestMore(incomplete.Count - MostUnits));
    }

    private static void AppendAlerts(StringBuilder text, DigestView view, Phrases phrases)
    {
        var digest = view.Shown;
        foreach (var fired in view.Fired.Take(MostAlerts))
        {
            var since = fired.Since.ToOffset(digest.Moment.At.Offset);
            DateOnly? before = DateOnly.FromDateTime(since.DateTime) is var day && day < digest.Moment.Day ? day : null;
            text.Append('\n').Append(
                phrases.DigestFired(fired.Kind, Below(digest.Unit, fired.UnitPath), fired.Count, before, TimeOnly.FromDateTime(since.DateTime), fired.TakenBy));
        }

        if (view.Fired.Count > MostAlerts) text.Append('\n').Append(phrases.DigestMore(view.Fired.Count - MostAlerts));
        // A cluster for which a rule has fired is mentioned only once.
        var clusters = view.Fired.Where(fired => fired.Kind == Rules.RuleKind.LikeSymptoms).Select(fired => fired.UnitPath).ToHashSet();
        // A unit that has not answered at all stands in the list of incomplete units already.
        var alerts = digest.Alerts
            .Where(alert => alert.Kind != DigestAlertKind.NoAnswer && !(alert.Kind == DigestAlertKind.Cluster && clusters.Contains(alert.UnitPath))).ToList();
        foreach (var alert in alerts.Take(MostAlerts))
        {
            text.Append('\n').Append(phrases.DigestAlertLine(alert.Kind, UnitOf(alert), alert.Count));
        }

        var more = Math.Max(0, alerts.Count - MostAlerts) + digest.MoreAlerts;
        if (more > 0) text.Append('\n').Append(phrases.DigestMore(more));
        if (view.OverdueCases > 0) text.Append('\n').Append(phrases.DigestOverdueCases(view.OverdueCases));

        string UnitOf(DigestAlert alert) => alert.Slot is { } slot
            ? phrases.UnitInSlot(Below(digest.Unit, alert.UnitPath), slot)
            : Below(digest.Unit, alert.UnitPath);
    }

    private static IEnumerable<Part> Parts(Digest digest, Phrases phrases)
    {
        var parts = digest.Parts.Select(part => new Part(part.Unit.Id, Below(digest.Unit, part.Unit.Path), part.Numbers, part.IncompleteSince));
        return digest.Own.Expected > 0 && !digest.Unit.Kind.HoldsPeople()
            ? parts.Append(new Part(null, phrases.DigestOwnPeople, digest.Own, digest.OwnIncompleteSince))
            : parts;
    }

    // The unit's own staff have no id, because they are no unit of their own.
    internal readonly record struct Part(long? UnitId, string Name, DigestNumbers Numbers, DateTimeOffset? Since);
}
