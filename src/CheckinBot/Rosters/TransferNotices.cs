using CheckinBot.Cards;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.LocalSettings;
using CheckinBot.Notices;
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
    public async Task Tell(CancellationToken cancellationToken)
    {
        await using (var session = await database.OpenRead(cancellationToken))
        {
            if ((await new TransferStore(session).Untold(1, cancellationToken)).Count == 0) return;
        }

        await writer.Write(async session => await Tell(session, cancellationToken), cancellationToken);
    }

    /// <summary>Tells whatever is untold, within the transaction of a move.</summary>
    public async ValueTask Tell(DbSession session, CancellationToken cancellationToken)
    {
        var moves = await new TransferStore(session).Untold(Most, cancellationToken);
        if (moves.Count == 0) return;
        foreach (var side in moves.GroupBy(move => (move.FromUnitId, move.ToUnitId)))
            await Tell(session, side.Key.FromUnitId, side.Key.ToUnitId, [.. side], cancellationToken);
        await new TransferStore(session).MarkTold(moves[^1].Id, time.GetUtcNow(), cancellationToken);
    }

    private async ValueTask Tell(DbSession session, long fromId, long toId, IReadOnlyList<UntoldTransfer> moved, CancellationToken cancellationToken)
    {
        var units = new UnitStore(session);
        if (await units.Find(fromId, cancellationToken) is not { } from || await units.Find(toId, cancellationToken) is not { } to) return;
        var (left, entered) = (await units.SchoolOf(fromId, cancellationToken), await units.SchoolOf(toId, cancellationToken));
        var (here, there) = left?.Id == entered?.Id ? (from.ShortName, to.ShortName) : (Named(from, left), Named(to, entered));
        var held = await rules.For(session, toId, cancellationToken);
        var due = held.Schedule.AfterQuiet(time.GetUtcNow());
        IReadOnlyList<string> names = [.. moved.Select(move => move.Name)];
        await notices.Notify(
            session, new Effect.NotifyStaff(fromId, Role.ClassTeacher, new Notice.PupilsLeft(names, here, there)), causer: 0, cancellationToken, due);
        await notices.Notify(
            session, new Effect.NotifyStaff(toId, Role.ClassTeacher, new Notice.PupilsJoined(names, there, here)), causer: 0, cancellationToken, due);
        var families = new Dictionary<long, List<string>>();
        foreach (var move in moved)
        {
            foreach (var userId in await new LinkStore(session).UsersOf(move.PersonId, cancellationToken))
            {
                if (!families.TryGetValue(userId, out var children)) families.Add(userId, children = []);
                children.Add(move.Name);
            }
        }

        foreach (var (userId, children) in families)
            await notices.Notify(session, new Effect.NotifyUser(userId, new Notice.ChildrenMoved(children, there)), cancellationToken, due);
        session.AfterCommit(() =>
        {
            cards.Refresh(fromId);
            cards.Refresh(toId);
        });
    }

    private static string Named(Unit unit, Unit? school) =>
        school is null || unit.ShortName.StartsWith(school.Name, StringComparison.Ordinal) ? unit.ShortName : $"{school.Name} {unit.ShortName}";
}
