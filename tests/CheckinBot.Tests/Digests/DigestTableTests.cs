using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;

namespace CheckinBot.Tests.Digests;

/// <summary>The pages of a digest as tables say what their texts say, in each language.</summary>
public sealed class DigestTableTests
{
    public static TheoryData<Language> Languages => new(Enum.GetValues<Language>());

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_week_has_a_row_for_each_unit_with_the_squares_and_numbers_of_the_text(Language language)
    {
        var view = new MadeUpCounty(language).View(MadeUpCounty.CountyId, UnitKind.Area);
        var html = DigestTable.Week(view, 0, language);
        var parts = view.Shown.Parts.Take(HeatSquares.RowsToAPage).ToList();

        Assert.True(parts.Count > 1);
        Assert.Equal(parts.Count + 1, Count(html, "<tr>"));
        Assert.Contains($"<th>{new Phrases(language).ColumnUnit}</th>", html, StringComparison.Ordinal);
        foreach (var part in parts)
        {
            var squares = string.Concat(view.Days.Select(day => $"<td>{HeatSquares.Row(view, [day], part.Unit.Id, part.Numbers)}</td>"));
            var numbers = $"<td>{part.Numbers.Expected - part.Numbers.Missing}/{part.Numbers.Expected}</td><td>{part.Numbers.Fever}</td>";
            Assert.Contains($"<tr><td>{DigestText.Below(view.Shown.Unit, part.Unit.Path)}</td>{squares}{numbers}</tr>", html, StringComparison.Ordinal);
        }

        foreach (var line in HeatSquares.Text(view, 0, language).Split('\n').Take(2)) Assert.Contains($"<p>{line}</p>", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_week_of_a_class_has_a_row_for_each_day(Language language)
    {
        var view = new MadeUpCounty(language).View(MadeUpCounty.ClassId, UnitKind.Class);
        Assert.Equal(view.Days.Count + 1, Count(DigestTable.Week(view, 0, language), "<tr>"));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_overview_has_the_lines_of_the_text_around_a_table_of_units_that_are_not_complete(Language language)
    {
        var view = new MadeUpCounty(language).View(MadeUpCounty.CountyId, UnitKind.Area);
        var html = DigestTable.Overview(view, language)!;
        var incomplete = view.Shown.Parts.Count(part => !part.Numbers.Complete);

        Assert.True(incomplete > 0);
        Assert.Equal(Math.Min(DigestText.MostUnits, incomplete) + 1, Count(html, "<tr>"));
        var unit = view.Shown.Parts.First(part => !part.Numbers.Complete);
        Assert.Contains($"<td>{unit.Numbers.Missing}/{unit.Numbers.Expected}</td>", html, StringComparison.Ordinal);
        // On a phone there is room for four columns, and who is missing is one of them.
        Assert.Equal(4, Count(html, "<th>"));
        Assert.Contains("<th>3/3–9</th>", html, StringComparison.Ordinal);
        Assert.StartsWith(DigestTable.Paragraphs(DigestText.Head(view, language)), html, StringComparison.Ordinal);
        Assert.EndsWith(DigestTable.Paragraphs(DigestText.Alerts(view, language)), html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_text_in_a_table_and_never_markup()
    {
        Assert.Equal("<p>&lt;b&gt; &amp; co</p>", DigestTable.Paragraphs("<b> & co"));
        var view = new MadeUpCounty(Language.En).View(MadeUpCounty.CountyId, UnitKind.Area);
        var evil = view with
        {
            Shown = view.Shown with
            {
                Units = [
            .. view.Shown.Units.Select(unit => unit with { Unit = unit.Unit with { Path = view.Shown.Unit.Path + "/<script>" } })]
            }
        };
        Assert.Contains("<td>&lt;script&gt;</td>", DigestTable.Week(evil, 0, Language.En), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
