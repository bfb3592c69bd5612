using System.Text;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Digests;

/// <summary>
/// A digest as a message: coverage first, then health, then what changed, then who is not complete.
/// Lists are cut so that it fits one screen of a phone whatever the size of the unit. Plain text.
/// </summary>
public static class DigestText
{
    private const int MostUnits = 6;
    private const int MostAlerts = 4;
    private const int MostNames = 12;

    /// <summary>For a group: counts only. A class of one child would be a name, so findings by unit are left out too.</summary>
    public static string ForGroup(Digest digest, Language language)
    {
        var text = Begin(digest, language, out var phrases);
        if (digest.Numbers.Expected == 0) return text.ToString();
        if (digest.Unit.Kind == UnitKind.Class) text.Append('\n').Append(phrases.DigestGroupClosing(digest.Numbers));
        else AppendIncomplete(text, digest, phrases);
        return text.ToString();
    }

    /// <summary>For the class teacher, in private: with the names that are missing.</summary>
    public static string ForClassTeacher(Digest digest, IReadOnlyList<string> missingNames, Language language)
    {
        var text = Begin(digest, language, out var phrases);
        if (missingNames.Count > 0)
        {
            text.Append('\n').Append(phrases.DigestMissingNames([.. missingNames.Take(MostNames)], missingNames.Count));
        }

        AppendAlerts(text, digest, phrases);
        return text.ToString();
    }

    /// <summary>For a school officer or an official, in private: units and findings, never a name.</summary>
    public static string ForOfficial(Digest digest, Language language)
    {
        var text = Begin(digest, language, out var phrases);
        AppendIncomplete(text, digest, phrases);
        AppendAlerts(text, digest, phrases);
        return text.ToString();
    }

    private static StringBuilder Begin(Digest digest, Language language, out Phrases phrases)
    {
        phrases = new Phrases(language);
        var numbers = digest.Numbers;
        var text = new StringBuilder(phrases.DigestHeading(Title(digest.Unit), digest.Moment.Day, TimeOnly.FromDateTime(digest.Moment.At.DateTime)));
        if (numbers.Expected == 0) return text.Append('\n').Append(phrases.DigestNobodyExpected);
        text.Append('\n').Append(phrases.DigestCoverage(numbers));
        if (digest.Slots.Count > 0) text.Append('\n').Append(Slots(digest, phrases));
        text.Append('\n').Append(phrases.DigestHealth(numbers));
        text.Append('\n').Append(phrases.DigestTravel(numbers));
        if (digest.Before is { } before) text.Append('\n').Append(phrases.DigestChanges(before, numbers));
        return text.Append('\n').Append(phrases.DigestReportState(digest.ZeroReport, numbers));
    }

    private static string Slots(Digest digest, Phrases phrases) =>
        string.Join(" · ", digest.Slots.Select(slot => phrases.DigestSlot(slot.Slot, slot.Numbers)));

    private static void AppendIncomplete(StringBuilder text, Digest digest, Phrases phrases)
    {
        var parts = Parts(digest, phrases).ToList();
        var incomplete = parts.Where(part => !part.Numbers.Complete)
            .OrderByDescending(part => part.Numbers.Missing).ThenBy(part => part.Name, UnitPathOrder.Instance).ToList();
        if (incomplete.Count == 0) return;
        text.Append('\n').Append(phrases.DigestIncomplete(incomplete.Count, parts.Count));
        foreach (var part in incomplete.Take(MostUnits)) text.Append('\n').Append(phrases.DigestIncompleteUnit(part.Name, part.Numbers));
        if (incomplete.Count > MostUnits) text.Append('\n').Append(phrases.DigestMore(incomplete.Count - MostUnits));
    }

    private static void AppendAlerts(StringBuilder text, Digest digest, Phrases phrases)
    {
        // That a unit has not answered at all stands in the list of those that are not complete.
        var alerts = digest.Alerts.Where(alert => alert.Kind != DigestAlertKind.NoAnswer).ToList();
        foreach (var alert in alerts.Take(MostAlerts))
        {
            text.Append('\n').Append(phrases.DigestAlertLine(alert.Kind, Below(digest.Unit, alert.UnitPath), alert.Count));
        }

        if (alerts.Count > MostAlerts) text.Append('\n').Append(phrases.DigestMore(alerts.Count - MostAlerts));
    }

    // In a school the classes are what somebody can act on, whatever grades lie between; higher up the units right below.
    private static IEnumerable<(string Name, DigestNumbers Numbers)> Parts(Digest digest, Phrases phrases)
    {
        if (digest.Unit.Kind == UnitKind.Class) return [];
        var units = digest.Unit.Kind is UnitKind.School or UnitKind.Grade
            ? Descendants(digest).Where(unit => unit.Unit.Kind == UnitKind.Class || unit.Own.Expected > 0).Select(unit => (unit.Unit, Numbers: unit.Own))
            : digest.Units.Select(unit => (unit.Unit, unit.Numbers));
        var parts = units.Where(unit => unit.Numbers.Expected > 0).Select(unit => (Below(digest.Unit, unit.Unit.Path), unit.Numbers));
        return digest.Own.Expected > 0 ? parts.Append((phrases.DigestOwnPeople, digest.Own)) : parts;
    }

    private static IEnumerable<Digest> Descendants(Digest digest) =>
        digest.Units.SelectMany(unit => Descendants(unit).Prepend(unit));

    private static string Below(DigestUnit above, string path) =>
        path.StartsWith(above.Path + "/", StringComparison.Ordinal) ? path[(above.Path.Length + 1)..] : above.Name;

    private static string Title(DigestUnit unit)
    {
        var parts = unit.Path.Split('/');
        return unit.Kind is UnitKind.Class or UnitKind.Grade && parts.Length > 1 ? $"{parts[^2]} {parts[^1]}" : unit.Name;
    }
}
