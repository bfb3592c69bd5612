using CheckinBot.Core.CheckIns;

namespace CheckinBot.Storage;

/// <summary>Check-ins: append-only revisions, exactly one of them current for each person, day and slot that was ever answered.</summary>
public sealed class CheckInStore(DbSession session)
{
    /// <summary>Stores a new revision, which is the current one from then on. An undo is a revision like any other.</summary>
    public async ValueTask<CheckIn> Append(CheckInDraft draft, CancellationToken cancellation)
    {
        const string Supersede = """
            update check_in set is_current = false
            where person_id = @PersonId and day = @Day and slot = @Slot and is_current
            returning revision
            """;
        const string Insert = """
            insert into check_in (
                person_id, unit_id, day, slot, revision, is_current, status, temperature_tenths, site, taken, symptoms,
                seen_doctor, travel, place, returned_on, still_away, isolation, absence, contact, no_thermometer, normal_said,
                reporter_user_id, reporter_person_id, reporter_name, reported_at, source, chat_id, message_id)
            values (
                @PersonId, @UnitId, @Day, @Slot, @Revision, true, @Status, @TemperatureTenths, @Site, @Taken, @Symptoms,
                @SeenDoctor, @Travel, @Place, @ReturnedOn, @StillAway, @Isolation, @Absence, @Contact, @NoThermometer, @NormalSaid,
                @ReporterUserId, @ReporterPersonId, @ReporterName, @ReportedAt, @Source, @ChatId, @MessageId)
            """;
        var previous = await session.QuerySingleOrDefault<int>(Supersede, new { draft.PersonId, draft.Day, draft.Slot }, cancellation);
        var row = CheckInRow.From(draft, previous + 1);
        await session.Execute(Insert, row, cancellation);
        return row.ToCheckIn();
    }

    /// <summary>The current revision; null where nothing was ever told. One that was taken back has an empty answer.</summary>
    public async ValueTask<CheckIn?> Current(long personId, DateOnly day, string slot, CancellationToken cancellation)
    {
        const string Sql = $"select {CheckInRow.Columns} from check_in c where c.person_id = @personId and c.day = @day and c.slot = @slot and c.is_current";
        return (await session.QuerySingleOrDefault<CheckInRow>(Sql, new { personId, day, slot }, cancellation))?.ToCheckIn();
    }

    /// <summary>All revisions of one person, day and slot, the first one first.</summary>
    public Task<IReadOnlyList<CheckIn>> History(long personId, DateOnly day, string slot, CancellationToken cancellation)
    {
        const string Sql = $"""
            select {CheckInRow.Columns} from check_in c
            where c.person_id = @personId and c.day = @day and c.slot = @slot
            order by c.revision
            """;
        return List(Sql, new { personId, day, slot }, cancellation);
    }

    /// <summary>The current revisions of one person from a day to another, both included.</summary>
    public Task<IReadOnlyList<CheckIn>> OfPerson(long personId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        const string Sql = $"""
            select {CheckInRow.Columns} from check_in c
            where c.person_id = @personId and c.day between @from and @to and c.is_current
            order by c.day, c.id
            """;
        return List(Sql, new { personId, from, to }, cancellation);
    }

    /// <summary>The current revisions of all people to whom a user is linked, from a day to another, both included.</summary>
    public Task<IReadOnlyList<CheckIn>> OfLinked(long userId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        const string Sql = $"""
            select {CheckInRow.Columns} from link l
            join check_in c on c.person_id = l.person_id and c.day between @from and @to and c.is_current
            where l.user_id = @userId
            """;
        return List(Sql, new { userId, from, to }, cancellation);
    }

    /// <summary>The current revisions of one unit (a class), for one day and slot.</summary>
    public Task<IReadOnlyList<CheckIn>> OfUnit(long unitId, DateOnly day, string slot, CancellationToken cancellation)
    {
        const string Sql = $"select {CheckInRow.Columns} from check_in c where c.unit_id = @unitId and c.day = @day and c.slot = @slot and c.is_current";
        return List(Sql, new { unitId, day, slot }, cancellation);
    }

    /// <summary>The current check-ins that a message made by any of their revisions; an edit of the message corrects them.</summary>
    public Task<IReadOnlyList<CheckIn>> OfMessage(long chatId, int messageId, CancellationToken cancellation)
    {
        const string Sql = $"""
            select distinct {CheckInRow.Columns} from check_in made
            join check_in c on c.person_id = made.person_id and c.day = made.day and c.slot = made.slot and c.is_current
            where made.chat_id = @chatId and made.message_id = @messageId
            order by c.person_id, c.day
            """;
        return List(Sql, new { chatId, messageId }, cancellation);
    }

    private async Task<IReadOnlyList<CheckIn>> List(string sql, object arguments, CancellationToken cancellation) =>
        [.. (await session.Query<CheckInRow>(sql, arguments, cancellation)).Select(row => row.ToCheckIn())];
}
