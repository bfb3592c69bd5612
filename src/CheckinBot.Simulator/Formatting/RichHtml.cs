using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CheckinBot.Simulator.Content;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.Formatting;

/// <summary>
/// The HTML of a rich message, as far as the simulator draws it: paragraphs, headings and tables, with the inline tags of
/// <see cref="HtmlText"/>. Anything else is refused, and nothing of the source reaches the page as markup.
/// </summary>
internal static partial class RichHtml
{
    private const int LongestText = 32768;
    private const int MostBlocks = 500;
    private const int MostColumns = 20;

    /// <exception cref="ApiException">400: empty, too long, or markup that is broken or not supported.</exception>
    public static RichContent Parse(string html)
    {
        var blocks = Pieces(html, Block()).Select(BlockOf).ToImmutableArray();
        var text = string.Join('\n', blocks.Select(block => block.Plain));
        return (blocks.Length, text.Length) switch
        {
            (0, _) or (_, 0) => throw ApiException.BadRequest("message text is empty"),
            ( > MostBlocks, _) or (_, > LongestText) => throw ApiException.BadRequest("message is too long"),
            _ => new RichContent(html, blocks, text),
        };
    }

    private static RichBlock BlockOf(Match block) => block.Groups["name"].Value.Equals("table", StringComparison.OrdinalIgnoreCase)
        ? new RichBlock("table", null, [.. Pieces(block.Groups["body"].Value, Row()).Select(row => CellsOf(row.Groups["body"].Value))])
        : new RichBlock(block.Groups["name"].Value is "p" or "P" ? "paragraph" : "heading", HtmlText.Parse(block.Groups["body"].Value), []);

    private static ImmutableArray<RichCell> CellsOf(string row)
    {
        var cells = Pieces(row, Cell())
            .Select(cell => new RichCell(HtmlText.Parse(cell.Groups["body"].Value), cell.Groups["name"].Value is "th" or "TH")).ToImmutableArray();
        return cells.Length > MostColumns ? throw ApiException.BadRequest("RICH_MESSAGE_TABLE_TOO_WIDE") : cells;
    }

    // The elements of one kind that follow each other, with nothing but white space between them.
    private static IEnumerable<Match> Pieces(string html, Regex element)
    {
        for (var at = 0; html.AsSpan(at).TrimStart().Length > 0;)
        {
            var match = element.Match(html, at);
            if (!match.Success || match.Index != at) throw ApiException.BadRequest($"can't parse rich message: unsupported markup at offset {at}");
            yield return match;
            at += match.Length;
        }
    }

    [GeneratedRegex(
        @"\G\s*<(?<name>p|h[1-6]|table)(?:\s+(?:bordered|striped))*\s*>(?<body>.*?)</\k<name>\s*>",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\G\s*<(?<name>tr)\s*>(?<body>.*?)</tr\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\G\s*<(?<name>t[hd])\s*>(?<body>.*?)</\k<name>\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Cell();
}
