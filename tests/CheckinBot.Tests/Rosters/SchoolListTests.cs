using CheckinBot.Core.Organisation;
using CheckinBot.Rosters;
using CheckinBot.Tests.Storage;

namespace CheckinBot.Tests.Rosters;

/// <summary>Lists as schools have them, through to who would be stored of whom.</summary>
public sealed class SchoolListTests : IAsyncLifetime
{
    private static readonly object?[] Header = ["单位", "角色", "姓名", "学号"];

    private readonly SqliteDatabase _database = new();

    public Task InitializeAsync() => _database.InitializeAsync();

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Titles_above_the_header_are_passed_over_and_named()
    {
        var (file, people) = await Read(RosterFiles.Book(new BookSheet(
            "花名册", ["东岭小学四年级花名册"], ["填表人：孟主任", null, null, "2026年9月"], Header, ["东岭县/东岭小学/四年级/1班", "学生", "白露", "4101"])
        {
            Merged = ["A1:D1"],
        }));
        Assert.Equal(["花名册 row 4: 东岭县/东岭小学/四年级/1班 Student 白露 4101"], people);
        Assert.Equal(
            ["花名册: the header is in row 3; what stands above it is not read: row 1 (东岭小学四年级花名册); row 2 (填表人：孟主任 2026年9月)"], file.Notes);
    }

