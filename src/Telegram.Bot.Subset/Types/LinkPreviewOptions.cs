namespace Telegram.Bot.Types;

/// <summary>Whether and how a link in the text is shown with a preview.</summary>
public class LinkPreviewOptions
{
    /// <summary>No preview.</summary>
    public static readonly LinkPreviewOptions Disabled = new() { IsDisabled = true };

    public bool IsDisabled { get; set; }

    public string? Url { get; set; }

    public bool PreferSmallMedia { get; set; }

    public bool PreferLargeMedia { get; set; }

    public bool ShowAboveText { get; set; }
}
