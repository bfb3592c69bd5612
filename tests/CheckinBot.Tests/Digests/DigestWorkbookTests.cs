using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown.Sheets;
using CheckinBot.Files.Workbooks;

namespace CheckinBot.Tests.Digests;

public sealed class DigestWorkbookTests
{
    [Theory]
    [MemberData(nameof(ThreeSizes.SizesAndLanguages), MemberType = typeof(ThreeSizes))]
    public void A_workbook_is_the_same_cell_by_cell(string size, Language language)
    {
        var file = WorkbookFile.Write(DigestSheets.Of(ThreeSizes.Counted(size, language), ThreeSizes.Cases(size, language), language), language);
        KeptFiles.Keep($"digest-{size}.{language.ToTag()}.xlsx", file);
        GoldenFile.Equal($"workbook-{size}.{language.ToTag()}.txt", Workbooks.Dump(file));
        Assert.Equal(0, Workbooks.Formulas(file));
    }

    [Fact]
    public void Who_may_not_see_names_gets_no_sheet_of_cases()
    {
        var dump = Workbooks.Dump(WorkbookFile.Write(DigestSheets.Of(ThreeSizes.Counted("class"), cases: null, Language.En), Language.En));
        Assert.Contains("== Totals", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("Open cases", dump, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.ZhHans, "名单太长，这里不列姓名；请改取下一级单位的 Excel。")]
    [InlineData(Language.ZhHant, "名單太長，這裡不列姓名；請改取下一級單位的 Excel。")]
    [InlineData(Language.En, "The list would be too long here; please take the workbook of a unit below.")]
    public void More_open_cases_than_one_list_should_have_are_told_as_a_number(Language language, string sentence)
    {
        var counted = ThreeSizes.Counted("county", language);
        var dump = Workbooks.Dump(WorkbookFile.Write(DigestSheets.Of(counted, NamedCases.TooMany, language), language));
        Assert.Contains(sentence, dump, StringComparison.Ordinal);
        Assert.Contains(counted.Digest.Numbers.UnderFollowUp.ToString(System.Globalization.CultureInfo.InvariantCulture), dump, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("school")]
    [InlineData("county")]
    public void The_rows_of_units_add_up_to_the_last(string size)
    {
        var units = DigestSheets.Of(ThreeSizes.Counted(size), cases: null, Language.ZhHans)[1];
        foreach (var column in Enumerable.Range(2, 12))
        {
            var values = units.Rows.Select(row => ((Core.Tables.Cell.Number)row[column]).Value).ToList();
            Assert.Equal(values[^1], values.Where((_, index) => !units.Sums.Contains(index)).Sum());
        }
    }

    [Fact]
    public void What_looks_like_a_formula_is_text_and_stays_so_when_edited()
    {
        var dump = Workbooks.Dump(WorkbookFile.Write(DigestSheets.Of(ThreeSizes.Counted("class"), ThreeSizes.Cases("class"), Language.En), Language.En));
        Assert.DoesNotContain(" \"=1+1\"", dump.Replace("quoted \"=1+1\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
