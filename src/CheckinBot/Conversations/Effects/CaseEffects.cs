using CheckinBot.Cases;
using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Conversations.Effects;

/// <summary>Opens cases and brings them on, in the transaction of the check-in or the tap that does it.</summary>
internal sealed class CaseEffects(UnitRulesLoader rules)
{
    /// <summary>
    /// Follows a revision that was just stored. Nearly every first answer tells of nothing to be followed up, and costs nothing; a
    /// correction costs one look at an index.
    /// </summary>
    public async ValueTask Follow(DbSession session, CheckInDraft draft, int revision, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, draft.UnitId, cancellationToken);
        var isFollowed = held.Health.NeedsFollowUp(draft.Answer, draft.Day);
        if (revision == 1 && !isFollowed) return;
        var open = await CaseReader.Followed(session, draft.PersonId, held.Health, cancellationToken);
        if (open.Count == 0 && !isFollowed) return;

        var history = await new CheckInStore(session).History(draft.PersonId, draft.Day, draft.Slot, cancellationToken);
        var before = history.LastOrDefault(one => one.Revision < revision)?.Answer ?? CheckInAnswer.Empty;
        var changes = CaseOpening.Changes(open, draft.Answer, before, draft.Day, held.Health);
        foreach (var matter in changes.Opened) await Open(session, draft, matter, held, cancellationToken);
        foreach (var (file, move) in changes.Moved) await Move(session, file, new(draft.ReportedAt, move, ByName: null), null, null, cancellationToken);
        foreach (var file in changes.Mistaken)
        {
            var closed = new CaseEntry(draft.ReportedAt, CaseMove.Close, ByName: null) { Closing = CaseClosing.ToldWrongly };
            await Move(session, file, closed, null, null, cancellationToken);
        }
    }

    /// <summary>Opens a case by hand. Whoever opens it has it.</summary>
    public async ValueTask Open(DbSession session, Effect.OpenCase opened, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var store = new CaseFileStore(session);
        await store.Open(opened.PersonId, CaseMatter.Other, opened.Day, opened.Note, now, now, cancellationToken);
        var file = (await store.Open(opened.PersonId, cancellationToken)).Single(one => one.Matter == CaseMatter.Other);
        await Move(session, file, new(now, CaseMove.TakeOn, opened.ByName), opened.ByPersonId, null, cancellationToken);
    }

    /// <summary>Brings a case on as somebody says.</summary>
    public ValueTask Move(DbSession session, Effect.MoveCase moved, DateTimeOffset now, CancellationToken cancellationToken) => Move(
        session, moved.File, new(now, moved.Move, moved.ByName) { Closing = moved.Closing },
        moved.Move == CaseMove.TakeOn ? moved.ByPersonId : null, moved.FamilyDay, cancellationToken);

    /// <summary>Whoever takes an alert on has the cases of its pupils that nobody has, where they may follow them.</summary>
    public async ValueTask TakeOn(DbSession session, Effect.TakeAlert taken, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (taken.ByPersonId is not { } personId) return;
        var (firing, store) = (await new FiringStore(session).Find(taken.FiringId, cancellationToken), new CaseFileStore(session));
        foreach (var pupil in firing?.Pupils ?? [])
        {
            foreach (var file in (await store.Open(pupil, cancellationToken)).Where(file => file.State == CaseState.Open))
            {
                var staff = await new PersonStore(session).StaffOver(file.Unit.Id, cancellationToken);
                if (!CaseOwner.May(personId, staff, file.Unit)) continue;
                await Move(session, file, new(now, CaseMove.TakeOn, taken.Name), personId, null, cancellationToken);
            }
        }
    }

    /// <summary>Closes what a person was monitored for, because somebody has ended it or said that it was wrong.</summary>
    public async ValueTask Close(DbSession session, Effect.EndMonitored ended, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var closing = ended.End == MonitoredEnd.Released ? CaseClosing.TimeOver : CaseClosing.ToldWrongly;
        foreach (var file in await new CaseFileStore(session).Open(ended.PersonId, cancellationToken))
        {
            if (!Clearance.Monitors(file.Matter, ended.Kind)) continue;
            await Move(session, file, new(now, CaseMove.Close, ended.ByName) { Closing = closing }, null, null, cancellationToken);
        }
    }

    private static Task Open(DbSession session, CheckInDraft draft, CaseMatter matter, UnitRules held, CancellationToken cancellationToken) =>
        new CaseFileStore(session).Open(
            draft.PersonId, matter, draft.Day, note: null, draft.ReportedAt, DueOf(held).After(matter, CaseState.Open, draft.Day, draft.ReportedAt),
            cancellationToken);

    // The table is asked for the state that holds in this transaction.
    private async ValueTask Move(
        DbSession session, CaseFile file, CaseEntry entry, long? takenBy, DateOnly? familyDay, CancellationToken cancellationToken)
    {
        var store = new CaseFileStore(session);
        if (await store.Find(file.Id, cancellationToken) is not { } now || CaseTable.After(now.State, entry.Move) is not { } after) return;
        var held = await rules.For(session, now.Unit.Id, cancellationToken);
        // What a family says does not put off that somebody has to take it on.
        var due = after == CaseState.Open ? now.DueAt : DueOf(held).After(now.Matter, after, now.OpenedDay, entry.At);
        await store.Move(now, after, entry, takenBy, due, familyDay, cancellationToken);
    }

    private static CaseDue DueOf(UnitRules held) =>
        new(held.Schedule, TimeSpan.FromMinutes(held.Settings.Rules.AcknowledgeMinutes), held.Health.MonitorDays);
}
