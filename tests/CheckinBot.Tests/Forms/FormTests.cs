using System.Text;
using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Files.Forms;
using CheckinBot.Files.Workbooks;
using CheckinBot.Tests.Digests;

namespace CheckinBot.Tests.Forms;

public sealed class FormTests
{
    private static readonly FormCatalog Shipped = FormCatalog.Load(new FormsOptions { Folder = "no such folder" });

    public static TheoryData<string, string, Language> Filled
    {
        get
        {
            var all = new TheoryData<string, string, Language>();
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var form in Shipped.All) all.Add(form.Name, "class", language);
                all.Add("shenzhen-absence", "school", language);
                all.Add("county-daily", "school", language);
                all.Add("county-daily", "county", language);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public void A_form_is_the_same_cell_by_cell(string name, string size, Language language)
    {
        var filled = Fill(Shipped.Find(name)!, size, language);
        var file = WorkbookFile.Write(filled.Sheets, language);
        KeptFiles.Keep($"form-{name}-{size}.{language.ToTag()}.xlsx", file);
        KeptFiles.Keep($"form-{name}-{size}.{language.ToTag()}.html", Encoding.UTF8.GetBytes(SheetPages.Write(filled.Sheets, language)));
        // Forty-five records of a pupil are alike: the first two are kept.
        var shown = filled with { Sheets = [.. filled.Sheets.Take(2)] };
        GoldenFile.Equal($"{name}-{size}.{language.ToTag()}.txt", Workbooks.Dump(WorkbookFile.Write(shown.Sheets, language)));
        if (size == "class") GoldenFile.Equal($"{name}-{size}.{language.ToTag()}.html", SheetPages.Write(shown.Sheets, language));
    }

    [Fact]
    public void The_forms_that_somebody_above_asks_for_are_shipped() =>
        Assert.Equal(["class-register", "county-daily", "health-record-14", "hunan-morning-check", "shenzhen-absence"], Shipped.All.Select(form => form.Name));

    [Fact]
    public void A_health_record_has_a_sheet_a_pupil_and_fourteen_days()
    {
        var filled = Fill(Shipped.Find("health-record-14")!, "class", Language.ZhHans);
        Assert.Equal(45, filled.Sheets.Count);
        Assert.All(filled.Sheets, sheet => Assert.Equal(14, sheet.Rows.Count));
        Assert.Equal(45, filled.Named.Count);
    }

    [Fact]
    public void Nobody_with_a_symptom_is_a_zero_report_only_where_everybody_has_answered()
    {
        var form = Shipped.Find("hunan-morning-check")!;
        var digest = ThreeSizes.Digest("class");
        string? Nothing(int missing, int staffMissing) => FormFilling.Fill(
            form,
            new FormFacts(digest, new HealthRecords([], []), ThreeSizes.Rules, "第一小学")
            {
                Counts =
                [
                    new PeopleCount(digest.Unit.Id, ArePupils: true, new DigestNumbers { Expected = 45, Missing = missing, Reported = 45 - missing }),
                    new PeopleCount(digest.Unit.Id, ArePupils: false, new DigestNumbers { Expected = 1, Missing = staffMissing, Reported = 1 - staffMissing }),
                ],
            },
            Language.ZhHans).Sheets[0].Nothing;
        Assert.StartsWith("零报告：应检学生 45 人", Nothing(missing: 0, staffMissing: 0), StringComparison.Ordinal);
        Assert.StartsWith("零报告：应检学生 45 人", Nothing(missing: 0, staffMissing: 1), StringComparison.Ordinal);
        Assert.Contains("1 人未报，不能作零报告", Nothing(missing: 1, staffMissing: 0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_of_numbers_names_nobody_and_needs_no_right_to_names()
    {
        var form = Shipped.Find("county-daily")!;
        Assert.Empty(Fill(form, "county", Language.ZhHans).Named);
        Assert.Equal(Permission.SeeDigest, form.Needs);
        Assert.All(Shipped.All.Where(one => one != form), named => Assert.Equal(Permission.Export, named.Needs));
    }

    [Fact]
    public void A_form_with_a_sheet_for_each_class_of_a_county_is_refused() =>
        Assert.Throws<FormTooLargeException>(() => Fill(Shipped.Find("class-register")!, "county", Language.ZhHans));

    [Fact]
    public void Everything_typed_is_escaped_on_a_page()
    {
        var sheet = new Sheet(
            "<b>", [new SheetColumn("<i>", 10)], [[Cell.Of("<script>")]])
        { Title = "&", Head = ["<p>"], Foot = ["<u>"], Signatures = ["<s>"] };
        var page = SheetPages.Write([sheet], Language.En);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", page, StringComparison.Ordinal);
    }

    private static FilledForm Fill(FormTemplate form, string size, Language language)
    {
        var digest = ThreeSizes.Digest(size, language);
        var facts = new FormFacts(digest, ThreeSizes.Records(size, language), ThreeSizes.Rules, size == "county" ? null : digest.Unit.Path.Split('/')[1])
        {
            Counts = ThreeSizes.Counts(size),
            Since = ThreeSizes.Counted(size, language).Since,
        };
        return FormFilling.Fill(form, facts, language);
    }
}
