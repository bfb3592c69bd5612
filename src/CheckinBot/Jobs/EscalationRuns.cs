using CheckinBot.Alerts;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;

namespace CheckinBot.Jobs;

/// <summary>
/// Tells those who are responsible for a unit which parts of it are not complete: counts in the order of the tree, never a
/// ranking. Nobody is told because of a part that is let off today.
/// </summary>
internal abstract class EscalationRun(Database database, DigestReader digests, Outbox outbox, UnitRulesLoader rules) : CountingRun(database, digests)
{
    /// <summary>The posts that are told.</summary>
    protected abstract IReadOnlyList<Role> Roles { get; }

    protected async ValueTask Tell(DbSession session, Unit unit, DigestTree tree, DueEvent due)
    {
        var waived = await new WaiverStore(session).On(due.Event.Day, CancellationToken.None);
        var escalation = new Escalation(tree.Digest(unit.Id)!, waived);
        if (!escalation.IsDue) return;
        var language = (await rules.For(session, unit.Id, CancellationToken.None)).Language;
        var recipients = new List<Recipient>();
        foreach (var role in Roles) recipients.AddRange(await new PersonStore(session).Holders(unit.Id, role, CancellationToken.None));
        foreach (var recipient in recipients.DistinctBy(one => one.UserId))
        {
            var spoken = recipient.Language ?? language;
            var message = new OutgoingMessage(recipient.UserId, escalation.Text(spoken)) { Lane = Lane.Reminders, Keyboard = escalation.Keyboard(spoken) };
            await outbox.Send(session, message, CancellationToken.None);
        }
    }
}

/// <summary>Tells the school of its classes, and looks for pupils who have not answered for days.</summary>
internal sealed class EscalateRun(Database database, DigestReader digests, Outbox outbox, UnitRulesLoader rules, AlertBoard alerts)
    : EscalationRun(database, digests, outbox, rules)
{
    public override SchoolDayEventKind Kind => SchoolDayEventKind.Escalate;

    protected override IReadOnlyList<Role> Roles => [Role.SchoolOfficer];

    public override bool Concerns(ScheduledUnit unit) => unit.Unit.Kind == UnitKind.School;

    protected override async ValueTask Act(DbSession session, Unit unit, DigestTree tree, DueEvent due)
    {
        await Tell(session, unit, tree, due);
        await alerts.Judge(session, new RuleLook(unit.Id, due.Event.Day, WithSilence: true, tree.Moment.At), CancellationToken.None);
    }
}

/// <summary>Tells the offices above the schools of the units right below them: the nearest office first, each at its own time.</summary>
internal sealed class EscalateUpRun(
    Database database, DigestReader digests, Outbox outbox, UnitRulesLoader rules) : EscalationRun(database, digests, outbox, rules)
{
    private readonly UnitRulesLoader _rules = rules;

    public override SchoolDayEventKind Kind => SchoolDayEventKind.EscalateUp;

    protected override IReadOnlyList<Role> Roles => [Role.Official];

    public override bool Concerns(ScheduledUnit unit) => unit.Unit.Kind == UnitKind.Area;

    protected override async ValueTask Act(DbSession session, Unit unit, DigestTree tree, DueEvent due)
    {
        var schedule = (await _rules.For(session, unit.Id, CancellationToken.None)).Schedule;
        var times = schedule.Slot(due.Event.Slot)?.EscalateUpAt ?? [];
        var level = Math.Min(Escalation.LevelOf(tree.Digest(unit.Id)!), times.Count);
        if (level > 0 && times[level - 1] == due.Event.LocalTime) await Tell(session, unit, tree, due);
    }
}
