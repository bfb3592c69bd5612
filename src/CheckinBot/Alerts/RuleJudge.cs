using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Alerts;

/// <summary>Judges a class or a school by its rules, stores what changed, and has it told.</summary>
internal sealed class RuleJudge(UnitRulesLoader rules, AlertDelivery delivery, TimeProvider time)
{
    /// <summary>Finds what has changed. It only reads.</summary>
    public async Task<IReadOnlyList<FiringChange>> Judge(DbSession session, RuleLook look, CancellationToken cancellationToken)
    {
        if (await new UnitStore(session).Find(look.UnitId, cancellationToken) is not { } unit) return [];
        var held = await rules.For(session, unit.Id, cancellationToken);
        var alerts = held.Settings.Rules.Alerts;
        var school = await SchoolToRead(session, unit, alerts, cancellationToken);
        var calendar = held.Schedule.Calendar;
        var previous = calendar.Previous(look.Day) ?? look.Day.AddDays(-1);
        var longest = alerts.Where(rule => rule.Kind != RuleKind.NoAnswer).Select(rule => rule.Days).DefaultIfEmpty(1).Max();
        var begins = look.Day.AddDays(1 - longest);
        var since = begins < previous ? begins : previous;
        var from = since.AddDays(1 - longest);
        var store = new FactStore(session);
        var root = school ?? unit;
        var facts = new FactSet(school?.Id, from, await store.Of(root.Id, from, look.Day, held.Health, cancellationToken))
        {
            Silent = look.WithSilence ? await Silent(store, root, look.Day, alerts, cancellationToken) : null,
        };
        return FiringJudgement.Changes(alerts, facts, look.Day, previous, await new FiringStore(session).Around(root.Id, since, cancellationToken));
    }

    /// <summary>Stores a change, and tells the people it concerns.</summary>
    public async ValueTask Apply(DbSession session, FiringChange change, DateOnly day, CancellationToken cancellationToken)
    {
        var store = new FiringStore(session);
        var now = time.GetUtcNow();
        switch (change)
        {
            case FiringChange.Fired(var match):
                var fired = New(match, day, now);
                if (await store.Add(fired, cancellationToken) is { } id) await delivery.Tell(session, fired with { Id = id }, cancellationToken);
                break;
            case FiringChange.Grown(var before, var pupils, var added, var removed, var signs, var diseases):
                var grown = Seen(before, day) with { Pupils = pupils, Signs = signs, Diseases = diseases, WithdrawnAt = null };
                await store.Update(grown, cancellationToken);
                await delivery.Changed(session, grown, new PupilsChanged(added, removed, IsRevived: before.WithdrawnAt is not null), cancellationToken);
                break;
            case FiringChange.Corrected(var before, var pupils, var removed, var signs, var diseases):
                var corrected = Seen(before, day) with { Pupils = pupils, Signs = signs, Diseases = diseases };
                await store.Update(corrected, cancellationToken);
                if (removed.Count == 0) await delivery.Refresh(session, corrected, cancellationToken);
                else await delivery.Changed(session, corrected, new PupilsChanged([], removed, IsRevived: false), cancellationToken);
                break;
            case FiringChange.Withdrawn(var before, var removed):
                var over = before with { WithdrawnAt = now, GoesUpAt = null };
                await store.Update(over, cancellationToken);
                await delivery.Over(session, over, removed, cancellationToken);
                break;
            case FiringChange.Continued(var before):
                await store.Update(Seen(before, day), cancellationToken);
                break;
        }
    }

    private static Firing New(RuleMatch match, DateOnly day, DateTimeOffset now) => new(0, match.Rule.Id, match.Place)
    {
        Pupils = match.Pupils,
        Signs = match.Signs,
        Diseases = match.Diseases,
        FirstDay = match.Since,
        LastDay = day,
        FiredAt = now,
        DeadlineAt = now + match.Rule.Within,
    };

    private static Firing Seen(Firing firing, DateOnly day) => firing.LastDay < day ? firing with { LastDay = day } : firing;

    // Only the class is read, unless a rule looks beyond it: at dormitories that it shares, or at the whole school.
    private static async Task<Unit?> SchoolToRead(DbSession session, Unit unit, IReadOnlyList<AlertRule> alerts, CancellationToken cancellationToken)
    {
        if (unit.Kind == UnitKind.School) return unit;
        var beyond = alerts.Any(rule => rule.Scope == RuleScope.School) || await new FactStore(session).HasBoarders(unit.Id, cancellationToken);
        return beyond ? await new UnitStore(session).SchoolOf(unit.Id, cancellationToken) : null;
    }

    private static async Task<IReadOnlyList<SilentPupil>?> Silent(
        FactStore store, Unit root, DateOnly day, IReadOnlyList<AlertRule> alerts, CancellationToken cancellationToken)
    {
        var days = alerts.Where(rule => rule.Kind == RuleKind.NoAnswer).Select(rule => rule.Days).DefaultIfEmpty(0).Max();
        return days == 0 ? null : await store.Silent(root.Id, day, days, cancellationToken);
    }
}
