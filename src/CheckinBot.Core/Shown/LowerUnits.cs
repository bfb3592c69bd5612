using CheckinBot.Core.Digests;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>
/// What lower units have set for themselves that a level above must know to trust its numbers: no school, and rules less strict than
/// its own.
/// </summary>
internal static class LowerUnits
{
    private const int Most = 5;

    /// <summary>The lines, each begun by a line break; empty where there are none.</summary>
    public static string Lines(DigestView view, Phrases phrases)
    {
        var lines = new List<string>();
        foreach (var unit in view.NoSchool.Take(Most))
        {
            DateOnly? day = unit.At is { } at ? DateOnly.FromDateTime(at.ToOffset(view.Shown.Moment.At.Offset).DateTime) : null;
            lines.Add(phrases.DigestNoSchool(DigestText.Below(view.Shown.Unit, unit.UnitPath), unit.People, unit.By, day));
        }

        if (view.NoSchool.Count > Most) lines.Add(phrases.DigestMore(view.NoSchool.Count - Most));
        lines.AddRange(view.Relaxed.Take(Most).Select(one =>
            phrases.DigestRelaxed(DigestText.Below(view.Shown.Unit, one.UnitPath), one.Key, one.Own, one.Above)));
        if (view.Relaxed.Count > Most) lines.Add(phrases.DigestMore(view.Relaxed.Count - Most));
        return string.Concat(lines.Select(line => "\n" + line));
    }
}
