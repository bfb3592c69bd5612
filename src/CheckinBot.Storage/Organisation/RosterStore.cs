using CheckinBot.Core.Organisation;
using CheckinBot.Core.Writing;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Organisation;

/// <summary>A unit as a roster is compared with it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="SchoolId">The school to which it belongs; null above schools.</param>
/// <param name="HasPupils">It is a class that pupils attend.</param>
/// <param name="HasOfficer">Somebody is school officer there.</param>
public sealed record RosterUnit(Unit Unit, long? SchoolId, bool HasPupils, bool HasOfficer);

/// <summary>What the roster says of a person, besides the id.</summary>
/// <param name="UnitId">The person's own unit.</param>
/// <param name="Role">What the person is there.</param>
/// <param name="Name">The full name.</param>
/// <param name="Number">Unique within the school.</param>
public sealed record RosterData(long UnitId, Role Role, string Name, string? Number)
{
    /// <summary>The name in the form in which names are compared.</summary>
    public string PlainName => NameForm.Of(Name);

    // Stored only where it is another text than the name, which it is of few.
    internal string? OtherPlainName => PlainName is var plain && plain != Name ? plain : null;

    /// <summary>The language that the roster gives.</summary>
    public Language? Language { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>The day of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>The dormitory; boarders of one are near each other.</summary>
    public string? Dormitory { get; init; }
}

/// <summary>A stored person, who may have left.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Data">What is stored.</param>
/// <param name="Active">False where the person has left.</param>
public sealed record RosterPerson(long Id, RosterData Data, bool Active)
{
    /// <summary>The form in which the name is looked for is stored as this program makes it; of a database from before it was, it may not be.</summary>
    public bool IsPlainNameKept { get; init; } = true;
}

/// <summary>Reads and writes units and people as a roster has them.</summary>
public sealed class RosterStore(DbSession session)
{
    private static readonly HotStatement SelectPeople = new("""
        select id, unit_id, role, name, number, language, note, birth_date, dormitory, active, coalesce(plain_name, name)
        from person where unit_id = @unitId order by id
        """);

    private static readonly HotStatement SelectPosts = new("""
        select t.person_id, t.unit_id, t.role from post t
        join person p on p.id = t.person_id
        where p.unit_id = @unitId
        """);

    private static readonly HotStatement InsertPerson = new("""
        insert into person (unit_id, role, name, plain_name, number, language, note, birth_date, dormitory, expected, joined_at)
        values (@unitId, @role, @name, @plainName, @number, @language, @note, @birthDate, @dormitory, @expected, @joinedAt)
        returning id
        """);

    private static readonly HotStatement UpdatePerson = new("""
        update person
        set unit_id = @unitId, role = @role, name = @name, plain_name = @plainName, number = @number, language = @language, note = @note,
            birth_date = @birthDate, dormitory = @dormitory, expected = @expected, active = true,
            joined_at = case when active then joined_at else @now end
        where id = @id
        """);

    private static readonly HotStatement InsertPost = new("""
        insert into post (person_id, unit_id, role) values (@personId, @unitId, @role)
        on conflict do nothing
        """);

    private static readonly HotStatement DeletePost = new("delete from post where person_id = @personId and unit_id = @unitId and role = @role");

    /// <summary>All units, each after the one above it.</summary>
    public async Task<IReadOnlyList<RosterUnit>> Units(CancellationToken cancellationToken)
    {
        const string Sql = $"""
            select {UnitRow.Columns}, u.school_id,
                   exists (select 1 from person p where p.unit_id = u.id and p.role = 'student' and p.active) as has_pupils,
                   exists (select 1 from post t where t.unit_id = u.id and t.role = 'school_officer') as has_officer
            from unit u
            order by length(u.path), u.id
            """;
        return await session.Query(
            Sql, null,
            row => new RosterUnit(
                UnitRow.Read(row), row.NumberOrNull(UnitRow.Count), row.GetBoolean(UnitRow.Count + 1), row.GetBoolean(UnitRow.Count + 2)),
            cancellationToken);
    }

    /// <summary>Everybody whose own unit this is, also those who left.</summary>
    public async ValueTask<IReadOnlyList<RosterPerson>> People(long unitId, CancellationToken cancellationToken) =>
        await session.Query(SelectPeople, ReadPerson, cancellationToken, unitId);

    /// <summary>Whether a pupil of that number and name is stored in another unit below a unit, other than that of a path.</summary>
    public Task<bool> IsPupilBelow(string above, string path, string number, string name, CancellationToken cancellationToken)
    {
        const string Sql = """
            select exists (
                select 1 from unit top
                join unit_ancestor a on a.ancestor_id = top.id
                join unit u on u.id = a.unit_id and u.path <> @path
                join person p on p.unit_id = u.id and p.active and p.role = 'student' and p.number = @number and coalesce(p.plain_name, p.name) = @plain
                where top.path = @above)
            """;
        return session.QuerySingle<bool>(Sql, new { above, path, number, plain = NameForm.Of(name) }, cancellationToken);
    }

