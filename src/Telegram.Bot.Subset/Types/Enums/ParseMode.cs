namespace Telegram.Bot.Types.Enums;

/// <summary>How marked-up text is written. None sends it as it stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParseMode>))]
public enum ParseMode
{
    None = 0,
    Markdown,
    Html,
    MarkdownV2,
}
