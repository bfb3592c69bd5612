using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Digests;
using CheckinBot.Files.Forms;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Digests;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Forms;

/// <summary>Forms of a county of two schools: each sheet has its own school, its own numbers and its own words below.</summary>
public sealed class FormsOverSchoolsTests
{
    private const string Isolated = "居家隔离", TravelOpen = "未答";

    [Fact]
    public async Task Each_class_register_names_its_school_counts_its_pupils_and_has_isolation_and_open_travel()
    {
        await using var school = await Morning();
        var sheets = await Sheets(school, "class-register", TwoSchools.County);
        Assert.Equal(["第一小学1班", "第一小学2班", "第二小学3班"], sheets.Select(sheet => sheet.Name));
        Assert.Equal(["第一小学", "第一小学", "第二小学"], sheets.Select(SchoolOf));
        Assert.Equal(["应报学生 4 人", "应报学生 2 人", "应报学生 2 人"], sheets.Select(sheet => sheet.Head[1].Split('\u3000')[0]));
        Assert.All(sheets, sheet => Assert.Equal("按 10:00 的数据统计", Assert.Single(sheet.Foot)));
        Assert.Equal(("水痘", Isolated, ""), Of(sheets[0], "王小明"));
        Assert.Equal(("", "", TravelOpen), Of(sheets[2], "丁一一"));

        static (string, string, string) Of(Sheet sheet, string name) => (Cell(sheet, name, "诊断"), Cell(sheet, name, "隔离"), Cell(sheet, name, "外出未答"));
    }

    [Fact]
    public async Task Sick_absences_have_a_sheet_for_each_school_with_its_numbers_and_a_zero_report_only_where_it_holds()
    {
        await using var school = await Morning();
        var sheets = await Sheets(school, "shenzhen-absence", TwoSchools.County);
        Assert.Equal(["第一小学因病缺课登记、追踪表", "第二小学因病缺课登记、追踪表"], sheets.Select(sheet => sheet.Title));
        Assert.StartsWith("单位：示范县第一小学", sheets[0].Head[0].Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("应到学生 6 人　　因病缺课 1 人", sheets[0].Head[0], StringComparison.Ordinal);
        Assert.Contains("应到学生 2 人　　因病缺课 0 人", sheets[1].Head[0], StringComparison.Ordinal);
        Assert.Empty(sheets[1].Rows);
        Assert.Equal("已报的人中没有因病缺课；还有 1 人外出没答，不能作零报告。", sheets[1].Nothing);
    }

    [Fact]
    public async Task A_class_of_which_nobody_is_listed_still_names_its_school()
    {
        await using var school = await Morning();
        var sheets = await Sheets(school, "hunan-morning-check", TwoSchools.County);
        Assert.Equal(["学校：第一小学　　班级：1班", "学校：第一小学　　班级：2班", "学校：第二小学　　班级：3班"], sheets.Select(sheet => sheet.Head[0].Split("　　日期")[0]));
        Assert.Empty(sheets[2].Rows);
    }

    [Fact]
    public async Task The_same_form_of_one_school_or_class_is_one_sheet_as_before()
    {
        await using var school = await Morning();
        Assert.Equal("第二小学因病缺课登记、追踪表", Assert.Single(await Sheets(school, "shenzhen-absence", TwoSchools.SecondSchool)).Title);
        Assert.Equal("第二小学因病缺课登记、追踪表", Assert.Single(await Sheets(school, "shenzhen-absence", TwoSchools.ThirdClass)).Title);
    }

    private static async Task<ScheduledSchool> Morning()
    {
        var school = await ScheduledSchool.At("2026-03-02 07:00");
        await TwoSchools.Enter(school);
        var well = new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No };
        foreach (var id in (long[])[32, 34, 35, 41, 42, 62]) await Tell(id, well);
        await Tell(31, new CheckInAnswer { Absence = Absence.IllAtHome, Diseases = Diseases.Varicella, Isolation = Isolation.Home });
        await Tell(61, well with { Travel = Travel.Unknown });
        await school.RunAt("2026-03-02 09:30");
        school.Time.Advance(TimeSpan.FromMinutes(30));
        return school;

        Task Tell(long id, CheckInAnswer answer) => school.Write(session => new CheckInStore(session).Append(
            new CheckInDraft(id, TwoSchools.Places[id], TwoSchools.Monday, CheckInWindow.Morning, answer, CheckInSource.Private, 7, school.Time.GetUtcNow()),
            default).AsTask());
    }

    private static Task<IReadOnlyList<Sheet>> Sheets(ScheduledSchool school, string form, long unitId) => school.Read(async session =>
    {
        var unit = (await new UnitStore(session).Find(unitId, default))!;
        var template = FormCatalog.Load(new FormsOptions { Folder = "no such folder" }).Find(form)!;
        var rules = await school.Services.GetRequiredService<UnitRulesLoader>().For(session, unitId, default);
        var request = new FormRequest(template, unit, TwoSchools.Monday, CheckInWindow.Morning);
        return (await request.Fill(session, school.Services.GetRequiredService<DigestReader>(), rules, Language.ZhHans, default)).Sheets;
    });

    private static string SchoolOf(Sheet sheet) => sheet.Head[0].Split('\u3000')[0]["学校：".Length..];

    private static string Cell(Sheet sheet, string name, string column)
    {
        var place = sheet.Columns.ToList().FindIndex(one => one.Heading == column);
        var names = sheet.Columns.ToList().FindIndex(one => one.Heading == "姓名");
        return sheet.Rows.Single(row => row[names].Printed == name)[place].Printed;
    }
}
