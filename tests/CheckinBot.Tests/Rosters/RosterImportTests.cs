using CheckinBot.Core.Organisation;
using CheckinBot.Rosters;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;
using CheckinBot.Tests.Storage;

namespace CheckinBot.Tests.Rosters;

/// <summary>An import on a database that holds the small county already.</summary>
public abstract class RosterImportTests(TestDatabase database) : IAsyncLifetime
{
    private const string SameAsStored = RosterFiles.Header + """
        示范县/第一小学/1班,student,王小明,1
        示范县/第一小学/1班,student,李华,2
        示范县/第一小学/1班,class_teacher,陈老师,T1
        """;

    private const string People = "select name from person where active order by id";

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [SkippableFact]
    public async Task What_is_stored_already_stays_as_it_is()
    {
        var outcome = await Import(SameAsStored);

        Assert.Empty(outcome.Plan!.Added);
        Assert.Empty(outcome.Plan.Changed);
        Assert.Empty(outcome.Plan.Moved);
        Assert.Empty(outcome.Plan.Missing);
        Assert.Equal(["王小明", "李华", "陈老师"], await Strings(People));
    }

    [SkippableFact]
    public async Task A_unit_is_made_when_its_path_first_appears_and_knows_its_school()
    {
        await Import(RosterFiles.Header + "邻县/实验学校/三年级/2班,student,赵一,9\n邻县/实验学校,school_officer,钱二,O1\n邻县,official,孙三,\n");

        var units = await database.Read(session => new RosterStore(session).Units(default));
        var made = units.Where(unit => unit.Unit.Path.StartsWith("邻县", StringComparison.Ordinal)).ToDictionary(unit => unit.Unit.Path);
        Assert.Equal(
            [UnitKind.Area, UnitKind.School, UnitKind.Grade, UnitKind.Class],
            made.OrderBy(unit => unit.Key.Length).Select(unit => unit.Value.Unit.Kind));
        Assert.Equal(made["邻县/实验学校"].Unit.Id, made["邻县/实验学校/三年级/2班"].SchoolId);
        var lineage = await database.Read(session => new UnitStore(session).Lineage(made["邻县/实验学校/三年级/2班"].Unit.Id, default));
        Assert.Equal(["2班", "三年级", "实验学校", "邻县"], lineage.Select(unit => unit.Name));
    }

    [SkippableFact]
    public async Task Staff_are_expected_to_check_in_and_officials_are_not()
    {
        await Import(RosterFiles.Header + "示范县,official,官,\n示范县/第一小学,school_officer,校,\n示范县/第一小学/1班,student,生,77\n");
        Assert.Equal(["校", "生"], await Strings("select name from person where expected and name in ('官', '校', '生') order by id"));
    }

    [SkippableFact]
    public async Task A_child_who_changes_name_and_class_keeps_the_family_that_is_tied_to_the_number()
    {
        await database.Write(session => new LinkStore(session).Add(7, TestDatabase.Ming, LinkKind.Guardian, "妈妈", "", TestDatabase.Now, default));

        var outcome = await Import(RosterFiles.Header + "示范县/第一小学/2班,student,王晓明,1\n");

        Assert.Equal(["unit: 示范县/第一小学/1班 -> 示范县/第一小学/2班", "name: 王小明 -> 王晓明"], Assert.Single(outcome.Plan!.Moved).Changes);
        var child = Assert.Single(await database.Read(session => new LinkStore(session).OfUser(7, default).AsTask()));
        Assert.Equal((TestDatabase.Ming, "王晓明", "2班"), (child.Person.Id, child.Person.Name, child.Unit.Name));
        Assert.Equal(["示范县/第一小学/2班"], await Strings($"select u.path from post t join unit u on u.id = t.unit_id where t.person_id = {TestDatabase.Ming}"));
    }

    [SkippableFact]
    public async Task Without_a_number_a_person_is_found_by_unit_role_and_name()
    {
        var outcome = await Import("unit,role,name\n示范县/第一小学/1班,student,李华\n");

        Assert.Equal(TestDatabase.Hua, Assert.Single(outcome.Plan!.People).Stored!.Id);
        Assert.Equal(["2"], await Strings($"select number from person where id = {TestDatabase.Hua}"));
    }

    [SkippableFact]
    public async Task A_number_that_was_mistyped_is_corrected_and_the_person_stays()
    {
        var outcome = await Import(RosterFiles.Header + "示范县/第一小学/1班,student,李华,22\n");
        Assert.Equal(["number: 2 -> 22"], Assert.Single(outcome.Plan!.Changed).Changes);
        Assert.Equal(TestDatabase.Hua, Assert.Single(outcome.Plan.People).Stored!.Id);
    }

