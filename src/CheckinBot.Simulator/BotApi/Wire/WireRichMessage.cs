using CheckinBot.Simulator.Content;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>The Bot API's RichMessage; its texts are given without their inline formatting.</summary>
internal sealed record WireRichMessage(IReadOnlyList<object> Blocks)
{
    public static WireRichMessage? Of(RichContent? rich) => rich is null ? null : new WireRichMessage([.. rich.Blocks.Select(BlockOf)]);

    private static object BlockOf(RichBlock block) => block.Type switch
    {
        "table" => new { type = block.Type, cells = block.Rows.Select(row => row.Select(CellOf)) },
        "heading" => new { type = block.Type, text = block.Text!.Text, size = 1 },
        _ => new { type = block.Type, text = block.Text!.Text },
    };

    private static object CellOf(RichCell cell) =>
        new { text = cell.Text.Text, is_header = cell.IsHeader ? true : (bool?)null, align = "left", valign = "top" };
}
