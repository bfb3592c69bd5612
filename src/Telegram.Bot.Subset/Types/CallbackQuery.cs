namespace Telegram.Bot.Types;

/// <summary>A press on an inline button. It can be answered for 150 s.</summary>
public class CallbackQuery
{
    public string Id { get; set; } = default!;

    public User From { get; set; } = default!;

    /// <summary>The message with the button; only chat and number, with date <c>default</c>, where it is too old.</summary>
    public Message? Message { get; set; }

    public string? InlineMessageId { get; set; }

    public string ChatInstance { get; set; } = default!;

    /// <summary>1 to 64 bytes that a person can forge: check it like any other input.</summary>
    public string? Data { get; set; }
}
