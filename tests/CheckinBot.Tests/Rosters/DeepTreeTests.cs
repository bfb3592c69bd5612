using CheckinBot.Configuration;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Rosters;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;
using CheckinBot.Tests.Storage;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Tests.Rosters;

/// <summary>Nine levels from the nation to the class, with departments, an office and boarding houses beside them.</summary>
public abstract class DeepTreeTests(TestDatabase database) : IAsyncLifetime
{
    private const string School = "中国/湖南省/长沙市/星沙县/城关学区/育才中学";
    private const string Room = School + "/东校区/高一年级/1班";
    private const string House = School + "/1号宿舍楼";

    private const string Roster = RosterFiles.Header + $"""
        中国,official,部里,N1
        中国/湖南省,official,省里,P1
        中国/湖南省/长沙市,official,市里,C1
        中国/湖南省/长沙市/星沙县,official,县里,X1
        中国/湖南省/长沙市/星沙县/体卫艺科,teacher,科员,X2
        中国/湖南省/长沙市/星沙县/城关学区,official,学区,D1
        {School},school_officer,校长,S1
        {School}/东校区,duty_officer,值班,S2
        {School}/东校区/高一年级,school_officer,年级组长,S3
        {School}/教务处,teacher,教务,S4
        {School}/语文组,class_teacher,组长,S5
        {House},class_teacher,宿管,S6
        {House},student,张住校,001
        {Room},class_teacher,班主任,S7
        {Room},student,张住校,001
        {Room},student,李走读,002

        """;

    private readonly Settings _settings = Settings.Read(new ConfigurationBuilder().Build());
    private readonly ManualTime _time = new(TestDatabase.Now);

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        Assert.Empty((await Import(Roster)).Faults);
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [SkippableFact]
    public async Task Each_unit_is_what_its_people_and_its_name_make_it()
    {
        var kinds = (await Units()).ToDictionary(unit => unit.Name, unit => unit.Kind);
        Assert.All(["中国", "湖南省", "长沙市", "星沙县", "城关学区"], area => Assert.Equal(UnitKind.Area, kinds[area]));
        Assert.Equal(UnitKind.School, kinds["育才中学"]);
        // An officer of a year makes no school of it: numbers stay unique within the school, and pupils go up without a transfer.
        Assert.All(["东校区", "高一年级"], part => Assert.Equal(UnitKind.Grade, kinds[part]));
        Assert.Equal(UnitKind.Class, Assert.Single(await Units(), unit => unit.Path == Room).Kind);
        Assert.All(["教务处", "语文组", "体卫艺科"], department => Assert.Equal(UnitKind.Department, kinds[department]));
        Assert.Equal(UnitKind.BoardingHouse, kinds["1号宿舍楼"]);
    }

    [SkippableFact]
    public async Task A_second_import_changes_nothing()
    {
        var plan = (await Import(Roster)).Plan!;
        Assert.Empty(plan.NewUnits);
        Assert.Empty(plan.Added);
        Assert.Empty(plan.Moved);
        Assert.Empty(plan.Changed);
        Assert.Empty(plan.Missing);
    }

    [SkippableFact]
    public async Task Sums_are_right_at_every_level_and_a_boarder_counts_once_in_the_class()
    {
        await Report("001", 365);
        var tree = await Count("中国");
        // Two pupils, and staff: one of the office, seven of the school. Officials do not check in.
        Assert.Equal((10, 1), Numbers(tree, "中国"));
        Assert.All(["湖南省", "长沙市", "星沙县"], area => Assert.Equal((10, 1), Numbers(tree, area)));
        Assert.All(["城关学区", "育才中学"], part => Assert.Equal((9, 1), Numbers(tree, part)));
        Assert.Equal((5, 1), Numbers(tree, "东校区"));
        Assert.Equal((4, 1), Numbers(tree, "高一年级"));
        Assert.Equal((3, 1), Numbers(tree, "1班"));
        Assert.All(["教务处", "语文组", "体卫艺科", "1号宿舍楼"], part => Assert.Equal((1, 0), Numbers(tree, part)));
        foreach (var unit in await Units())
        {
            if (tree.Digest(unit.Id) is not { } digest) continue;
            Assert.Equal(digest.Numbers, digest.Units.Aggregate(digest.Own, (sum, below) => sum + below.Numbers));
        }
    }

    [SkippableFact]
    public async Task A_school_acts_on_classes_departments_and_houses_however_deep_they_lie()
    {
        var school = (await Count("育才中学")).Digest(await Id("育才中学"))!;
        Assert.Equal(["1号宿舍楼", "东校区", "高一年级", "1班", "教务处", "语文组"], school.Parts.Select(part => part.Unit.Name));
        Assert.Equal(school.Numbers.Expected - school.Own.Expected, school.Parts.Sum(part => part.Numbers.Expected));
    }

    [SkippableFact]
    public async Task One_message_goes_down_from_the_nation_to_the_names_of_the_class_and_each_level_has_its_own_day()
    {
        await Report("002", 366);
        string[] down = ["中国", "湖南省", "长沙市", "星沙县", "城关学区", "育才中学", "东校区", "高一年级", "1班"];
        for (var level = 0; level < down.Length; level++)
        {
            var view = await View(down[level]);
            var page = new DigestPage(view.Shown.Unit.Id);
            var buttons = DigestKeyboard.For(view, page, DigestRights.OpenAbove | DigestRights.SeeMissing, Language.ZhHans).Rows.SelectMany(row => row)
                .Select(button => ButtonData.Parse(button.Data ?? "")).OfType<ButtonData>().Select(DigestKeyboard.PageOf).OfType<DigestPage>().ToList();
            // A school's only grade takes no tap: its classes come at once, and the way up leads past it.
            var above = down[level] == "1班" ? Id("东校区").Result : view.Shown.Unit.ParentId;
            if (level > 0) Assert.Contains(buttons, opened => opened.UnitId == above);
            var next = level + 1 < down.Length && down[level + 1] == "高一年级" ? "1班" : down[Math.Min(level + 1, down.Length - 1)];
            if (level < down.Length - 1) Assert.Contains(buttons, opened => opened.UnitId == Id(next).Result);
            else Assert.Contains(buttons, opened => opened.Look == DigestLook.Names);
        }
    }

