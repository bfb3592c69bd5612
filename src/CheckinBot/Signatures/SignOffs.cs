using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Notices;
using CheckinBot.Sending;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Signatures;

/// <summary>Signs reports, and invalidates a signature where the numbers change afterwards.</summary>
internal sealed class SignOffs(
    Writer writer, DigestReader digests, SignOffWatch watch, Outbox outbox, NoticeSender notices, UnitRulesLoader rules, TimeProvider time)
{
    /// <summary>
    /// Signs the numbers of this moment, if they are complete and those that the signer was shown, if those who sign below have signed
    /// theirs, and if nobody has to take on an alert of the day, unless the signer says something about it. Returns what is said, and
    /// the units below that have not signed.
    /// </summary>
    /// <param name="session">A view of the database.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="page">Day and slot.</param>
    /// <param name="sign">Who signs, and the mark of what they saw.</param>
    /// <param name="cancellationToken">Stops before anything is signed.</param>
    public async Task<(DigestNotice Notice, IReadOnlyList<string> Unsigned)> Sign(
        DbSession session, Unit unit, DigestPage page, DigestSigning sign, CancellationToken cancellationToken)
    {
        var tree = await digests.Read(session, unit, page.Day, page.Slot, cancellationToken);
        var digest = tree.Digest(unit.Id, Digest.LevelsOf(unit.Kind))!;
        if (!digest.Numbers.Complete) return (DigestNotice.NotComplete, []);
        if (!digest.Numbers.MayBeSigned) return (DigestNotice.TravelUnanswered, []);
        if (digest.Numbers.Mark() != sign.Mark) return (DigestNotice.NumbersChanged, []);
        var unsigned = await SignedBelow.Open(session, tree.Digest(unit.Id)!, cancellationToken);
        if (unsigned.Count > 0) return (DigestNotice.NotSignedBelow, unsigned);
        var alerts = await FiredAlerts.Of(session, digest.Unit, digest.Moment.Day, cancellationToken);
        if (sign.Note is null && alerts.Any(alert => alert.TakenBy is null)) return (DigestNotice.NeedsWords, []);
        await writer.Write(writing => Sign(writing, digest, sign), cancellationToken);
        return (DigestNotice.Signed, []);
    }

    /// <summary>Learns for which days and slots from a day on there are signatures, those of other processes too.</summary>
    public async Task Remember(DbSession session, DateOnly from, CancellationToken cancellationToken)
    {
        foreach (var (day, slot) in await new SignOffStore(session).Holding(from, cancellationToken)) watch.Knows(day, slot);
    }

    /// <summary>Compares a signature with the numbers of this moment. Where they differ, it no longer holds and the signer is told.</summary>
    public async ValueTask Check(DbSession session, Digest now)
    {
        var (day, slot, _) = now.Moment;
        if (!watch.IsSigned(day, slot)) return;
        var store = new SignOffStore(session);
        if (await store.Of(now.Unit.Id, day, slot, CancellationToken.None) is { OutdatedAt: null } signature && signature.Numbers != now.Numbers)
            await Outdate(session, now.Unit, now.Moment, signature, now.Numbers, causer: null);
    }

    /// <summary>
    /// Asks those who sign a unit's report to look at it again, and invalidates its signature and those above that rest on it:
    /// a report that somebody knows to be wrong is not shown as signed.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="page">Day and slot.</param>
    /// <param name="by">The name of who says so.</param>
    /// <param name="userId">Their user: told of nothing that they did themselves.</param>
    /// <param name="cancellationToken">Stops before anybody is asked.</param>
    public Task<DigestNotice> Question(Unit unit, DigestPage page, string by, long userId, CancellationToken cancellationToken) => writer.Write(
        async ValueTask<DigestNotice> (session) =>
        {
            var moment = new DigestMoment(page.Day!.Value, page.Slot!, time.GetUtcNow());
            var role = unit.Kind.HoldsPeople() ? Role.ClassTeacher : unit.Kind == UnitKind.Area ? Role.Official : Role.SchoolOfficer;
            // They are told once within the hour, however often the button is pressed.
            var notify = new Effect.NotifyStaff(unit.Id, role, new Notice.ReportQuestioned(Of(unit), moment, by))
            {
                Once = $"question/{unit.Id}/{moment.Day:yyyy-MM-dd}/{moment.Slot}/{moment.At:yyyyMMddHH}",
            };
            if ((await NoticeReaders.Of(session, notify, userId, CancellationToken.None)).All(reader => reader.Recipient.UserId == userId))
                return DigestNotice.NobodyToAsk;
            await notices.Notify(session, notify, userId, CancellationToken.None);
            var store = new SignOffStore(session);
            foreach (var id in await store.HoldingAbove(unit.Id, moment.Day, moment.Slot, CancellationToken.None))
            {
                var signature = (await store.Of(id, moment.Day, moment.Slot, CancellationToken.None))!;
                await Outdate(session, Of((await new UnitStore(session).Find(id, CancellationToken.None))!), moment, signature, signature.Numbers, userId);
            }

            return DigestNotice.Questioned;
        },
        cancellationToken);

    private async ValueTask Outdate(DbSession session, DigestUnit unit, DigestMoment moment, SignOff signature, DigestNumbers now, long? causer)
    {
        var store = new SignOffStore(session);
        if (!await store.Outdate(unit.Id, moment.Day, moment.Slot, signature.Revision, time.GetUtcNow(), CancellationToken.None)) return;
        var held = await rules.For(session, unit.Id, CancellationToken.None);
        var notice = new Notice.SignatureOutdated(unit, moment, held.Schedule.TimeZone.TimeOf(signature.At), signature.Numbers, now);
        foreach (var signer in await store.Signers(unit.Id, moment.Day, moment.Slot, signature.Revision, CancellationToken.None))
        {
            if (signer.UserId != causer)
                await outbox.Send(session, NoticeText.Render(notice, signer.UserId, new Phrases(signer.Language ?? held.Language)), CancellationToken.None);
        }
    }

    private static DigestUnit Of(Unit unit) => new(unit.Id, unit.ParentId, unit.Path, unit.Kind);

    private async ValueTask Sign(DbSession session, Digest digest, DigestSigning sign)
    {
        var (day, slot, _) = digest.Moment;
        var snapshots = new SnapshotStore(session);
        var store = new SignOffStore(session);
        var revision = await snapshots.AddIfChanged(digest, CancellationToken.None);
        // The same numbers were signed before, and other numbers in between. That older signature stays as it is.
        if (await store.Of(digest.Unit.Id, day, slot, CancellationToken.None) is { OutdatedAt: not null } former && former.Revision == revision)
            revision = await snapshots.Add(digest, CancellationToken.None);
        await store.Add(digest.Unit.Id, day, slot, revision, digest.Numbers, sign.PersonId, time.GetUtcNow(), CancellationToken.None, sign.Note);
        // What was told while the numbers were counted is looked at once more.
        session.AfterCommit(() => watch.Signed(digest.Unit.Id, day, slot));
    }
}
