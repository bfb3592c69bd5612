using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Rosters;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;
using CheckinBot.Tests.Storage;

namespace CheckinBot.Tests.Rosters;

/// <summary>Who moves stays tied to the family; what was before stays with the class of its day.</summary>
public abstract class TransferTests(TestDatabase database) : IAsyncLifetime
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateOnly Yesterday = TestDatabase.Today.AddDays(-1);

    private readonly ManualTime _time = new(TestDatabase.Now);

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        await Import("示范县/第一小学/2班,student,赵敏,3\n示范县/第二小学/1班,student,周杰,7\n");
        await database.Write(session => new LinkStore(session).Add(7, TestDatabase.Ming, LinkKind.Guardian, "妈妈", "", TestDatabase.Now, default));
        await Report(TestDatabase.Ming, Yesterday);
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_new_class_in_the_roster_moves_the_pupil_and_past_days_keep_the_old_one()
    {
        await Import("示范县/第一小学/2班,student,王小明,1\n示范县/第一小学/2班,student,李华,2\n");

        var entered = await UnitId("示范县/第一小学/2班");
        Assert.Equal((entered, entered), (await UnitOf(TestDatabase.Ming), await UnitOf(TestDatabase.Hua)));
        Assert.Equal("王小明", Assert.Single(await database.Read(session => new LinkStore(session).OfUser(7, default).AsTask())).Person.Name);
        // Yesterday one of two had answered in the old class; today both are missing in the new one.
        Assert.Equal((2, 1, 1), await Count(TestDatabase.Class, Yesterday));
        Assert.Equal((1, 0, 1), await Count(entered, Yesterday));
        Assert.Equal((3, 0, 3), await Count(entered, TestDatabase.Today));
        var missing = await database.Read(session => new MissingStore(session).OfUnit(TestDatabase.Class, Yesterday, "morning", default));
        Assert.Equal(["李华"], missing.Select(one => one.Name).Where(name => name != "陈老师"));
        Assert.Equal(missing, (await database.Read(session => new MissingStore(session).ByUnit(Yesterday, "morning", default)))[TestDatabase.Class]);
        Assert.Equal(["示范县/第一小学/1班 王小明", "示范县/第一小学/1班 李华", "示范县/第一小学/2班 赵敏"], await Exported(Yesterday));
        Assert.Equal(["示范县/第一小学/2班 王小明", "示范县/第一小学/2班 李华", "示范县/第一小学/2班 赵敏"], await Exported(TestDatabase.Today));
    }

    [Fact]
    public async Task A_pupil_goes_to_another_school_under_a_new_number()
    {
        var moved = await Move("1", "示范县/第一小学", "示范县/第二小学/1班", "20");

        Assert.Equal(("20", await UnitId("示范县/第二小学/1班")), (moved.Data.Number, await UnitOf(TestDatabase.Ming)));
        var transfer = Assert.Single(await database.Read(session => new TransferStore(session).Of(TestDatabase.Ming, default)));
        Assert.Equal((TestDatabase.Class, "1", TestDatabase.Today), (transfer.FromUnitId, transfer.FromNumber, transfer.OnDay));
        Assert.Equal((2, 1, 1), await Count(TestDatabase.School, Yesterday, pupilsOf: "1班"));
        Assert.Equal("示范县/第二小学", (await database.Read(session => new UnitStore(session).SchoolOf(transfer.ToUnitId, default).AsTask()))!.Path);
        Assert.Single(await database.Read(session => new LinkStore(session).OfUser(7, default).AsTask()));
    }

    [Fact]
    public async Task Every_earlier_day_has_the_class_of_that_day_however_often_somebody_moves()
    {
        await Move("1", "示范县/第一小学", "示范县/第二小学/1班", null);
        _time.Advance(TimeSpan.FromDays(2));
        await Move("1", "示范县/第二小学", "示范县/第一小学/2班", null);

        var entered = await UnitId("示范县/第一小学/2班");
        var second = await UnitId("示范县/第二小学/1班");
        Assert.Equal((2, 1, 1), await Count(TestDatabase.Class, Yesterday));
        Assert.Equal((2, 0, 2), await Count(second, TestDatabase.Today));
        Assert.Equal((2, 0, 2), await Count(second, TestDatabase.Today.AddDays(1)));
        Assert.Equal((1, 0, 1), await Count(second, TestDatabase.Today.AddDays(2)));
        Assert.Equal((2, 0, 2), await Count(entered, TestDatabase.Today.AddDays(2)));
    }

    [Fact]
    public async Task A_boarder_keeps_the_bed_within_the_school_and_says_which_in_another_one()
    {
        await database.Write(session => session.Execute($"update person set dormitory = '302' where id = {TestDatabase.Ming}", null, default));
        await Import("示范县/第一小学/女生宿舍,student,王小明,1\n");
        Assert.Equal("302", (await Move("1", "示范县/第一小学", "示范县/第一小学/2班", null)).Data.Dormitory);
        Assert.Equal(2, (await Posts()).Count);

        var refused = await Assert.ThrowsAsync<TransferException>(() => Move("1", "示范县/第一小学", "示范县/第二小学/1班", null));
        Assert.Contains("is a boarder ('302'): give the dormitory", refused.Message, StringComparison.Ordinal);
        Assert.Equal("新楼 101", (await Move("1", "示范县/第一小学", "示范县/第二小学/1班", null, "新楼 101")).Data.Dormitory);
        Assert.Equal([await UnitId("示范县/第二小学/1班")], await Posts());
        Assert.Null((await Move("1", "示范县/第二小学", "示范县/第一小学/1班", null, Transfers.NoDormitory)).Data.Dormitory);
    }

    [Fact]
    public async Task A_roster_of_the_old_school_makes_no_second_person_of_who_has_left_it()
    {
        await Move("1", "示范县/第一小学", "示范县/第二小学/1班", "20");
        var fault = Assert.Single((await Run("示范县/第一小学/1班,student,王小明,1\n示范县/第一小学/1班,student,李华,2\n")).Faults);
        Assert.Equal(2, fault.Line);
        Assert.Equal(
            "'王小明' (1) moved to 示范县/第二小学/1班 on 2021-03-01: "
            + "remove the row, or, if they are back, use the verb transfer; another child of that name needs another number",
            fault.Reason);
        Assert.Equal(1, await database.Read(session => session.QuerySingle<long>("select count(*) from person where name = '王小明'", null, default)));

        // The number alone may be given again, and who comes back is known.
        await Import("示范县/第一小学/1班,student,新生,1\n");
        await Move("20", "示范县/第二小学", "示范县/第一小学/1班", "3101");
        await Import("示范县/第一小学/1班,student,王小明,3101\n");
        Assert.Equal(TestDatabase.Class, await UnitOf(TestDatabase.Ming));
    }

    [Fact]
    public async Task The_history_of_a_pupil_is_whole_wherever_they_are()
    {
        await Move("1", "示范县/第一小学", "示范县/第二小学/1班", "20");
        var entered = await UnitId("示范县/第二小学/1班");
        await database
            .Write(session => new CheckInStore(session).Append(TestDatabase.Reading(TestDatabase.Ming, 366) with { UnitId = entered }, default).AsTask());
        await Import("示范县/第二小学/1班,student,周杰,7\n示范县/第二小学/1班,student,王小明,20\n");
        Assert.Equal(["示范县/第一小学/1班 王小明", "示范县/第一小学/1班 李华", "示范县/第一小学/2班 赵敏"], await Exported(Yesterday));
        Assert.Equal([(Yesterday, TestDatabase.Class), (TestDatabase.Today, entered)], await database.Read(async session =>
            (await session.Query<(DateOnly, long)>($"select day, unit_id from check_in where person_id = {TestDatabase.Ming} order by day", null, default))
                .ToList()));
    }

    [Theory]
    [InlineData("9", "示范县/第一小学", "示范县/第二小学/1班", null, "Nobody has the number '9'")]
    [InlineData("1", "示范县/第一小学", "示范县/第二小学", null, "has units below it")]
    [InlineData("1", "示范县/第一小学", "示范县/第二小学/1班", "7", "is taken in '示范县/第二小学/1班'")]
    [InlineData("1", "示范县/第一小学", "示范县/第一小学/1班", null, "is in '示范县/第一小学/1班' already")]
    public async Task A_move_that_cannot_be_made_says_why_and_changes_nothing(string number, string from, string to, string? newNumber, string reason)
    {
        var refused = await Assert.ThrowsAsync<TransferException>(() => Move(number, from, to, newNumber));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal(TestDatabase.Class, await UnitOf(TestDatabase.Ming));
        Assert.Empty(await database.Read(session => new TransferStore(session).Of(TestDatabase.Ming, default)));
    }

    private Task<RosterPerson> Move(string number, string from, string to, string? newNumber, string? dormitory = null) => database.Write(async session =>
    {
        var units = new UnitStore(session);
        var (left, entered) = ((await units.FindByPath(from, default))!, (await units.FindByPath(to, default))!);
        return await new Transfers(session, _time).Move(number, left, entered, newNumber, dormitory, Shanghai, default);
    });

    private Task<List<long>> Posts() =>
        database.Read(async session => (await session.Query<long>($"select unit_id from post where person_id = {TestDatabase.Ming}", null, default)).ToList());

    private async Task Import(string rows) => Assert.Empty((await Run(rows)).Faults);

    private Task<RosterOutcome> Run(string rows) =>
        new RosterImport(database.Database, _time, Shanghai).Run(
            RosterFiles.Csv(RosterFiles.Header + rows), new RosterImportOptions(false, false) { Yes = true }, null, default);

    private Task Report(long personId, DateOnly day) => database.Write(session =>
        new CheckInStore(session).Append(TestDatabase.Reading(personId, 365) with { Day = day }, default).AsTask());

    private Task<long> UnitOf(long personId) =>
        database.Read(session => session.QuerySingle<long>("select unit_id from person where id = @personId", new { personId }, default));

    private Task<long> UnitId(string path) =>
        database.Read(session => session.QuerySingle<long>("select id from unit where path = @path", new { path }, default));

    /// <summary>Expected, reported, missing: pupils only, since the class teacher is expected too.</summary>
    private async Task<(int Expected, int Reported, int Missing)> Count(long unitId, DateOnly day, string? pupilsOf = null)
    {
        var counts = await database.Read(session => new DigestStore(session).Count(unitId, day, "morning", HealthRules.Default, asksTravel: true, default));
        var tree = new DigestTree(new DigestMoment(day, "morning", _time.GetUtcNow()), counts);
        var own = counts.Where(count => pupilsOf is null ? count.Unit.Id == unitId : count.Unit.Name == pupilsOf).Select(count => count.Own).Single();
        var teachers = (pupilsOf ?? tree.CountOf(unitId).Unit.Name) == "1班" && counts.Any(count => count.Unit.Id == TestDatabase.Class) ? 1 : 0;
        return (own.Expected - teachers, own.Reported, own.Missing - teachers);
    }

    private async Task<List<string>> Exported(DateOnly day) => await database.Read(async session =>
    {
        var rows = new List<string>();
        await foreach (var row in new ExportStore(session).Told(TestDatabase.School, day, revisions: false)) rows.Add($"{row.Unit} {row.Name}");
        await foreach (var row in new ExportStore(session).Untold(TestDatabase.School, day, "morning")) rows.Add($"{row.Unit} {row.Name}");
        return rows.Where(row => !row.EndsWith("陈老师", StringComparison.Ordinal)).ToList();
    });
}

public sealed class SqliteTransferTests() : TransferTests(new SqliteDatabase());

public sealed class PostgresTransferTests() : TransferTests(new PostgresDatabase());
