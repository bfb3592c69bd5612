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
    internal const int DaysBesideUnit = 5;
    private const int MostNames = 12;
    private const int MostCases = 20;

    /// <summary>For a group: counts only. A class of one child would be a name, so findings by unit are left out too.</summary>
    public static string ForGroup(DigestView view, Language language)
    {
        var text = Begin(view, language, out var phrases);
        if (view.Shown.Numbers.Expected == 0 || view.NoRecord) return text.ToString();
        if (view.Shown.Unit.Kind.HoldsPeople()) text.Append('\n').Append(phrases.DigestGroupClosing(view.Latest));
        else AppendIncomplete(text, view, phrases);
        return text.ToString();
    }

    /// <summary>For a class teacher, in private: with the names that are missing.</summary>
    public static string ForClassTeacher(DigestView view, IReadOnlyList<string> missingNames, Language language)
    {
        var text = Begin(view, language, out var phrases);
        if (view.NoRecord) return text.ToString();
        if (missingNames.Count > 0)
        {
            text.Append('\n').Append(phrases.DigestMissingNames([.. missingNames.Take(MostNames)], missingNames.Count));
        }

        AppendAlerts(text, view, phrases);
        return text.ToString();
    }

    /// <summary>For a school officer or an official, in private: units and findings, never a name.</summary>
    public static string ForOfficial(DigestView view, Language language)
    {
        var text = Begin(view, language, out var phrases);
        if (view.NoRecord) return text.ToString();
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
            phrases.DigestNamesHeading(Title(view.Shown.Unit), view.Shown.Moment.Day, view.LocalTime((view.Now ?? view.Shown).Moment.At)));
        if (names.Missing.Count > 0) text.Append('\n').Append(phrases.DigestMissingNames([.. names.Missing.Take(MostCases * 2)], names.Missing.Count));
        foreach (var person in names.Cases.Take(MostCases))
        {
            text.Append("\n· ").Append(phrases.Line(person.Name, AnswerLines.Facts(phrases, person.Answer)));
        }

        if (names.Cases.Count > MostCases) text.Append('\n').Append(phrases.DigestMore(names.Cases.Count - MostCases));
        if (names.Missing.Count + names.Cases.Count == 0) text.Append('\n').Append(phrases.DigestNoNames);
        return text.ToString();
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
    /// The parts that are not complete, and how many parts there are. They stand in the order of their names: the digest
    /// says who has not reported, and ranks nobody.
    /// </summary>
    internal static (IReadOnlyList<Part> Incomplete, int Of) Incomplete(DigestView view, Phrases phrases)
    {
        var parts = Parts(view.Shown, phrases).ToList();
        return (parts.Where(part => !part.Numbers.Complete).ToList(), parts.Count);
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

    /// <summary>What a unit is called in a heading.</summary>
    internal static string Title(DigestUnit unit)
    {
        var parts = unit.Path.Split('/');
        return unit.Kind is not (UnitKind.School or UnitKind.Area) && parts.Length > 1 ? $"{parts[^2]} {parts[^1]}" : unit.Name;
    }

    /// <summary>What a unit is called in the message of one above it.</summary>
    internal static string Below(DigestUnit above, string path) =>
        path.StartsWith(above.Path + "/", StringComparison.Ordinal) ? path[(above.Path.Length + 1)..] : above.Name;

    private static StringBuilder Begin(DigestView view, Language language, out Phrases phrases)
    {
        phrases = new Phrases(language);
        var digest = view.Shown;
        var numbers = digest.Numbers;
        var text = new StringBuilder(phrases.DigestHeading(
            Title(digest.Unit), digest.Moment.Day, view.Slots.Count > 1 ? phrases.SlotName(digest.Moment.Slot) : null,
            view.NoRecord ? null : TimeOnly.FromDateTime(digest.Moment.At.DateTime), isLive: digest.Revision == 0));
        if (numbers.Expected == 0) return text.Append('\n').Append(phrases.DigestNobodyExpected);
        if (view.NoRecord) return text.Append('\n').Append(phrases.DigestNoRecord(numbers.Expected));
        text.Append('\n').Append(HeatSquares.Bar(numbers)).Append(' ').Append(phrases.DigestPercent(numbers));
        text.Append('\n').Append(phrases.DigestCoverage(numbers));
        if (digest.Slots.Count > 0) text.Append('\n').Append(Slots(digest, phrases));
        text.Append('\n').Append(phrases.DigestHealth(numbers));
        text.Append('\n').Append(phrases.DigestTravel(numbers));
        // Zeros of what is rare are not shown every day.
        if (numbers.IsolatedHome + numbers.IsolatedCentral > 0) text.Append('\n').Append(phrases.DigestIsolation(numbers));
        if (view.DayBefore is { } before && view.History.On(before) is { } dayBefore)
            text.Append('\n').Append(phrases.DigestAgainstDayBefore(dayBefore, numbers));
        if (view.WeekBefore is { } week && view.History.On(week) is { } weekBefore)
            text.Append('\n').Append(phrases.DigestAgainstWeekBefore(week.DayOfWeek, weekBefore, numbers));
        if (view.ChangedBy is { } at) text.Append('\n').Append(phrases.DigestSince(at, numbers, view.Latest, view.Corrected));
        AppendReport(text, view, phrases);
        return text;
    }

    private static string Slots(Digest digest, Phrases phrases) =>
        string.Join(" · ", digest.Slots.Select(slot => phrases.DigestSlot(slot.Slot, slot.Numbers)));

    private static void AppendReport(StringBuilder text, DigestView view, Phrases phrases)
    {
        var state = view.Now ?? view.Shown;
        text.Append('\n').Append(state.Signature is { } signature
            ? phrases.DigestSignature(signature, view.LocalTime(signature.At), state.Numbers)
            : phrases.DigestReportState(state.ZeroReport, state.Numbers, view.ChangedBy));
        var below = ZeroReportCounts.Of(state.Parts);
        if (below.Signed + below.Unsigned + below.Incomplete > 0)
            text.Append('\n').Append(phrases.DigestReportsBelow(below, inSchool: view.Shown.Unit.Kind != UnitKind.Area, view.ChangedBy));
    }

    private static void AppendIncomplete(StringBuilder text, DigestView view, Phrases phrases)
    {
        var (incomplete, of) = Incomplete(view, phrases);
        if (incomplete.Count == 0) return;
        text.Append('\n').Append(phrases.DigestIncomplete(incomplete.Count, of, view.ShownAt));
        foreach (var part in incomplete.Take(MostUnits))
        {
            text.Append('\n').Append(
                part.UnitId is { } id && view.History.Days.Count > 0 ? HeatSquares.Row(view, view.Days.TakeLast(DaysBesideUnit), id, part.Numbers) : "·")
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
            text.Append('\n').Append(phrases.DigestAlertLine(alert.Kind, Below(digest.Unit, alert.UnitPath), alert.Count));
        }

        var more = Math.Max(0, alerts.Count - MostAlerts) + digest.MoreAlerts;
        if (more > 0) text.Append('\n').Append(phrases.DigestMore(more));
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
