using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Rosters;

/// <summary>A move that cannot be made; the message says why and what to do.</summary>
internal sealed class TransferException(string message) : Exception(message);

/// <summary>
/// Moves a person to another class or school: families stay tied to the child, and what was told before stays with the
/// unit of its day.
/// </summary>
internal sealed class Transfers(DbSession session, TimeProvider time)
{
    /// <summary>Said in place of a dormitory: no boarder any more.</summary>
    public const string NoDormitory = "none";

    /// <summary>The record of a move that begins today, by the clock of the new unit.</summary>
    /// <param name="person">Who, as before the move.</param>
    /// <param name="toUnitId">The new unit.</param>
    /// <param name="zone">The new unit's time zone.</param>
    /// <param name="now">The time (UTC).</param>
    /// <param name="byPersonId">The member of staff who moves them in the chat; null for the operator.</param>
    public static Transfer Of(RosterPerson person, long toUnitId, TimeZoneInfo? zone, DateTimeOffset now, long? byPersonId = null) => new()
    {
        PersonId = person.Id,
        FromUnitId = person.Data.UnitId,
        ToUnitId = toUnitId,
        FromNumber = person.Data.Number,
        OnDay = (zone ?? TimeZoneInfo.Utc).DayOf(now),
        TransferredAt = now,
        ByOperator = byPersonId is null ? Environment.UserName : null,
        ByPersonId = byPersonId,
    };

    /// <summary>Moves whoever has a number at a unit or below it.</summary>
    /// <param name="number">The number in the school that the person leaves.</param>
    /// <param name="from">Their unit, or any above it up to the school.</param>
    /// <param name="to">Their new unit.</param>
    /// <param name="newNumber">The number in the new school; null to keep it.</param>
    /// <param name="dormitory">The bed in the new school, or <see cref="NoDormitory"/>; null to keep it, which a boarder cannot in another school.</param>
    /// <param name="zone">The new unit's time zone.</param>
    /// <param name="cancellationToken">Stops the move before it is committed.</param>
    /// <exception cref="TransferException">It cannot be made; nothing was changed.</exception>
    public async Task<RosterPerson> Move(
        string number, Unit from, Unit to, string? newNumber, string? dormitory, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var roster = new RosterStore(session);
        var person = await Find(roster, number, from, cancellationToken);
        var wanted = newNumber ?? number;
        await Check(roster, person, to, wanted, cancellationToken);

        var (left, entered) = (await SchoolOf(person.Data.UnitId, cancellationToken), await SchoolOf(to.Id, cancellationToken));
        var data = person.Data with
        {
            UnitId = to.Id,
            Number = wanted,
            Dormitory = dormitory is null ? person.Data.Dormitory : dormitory == NoDormitory ? null : dormitory,
        };
        if (left != entered && dormitory is null && person.Data is { Role: Role.Student, Dormitory: { } bed })
        {
            throw new TransferException(
                $"'{person.Data.Number}' is a boarder ('{bed}'): give the dormitory in the new school with --dormitory, or --dormitory {NoDormitory}.");
        }

        // With the old bed goes the boarding house that a row of the roster gave.
        if (person.Data.Role == Role.Student && dormitory is not null) await roster.RemovePosts(person.Id, cancellationToken);
        await Store(roster, person, data, Of(person, to.Id, zone, time.GetUtcNow()), cancellationToken);
        return person with { Data = data };
    }

    /// <summary>Moves a pupil to another class of the same school: number and bed stay.</summary>
    /// <param name="move">Who, from where, to where, and by whom.</param>
    /// <param name="zone">The new class's time zone.</param>
    /// <param name="cancellationToken">Stops the move before it is committed.</param>
    public async Task MoveWithinSchool(Effect.Transfer move, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var roster = new RosterStore(session);
        var person = (await roster.People(move.FromUnitId, cancellationToken)).First(one => one.Id == move.PersonId);
        // Seats are numbered anew in each class: who sits on that number there already keeps it.
        var isTaken = (await roster.People(move.ToUnitId, cancellationToken)).Any(other => other.Active && other.Data.Number == person.Data.Number);
        var data = person.Data with { UnitId = move.ToUnitId, Number = isTaken ? null : person.Data.Number };
        await Store(roster, person, data, Of(person, move.ToUnitId, zone, time.GetUtcNow(), move.ByPersonId), cancellationToken);
    }

    private async Task Store(RosterStore roster, RosterPerson before, RosterData after, Transfer transfer, CancellationToken cancellationToken)
    {
        await roster.Update(before.Id, after, time.GetUtcNow(), cancellationToken);
        await roster.RemovePost(before.Id, before.Data.UnitId, before.Data.Role, cancellationToken);
        await roster.AddPost(before.Id, after.UnitId, after.Role, cancellationToken);
        await new TransferStore(session).Add(transfer, cancellationToken);
    }

    private async Task<RosterPerson> Find(RosterStore roster, string number, Unit from, CancellationToken cancellationToken)
    {
        var found = new List<RosterPerson>();
        foreach (var unit in await new UnitStore(session).Subtree(from.Id, cancellationToken))
            found.AddRange((await roster.People(unit.Id, cancellationToken)).Where(person => person.Active && person.Data.Number == number));
        return found.Count switch
        {
            0 => throw new TransferException($"Nobody has the number '{number}' in '{from.Path}'."),
            1 => found[0],
            _ => throw new TransferException($"{found.Count} people have the number '{number}' below '{from.Path}': name the school or the class."),
        };
    }

    private async Task Check(RosterStore roster, RosterPerson person, Unit to, string number, CancellationToken cancellationToken)
    {
        if (person.Data.UnitId == to.Id) throw new TransferException($"'{person.Data.Number}' is in '{to.Path}' already.");
        var units = new UnitStore(session);
        if (person.Data.Role == Role.Student && (await units.Children(to.Id, cancellationToken)).Count > 0)
            throw new TransferException($"'{to.Path}' has units below it, so it is no class: name the class.");
        if (person.Data.Role == Role.Student && to.Kind is UnitKind.Department or UnitKind.BoardingHouse)
            throw new TransferException($"'{to.Path}' is no class: name the class.");
        var scope = await SchoolOf(to.Id, cancellationToken) ?? to.Id;
        var others = new List<(Unit Unit, RosterData Data)>();
        foreach (var unit in await units.Subtree(scope, cancellationToken))
        {
            var people = await roster.People(unit.Id, cancellationToken);
            others.AddRange(people.Where(other => other.Id != person.Id && other.Active).Select(other => (unit, other.Data)));
        }

        var pupils = others.Where(other => other.Data is { Role: Role.Student, Number: not null })
            .Select(other => new NumberedPupil(other.Unit.Path, other.Data.Number!, other.Data.PlainName));
        var isByClass = person.Data.Role == Role.Student && NumberScopes.TwoOfANumber([.. pupils]) is not null;
        if (others.Find(other => other.Data.Number == number && (!isByClass || other.Unit.Id == to.Id)) is { Unit: { } taken })
            throw new TransferException($"The number '{number}' is taken in '{taken.Path}': give the new one with --number.");
    }

    private async Task<long?> SchoolOf(long unitId, CancellationToken cancellationToken) =>
        (await new UnitStore(session).SchoolOf(unitId, cancellationToken))?.Id;
}
