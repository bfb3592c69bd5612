using System.Text;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>
/// The pages of a digest that list units or days, with the list as a table in the HTML of a rich message (Bot API 10.1), for
/// servers that accept it. A table says what the text of the page says, with the same squares and numbers.
/// </summary>
public static class DigestTable
{
    /// <summary>The units below by day; for a class its own days.</summary>
    public static string Week(DigestView view, int page, Language language)
    {
        var phrases = new Phrases(language);
        var html = new StringBuilder();
        Lines(html, phrases.HeatHeading(view.Shown.Unit.ShortName, view.Shown.Moment.Day, view.Days.Count));
        if (view.Shown.Unit.Kind.HoldsPeople()) Days(html, view, phrases);
        else Parts(html, view, page, phrases);
        Lines(html, phrases.HeatLegend);
        if (HeatSquares.Pages(view) is > 1 and var pages) Lines(html, phrases.PageOf(page + 1, pages));
        return html.ToString();
    }

    /// <summary>The digest of <see cref="DigestText.ForOfficial"/> with the incomplete units in a table; null where all units are complete.</summary>
    public static string? Overview(DigestView view, Language language)
    {
        var phrases = new Phrases(language);
        var (incomplete, units, of) = DigestText.Incomplete(view, phrases);
        if (view.Shown.Numbers.Expected == 0 || view.IsEmpty || incomplete.Count == 0) return null;
        var html = new StringBuilder();
        Lines(html, DigestText.Head(view, language));
        Lines(html, phrases.DigestIncomplete(units, of));
        // The squares of all days share one cell: with a column for each day, the missing would not fit on the screen of a phone.
        var days = LastDays(view).ToList();
        string[] span = days.Count == 0 ? [] : [Phrases.TableDays(days[0], days[^1])];
        Begin(html, [phrases.ColumnUnit, .. span, phrases.TableMissing, phrases.TableSince]);
        foreach (var part in incomplete.Take(DigestText.MostUnits))
        {
            string[] squares = days.Count == 0 ? [] : [part.UnitId is { } id ? HeatSquares.Row(view, days, id, part.Numbers) : ""];
            var missing = phrases.TableOpen(part.Numbers);
            Row(html, [part.Name + DigestText.WaivedMark(view, part, phrases), .. squares, missing, DigestText.SinceOf(view, part) is { } since
                ? Phrases.TableTime(since)
                : "–"]);
        }

        html.Append("</table>");
        if (incomplete.Count > DigestText.MostUnits) Lines(html, phrases.DigestMore(incomplete.Count - DigestText.MostUnits));
        Lines(html, DigestText.Alerts(view, language));
        return html.ToString();
    }

    /// <summary>Lines of text as paragraphs, for what is said on top of a page.</summary>
    public static string Paragraphs(string text)
    {
        var html = new StringBuilder();
        Lines(html, text);
        return html.ToString();
    }

    private static void Parts(StringBuilder html, DigestView view, int page, Phrases phrases)
    {
        Begin(html, [
            phrases.ColumnUnit, .. view.Days.Select((day, index) => Phrases.TableDay(day, index == 0 ? null : view.Days[index - 1])),
            phrases.TableAccounted, phrases.CountFever]);
        foreach (var part in view.Shown.Parts.Skip(page * HeatSquares.RowsToAPage).Take(HeatSquares.RowsToAPage))
        {
            var squares = view.Days.Select(day => SquareOn(view, day, part.Unit.Id, part.Numbers));
            Row(html, [DigestText.Below(view.Shown.Unit, part.Unit.Path), .. squares, .. Numbers(part.Numbers)]);
        }

        html.Append("</table>");
    }

    private static void Days(StringBuilder html, DigestView view, Phrases phrases)
    {
        Begin(html, [phrases.ColumnDay, phrases.TableCoverage, phrases.TableAccounted, phrases.CountFever]);
        foreach (var day in view.Days)
        {
            var numbers = day == view.Shown.Moment.Day ? view.Shown.Numbers : view.History.PartOn(day, view.Shown.Unit.Id);
            Row(html, [Phrases.TableDay(day, before: null), HeatSquares.Square(numbers), .. Numbers(numbers)]);
        }

        html.Append("</table>");
    }

    private static IEnumerable<DateOnly> LastDays(DigestView view) => view.History.Days.Count == 0 ? [] : view.Days;

    private static string SquareOn(DigestView view, DateOnly day, long unitId, DigestNumbers shown) => HeatSquares.Row(view, [day], unitId, shown);

    private static string[] Numbers(DigestNumbers? numbers) => numbers is { } n ? [$"{n.Covered}/{n.Expected}", $"{n.Fever}"] : ["–", "–"];

    private static void Begin(StringBuilder html, IEnumerable<string> headings)
    {
        html.Append("<table bordered striped><tr>");
        foreach (var heading in headings) html.Append("<th>").Append(Phrases.Escape(heading)).Append("</th>");
        html.Append("</tr>");
    }

    private static void Row(StringBuilder html, IEnumerable<string> cells)
    {
        html.Append("<tr>");
        foreach (var cell in cells) html.Append("<td>").Append(Phrases.Escape(cell)).Append("</td>");
        html.Append("</tr>");
    }

    private static void Lines(StringBuilder html, string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries)) html.Append("<p>").Append(Phrases.Escape(line)).Append("</p>");
    }
}
