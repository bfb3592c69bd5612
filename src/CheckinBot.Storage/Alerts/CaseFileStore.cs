using CheckinBot.Core.Cases;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Storage.Alerts;

/// <summary>Cases, and what was done about them. What was told of them is read from the check-ins.</summary>
public sealed class CaseFileStore(DbSession session)
{
    private const string Columns = $"""
        f.id, f.matter, f.state, f.opened_day, f.opened_at, f.note, f.taken_by, f.due_at, t.name, f.family_told_on,
        p.id, p.role, p.name, p.number, {UnitRow.Columns}
        """;

    private const string From = """
        from case_file f
        join person p on p.id = f.person_id
        join unit u on u.id = p.unit_id
        left join person t on t.id = f.taken_by
        """;

    private static readonly HotStatement OpenOf = new($"select {Columns} {From} where f.person_id = @personId and f.closed_at is null order by f.id");

    private static readonly HotStatement IllnessOfLinked = new($"""
        select {Columns} {From}
        join link l on l.person_id = f.person_id
        where l.user_id = @userId and f.closed_at is null and f.matter = 'illness'
        """);

    /// <summary>The open cases of a person, the oldest first.</summary>
    public async ValueTask<IReadOnlyList<CaseFile>> Open(long personId, CancellationToken cancellationToken) =>
        await session.Query(OpenOf, Read, cancellationToken, personId);

    /// <summary>The open cases of illness of those to whom a user is linked.</summary>
    public async ValueTask<IReadOnlyList<CaseFile>> IllnessesOfLinked(long userId, CancellationToken cancellationToken) =>
        await session.Query(IllnessOfLinked, Read, cancellationToken, userId);

    /// <summary>A case, open or closed; null where there is none.</summary>
    public async Task<CaseFile?> Find(long id, CancellationToken cancellationToken) =>
        (await session.Query($"select {Columns} {From} where f.id = @id", new { id }, Read, cancellationToken)).FirstOrDefault();

    /// <summary>The open cases of the active people of a subtree, the one that is due first first.</summary>
    public async Task<IReadOnlyList<CaseFile>> Under(long rootId, CancellationToken cancellationToken) => await session.Query(
        $"""
        select {Columns} {From}
        where f.closed_at is null and p.active and p.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
        order by f.due_at, f.id
        """,
        new { rootId }, Read, cancellationToken);

    /// <summary>How many open cases of a subtree wait longer than they may.</summary>
    public Task<int> CountOverdue(long rootId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = """
            select count(*) from case_file f
            join person p on p.id = f.person_id and p.active
            where f.closed_at is null and f.due_at < @now and p.unit_id in (select unit_id from unit_ancestor where ancestor_id = @rootId)
            """;
        return session.QuerySingle<int>(Sql, new { rootId, now }, cancellationToken);
    }

    /// <summary>What was done about a case, the oldest first.</summary>
    public async Task<IReadOnlyList<CaseEntry>> Entries(long caseId, CancellationToken cancellationToken) => await session.Query(
        "select e.at, e.move, e.by_name, e.closing from case_entry e where e.case_id = @caseId order by e.id", new { caseId },
        row => new CaseEntry(row.GetInstant(0), row.GetWord<CaseMove>(1), row.TextOrNull(2))
        {
            Closing = row.IsNull(3) ? null : row.GetWord<CaseClosing>(3),
        },
        cancellationToken);

    /// <summary>Opens a case; where one of the matter is open it stays as it is.</summary>
    public Task Open(
        long personId, CaseMatter matter, DateOnly day, string? note, DateTimeOffset now, DateTimeOffset dueAt, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into case_file (person_id, matter, state, opened_day, opened_at, note, due_at)
            values (@personId, @matter, @state, @day, @now, @note, @dueAt)
            on conflict (person_id, matter) where closed_at is null do nothing
            """;
        var arguments = new { personId, matter = Word.Of(matter), state = Word.Of(CaseState.Open), day, now, note, dueAt };
        return session.Execute(Sql, arguments, cancellationToken);
    }

    /// <summary>Notes a move and brings the case to its state.</summary>
    /// <param name="file">The case as it was.</param>
    /// <param name="after">The state that the move leads to.</param>
    /// <param name="entry">What was done.</param>
    /// <param name="takenBy">The member of staff who takes it on by that; null where nobody does.</param>
    /// <param name="dueAt">By when something has to be done next.</param>
    /// <param name="familyDay">The day for which the family says it; null where staff do.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task Move(
        CaseFile file, CaseState after, CaseEntry entry, long? takenBy, DateTimeOffset dueAt, DateOnly? familyDay, CancellationToken cancellationToken)
    {
        const string Note = "insert into case_entry (case_id, at, move, closing, by_name) values (@Id, @At, @move, @closing, @ByName)";
        const string Bring = """
            update case_file
            set state = @state, taken_by = coalesce(@takenBy, taken_by), due_at = @dueAt, closed_at = @closedAt,
                family_told_on = coalesce(@familyDay, family_told_on)
            where id = @Id
            """;
        var closing = entry.Closing is { } reason ? Word.Of(reason) : null;
        await session.Execute(Note, new { file.Id, entry.At, move = Word.Of(entry.Move), closing, entry.ByName }, cancellationToken);
        DateTimeOffset? closedAt = after == CaseState.Closed ? entry.At : null;
        await session.Execute(Bring, new { file.Id, state = Word.Of(after), takenBy, dueAt, closedAt, familyDay }, cancellationToken);
    }

    private static CaseFile Read(IRow row)
    {
        var unit = UnitRow.Read(row, 14);
        var person = new Person(row.GetInt64(10), unit.Id, row.GetWord<Role>(11), row.GetString(12), row.TextOrNull(13));
        return new(row.GetInt64(0), person, unit, row.GetWord<CaseMatter>(1), row.GetWord<CaseState>(2), row.GetDay(3), row.GetInstant(4))
        {
            Note = row.TextOrNull(5),
            TakenBy = row.IsNull(6) ? null : new(row.GetInt64(6), row.GetString(8)),
            DueAt = row.GetInstant(7),
            FamilyToldOn = row.IsNull(9) ? null : row.GetDay(9),
        };
    }
}