    /// <summary>The posts, wherever, of everybody whose own unit this is.</summary>
    public async ValueTask<IReadOnlyList<(long PersonId, long UnitId, Role Role)>> Posts(long unitId, CancellationToken cancellationToken) =>
        await session.Query(SelectPosts, row => (row.GetInt64(0), row.GetInt64(1), row.GetWord<Role>(2)), cancellationToken, unitId);

    /// <summary>Adds a unit below another, or a root, and returns its id.</summary>
    public async Task<long> AddUnit(long? parentId, string name, string path, UnitKind kind, CancellationToken cancellationToken)
    {
        const string Insert = """
            insert into unit (parent_id, name, path, kind) values (@parentId, @name, @path, @kind)
            returning id
            """;
        const string Closure = """
            insert into unit_ancestor (unit_id, ancestor_id, distance)
            select cast(@id as bigint), ancestor_id, distance + 1 from unit_ancestor where unit_id = @parentId
            union all
            select @id, @id, 0
            """;
        var id = await session.QuerySingle<long>(Insert, new { parentId, name, path, kind = Word.Of(kind) }, cancellationToken);
        await session.Execute(Closure, new { id, parentId }, cancellationToken);
        return id;
    }

    /// <summary>Stores what a unit is now.</summary>
    public Task SetUnit(long id, UnitKind kind, long? schoolId, string? timeZone, Language? language, CancellationToken cancellationToken)
    {
        const string Sql = "update unit set kind = @kind, school_id = @schoolId, time_zone = @timeZone, language = @language where id = @id";
        return session.Execute(Sql, new { id, kind = Word.Of(kind), schoolId, timeZone, language = language?.ToTag() }, cancellationToken);
    }

    /// <summary>Adds a person, who is there from now on (UTC), and returns the id.</summary>
    public async ValueTask<long> Add(RosterData data, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await Add([data], now, cancellationToken)).Single();

    /// <summary>Adds some hundred people who join from now on (UTC), and returns their ids in the same order.</summary>
    public async ValueTask<IReadOnlyList<long>> Add(IEnumerable<RosterData> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = people.Select(data => (object?[])
        [
            data.UnitId, Word.Of(data.Role), data.Name, data.OtherPlainName, data.Number, data.Language?.ToTag(), data.Note, data.BirthDate, data.Dormitory,
            data.Role.IsExpectedToCheckIn(), now,
        ]);
        return await session.QueryEach(InsertPerson, row => row.GetInt64(0), [.. rows], cancellationToken);
    }

    /// <summary>Stores what a person is now; somebody who had left is back from now on (UTC).</summary>
    public async ValueTask Update(long id, RosterData data, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.Execute(
            UpdatePerson, cancellationToken,
            data.UnitId, Word.Of(data.Role), data.Name, data.OtherPlainName, data.Number, data.Language?.ToTag(), data.Note, data.BirthDate, data.Dormitory,
            data.Role.IsExpectedToCheckIn(), now, id);

    /// <summary>Marks that a person left: they are no longer asked or counted, and nobody reports for them. Links stay, in case they return.</summary>
    public Task Deactivate(long id, CancellationToken cancellationToken)
    {
        const string Sql = "update person set active = false where id = @id";
        return session.Execute(Sql, new { id }, cancellationToken);
    }

    /// <summary>Gives a person a post.</summary>
    public ValueTask AddPost(long personId, long unitId, Role role, CancellationToken cancellationToken) =>
        AddPosts([(personId, unitId, role)], cancellationToken);

    /// <summary>Gives some hundred posts; one that is held already stays.</summary>
    public async ValueTask AddPosts(IEnumerable<(long PersonId, long UnitId, Role Role)> posts, CancellationToken cancellationToken) => await session.QueryEach(
        InsertPost, _ => 0, [.. posts.Select(post => (object?[])[post.PersonId, post.UnitId, Word.Of(post.Role)])], cancellationToken);

    /// <summary>Takes all posts from a person.</summary>
    public Task RemovePosts(long personId, CancellationToken cancellationToken)
    {
        const string Sql = "delete from post where person_id = @personId";
        return session.Execute(Sql, new { personId }, cancellationToken);
    }

    /// <summary>Takes a post from a person.</summary>
    public async ValueTask RemovePost(long personId, long unitId, Role role, CancellationToken cancellationToken) =>
        await session.Execute(DeletePost, cancellationToken, personId, unitId, Word.Of(role));

    /// <summary>Makes PostgreSQL plan by what an import has written; by itself it would take a minute to notice.</summary>
    public Task Analyze(CancellationToken cancellationToken) =>
        session.Dialect == SqlDialect.Postgres ? session.Execute("analyze unit, unit_ancestor, person, post", null, cancellationToken) : Task.CompletedTask;

    private static RosterPerson ReadPerson(IRow row)
    {
        var data = new RosterData(row.GetInt64(1), row.GetWord<Role>(2), row.GetString(3), row.TextOrNull(4))
        {
            Language = LanguageTag.Parse(row.TextOrNull(5)),
            Note = row.TextOrNull(6),
            BirthDate = row.DayOrNull(7),
            Dormitory = row.TextOrNull(8),
        };
        return new RosterPerson(row.GetInt64(0), data, row.GetBoolean(9)) { IsPlainNameKept = row.GetString(10) == data.PlainName };
    }
}
