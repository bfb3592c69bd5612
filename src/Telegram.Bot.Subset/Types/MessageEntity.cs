namespace Telegram.Bot.Types;

/// <summary>A marked-up part of a text. Offset and length count UTF-16 units, as .NET strings do.</summary>
public class MessageEntity
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public MessageEntityType Type { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Offset { get; set; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int Length { get; set; }

    /// <summary>Of a text link.</summary>
    public string? Url { get; set; }

    /// <summary>Of a mention of somebody without a username.</summary>
    public User? User { get; set; }

    /// <summary>Programming language of a block of code.</summary>
    public string? Language { get; set; }

    public string? CustomEmojiId { get; set; }
}