    [SkippableFact]
    public async Task Who_left_is_listed_and_stays()
    {
        var outcome = await Import(RosterFiles.Header + "示范县/第一小学/1班,student,王小明,1\n");

        Assert.Equal(["李华", "陈老师"], outcome.Plan!.Missing.Select(missing => missing.Stored.Data.Name));
        Assert.Equal(["王小明", "李华", "陈老师"], await Strings(People));
    }

    [SkippableFact]
    public async Task Who_left_is_deactivated_when_asked_for_and_comes_back_as_the_same_person()
    {
        await Import(RosterFiles.Header + "示范县/第一小学/1班,student,王小明,1\n", new RosterImportOptions(false, DeactivateMissing: true));
        Assert.Equal(["王小明"], await Strings(People));

        var outcome = await Import(SameAsStored);
        Assert.Equal([TestDatabase.Hua, TestDatabase.ClassTeacher], outcome.Plan!.Changed.Select(person => person.Stored!.Id));
        Assert.Equal(["王小明", "李华", "陈老师"], await Strings(People));
    }

    [SkippableFact]
    public async Task Only_units_that_the_file_names_can_lose_people()
    {
        var outcome = await Import(RosterFiles.Header + "示范县/第一小学/2班,student,新生,50\n", new RosterImportOptions(false, DeactivateMissing: true));
        Assert.Empty(outcome.Plan!.Missing);
        Assert.Equal(["王小明", "李华", "陈老师", "新生"], await Strings(People));
    }

    [SkippableFact]
    public async Task A_dry_run_says_what_would_change_and_stores_nothing()
    {
        var outcome = await Import(RosterFiles.Header + "示范县/第一小学/2班,student,新生,50\n", new RosterImportOptions(DryRun: true, false));

        Assert.Equal("新生", Assert.Single(outcome.Plan!.Added).Main.Name);
        Assert.Equal("示范县/第一小学/2班", Assert.Single(outcome.Plan.NewUnits).Path);
        Assert.Equal(["王小明", "李华", "陈老师"], await Strings(People));
        Assert.Equal(["3"], await Strings("select cast(count(*) as text) from unit"));
    }

    [SkippableFact]
    public async Task One_member_of_staff_may_have_several_posts()
    {
        var outcome = await Import(RosterFiles.Header + "示范县/第一小学/1班,class_teacher,陈老师,T1\n示范县/第一小学,duty_officer,陈老师,T1\n");

        Assert.Empty(outcome.Faults);
        Assert.Equal(TestDatabase.ClassTeacher, Assert.Single(outcome.Plan!.People).Stored!.Id);
        Assert.Equal(["class_teacher", "duty_officer"], await Strings($"select role from post where person_id = {TestDatabase.ClassTeacher} order by role"));
    }

    [SkippableFact]
    public async Task The_same_number_in_another_school_is_another_child()
    {
        var outcome = await Import(RosterFiles.Header + "示范县/第二小学/1班,student,王小明,1\n");
        Assert.Single(outcome.Plan!.Added);
    }

    [SkippableFact]
    public async Task A_name_that_is_spread_is_the_same_child_and_is_shown_as_the_school_writes_it()
    {
        var outcome = await Import("unit,role,name\n示范县/第一小学/1 班,student,李　华\n");
        Assert.Equal(TestDatabase.Hua, Assert.Single(outcome.Plan!.People).Stored!.Id);
        Assert.Empty(outcome.Plan.NewUnits);
        Assert.Equal(["李　华 李华"], await Strings($"select name || ' ' || plain_name from person where id = {TestDatabase.Hua}"));
    }

    [SkippableFact]
    public async Task A_name_loses_what_cannot_be_seen()
    {
        await Import(RosterFiles.Header + "示范县/第一小学/2班,student,\u202D甲\u200B乙\u202C,9\n");
        Assert.Equal(["甲乙"], await Strings("select name from person where number = '9'"));
    }

    [SkippableFact]
    public async Task A_plain_name_of_an_older_database_is_brought_in_order_by_an_import()
    {
        await database.Write(session => session.Execute($"update person set name = '\u2F25华' where id = {TestDatabase.Hua}", null, default));
        await Import(RosterFiles.Header + "示范县/第一小学/1班,student,\u2F25华,2\n");
        Assert.Equal(["女华"], await Strings($"select plain_name from person where id = {TestDatabase.Hua}"));
    }

