using CheckinBot.Rosters;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Storage;

namespace CheckinBot.Tests.Rosters;

/// <summary>A boarder belongs to a class and lives in a house, by a row each or by a list of the house alone.</summary>
public abstract class BoardingHouseTests(TestDatabase database) : IAsyncLifetime
{
    private const string Room = "示范县/第一小学/1班";
    private const string House = "示范县/第一小学/女生宿舍";
    private const string List = RosterFiles.Header + $"{House},student,王小明,1\n";

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [SkippableFact]
    public async Task A_list_of_the_house_takes_nobody_out_of_the_class()
    {
        var outcome = await Import(List);
        Assert.Empty(outcome.Faults);
        Assert.Empty(outcome.Plan!.Moved);
        Assert.Equal([$"lives in {House}", "dormitory: none -> 女生宿舍"], Assert.Single(outcome.Plan.Changed).Changes.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal((Room, "女生宿舍"), await Ming());
        Assert.Equal([TestDatabase.Ming], await Residents());
        Assert.Equal("boarding_house", await Text($"select kind from unit where path = '{House}'"));
        Assert.Empty((await Import(List)).Plan!.Changed);
    }

    [SkippableFact]
    public async Task A_bed_that_is_named_stays_and_the_roster_of_the_class_does_not_take_it_away()
    {
        await Import($"unit,role,name,number,dormitory\n{House},student,王小明,1,女生宿舍 302\n");
        Assert.Equal((Room, "女生宿舍 302"), await Ming());
        await Import(RosterFiles.Header + $"{Room},student,王小明,1\n{Room},student,李华,2\n");
        Assert.Equal((Room, "女生宿舍 302"), await Ming());
        await Import($"unit,role,name,number,dormitory\n{Room},student,王小明,1,\n{Room},student,李华,2,\n");
        Assert.Equal((Room, "女生宿舍"), await Ming());
        Assert.Equal([TestDatabase.Ming], await Residents());
    }

    [SkippableFact]
    public async Task Whoever_goes_to_another_house_or_home_leaves_the_first_one()
    {
        await Import(List);
        await Import(RosterFiles.Header + "示范县/第一小学/新公寓,student,王小明,1\n");
        Assert.Equal((Room, "新公寓"), await Ming());
        Assert.Empty(await Residents());
        // A list of both, in which the child is no resident any more.
        await Import(RosterFiles.Header + $"{Room},student,王小明,1\n{Room},student,李华,2\n示范县/第一小学/新公寓,student,李华,2\n");
        Assert.Null((await Ming()).Dormitory);
    }

    [SkippableFact]
    public async Task The_row_of_the_class_may_come_after_that_of_the_house()
    {
        var outcome = await Import(RosterFiles.Header + $"{House},student,新生,7\n示范县/第一小学/2班,student,新生,7\n");
        Assert.Empty(outcome.Faults);
        Assert.Equal("示范县/第一小学/2班", await Text("select u.path from person p join unit u on u.id = p.unit_id where p.number = '7'"));
        Assert.Equal("女生宿舍", await Text("select dormitory from person where number = '7'"));
    }

    [SkippableFact]
    public async Task Pupils_who_are_in_no_class_make_a_class_of_the_house_as_of_any_unit()
    {
        await Import(RosterFiles.Header + $"{House},student,寄宿生,8\n");
        Assert.Equal("class", await Text($"select kind from unit where path = '{House}'"));
    }

    [SkippableFact]
    public async Task Two_rows_in_classes_or_two_in_houses_are_still_a_fault()
    {
        Assert.Contains(
            "duplicate", Assert
                .Single((await Import(RosterFiles.Header + $"{Room},student,王小明,1\n示范县/第一小学/2班,student,王小明,1\n")).Faults).Reason, StringComparison.Ordinal);
        Assert.Contains(
            "duplicate", Assert
                .Single((await Import(RosterFiles.Header + $"{House},student,王小明,1\n示范县/第一小学/新公寓,student,王小明,1\n")).Faults).Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_house_that_belongs_to_no_school_is_named_and_nothing_is_stored()
    {
        var fault = Assert.Single((await Import(RosterFiles.Header + "示范县/学生公寓,student,王小明,1\n")).Faults);
        Assert.Contains("put the house below that school", fault.Reason, StringComparison.Ordinal);
        Assert.Equal("0", await Text("select cast(count(*) as text) from unit where name = '学生公寓'"));
    }

    private async Task<RosterOutcome> Import(string text) =>
        await new RosterImport(database.Database, new ManualTime(TestDatabase.Now)).Run(
            RosterFiles.Csv(text), new RosterImportOptions(false, false), null, default);

    private Task<(string Path, string? Dormitory)> Ming() => database.Read(session => session.QuerySingle<(string, string?)>(
        $"select u.path, p.dormitory from person p join unit u on u.id = p.unit_id where p.id = {TestDatabase.Ming}", null, default));

    private Task<List<long>> Residents() => database.Read(async session =>
        (await new PersonStore(session).Residents((await new UnitStore(session).FindByPath(House, default))!.Id, default)).SelectMany(room => room).ToList());

    private Task<string> Text(string sql) => database.Read(session => session.QuerySingle<string>(sql, null, default));
}

public sealed class SqliteBoardingHouseTests() : BoardingHouseTests(new SqliteDatabase());

public sealed class PostgresBoardingHouseTests() : BoardingHouseTests(new PostgresDatabase());
