namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>What is shown with a message for answering it.</summary>
[JsonConverter(typeof(ReplyMarkupConverter))]
public abstract class ReplyMarkup
{
    /// <summary>One button under the message.</summary>
    public static implicit operator ReplyMarkup(InlineKeyboardButton button) => new InlineKeyboardMarkup(button);

    /// <summary>One row of buttons under the message.</summary>
    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator ReplyMarkup?(InlineKeyboardButton[]? buttons) => buttons is null ? null : new InlineKeyboardMarkup(buttons);
}

/// <summary>Opens the answer field as a reply to this message.</summary>
public class ForceReplyMarkup : ReplyMarkup
{
#pragma warning disable CA1822 // An instance property, because it is written to the request.
    public bool ForceReply => true;
#pragma warning restore CA1822

    /// <summary>1 to 64 characters.</summary>
    public string? InputFieldPlaceholder { get; set; }

    /// <summary>Only for who is mentioned or replied to.</summary>
    public bool Selective { get; set; }
}

/// <summary>Takes the bot's keyboard away.</summary>
public class ReplyKeyboardRemove : ReplyMarkup
{
#pragma warning disable CA1822 // An instance property, because it is written to the request.
    public bool RemoveKeyboard => true;
#pragma warning restore CA1822

    /// <summary>Only for who is mentioned or replied to.</summary>
    public bool Selective { get; set; }
}
