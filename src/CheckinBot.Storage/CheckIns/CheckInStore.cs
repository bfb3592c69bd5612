using CheckinBot.Core.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.CheckIns;

/// <summary>Check-ins: append-only revisions, exactly one of them current for each person, day and slot that was ever answered.</summary>
public sealed class CheckInStore(DbSession session)
{
    private static readonly HotStatement Supersede = new("""
        update check_in set is_current = false
        where person_id = @personId and day = @day and slot = @slot and is_current
        returning revision, absence
        """);

    private static readonly HotStatement Insert = new(CheckInRow.Insert);

    private static readonly HotStatement SelectCurrent = new($"""
        select {CheckInRow.Columns} from check_in c
        where c.person_id = @personId and c.day = @day and c.slot = @slot and c.is_current
        """);

    private static readonly HotStatement SelectHistory = new($"""
        select {CheckInRow.Columns} from check_in c
        where c.person_id = @personId and c.day = @day and c.slot = @slot
        order by c.revision
        """);

    private static readonly HotStatement SelectOfPerson = new($"""
        select {CheckInRow.Columns} from check_in c
        where c.person_id = @personId and c.day between @from and @to and c.is_current
        order by c.day, c.id
        """);

    private static readonly HotStatement SelectOfLinked = new($"""
        select {CheckInRow.Columns} from link l
        join check_in c on c.person_id = l.person_id and c.day between @from and @to and c.is_current
        where l.user_id = @userId
        """);

    private static readonly HotStatement SelectOfUnit = new($"""
        select {CheckInRow.Columns} from person p
        join check_in c on c.person_id = p.id and c.day in (@previousDay, @day) and c.is_current
        where p.unit_id = @unitId
        """);

    private static readonly HotStatement SelectOfMessage = new($"""
        select {CheckInRow.Columns}
        from (select distinct person_id, day, slot from check_in where chat_id = @chatId and message_id = @messageId) made
        join check_in c on c.person_id = made.person_id and c.day = made.day and c.slot = made.slot
        order by c.person_id, c.day, c.slot, c.revision
        """);

    /// <summary>Persons, days and slots whose current revision is not just the last one. There are none, unless somebody else has written.</summary>
    public Task<long> CountWithoutOneCurrent(CancellationToken cancellationToken)
    {
        const string Sql = """
            select count(*) from (
                select 1 from check_in group by person_id, day, slot
                having sum(case when is_current then 1 else 0 end) <> 1 or max(case when is_current then revision else 0 end) <> max(revision)
            ) odd
            """;
        return session.QuerySingle<long>(Sql, null, cancellationToken);
    }

    /// <summary>Of which units something was told since an instant, for which day and slot; only what was stored lately is looked through.</summary>
    public Task<List<(long UnitId, DateOnly Day, string Slot)>> ToldSince(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        const string Sql = """
            select distinct unit_id, day, slot from check_in
            where id > (select coalesce(max(id), 0) - 50000 from check_in) and reported_at >= @instant
            """;
        return session.Query(Sql, new { instant }, row => (row.GetInt64(0), row.GetDay(1), row.GetString(2)), cancellationToken);
    }

    /// <summary>Stores a new revision, which is the current one from then on, and returns its number. An undo is a revision like any other.</summary>
    public async ValueTask<int> Append(CheckInDraft draft, CancellationToken cancellationToken)
    {
        var superseded = await session.Query(
            Supersede, row => (Revision: row.GetInt32(0), Absence: row.GetWord<Absence>(1)), cancellationToken, draft.PersonId, draft.Day, draft.Slot);
        var revision = superseded.Count == 0 ? 1 : superseded[0].Revision + 1;
        await session.Execute(Insert, cancellationToken, CheckInRow.Values(draft, revision));
        if (superseded is [{ Absence: not Absence.None } before] && before.Absence != draft.Answer.Absence)
            await CorrectCarried(before.Absence, draft, cancellationToken);
        return revision;
    }

