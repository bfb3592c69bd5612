using System.Globalization;

namespace CheckinBot.Core.Buttons;

/// <summary>Rows of buttons.</summary>
/// <param name="Rows">From top to bottom; a row from left to right.</param>
public sealed record Keyboard(IReadOnlyList<IReadOnlyList<Button>> Rows)
{
    private const int PagesInRow = 8;

    // Telegram takes a hundred buttons under a message.
    private const int MostPages = 32;

    /// <summary>No buttons.</summary>
    public static Keyboard None { get; } = new([]);

    /// <summary>One row.</summary>
    public static Keyboard Row(params IReadOnlyList<Button> buttons) => new([buttons]);

    /// <summary>One button a row.</summary>
    public static Keyboard Column(params IReadOnlyList<Button> buttons) => new([.. buttons.Select(b => (IReadOnlyList<Button>)[b])]);

    /// <summary>As many rows of <paramref name="perRow"/> buttons as needed.</summary>
    public static Keyboard Grid(int perRow, IEnumerable<Button> buttons) => new([.. buttons.Chunk(perRow).Select(row => (IReadOnlyList<Button>)row)]);

    /// <summary>A page of many buttons, <paramref name="perRow"/> in a row, with the numbers of all pages below where there are several.</summary>
    public static Keyboard Paged(int perRow, int perPage, int page, IReadOnlyList<Button> all, Func<int, ButtonData> opening)
    {
        var pages = Math.Max(1, (all.Count + perPage - 1) / perPage);
        var shown = Grid(perRow, all.Skip(Math.Min(page, pages - 1) * perPage).Take(perPage));
        return pages == 1 ? shown : shown.Then(Grid(PagesInRow, Enumerable.Range(0, Math.Min(pages, MostPages)).Select(index =>
            new Button((index + 1).ToString(CultureInfo.InvariantCulture), opening(index)))));
    }

    /// <summary>These rows, then those of the other.</summary>
    public Keyboard Then(Keyboard other) => new([.. Rows, .. other.Rows]);
}
