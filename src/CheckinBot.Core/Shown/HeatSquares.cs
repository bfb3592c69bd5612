using System.Text;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>
/// Coverage drawn in squares of emoji, which are as wide as each other in every font of a phone. Colour never stands
/// alone: each row ends with the number of the last day, and a legend says what the colours mean.
/// </summary>
public static class HeatSquares
{
    /// <summary>The rows on one page, which fill a phone screen together with heading, legend and buttons.</summary>
    public const int RowsToAPage = 12;

    private const int BarSquares = 10;

    // A unit with fewer than nine answers of ten is red.
    private const int FewPercent = 90;

    /// <summary>The square of a unit's day: complete, nearly complete, far from it, or unknown.</summary>
    public static string Square(DigestNumbers? numbers) => numbers switch
    {
        null or { Expected: 0 } => "⬜",
        { Complete: true } => "🟩",
        { CoveragePercent: >= FewPercent } => "🟨",
        _ => "🟥",
    };

    /// <summary>Ten squares for the share of the expected who have reported or are exempt; the tenth is green only where everybody is accounted for.</summary>
    public static string Bar(DigestNumbers numbers)
    {
        var full = numbers.Complete ? BarSquares : Math.Min(BarSquares - 1, numbers.CoveragePercent / (100 / BarSquares));
        var text = new StringBuilder();
        for (var square = 0; square < BarSquares; square++) text.Append(square < full ? "🟩" : "⬜");
        return text.ToString();
    }

    /// <summary>One row of squares, the oldest day first.</summary>
    public static string Row(DigestView view, IEnumerable<DateOnly> days, long unitId, DigestNumbers today) =>
        string.Concat(days.Select(day => Square(day == view.Shown.Moment.Day ? today : view.History.PartOn(day, unitId))));

    /// <summary>How many pages the parts of a unit take.</summary>
    public static int Pages(DigestView view) => Math.Max(1, (view.Shown.Parts.Count() + RowsToAPage - 1) / RowsToAPage);

    /// <summary>The units below by day; for a class its own days one below the other.</summary>
    public static string Text(DigestView view, int page, Language language)
    {
        var phrases = new Phrases(language);
        var text = new StringBuilder(phrases.HeatHeading(view.Shown.Unit.ShortName, view.Shown.Moment.Day, view.Days.Count));
        text.Append('\n').Append(phrases.HeatLegend);
        if (view.Shown.Unit.Kind.HoldsPeople()) AppendDays(text, view, phrases);
        else AppendParts(text, view, page, phrases);
        return text.ToString();
    }

    private static void AppendParts(StringBuilder text, DigestView view, int page, Phrases phrases)
    {
        foreach (var part in view.Shown.Parts.Skip(page * RowsToAPage).Take(RowsToAPage))
        {
            text.Append('\n').Append(Row(view, view.Days, part.Unit.Id, part.Numbers)).Append(' ')
                .Append(phrases.HeatRow(DigestText.Below(view.Shown.Unit, part.Unit.Path), part.Numbers));
        }

        if (Pages(view) is > 1 and var pages) text.Append('\n').Append(phrases.PageOf(page + 1, pages));
    }

    private static void AppendDays(StringBuilder text, DigestView view, Phrases phrases)
    {
        foreach (var day in view.Days)
        {
            var numbers = day == view.Shown.Moment.Day ? view.Shown.Numbers : view.History.PartOn(day, view.Shown.Unit.Id);
            text.Append('\n').Append(Square(numbers)).Append(' ').Append(phrases.HeatDay(day, numbers));
        }
    }
}
