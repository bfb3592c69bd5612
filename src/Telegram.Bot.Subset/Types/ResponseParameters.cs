namespace Telegram.Bot.Types;

/// <summary>What a refused call may say about how to go on.</summary>
public class ResponseParameters
{
    /// <summary>The group became the supergroup with this number.</summary>
    public long? MigrateToChatId { get; set; }

    /// <summary>Seconds to wait before the call may be repeated.</summary>
    public int? RetryAfter { get; set; }
}