    [SkippableTheory]
    [InlineData("示范县/第一小学/2班,student,甲,9\n示范县/第一小学/3班,student,乙,9\n", 3, "duplicate")]
    [InlineData("示范县/第一小学/2班,headmaster,甲,9\n", 2, "role 'headmaster' is unknown")]
    [InlineData("示范县/第一小学/2班,student,,9\n", 2, "name is missing")]
    [InlineData(",student,甲,9\n", 2, "unit is missing")]
    [InlineData("示范县//2班,student,甲,9\n", 2, "empty name")]
    [InlineData("示范县/第一小学/9班,student,甲,9\n示范县/第一小学/9班/一组,teacher,乙,8\n", 2, "units below it")]
    [InlineData("示范县/第一小学/1班/一组,student,甲,9\n", 2, "is a class with pupils already")]
    [InlineData("示范县/第一小学,student,甲,9\n", 2, "units below it")]
    [InlineData("示范县/第一小学/2班,student,甲,\n示范县/第一小学/2班,student,甲,\n", 3, "twice")]
    [InlineData("示范县/第一小学/2班,student,甲\u0007乙,9\n", 2, "cannot be printed")]
    [InlineData("示范县/第一小学/2班,student,甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲,9\n", 2, "too long")]
    public async Task A_bad_row_is_named_by_line_and_reason_and_nothing_of_the_file_is_stored(string rows, int line, string reason)
    {
        var outcome = await Import(RosterFiles.Header + rows + "示范县/第五小学/1班,student,好人,1000\n");

        Assert.Null(outcome.Plan);
        Assert.Contains(outcome.Faults, fault => fault.Line == line && fault.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(["王小明", "李华", "陈老师"], await Strings(People));
        Assert.Equal(["3"], await Strings("select cast(count(*) as text) from unit"));
    }

    [SkippableFact]
    public async Task A_comma_too_many_shifts_no_cells_unseen()
    {
        var outcome = await Import(RosterFiles.Header + "示范县/第一小学/2班,student,Smith, John,9\n示范县/第一小学/2班,student,好人,10,,\n");
        var fault = Assert.Single(outcome.Faults);
        Assert.Equal(2, fault.Line);
        Assert.Contains("more cells than the header", fault.Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_class_speaks_the_language_of_most_of_its_rows()
    {
        await Import(
            "unit,role,name,number,locale\n示范县/第一小学/2班,student,甲,11,\n示范县/第一小学/2班,student,乙,12,\n示范县/第一小学/2班,student,Ann,13,en\n"
            + "示范县/第一小学/3班,student,林怡君,21,zh-Hant\n示范县/第一小学/3班,student,陳宥恩,22,zh-Hant\n示范县/第一小学/3班,student,Tom,23,en\n");
        Assert.Equal(["none", "zh-Hant"], await Strings("select coalesce(language, 'none') from unit where name in ('2班', '3班') order by name"));
        Assert.Equal(["en"], await Strings("select language from person where name = 'Ann'"));
    }

    [SkippableTheory]
    [InlineData("xx,,", "locale")]
    [InlineData(",Mars/Base,", "time zone")]
    [InlineData(",,2031-02-31", "birth date")]
    [InlineData(",,1850-01-01", "birth date")]
    public async Task Optional_columns_are_checked_too(string cells, string reason)
    {
        var outcome = await Import($"unit,role,name,number,locale,time_zone,birth_date\n示范县/第一小学/2班,student,甲,9,{cells}\n");
        Assert.Contains(reason, Assert.Single(outcome.Faults).Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task All_bad_rows_are_told_at_once_and_of_very_many_the_first_ones()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(number => $"示范县/第一小学/2班,nobody,甲{number},{number + 100}\n"));
        var report = RosterReport.Faults((await Import(RosterFiles.Header + rows)).Faults).ToList();
        Assert.Equal(52, report.Count);
        Assert.Equal("… and 10 more", report[50]);
        Assert.StartsWith("60 bad rows: nothing of the file was stored.", report[51], StringComparison.Ordinal);
    }

    private async Task<RosterOutcome> Import(string csv, RosterImportOptions? options = null) =>
        await new RosterImport(database.Database, TimeProvider.System).Run(
            RosterFiles.Csv(csv), options ?? new RosterImportOptions(false, false), null, default);

    private Task<IEnumerable<string>> Strings(string sql) => database.Read(session => session.Query<string>(sql, null, default));
}

public sealed class SqliteRosterImportTests() : RosterImportTests(new SqliteDatabase());

public sealed class PostgresRosterImportTests() : RosterImportTests(new PostgresDatabase());