    [SkippableFact]
    public async Task A_post_reaches_down_all_levels_and_never_up_or_aside()
    {
        var units = (await Units()).ToDictionary(unit => unit.Name);
        string[] line = ["中国", "湖南省", "长沙市", "星沙县", "城关学区", "育才中学", "东校区", "高一年级", "1班"];
        for (var above = 0; above < line.Length; above++)
        {
            for (var below = 0; below < line.Length; below++)
            {
                var relation = units[line[above]].RelationTo(units[line[below]]);
                Assert.Equal(above == below ? Relation.AtUnit : above < below ? Relation.Above : Relation.None, relation);
                Assert.Equal(above <= below, Permissions.Allows(Role.Official, Permission.SeeDigest, relation));
                Assert.Equal(above == below, Permissions.Allows(Role.ClassTeacher, Permission.SeeMissing, relation));
            }
        }

        Assert.Equal(Relation.None, units["教务处"].RelationTo(units["1班"]));
        Assert.Equal(Relation.None, units["1号宿舍楼"].RelationTo(units["1班"]));
        Assert.Equal(Relation.None, units["体卫艺科"].RelationTo(units["育才中学"]));
    }

    [SkippableFact]
    public async Task What_a_province_sets_holds_down_to_the_class_until_somebody_nearer_says_otherwise()
    {
        await Set("湖南省", "SchoolDay:OpensAt", "06:00");
        await Set("湖南省", "Rules:KeyAreas", "武汉");
        await Set("育才中学", "SchoolDay:OpensAt", "06:20");
        await Set("高一年级", "SchoolDay:OpensAt", "06:40");
        Assert.Equal(
            ["06:30", "06:00", "06:00", "06:20", "06:20", "06:40", "06:40", "06:20"],
            await Task.WhenAll(new[] { "中国", "湖南省", "城关学区", "育才中学", "东校区", "高一年级", "1班", "1号宿舍楼" }.Select(async name =>
                $"{(await Held(name)).Schedule.Slots[0].OpensAt:HH\\:mm}")));
        var room = await Held("1班");
        Assert.NotNull(room.Health.KeyAreaOf("武汉", TestDatabase.Today));
        Assert.Equal(["城关学区", "星沙县", "长沙市", "湖南省", "中国"], room.Health.HomeArea);
    }

    private async Task<RosterOutcome> Import(string text) =>
        await new RosterImport(database.Database, _time).Run(RosterFiles.Csv(text), new RosterImportOptions(false, false), null, default);

    private Task<IReadOnlyList<Unit>> Units() =>
        database.Read(
            async session =>
                (IReadOnlyList<Unit>)[.. (await new UnitStore(session).All(default)).Where(unit => unit.Path.StartsWith("中国", StringComparison.Ordinal))]);

    private async Task<long> Id(string name) => (await Units()).Single(unit => unit.Name == name).Id;

    private async Task<DigestTree> Count(string name) => await Count(await Id(name));

    private Task<DigestTree> Count(long id) => database.Read(async session => new DigestTree(
        new DigestMoment(TestDatabase.Today, CheckInWindow.Morning, TestDatabase.Now),
        await new DigestStore(session).Count(id, TestDatabase.Today, CheckInWindow.Morning, HealthRules.Default, asksTravel: true, default)));

    private static (int Expected, int Reported) Numbers(DigestTree tree, string name)
    {
        var id = tree.Totals.Keys.Single(id => tree.CountOf(id).Unit.Name == name);
        return (tree.Totals[id].Expected, tree.Totals[id].Reported);
    }

    private Task<DigestView> View(string name) => database.Read(async session =>
    {
        var unit = (await new UnitStore(session).All(default)).Single(unit => unit.Name == name && unit.Path.StartsWith("中国", StringComparison.Ordinal));
        return await new DigestReader(Rules(), _time).View(session, unit, TestDatabase.Today, CheckInWindow.Morning, recount: true, default);
    });

    private Task<UnitRules> Held(string name) => database.Read(async session => await Rules().For(session, await Id(name), default));

    private UnitRulesLoader Rules() => new(_settings, database.Database);

    private async Task Set(string unit, string key, string value)
    {
        var id = await Id(unit);
        await database.Write(session => new SettingStore(session).Change(id, key, value, Looker.Operator("root"), TestDatabase.Now, default));
    }

    private Task Report(string number, int tenths) => database.Write(async session =>
    {
        var person = (await session.QuerySingle<long>("select id from person where number = @number", new { number }, default));
        await new CheckInStore(session).Append(
            TestDatabase.Reading(person, tenths) with
            {
                UnitId = await session.QuerySingle<long>("select unit_id from person where id = @person", new { person }, default),
            }, default);
    });
}

public sealed class SqliteDeepTreeTests() : DeepTreeTests(new SqliteDatabase());

public sealed class PostgresDeepTreeTests() : DeepTreeTests(new PostgresDatabase());
