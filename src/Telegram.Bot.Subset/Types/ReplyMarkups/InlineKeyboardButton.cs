namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A button under a message. Besides the text, exactly one property says what it does.</summary>
public class InlineKeyboardButton
{
    public InlineKeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public InlineKeyboardButton(string text) => Text = text;

    public required string Text { get; set; }

    /// <summary>Opens an address.</summary>
    public string? Url { get; set; }

    /// <summary>Comes back as <see cref="CallbackQuery.Data"/>; 1 to 64 <b>bytes</b> of UTF-8.</summary>
    public string? CallbackData { get; set; }

    /// <summary>Copies a text of 1 to 256 characters.</summary>
    public CopyTextButton? CopyText { get; set; }

    public static InlineKeyboardButton WithCallbackData(string textAndCallbackData) =>
        new(textAndCallbackData) { CallbackData = textAndCallbackData };

    public static InlineKeyboardButton WithCallbackData(string text, string callbackData) =>
        new(text) { CallbackData = callbackData };

    public static InlineKeyboardButton WithUrl(string text, string url) => new(text) { Url = url };

    public static InlineKeyboardButton WithCopyText(string text, CopyTextButton copyText) => new(text) { CopyText = copyText };
}

/// <summary>The text that a button copies.</summary>
public class CopyTextButton
{
    public string Text { get; set; } = default!;

    public static implicit operator CopyTextButton(string text) => new() { Text = text };
}
