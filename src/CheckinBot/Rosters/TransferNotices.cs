using CheckinBot.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;

namespace CheckinBot.Rosters;

/// <summary>
/// Tells of moves that an officer, a verb or an import has made: each family, and the class teachers on both sides, one message for all
/// who moved at once; after the quiet hours. The cards of both classes are counted anew.
/// </summary>
internal sealed class TransferNotices(Database database, Writer writer, NoticeSender notices, CardBoard cards, UnitRulesLoader rules, TimeProvider time)
{
    // A school that goes up a year is a thousand; more than this wait for the next time.
    private const int Most = 2000;

    /// <summary>Tells whatever is untold.</summary>
    public async Task Tell(CancellationToken cancellation)
    {
        await using (var session = await database.OpenRead(cancellation))
        {
            if ((await new TransferStore(session).Untold(1, cancellation)).Count == 0) return;
        }

        await writer.Write(async session => await Tell(session, cancellation), cancellation);
    }

    /// <summary>Tells whatever is untold, within the transaction of a move.</summary>
    public async ValueTask Tell(DbSession session, CancellationToken cancellation)
    {
        var moves = await new TransferStore(session).Untold(Most, cancellation);
        if (moves.Count == 0) return;
        foreach (var side in moves.GroupBy(move => (move.FromUnitId, move.ToUnitId))) await Tell(session, side.Key.FromUnitId, side.Key.ToUnitId, [.. side], cancellation);
        await new TransferStore(session).MarkTold(moves[^1].Id, time.GetUtcNow(), cancellation);
    }

    private async ValueTask Tell(DbSession session, long fromId, long toId, IReadOnlyList<UntoldTransfer> moved, CancellationToken cancellation)
    {
        var units = new UnitStore(session);
        if (await units.Find(fromId, cancellation) is not { } from || await units.Find(toId, cancellation) is not { } to) return;
        var (left, entered) = (await units.SchoolOf(fromId, cancellation), await units.SchoolOf(toId, cancellation));
        var (here, there) = left?.Id == entered?.Id ? (from.ShortName, to.ShortName) : (Named(from, left), Named(to, entered));
        var held = await rules.For(session, toId, cancellation);
        var due = held.Schedule.AfterQuiet(time.GetUtcNow());
        IReadOnlyList<string> names = [.. moved.Select(move => move.Name)];
        await notices.Notify(session, new Effect.NotifyStaff(fromId, Role.ClassTeacher, new Notice.PupilsLeft(names, here, there)), causer: 0, cancellation, due);
        await notices.Notify(session, new Effect.NotifyStaff(toId, Role.ClassTeacher, new Notice.PupilsJoined(names, there, here)), causer: 0, cancellation, due);
        var families = new Dictionary<long, List<string>>();
        foreach (var move in moved)
        {
            foreach (var userId in await new LinkStore(session).UsersOf(move.PersonId, cancellation))
            {
                if (!families.TryGetValue(userId, out var children)) families.Add(userId, children = []);
                children.Add(move.Name);
            }
        }

        foreach (var (userId, children) in families) await notices.Notify(session, new Effect.NotifyUser(userId, new Notice.ChildrenMoved(children, there)), cancellation, due, held.Language);
        session.AfterCommit(() =>
        {
            cards.Refresh(fromId);
            cards.Refresh(toId);
        });
    }

    private static string Named(Unit unit, Unit? school) =>
        school is null || unit.ShortName.StartsWith(school.Name, StringComparison.Ordinal) ? unit.ShortName : $"{school.Name} {unit.ShortName}";
}
