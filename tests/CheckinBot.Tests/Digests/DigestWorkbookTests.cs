using CheckinBot.Core.Digests.Sheets;
using CheckinBot.Core.Organisation;
using CheckinBot.Workbooks;

namespace CheckinBot.Tests.Digests;

public sealed class DigestWorkbookTests
{
    [Theory]
    [MemberData(nameof(ThreeSizes.SizesAndLanguages), MemberType = typeof(ThreeSizes))]
    public void A_workbook_is_the_same_cell_by_cell(string size, Language language)
    {
        var file = WorkbookFile.Write(DigestSheets.Of(ThreeSizes.Counted(size), ThreeSizes.Cases(size), language), language);
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

    [Fact]
    public void What_looks_like_a_formula_is_text_and_stays_so_when_edited()
    {
        var dump = Workbooks.Dump(WorkbookFile.Write(DigestSheets.Of(ThreeSizes.Counted("class"), ThreeSizes.Cases("class"), Language.En), Language.En));
        Assert.DoesNotContain(" \"=1+1\"", dump.Replace("quoted \"=1+1\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
