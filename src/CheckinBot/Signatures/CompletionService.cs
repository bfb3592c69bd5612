using CheckinBot.Background;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Signatures;

/// <summary>
/// Tells whoever signs a report, once, that it has become complete, with the numbers and the button. Only after a cut-off that found
/// it incomplete: before the first one the digest itself will come, and a unit that was complete then has its button already.
/// </summary>
internal sealed class CompletionService(
    CompletionWatch watch, DigestReader digests, UnitRulesLoader rules, Outbox outbox, Database database, Writer writer, TimeProvider time,
    BackgroundWork background)
    : BackgroundService
{
    // What families tell in a rush is looked at together, and the longer a look takes the more is gathered for the next: a tenth of the
    // time at most goes into it.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(200);
    private const int Share = 10;

    /// <summary>Looks at what has been told since the last time.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        var told = watch.Take();
        try
        {
            // Hundreds of classes of a rush have the same school above them: it is counted once.
            var found = new Dictionary<(long UnitId, DaySlot Of), bool>();
            foreach (var (unitId, of) in told) await LookUpwards(unitId, of, found, cancellationToken);
        }
        catch (Exception)
        {
            foreach (var (unitId, of) in told) watch.Told(unitId, of.Day, of.Slot);
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var wait = Gather;
        while (await watch.Wait(cancellationToken))
        {
            await Task.Delay(wait, TimeProvider.System, cancellationToken);
            var begun = TimeProvider.System.GetTimestamp();
            await background.Try("complete reports", () => Look(cancellationToken), cancellationToken);
            var took = TimeProvider.System.GetElapsedTime(begun) * Share;
            wait = took > Gather ? took : Gather;
        }
    }

    // A unit is complete only where all below it are, so the first that is not ends the way up.
    private async Task LookUpwards(long unitId, DaySlot of, Dictionary<(long UnitId, DaySlot Of), bool> found, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        foreach (var unit in await new UnitStore(session).Lineage(unitId, cancellationToken))
        {
            if (!found.TryGetValue((unit.Id, of), out var isComplete))
                found.Add((unit.Id, of), isComplete = await IsCompleteNow(session, unit, of, cancellationToken));
            if (!isComplete) break;
        }
    }

    private async Task<bool> IsCompleteNow(DbSession session, Unit unit, DaySlot of, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        var now = time.GetUtcNow();
        if (held.Schedule.DayOf(now) != of.Day || !(held.Schedule.Slot(of.Slot)?.DigestAt.Any(at => at <= held.Schedule.TimeOf(now)) ?? false)) return false;
        var counted = DigestUnit.Of(unit);
        if (await new SnapshotStore(session).Last(counted, of.Day, of.Slot, cancellationToken) is not { } cutOff) return false;
        if (cutOff.Numbers.MayBeSigned) return true;
        var digest = (await digests.Read(session, unit, of.Day, of.Slot, cancellationToken)).Digest(unit.Id, Digest.LevelsOf(unit.Kind))!;
        if (digest.Numbers is not { MayBeSigned: true, Expected: > 0 }) return false;
        await Tell(session, digest, held, cancellationToken);
        return true;
    }

    private async Task Tell(DbSession session, Digest digest, UnitRules held, CancellationToken cancellationToken)
    {
        var (day, slot, _) = digest.Moment;
        if (await new SignOffStore(session).Of(digest.Unit.Id, day, slot, cancellationToken) is { } signature && signature.Numbers == digest.Numbers) return;
        var view = new DigestView(digest);
        var messages = new List<OutgoingMessage>();
        foreach (var (to, role) in await DigestMessages.Readers(session, digest.Unit))
        {
            if (!DigestMessages.RightsOf(role).HasFlag(DigestRights.Sign)) continue;
            var phrases = new Phrases(to.Language ?? held.Language);
            var text = $"{phrases.CompletePleaseSign(digest.Unit.Name, digest.HasCases)}\n{phrases.NumbersToSign(digest.Numbers)}";
            messages.Add(new OutgoingMessage(to.UserId, phrases.InSlot(slot, text))
            {
                Lane = Lane.Reminders,
                Keyboard = Keyboard.Column(DigestKeyboard.Sign(view, phrases), DigestKeyboard.OpenButton(digest.Unit, digest.Moment, phrases)),
            });
        }

        var due = held.Schedule.AfterQuiet(time.GetUtcNow());
        await writer.Write(
            async ValueTask (writing) =>
            {
                foreach (var message in messages)
                {
                    var once = $"complete/{digest.Unit.Id}/{day:yyyy-MM-dd}/{slot}/{message.ChatId}";
                    await outbox.Send(writing, message, CancellationToken.None, once, due);
                }
            },
            cancellationToken);
    }
}
