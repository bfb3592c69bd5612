using System.Collections.Immutable;

namespace CheckinBot.Simulator.Content;

/// <summary>A rich message after its markup was read.</summary>
/// <param name="Html">The source, by which two are told apart.</param>
/// <param name="Blocks">What it shows, from top to bottom.</param>
/// <param name="Plain">The same as lines of text: for lists of chats and quotes.</param>
internal sealed record RichContent(string Html, ImmutableArray<RichBlock> Blocks, string Plain);

/// <summary>A paragraph, a heading or a table.</summary>
/// <param name="Type">The Bot API's name of the block.</param>
/// <param name="Text">Of a paragraph or heading; null for a table.</param>
/// <param name="Rows">Of a table, from top to bottom.</param>
internal sealed record RichBlock(string Type, FormattedText? Text, ImmutableArray<ImmutableArray<RichCell>> Rows)
{
    /// <summary>As text, a row of a table to a line.</summary>
    public string Plain => Text?.Text ?? string.Join('\n', Rows.Select(row => string.Join(' ', row.Select(cell => cell.Text.Text))));
}

/// <summary>A cell of a table.</summary>
internal sealed record RichCell(FormattedText Text, bool IsHeader);
