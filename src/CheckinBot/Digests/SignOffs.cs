using CheckinBot.Conversations;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Sending;
using CheckinBot.Storage;

namespace CheckinBot.Digests;

/// <summary>Gives signatures to reports, and takes their force where the numbers change afterwards.</summary>
internal sealed class SignOffs(Writer writer, DigestReader digests, SignOffWatch watch, Outbox outbox, UnitRulesLoader rules, TimeProvider time)
{
    /// <summary>Signs the numbers of this moment, if they are complete and those that the signer was shown.</summary>
    /// <param name="session">A view of the database.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="page">Day and slot.</param>
    /// <param name="sign">Who signs, and the mark of what they saw.</param>
    /// <param name="cancellation">Stops before anything is signed.</param>
    public async Task<DigestNotice> Sign(DbSession session, Unit unit, DigestPage page, DigestSigning sign, CancellationToken cancellation)
    {
        var digest = (await digests.Read(session, unit, page.Day, page.Slot, cancellation)).Digest(unit.Id, Digest.LevelsOf(unit.Kind))!;
        if (!digest.Numbers.Complete) return DigestNotice.NotComplete;
        if (digest.Numbers.Mark() != sign.Mark) return DigestNotice.NumbersChanged;
        await writer.Write(writing => Sign(writing, digest, sign.PersonId), cancellation);
        return DigestNotice.Signed;
    }

    /// <summary>Learns for which days and slots from a day on there are signatures, those of other processes too.</summary>
    public async Task Remember(DbSession session, DateOnly from, CancellationToken cancellation)
    {
        foreach (var (day, slot) in await new SignOffStore(session).Holding(from, cancellation)) watch.Knows(day, slot);
    }

    /// <summary>Compares a signature with numbers of this moment; where they are others it does not hold any more, and the signer is told.</summary>
    public async ValueTask Check(DbSession session, Digest now)
    {
        var (day, slot, _) = now.Moment;
        if (!watch.IsSigned(day, slot)) return;
        var store = new SignOffStore(session);
        if (await store.Of(now.Unit.Id, day, slot, CancellationToken.None) is not { OutdatedAt: null } signature || signature.Numbers == now.Numbers) return;
        if (!await store.Outdate(now.Unit.Id, day, slot, signature.Revision, time.GetUtcNow(), CancellationToken.None)) return;
        var language = (await rules.For(session, now.Unit.Id, CancellationToken.None)).Language;
        var signedAt = TimeOnly.FromDateTime(signature.At.ToOffset(now.Moment.At.Offset).DateTime);
        var notice = new Notice.SignatureOutdated(now.Unit, now.Moment, signedAt, signature.Numbers, now.Numbers);
        foreach (var signer in await store.Signers(now.Unit.Id, day, slot, signature.Revision, CancellationToken.None))
            await outbox.Send(session, NoticeText.Render(notice, signer.UserId, new Phrases(signer.Language ?? language)), CancellationToken.None);
    }

    private async ValueTask Sign(DbSession session, Digest digest, long personId)
    {
        var (day, slot, _) = digest.Moment;
        var snapshots = new SnapshotStore(session);
        var store = new SignOffStore(session);
        var revision = await snapshots.AddIfChanged(digest, CancellationToken.None);
        // These numbers were signed before, and others in between: that signature stays what it is.
        if (await store.Of(digest.Unit.Id, day, slot, CancellationToken.None) is { OutdatedAt: not null } former && former.Revision == revision)
            revision = await snapshots.Add(digest, CancellationToken.None);
        await store.Add(digest.Unit.Id, day, slot, revision, digest.Numbers, personId, time.GetUtcNow(), CancellationToken.None);
        // What was told while the numbers were counted is looked at once more.
        session.AfterCommit(() => watch.Signed(digest.Unit.Id, day, slot));
    }
}
