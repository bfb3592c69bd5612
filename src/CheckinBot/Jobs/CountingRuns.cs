using CheckinBot.Alerts;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.Files.Pictures;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Signatures;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;

namespace CheckinBot.Jobs;

/// <summary>An event whose numbers are counted once, for all units, before anything is sent.</summary>
internal abstract class CountingRun(Database database, DigestReader digests) : EventRun
{
    public override async Task<Func<DbSession, IReadOnlyList<Unit>, ValueTask>> Prepare(
        ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var trees = new Dictionary<long, DigestTree>();
        await using (var session = await database.OpenRead(cancellationToken))
        {
            // Units come after the one above them: whatever is not in a tree yet is the top of a new one.
            foreach (var (unit, _) in units.Units.Where(unit => !trees.ContainsKey(unit.Unit.Id)))
            {
                var tree = await digests.Read(session, unit, due.Event.Day, due.Event.Slot, cancellationToken);
                foreach (var id in tree.Totals.Keys) trees[id] = tree;
            }
        }

        return Each((session, unit) => trees[unit.Id] is var tree && tree.Totals[unit.Id].Expected > 0 ? Act(session, unit, tree, due) : default);
    }

    /// <summary>Acts for one unit that has people in it or below it.</summary>
    protected abstract ValueTask Act(DbSession session, Unit unit, DigestTree tree, DueEvent due);
}

/// <summary>An event that stores the numbers. A signature under other numbers no longer holds.</summary>
internal abstract class SnapshotRun(Database database, DigestReader digests, SignOffs signatures) : CountingRun(database, digests)
{
    private readonly Database _database = database;

    protected SignOffs Signatures { get; } = signatures;

    public override async Task<Func<DbSession, IReadOnlyList<Unit>, ValueTask>> Prepare(
        ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using (var session = await _database.OpenRead(cancellationToken)) await Signatures.Remember(session, due.Event.Day, cancellationToken);
        return await base.Prepare(units, due, now, cancellationToken);
    }
}

/// <summary>A cut-off: the numbers are stored, and sent to the unit's group and to those who are responsible for the unit.</summary>
internal sealed class DigestRun(
    Database database, DigestReader digests, DigestMessages messages, SignOffs signatures, Outbox outbox, UnitRulesLoader rules, AlertBoard alerts)
    : SnapshotRun(database, digests, signatures)
{
    public override SchoolDayEventKind Kind => SchoolDayEventKind.Digest;

    public override bool Concerns(ScheduledUnit unit) => true;

    protected override async ValueTask Act(DbSession session, Unit unit, DigestTree tree, DueEvent due)
    {
        var digest = tree.Digest(unit.Id, Digest.LevelsOf(unit.Kind))!;
        var revision = await new SnapshotStore(session).Add(digest, CancellationToken.None);
        await Signatures.Check(session, digest);
        if (unit.Kind == UnitKind.School) await Judge(session, unit, due.Event, tree.Moment.At);
        if (due.Silent) return;
        var language = (await rules.For(session, unit.Id, CancellationToken.None)).Language;
        foreach (var (message, once) in await messages.For(session, digest with { Revision = revision }, language))
        {
            await outbox.Send(session, message, CancellationToken.None, once);
        }

        await OrderPictures(session, digest, language);
    }

    // This also takes back the silence of those who have answered since.
    private async ValueTask Judge(DbSession session, Unit school, SchoolDayEvent digest, DateTimeOffset at)
    {
        var events = (await rules.For(session, school.Id, CancellationToken.None)).Schedule.EventsOf(digest.Day);
        var afterSilence = events.Any(one => one.Kind == SchoolDayEventKind.Escalate && one.At < digest.At);
        await alerts.Judge(session, new RuleLook(school.Id, digest.Day, afterSilence, at), CancellationToken.None);
    }

    // A message of its own behind the text, whose buttons stay and which may be longer than a caption. A class teacher
    // asks for it by button: one message a cut-off is enough for a class.
    private async ValueTask OrderPictures(DbSession session, Digest digest, Language language)
    {
        if (digest.Unit.Kind.HoldsPeople() || Rasteriser.ProgramPath is null) return;
        foreach (var (reader, _) in await DigestMessages.Readers(session, digest.Unit))
        {
            var order = new FileOrder(reader.UserId, FileKind.Picture, digest.Unit.Id, digest.Moment.Day, digest.Moment.Slot, reader.Language ?? language)
            {
                Lane = Lane.Digests,
                IsExtra = true,
            };
            await outbox.Add(session, new OutgoingCall { File = order }, order.Lane, CancellationToken.None);
        }
    }
}

/// <summary>The end of the day: the last numbers are stored. Open questions expire by themselves at that time.</summary>
internal sealed class CloseRun(Database database, DigestReader digests, SignOffs signatures) : SnapshotRun(database, digests, signatures)
{
    public override SchoolDayEventKind Kind => SchoolDayEventKind.Close;

    public override bool Concerns(ScheduledUnit unit) => true;

    protected override async ValueTask Act(DbSession session, Unit unit, DigestTree tree, DueEvent due)
    {
        var digest = tree.Digest(unit.Id, Digest.LevelsOf(unit.Kind))!;
        await new SnapshotStore(session).AddIfChanged(digest, CancellationToken.None);
        await Signatures.Check(session, digest);
    }
}
