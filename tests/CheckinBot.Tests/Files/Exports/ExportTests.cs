using System.Text;
using System.Text.Json;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Files.Exports;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Tests.Storage;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CheckinBot.Tests.Files.Exports;

public abstract class ExportTests(TestDatabase database) : IAsyncLifetime
{
    private const string Header =
        "date,slot,unit,number,name,role,status,temperature_c,site,symptoms,travel,place,isolation,reporter,reported_at,source,revision,"
        + "diagnosis,absence,returned_on,travel_waiver,counted,monitored_until,peak_c,readings";

    // Of what holds in a unit the export looks at the schedule and at health alone.
    private static readonly UnitRules Rules = new(new SchoolDaySchedule(), HealthRules.Default, Language.ZhHans, Settings: null!);

    private static readonly Dictionary<string, UnitRules> Held = new() { ["示范县/第一小学"] = Rules, ["示范县/第一小学/1班"] = Rules };

    private static readonly Unit School = new(TestDatabase.School, TestDatabase.County, "第一小学", "示范县/第一小学", UnitKind.School);

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        var first = TestDatabase.Reading(TestDatabase.Ming, 365) with { ReporterName = "=cmd()" };
        var second = first with
        {
            Answer = new CheckInAnswer
            {
                TemperatureTenths = 380,
                Site = MeasuringSite.Ear,
                Symptoms = Symptoms.Fever | Symptoms.SoreThroat,
                Travel = Travel.Yes,
                Place = "@孝感",
                Isolation = Isolation.Home,
            },
            Source = CheckInSource.Edit,
        };
        var undone = TestDatabase.Reading(TestDatabase.Hua, 366);
        foreach (var draft in (CheckInDraft[])[first, second, undone, undone with { Answer = CheckInAnswer.Empty, Source = CheckInSource.Undo }])
        {
            await database.Write(session => new CheckInStore(session).Append(draft, default).AsTask());
        }
    }

    public Task DisposeAsync() => database.DisposeAsync();

    [SkippableFact]
    public async Task One_row_a_person_and_slot_with_an_answer_in_its_current_revision()
    {
        Assert.Equal(
            [
                Header,
                "2021-03-01,morning,示范县/第一小学/1班,1,王小明,student,reported,38.0,ear,fever;sore_throat,yes,'@孝感,home,'=cmd(),"
                    + "2021-03-01T00:00:00Z,edit,2,,,,,yes,,38.0,38.0",
                "",
            ],
            await Csv());
    }

    [SkippableFact]
    public async Task All_revisions_on_request_also_those_that_were_taken_back()
    {
        var rows = await Csv(revisions: true);
        Assert.Equal(["reported 1", "reported 2", "reported 1", "missing 2"], rows[1..^1].Select(row => $"{row.Split(',')[6]} {row.Split(',')[16]}"));
    }

    [SkippableFact]
    public async Task Those_without_an_answer_on_request_and_not_on_a_day_without_school()
    {
        Assert.Equal(
            ["王小明 reported", "李华 missing", "陈老师 missing"], (await Csv(missing: true))[1..^1].Select(row => $"{row.Split(',')[4]} {row.Split(',')[6]}"));
        var saturday = new DateOnly(2021, 3, 6);
        Assert.Equal([Header, ""], await Csv(saturday, missing: true));
    }

    [SkippableFact]
    public async Task With_the_mark_of_Excel_the_table_is_the_same()
    {
        var plain = await Write((rows, output) => CsvExport.Write(rows, withMark: false, output, default));
        var marked = await Write((rows, output) => CsvExport.Write(rows, withMark: true, output, default));
        Assert.Equal([0xEF, 0xBB, 0xBF, .. plain], marked);
    }

    [SkippableFact]
    public async Task A_name_of_the_messenger_that_was_kept_with_direction_marks_is_exported_without()
    {
        await database.Write(session => session.Execute("update check_in set reporter_name = @name", new { name = "\u202E妈\u200B妈\u3164" }, default));
        Assert.Equal("妈妈", (await Csv())[1].Split(',')[13]);
    }

    [SkippableFact]
    public async Task Json_has_the_same_columns_and_real_numbers()
    {
        using var json = JsonDocument.Parse(await Write((rows, output) => JsonExport.Write(rows, output, default)));
        var row = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(Header, string.Join(',', row.EnumerateObject().Select(property => property.Name)));
        Assert.Equal(38.0m, row.GetProperty("temperature_c").GetDecimal());
        Assert.Equal("@孝感", row.GetProperty("place").GetString());
    }

    [SkippableFact]
    public async Task A_fever_that_has_fallen_shows_its_peak_and_its_course_beside_the_latest_reading()
    {
        var morning = TestDatabase.Reading(TestDatabase.Ming, 369) with
        {
            Answer = new CheckInAnswer
            {
                TemperatureTenths = 369,
                Taken =
                [
                    new(382, MeasuringSite.Unspecified, null) { At = new DateTimeOffset(2021, 3, 1, 7, 0, 0, TimeSpan.FromHours(8)) },
                    new(369, MeasuringSite.Unspecified, null) { At = new DateTimeOffset(2021, 3, 1, 14, 1, 0, TimeSpan.FromHours(8)) },
                ],
            },
        };
        await database.Write(session => new CheckInStore(session).Append(morning, default).AsTask());
        var columns = Header.Split(',');
        var row = (await Csv())[1].Split(',');
        Assert.Equal(
            ("36.9", "38.2", "38.2 2021-02-28T23:00:00Z;36.9 2021-03-01T06:01:00Z"),
            (row[Array.IndexOf(columns, "temperature_c")], row[Array.IndexOf(columns, "peak_c")], row[Array.IndexOf(columns, "readings")]));
    }

    [SkippableFact]
    public async Task The_workbook_has_real_days_and_numbers_and_text_that_is_no_formula()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(await Write((rows, output) => XlsxExport.Write(rows, output, default))), false);
        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(error => error.Description));
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Last().Elements<Cell>().ToList();
        Assert.Equal(new DateTime(2021, 3, 1), DateTime.FromOADate(double.Parse(cells[0].CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("38", cells[7].CellValue!.Text);
        Assert.Equal(("@孝感", true), (cells[11].InnerText, cells[11].DataType! == CellValues.InlineString));
        Assert.Empty(document.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
    }

    private async Task<string[]> Csv(DateOnly? day = null, bool missing = false, bool revisions = false) =>
        Encoding.UTF8.GetString(await Write((rows, output) => CsvExport.Write(rows, withMark: false, output, default), day, missing, revisions)).Split('\n');

    private async Task<byte[]> Write(
        Func<IAsyncEnumerable<ExportedCheckIn>, Stream, Task> write, DateOnly? day = null, bool missing = false, bool revisions = false)
    {
        var query = new ExportQuery(School, day ?? TestDatabase.Today, day ?? TestDatabase.Today, missing, revisions);
        await using var session = await database.Database.OpenRead(default);
        using var output = new MemoryStream();
        await write(query.Rows(session, Held, default), output);
        return output.ToArray();
    }
}

public sealed class SqliteExportTests() : ExportTests(new SqliteDatabase());

public sealed class PostgresExportTests() : ExportTests(new PostgresDatabase());
