namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>A keyboard of ready answers in place of the letters.</summary>
public class ReplyKeyboardMarkup : ReplyMarkup
{
    [SetsRequiredMembers]
    public ReplyKeyboardMarkup() => Keyboard = new List<List<KeyboardButton>>();

    [SetsRequiredMembers]
    public ReplyKeyboardMarkup(IEnumerable<IEnumerable<KeyboardButton>> keyboard) => Keyboard = keyboard;

    public required IEnumerable<IEnumerable<KeyboardButton>> Keyboard { get; set; }

    public bool IsPersistent { get; set; }

    /// <summary>Only as high as it needs to be.</summary>
    public bool ResizeKeyboard { get; set; }

    public bool OneTimeKeyboard { get; set; }

    /// <summary>1 to 64 characters.</summary>
    public string? InputFieldPlaceholder { get; set; }

    /// <summary>Only for who is mentioned or replied to.</summary>
    public bool Selective { get; set; }
}

/// <summary>A ready answer: a press sends its text.</summary>
public class KeyboardButton
{
    public KeyboardButton()
    {
    }

    [SetsRequiredMembers]
    public KeyboardButton(string text) => Text = text;

    public required string Text { get; set; }

    public static implicit operator KeyboardButton(string text) => new(text);
}
