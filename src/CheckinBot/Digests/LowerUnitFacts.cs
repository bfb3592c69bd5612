using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Settings;

namespace CheckinBot.Digests;

/// <summary>Reads what units below have set for themselves, for the digest of every level above them.</summary>
internal sealed class LowerUnitFacts(UnitRulesLoader rules)
{
    /// <summary>The units without school on the day, and the rules that lower units have relaxed.</summary>
    public async Task<DigestView> With(DbSession session, DigestView view, CancellationToken cancellationToken)
    {
        if (view.Shown.Unit.Kind.HoldsPeople()) return view;
        var units = await new UnitStore(session).Subtree(view.Shown.Unit.Id, cancellationToken);
        var held = await rules.Under(session, view.Shown.Unit.Id, cancellationToken);
        if (units.FirstOrDefault(unit => unit.Id == view.Shown.Unit.Id) is not { } root) return view;
        return view with
        {
            NoSchool = await NoSchool(session, view, root, units, held, cancellationToken),
            Relaxed = Relaxation.Below(root, units, held, new Phrases(held[root.Id].Language)),
        };
    }

    private static async Task<IReadOnlyList<NoSchoolUnit>> NoSchool(
        DbSession session, DigestView view, Unit root, IReadOnlyList<Unit> units, IReadOnlyDictionary<long, UnitRules> held,
        CancellationToken cancellationToken)
    {
        var (day, slot, _) = view.Shown.Moment;
        if (!IsSchoolDay(root.Id)) return [];
        var found = new List<NoSchoolUnit>();
        foreach (var unit in units.Where(unit => unit.Id != root.Id && !IsSchoolDay(unit.Id) && IsSchoolDay(unit.ParentId!.Value))
            .OrderBy(unit => unit.Path, UnitPathOrder.Instance))
        {
            var people = await new DigestStore(session).ExpectedUnder(unit.Id, slot, cancellationToken);
            if (people == 0) continue;
            var change = await new SettingStore(session).LastCalendarChange(unit.Id, cancellationToken);
            found.Add(new NoSchoolUnit(unit.Path, people, change?.ByName ?? change?.ByOperator, change?.ChangedAt));
        }

        return found;

        bool IsSchoolDay(long unitId) => held[unitId].Schedule.Calendar.IsSchoolDay(day);
    }
}