    /// <summary>
    /// Carries the absences of earlier slots of the day into a later one, where they hold until somebody says otherwise:
    /// a family that has excused its child is not asked again.
    /// </summary>
    public async Task CarryAbsences(long unitId, DateOnly day, string slot, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select p.id, c.absence, c.reporter_user_id, c.reporter_person_id, c.reporter_name, c.source
            from person p
            join check_in c on c.person_id = p.id and c.day = @day and c.slot <> @slot and c.is_current and c.status = 'exempt'
            where p.unit_id = @unitId and {Boarders.Expected}
              and not exists (select 1 from check_in n where n.person_id = p.id and n.day = @day and n.slot = @slot)
            order by c.id desc
            """;
        var told = await session.Query(
            Sql, new { unitId, day, slot },
            row => ReadCarried(row, unitId, day, slot, now),
            cancellationToken);
        foreach (var draft in told.DistinctBy(draft => draft.PersonId)) await Append(draft, cancellationToken);
    }

    // An absence that was only carried into later slots changes with what it was carried from, or goes with it.
    private async Task CorrectCarried(Absence before, CheckInDraft draft, CancellationToken cancellationToken)
    {
        var answer = draft.Answer.Absence == Absence.None ? CheckInAnswer.Empty : new CheckInAnswer { Absence = draft.Answer.Absence };
        foreach (var slot in SlotSchedule.Ids.SkipWhile(slot => slot != draft.Slot).Skip(1))
        {
            if (await Current(draft.PersonId, draft.Day, slot, cancellationToken) is not { ChatId: null, MessageId: null } later
                || later.Answer != new CheckInAnswer { Absence = before }) continue;
            var follows = draft with { Slot = slot, Answer = answer, ChatId = null, MessageId = null, ToldHash = null };
            await Append(follows, cancellationToken);
        }
    }

    /// <summary>The current revision; null where nothing was ever told. An answer that was taken back leaves a revision with an empty answer.</summary>
    public async ValueTask<CheckIn?> Current(long personId, DateOnly day, string slot, CancellationToken cancellationToken) =>
        (await session.Query(SelectCurrent, CheckInRow.Read, cancellationToken, personId, day, slot)).SingleOrDefault();

    /// <summary>All revisions of one person, day and slot, the first one first.</summary>
    public async ValueTask<IReadOnlyList<CheckIn>> History(long personId, DateOnly day, string slot, CancellationToken cancellationToken) =>
        await session.Query(SelectHistory, CheckInRow.Read, cancellationToken, personId, day, slot);

    /// <summary>The current revisions of one person from a day to another, both included.</summary>
    public async ValueTask<IReadOnlyList<CheckIn>> OfPerson(long personId, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await session.Query(SelectOfPerson, CheckInRow.Read, cancellationToken, personId, from, to);

    /// <summary>The current revisions of all people to whom a user is linked, from a day to another, both included.</summary>
    public async ValueTask<IReadOnlyList<CheckIn>> OfLinked(long userId, DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await session.Query(SelectOfLinked, CheckInRow.Read, cancellationToken, from, to, userId);

    /// <summary>The current revisions of those who are in a unit (a class) now, for two days and all their slots, by person.</summary>
    public async ValueTask<ILookup<long, CheckIn>> OfUnit(long unitId, DateOnly previousDay, DateOnly day, CancellationToken cancellationToken) =>
        (await session.Query(SelectOfUnit, CheckInRow.Read, cancellationToken, previousDay, day, unitId)).ToLookup(one => one.PersonId);

    /// <summary>The current check-ins of a person since a day that name a disease.</summary>
    public async ValueTask<IReadOnlyList<CheckIn>> Diagnosed(long personId, DateOnly since, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {CheckInRow.Columns} from check_in c
            where c.person_id = @personId and c.day >= @since and c.is_current and c.diseases <> 0
            order by c.day, c.id
            """;
        return await session.Query(Sql, new { personId, since }, CheckInRow.Read, cancellationToken);
    }

    /// <summary>
    /// All revisions, whoever made them, of the answers of which a message made any, so that an edit of the message changes what
    /// it told and nothing else.
    /// </summary>
    public async ValueTask<IReadOnlyList<CheckIn>> RevisionsOfMessage(long chatId, int messageId, CancellationToken cancellationToken) =>
        await session.Query(SelectOfMessage, CheckInRow.Read, cancellationToken, chatId, messageId);

    private static CheckInDraft ReadCarried(IRow row, long unitId, DateOnly day, string slot, DateTimeOffset now)
    {
        var answer = new CheckInAnswer { Absence = row.GetWord<Absence>(1) };
        return new CheckInDraft(row.GetInt64(0), unitId, day, slot, answer, row.GetWord<CheckInSource>(5), row.NumberOrNull(2) ?? 0, now)
        {
            ReporterPersonId = row.NumberOrNull(3),
            ReporterName = row.TextOrNull(4),
        };
    }
}