    [Fact]
    public async Task A_header_in_row_20_is_found_and_one_in_row_21_is_not()
    {
        object?[][] Titled(int titles) => [.. Enumerable.Repeat<object?[]>(["东岭小学"], titles), Header, ["东岭县/东岭小学/1班", "学生", "白露", "1"]];
        Assert.Single((await Read(RosterFiles.Workbook(Titled(19)))).People);
        var refused = Assert.Throws<RosterFileException>(() => RosterFile.Parse(RosterFiles.Workbook(Titled(20))));
        Assert.StartsWith("名单!A1: none of the first 20 rows is a header: put one with unit,role,name,number", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sheet_with_a_header_is_read_and_what_is_not_read_is_named()
    {
        var (file, people) = await Read(RosterFiles.Book(
            new BookSheet("1班", Header, ["东岭县/东岭小学/四年级/1班", "学生", "白露", "4101"]),
            new BookSheet("填表说明", ["请用文本格式"], ["不要合并姓名"]),
            new BookSheet("空"),
            new BookSheet("2班", ["四年级2班"], Header, ["东岭县/东岭小学/四年级/2班", "学生", "丁谷雨", "4201"]),
            new BookSheet("去年", Header, ["东岭县/东岭小学/四年级/1班", "学生", "旧人", "1"]) { IsHidden = true }));
        Assert.Equal(["1班 row 2: 东岭县/东岭小学/四年级/1班 Student 白露 4101", "2班 row 3: 东岭县/东岭小学/四年级/2班 Student 丁谷雨 4201"], people);
        const string NotRead = "the sheet '填表说明' is not read (rows 1-2): none of its first 20 rows is a header";
        Assert.Contains(file.Notes, note => note.StartsWith(NotRead, StringComparison.Ordinal));
        Assert.Contains(file.Notes, note => note.StartsWith("the sheet '去年' is hidden and not read (rows 1-2)", StringComparison.Ordinal));
        Assert.DoesNotContain(file.Notes, note => note.Contains('空'));
    }

    [Fact]
    public async Task A_fault_in_the_second_sheet_names_its_cell()
    {
        var outcome = await Import(RosterFiles.Book(
            new BookSheet("1班", Header, ["东岭县/东岭小学/1班", "学生", "白露", "1"]),
            new BookSheet("2班", Header, ["东岭县/东岭小学/2班", "学生", "丁谷雨", "2"], ["东岭县/东岭小学/2班", "同学", "冯立秋", "3"], ["东岭县/东岭小学/2班", "学生", "白露", "1"])));
        Assert.Equal(
            ["2班!B3: the role '同学' is unknown: it is one of student (学生)", "2班!D4: the number '1' is a duplicate: 1班 row 2 has it in '东岭小学' ('白露')"],
            outcome.Faults.Select(fault => fault.ToString().Split(", teacher")[0]));
        Assert.Null(outcome.Plan);
    }

    [Fact]
    public async Task Merged_cells_of_class_and_role_hold_for_their_rows_and_a_merged_name_does_not()
    {
        var sheet = new BookSheet(
            "花名册", Header,
            ["东岭县/东岭小学/四年级/1班", "学生", "白露", "4101"], [null, null, "陈小满", "4102"],
            ["东岭县/东岭小学/四年级/2班", null, "丁谷雨", "4201"], [null, null, null, "4202"])
        {
            Merged = ["A2:A3", "A4:A5", "B2:B5"],
        };
        var outcome = await Import(RosterFiles.Book(sheet with { Merged = [.. sheet.Merged, "C4:C5"] }));
        Assert.Equal("花名册!C5: the name is missing: put it there, or remove the row", Assert.Single(outcome.Faults).ToString());

        var (_, people) = await Read(RosterFiles.Book(new BookSheet("花名册", [.. sheet.Rows[..4]]) { Merged = sheet.Merged }));
        Assert.Equal(
            ["1班 Student 白露", "1班 Student 陈小满", "2班 Student 丁谷雨"], people.Select(line => string.Join(' ', line.Split('/')[^1].Split(' ')[..3])));
    }

    [Fact]
    public async Task A_header_of_two_rows_is_one_header()
    {
        var (_, people) = await Read(RosterFiles.Book(new BookSheet(
            "名单", ["单位", "角色", "学生信息", null], [null, null, "姓名", "学号"], ["东岭县/东岭小学/1班", "学生", "白露", "1"])
        { Merged = ["A1:A2", "B1:B2", "C1:D1"] }));
        Assert.Equal(["名单 row 3: 东岭县/东岭小学/1班 Student 白露 1"], people);
    }

    [Fact]
    public async Task Totals_signatures_headers_of_further_pages_and_numbered_blanks_are_passed_over_and_named()
    {
        var (file, people) = await Read(RosterFiles.Workbook(
            ["序号", .. Header], [1, "东岭县/东岭小学/1班", "学生", "合欢", "1"], ["序号", .. Header], [2, "东岭县/东岭小学/1班", "学生", "白露", "2"],
            [3], [null, "合　计", null, "2人"], ["总计", null, null, null, 2], ["制表人：孟主任"], ["审核人", "何校长"], ["备注：以上为在籍学生"]));
        Assert.Equal(["合欢", "白露"], people.Select(line => line.Split(' ')[5]));
        Assert.Equal(
            "名单: passed over, because nobody is named there: row 3 (序号 单位 角色 姓名 学号); row 5 (3); row 6 (合　计 2人); row 7 (总计 2); "
            + "row 8 (制表人：孟主任); row 9 (审核人 何校长); row 10 (备注：以上为在籍学生)", file.Notes[0]);
        Assert.Equal("名单: columns that are not read: 序号", file.Notes[1]);
    }

    [Theory]
    [InlineData("*单位,*角色,*姓名,学号")]
    [InlineData("单 位,角　色,姓  名,学 号")]
    [InlineData("单位（必填）,角色(必填),姓名【必填】,学号（选填）")]
    [InlineData("\uFEFF单位*,角色：,★姓名,学　籍　号")]
    [InlineData("\"单位\n（全称）\",角色,学生姓名,全国学籍号")]
    [InlineData("Unit *,ROLE,Name (required),Number")]
    public async Task A_header_is_known_with_its_stars_marks_and_spaces(string header)
    {
        var (file, people) = await Read(System.Text.Encoding.UTF8.GetBytes($"{header}\n东岭县/东岭小学/1班,学生,白露,4101\n"));
        Assert.EndsWith(": 东岭县/东岭小学/1班 Student 白露 4101", Assert.Single(people), StringComparison.Ordinal);
        Assert.Empty(file.Notes);
    }

    [Fact]
    public async Task The_pupil_register_is_read_and_what_identifies_a_person_elsewhere_is_not()
    {
        var register = RosterFiles.Workbook(
            ["学校名称", "年级", "班级", "学籍号", "姓名", "性别", "出生日期", "身份证件号", "班内学号", "学号"],
            ["东岭小学", "四年级", "四年级1班", "G410123201203050018", "白露", "女", "20160305", "410123201603050018", "1", "20260101"],
            ["东岭小学", "4", "02", "G410123201203050026", "陈小满", "男", new DateOnly(2016, 5, 21), "410123201605210026", "2", "20260102"]);
        var (file, people) = await Read(register, new RosterDefaults("东岭县"));
        Assert.Equal(
            ["名单 row 2: 东岭县/东岭小学/四年级/1班 Student 白露 G410123201203050018", "名单 row 3: 东岭县/东岭小学/4年级/2班 Student 陈小满 G410123201203050026"], people);
        Assert.Equal(["名单: columns that are not read: 性别, 身份证件号, 班内学号, 学号"], file.Notes);
        Assert.StartsWith("名单 row 2: 东岭小学/四年级/1班 ", (await Read(register)).People[0], StringComparison.Ordinal);
        Assert.Contains("名单: there is no column 'role' (角色): everybody is student (--role says otherwise)", (await Import(register)).Notes);
    }

    [Fact]
    public async Task A_register_goes_to_the_school_of_that_name_that_is_stored_and_asks_where_there_are_two()
    {
        var register = System.Text.Encoding.UTF8.GetBytes("学校名称,班级,姓名,学籍号\n第一小学,1班,王小明,1\n");
        var outcome = await Import(register);
        Assert.Equal(TestDatabase.Ming, Assert.Single(outcome.Plan!.People).Stored!.Id);
        Assert.Contains("'第一小学' is taken for '示范县/第一小学', which is stored (--unit says otherwise)", outcome.Notes);

        const string Another = """
            insert into unit (id, parent_id, name, path, kind) values (90, null, '邻县', '邻县', 'area'), (91, 90, '第一小学', '邻县/第一小学', 'school')
            """;
        await _database.Write(session => session.Execute(Another, null, default));
        Assert.Equal(
            "line 2: there are 2 units '第一小学', such as '示范县/第一小学' and '邻县/第一小学': say with --unit of which the list is",
            Assert.Single((await Import(register)).Faults).ToString());
    }

    [Fact]
    public async Task A_list_of_class_name_and_number_says_that_it_needs_the_school_and_is_read_with_it()
    {
        var list = System.Text.Encoding.UTF8.GetBytes("\uFEFF班级,姓名,学号\n四(1)班\t,白露\t,20260101\t\n四（1）班,陈小满,=\"00042\"\n");
        var outcome = await Import(list);
        Assert.Equal(
            ["line 1: there is no column for the school (学校名称): say with --unit of which school the list is, as in --unit 示范县/第一小学"],
            outcome.Faults.Select(fault => fault.ToString()));
        var (_, people) = await Read(list, new RosterDefaults("东岭县/东岭小学"));
        Assert.Equal(["line 2: 东岭县/东岭小学/四(1)班 Student 白露 20260101", "line 3: 东岭县/东岭小学/四(1)班 Student 陈小满 00042"], people);
        Assert.All((await Read(list, new RosterDefaults("东岭县/东岭小学", Role.Teacher))).People, line => Assert.Contains("Teacher", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sheet_without_a_class_in_its_rows_holds_the_class_that_it_is_named_by()
    {
        var book = RosterFiles.Book(new BookSheet("四(1)班", ["姓名", "学号"], ["白露", 1]), new BookSheet("四(2)班", ["姓名", "学号"], ["丁谷雨", 2]));
        var outcome = await Import(book, new RosterDefaults("东岭县/东岭小学"));
        Assert.Equal(["东岭县/东岭小学/四(1)班 白露", "东岭县/东岭小学/四(2)班 丁谷雨"], outcome.Plan!.People.Select(person => $"{person.Main.Unit} {person.Main.Name}"));
        Assert.Contains("四(1)班: the rows say no class: they are of the one that the sheet is named by, '四(1)班'", outcome.Notes);
    }

    [Fact]
    public async Task A_list_of_units_without_roles_is_not_taken_for_one_of_pupils_unless_that_is_said()
    {
        var list = System.Text.Encoding.UTF8.GetBytes("单位,姓名\n东岭县/东岭小学/教务处,孟主任\n");
        Assert.Contains((await Import(list)).Faults, fault => fault.Reason.Contains("--role student", StringComparison.Ordinal));
        Assert.Equal(Role.Teacher, Assert.Single((await Import(list, new RosterDefaults(null, Role.Teacher))).Plan!.People).Main.Role);
    }

    [Theory]
    [InlineData("学生", Role.Student)]
    [InlineData("教 师", Role.Teacher)]
    [InlineData("導師", Role.ClassTeacher)]
    [InlineData("班主任", Role.ClassTeacher)]
    [InlineData("学校负责人", Role.SchoolOfficer)]
    [InlineData("主管人員", Role.Official)]
    [InlineData("值班员", Role.DutyOfficer)]
    [InlineData("心理老师", Role.Counsellor)]
    [InlineData("管理员", Role.Admin)]
    [InlineData("Class Teacher", Role.ClassTeacher)]
    internal void Roles_are_known_by_the_names_that_schools_and_the_bot_itself_use(string text, Role role) => Assert.Equal(role, RosterRoles.Parse(text));

    private async Task<(RosterFile File, IReadOnlyList<string> People)> Read(byte[] bytes, RosterDefaults? defaults = null)
    {
        var outcome = await Import(bytes, defaults);
        Assert.Empty(outcome.Faults);
        var entries = outcome.Plan!.People.Select(person => person.Main);
        return (RosterFile.Parse(bytes), [.. entries.Select(entry => $"{entry.Place}: {entry.Unit} {entry.Role} {entry.Name} {entry.Number}")]);
    }

    private Task<RosterOutcome> Import(byte[] bytes, RosterDefaults? defaults = null) => new RosterImport(_database.Database, TimeProvider.System).Run(
        RosterFile.Parse(bytes), new RosterImportOptions(DryRun: true, false) { Defaults = defaults ?? RosterDefaults.None }, null, default);
}
