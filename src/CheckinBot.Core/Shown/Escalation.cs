using System.Text;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>What somebody who answers for a unit is told between cut-offs: the parts that are not complete, and which of those are let off today.</summary>
/// <param name="Digest">The numbers, with all units below.</param>
/// <param name="Waived">Units that are let off today, those below them included.</param>
public sealed record Escalation(Digest Digest, IReadOnlyDictionary<long, Waiver> Waived)
{
    private const int MostParts = 20;
    private const int ButtonsInARow = 2;

    /// <summary>Whether somebody is missing who is not let off.</summary>
    public bool IsDue => Open(Digest) > 0;

    /// <summary>The text, plain: the parts in the order of the tree.</summary>
    public string Text(Language language)
    {
        var phrases = new Phrases(language);
        var parts = Parts(phrases).ToList();
        // The sums are those of the lines below, whether a line is let off or not: a sum that leaves some of them out cannot be checked.
        var (missing, noReason) = (parts.Sum(part => part.Numbers.Missing), parts.Sum(part => part.Numbers.ExemptWithoutReason));
        var heading = Digest.Unit.Kind == UnitKind.Area
            ? phrases.EscalationUpText(Digest.Unit.Name, parts.Count, missing, noReason)
            : phrases.EscalationText(Digest.Unit.Name, parts.Count, missing, noReason);
        var text = new StringBuilder(phrases.InSlot(Digest.Moment.Slot, heading));
        foreach (var part in parts.Take(MostParts))
            text.Append("\n· ").Append(phrases.DigestIncompleteUnit(part.Name, part.Numbers, since: null)).Append(part.Mark);
        if (parts.Count > MostParts) text.Append('\n').Append(phrases.DigestMore(parts.Count - MostParts));
        return text.ToString();
    }

    /// <summary>Buttons that let one part off today, or the whole unit. A press is judged by the rights and facts that hold then.</summary>
    public Keyboard Keyboard(Language language)
    {
        var phrases = new Phrases(language);
        var parts = Parts(phrases).Take(MostParts).Where(part => part.Open > 0 && part.UnitId is not null);
        return Buttons.Keyboard
            .Grid(ButtonsInARow, parts.Select(part => WaiveButton.For(phrases.WaivePartButton(part.Name), part.UnitId!.Value, Digest.Moment.Day)))
            .Then(Buttons.Keyboard.Row(WaiveButton.For(phrases.WaiveAllButton, Digest.Unit.Id, Digest.Moment.Day)));
    }

    /// <summary>How many levels of areas an area is above its schools: 1 for a county.</summary>
    public static int LevelOf(Digest area) =>
        1 + area.Units.Where(unit => unit.Unit.Kind == UnitKind.Area).Select(LevelOf).DefaultIfEmpty(0).Max();

    // People who are missing, or exempt without a reason, and not let off.
    private int Open(Digest digest) => Waived.ContainsKey(digest.Unit.Id)
        ? 0
        : digest.Own.Open + digest.Units.Sum(Open);

    // In a school these are the classes, whatever grades lie between; higher up they are the units right below. Complete ones are left out.
    private IEnumerable<Part> Parts(Phrases phrases)
    {
        var inSchool = Digest.Unit.Kind != UnitKind.Area;
        var units = inSchool ? Below(Digest).Where(unit => !unit.Own.Complete) : Digest.Units.Where(unit => !unit.Numbers.Complete);
        foreach (var unit in units)
        {
            var open = inSchool ? Waived.ContainsKey(unit.Unit.Id) ? 0 : unit.Own.Open : Open(unit);
            yield return new Part(unit.Unit.Id, DigestText.Below(Digest.Unit, unit.Unit.Path), inSchool ? unit.Own : unit.Numbers, open, Mark(unit, phrases));
        }

        if (!Digest.Own.Complete)
            yield return new Part(null, phrases.DigestOwnPeople, Digest.Own, Waived.ContainsKey(Digest.Unit.Id) ? 0 : Digest.Own.Open, "");
    }

    private string Mark(Digest unit, Phrases phrases)
    {
        if (Waived.TryGetValue(unit.Unit.Id, out var waiver)) return phrases.WaivedMark(phrases.WaiverText(waiver.Reason, waiver.Note));
        var below = Below(unit).Where(one => !one.Own.Complete).Select(one => Waived.GetValueOrDefault(one.Unit.Id))
            .OfType<Waiver>().DistinctBy(one => one.UnitId).ToList();
        return below.Count == 0 ? "" : phrases.WaivedBelow(below.Count, phrases.WaiverText(below[0].Reason, below[0].Note));
    }

    private static IEnumerable<Digest> Below(Digest digest) => digest.Units.SelectMany(unit => Below(unit).Prepend(unit));

    private sealed record Part(long? UnitId, string Name, DigestNumbers Numbers, int Open, string Mark);
}
