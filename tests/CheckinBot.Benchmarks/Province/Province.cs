using CheckinBot.Storage.Engine;

namespace CheckinBot.Benchmarks.Province;

/// <summary>
/// A made-up province: 50 counties of 20 schools of 5 grades of 5 classes of 40 pupils, a million in 25,000 classes, each
/// class with a class teacher who has an account; and one morning of check-ins, in the order in which families happen to write.
/// </summary>
internal static class Province
{
    public const int Classes = 25_000, People = 1_000_000;
    public const long Root = 1;
    public static readonly DateOnly Day = new(2026, 3, 2);
    public static readonly DateTimeOffset AsOf = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);

    // Ids: counties 100 + i, schools 1,000 + i, grades 10,000 + i, classes 100,000 + i; pupils 1,000,000 + i, teachers 3,000,000 + i.
    private static readonly string[] Units =
    [
        "insert into unit (id, parent_id, name, path, kind, time_zone, language) values (1, null, '示范省', '示范省', 'area', 'Asia/Shanghai', 'zh-Hans')",
        Level(50, 100, "1", "'第' || (i + 1) || '县'", "area"),
        Level(1_000, 1_000, "100 + i / 20", "'第' || (i % 20 + 1) || '小学'", "school"),
        Level(5_000, 10_000, "1000 + i / 5", "(i % 5 + 1) || '年级'", "grade"),
        Level(Classes, 100_000, "10000 + i / 5", "(i % 5 + 1) || '班'", "class"),
        "update unit set school_id = id where kind = 'school'",
        "update unit set school_id = parent_id where kind = 'grade'",
        "update unit set school_id = (select g.parent_id from unit g where g.id = unit.parent_id) where kind = 'class'",
        """
        with recursive up(unit_id, ancestor_id, distance) as (
            select id, id, 0 from unit union all
            select up.unit_id, u.parent_id, up.distance + 1 from up join unit u on u.id = up.ancestor_id where u.parent_id is not null)
        insert into unit_ancestor (unit_id, ancestor_id, distance) select unit_id, ancestor_id, distance from up
        """,
    ];

    private static readonly string[] Pupils =
    [
        $"""
        {Numbers(People)}
        insert into person (id, unit_id, role, name, number, expected)
        select 1000000 + i, 100000 + i / 40, 'student', '学生' || i, 'N' || i, true from n
        """,
        $"""
        {Numbers(Classes)}
        insert into person (id, unit_id, role, name, number, expected)
        select 3000000 + i, 100000 + i, 'class_teacher', '老师' || i, 'T' || i, false from n
        """,
        "insert into post (person_id, unit_id, role) select id, unit_id, role from person",
        "insert into account (user_id, language, first_seen_at) select id, 'zh-Hans', '2026-01-01T00:00:00.000Z' from person where role = 'class_teacher'",
        """
        insert into link (user_id, person_id, kind, display_name, linked_at)
        select id, id, 'self', '老师', '2026-01-01T00:00:00.000Z' from person where role = 'class_teacher'
        """,
    ];

    // Of a thousand: 950 reported (20 of them travelled, 5 with a fever, 5 with symptoms), 20 exempt, 10 partial, 20 nothing.
    // 7,919 is prime to a million: it deals the families out over the morning.
    private static readonly string CheckIns = $"""
        {Numbers(People)}
        insert into check_in (
            person_id, unit_id, day, slot, revision, is_current, status, temperature_tenths, site, symptoms, travel, place,
            still_away, isolation, absence, contact, no_thermometer, normal_said, reporter_user_id, reported_at, source)
        select 1000000 + f, 100000 + f / 40, '2026-03-02', 'morning', 1, true,
            case when k < 950 then 'reported' when k < 970 then 'exempt' else 'partial' end,
            case when k < 940 then 360 + f % 13 when k < 945 then 378 when k < 950 then 366 end,
            case f % 3 when 0 then 'forehead' else 'axillary' end,
            case when k between 940 and 944 then 1 when k between 945 and 949 then 4 else 0 end,
            case when k between 920 and 939 then 'yes' when k < 950 then 'no' else 'unknown' end,
            case when k between 920 and 939 then '邻省' || f % 7 || '市' end,
            false, case when k between 938 and 939 then 'home' else 'none' end, case when k between 950 and 969 then 'leave' else 'none' end,
            false, false, false, 5000000 + f, '2026-03-02T00:00:00.000Z', 'private'
        from (select f, f * 31 % 1000 as k from (select i * 7919 % 1000000 as f, i from n) dealt) family
        where k < 980
        """;

    // A hundred classes in which the first three pupils have a fever, as told in words.
    private const string Clusters = "update check_in set symptoms = 1 where unit_id % 250 = 0 and person_id % 40 < 3";

    /// <summary>Makes it; a database that has a schema already is taken as it is.</summary>
    public static async Task Seed(Database database)
    {
        if (await new Migrator(database, TimeProvider.System).Migrate(default) == 0) return;
        string[] statistics = ["analyze unit", "analyze unit_ancestor", "analyze person", "analyze link", "analyze post", "analyze check_in"];
        foreach (var sql in (string[])[.. Units, .. Pupils, CheckIns, Clusters, .. statistics]) await Execute(database, sql);
    }

    /// <summary>Runs a statement in a transaction of its own.</summary>
    public static async Task<int> Execute(Database database, string sql, object? arguments = null)
    {
        await using var session = await database.OpenWrite(default);
        var rows = await session.Execute(sql, arguments, default);
        await session.Commit(default);
        return rows;
    }

    private static string Numbers(int count) =>
        $"with recursive n(i) as (select cast(0 as bigint) union all select i + 1 from n where i < {count - 1})";

    private static string Level(int count, int firstId, string parent, string name, string kind) => $"""
        {Numbers(count)}
        insert into unit (id, parent_id, name, path, kind)
        select {firstId} + i, p.id, {name}, p.path || '/' || {name}, '{kind}' from n join unit p on p.id = {parent}
        """;
}
