namespace Telegram.Bot.Types.ReplyMarkups;

/// <summary>Rows of buttons under a message.</summary>
public class InlineKeyboardMarkup : ReplyMarkup
{
    /// <summary>No rows yet; see <see cref="AddNewRow"/>.</summary>
    [SetsRequiredMembers]
    public InlineKeyboardMarkup() => InlineKeyboard = new List<List<InlineKeyboardButton>>();

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(InlineKeyboardButton inlineKeyboardButton)
        : this(new[] { inlineKeyboardButton })
    {
    }

    /// <summary>One row.</summary>
    [SetsRequiredMembers]
    public InlineKeyboardMarkup(params InlineKeyboardButton[] inlineKeyboardRow)
        : this((IEnumerable<InlineKeyboardButton>)inlineKeyboardRow)
    {
    }

    /// <summary>One row.</summary>
    [SetsRequiredMembers]
    public InlineKeyboardMarkup(IEnumerable<InlineKeyboardButton> inlineKeyboardRow) =>
        InlineKeyboard = new List<List<InlineKeyboardButton>> { inlineKeyboardRow.ToList() };

    [SetsRequiredMembers]
    public InlineKeyboardMarkup(IEnumerable<IEnumerable<InlineKeyboardButton>> inlineKeyboard) => InlineKeyboard = inlineKeyboard;

    public required IEnumerable<IEnumerable<InlineKeyboardButton>> InlineKeyboard { get; set; }

    [return: NotNullIfNotNull(nameof(button))]
    public static implicit operator InlineKeyboardMarkup?(InlineKeyboardButton? button) => button is null ? null : new(button);

    [return: NotNullIfNotNull(nameof(buttons))]
    public static implicit operator InlineKeyboardMarkup?(InlineKeyboardButton[]? buttons) => buttons is null ? null : new(buttons);

    /// <summary>No buttons: takes them off a message.</summary>
    public static InlineKeyboardMarkup Empty() => new();

    /// <summary>Adds to the last row.</summary>
    public InlineKeyboardMarkup AddButton(InlineKeyboardButton button)
    {
        var rows = Rows();
        if (rows.Count == 0)
            rows.Add([]);
        rows[^1].Add(button);
        return this;
    }

    /// <summary>Adds to the last row.</summary>
    public InlineKeyboardMarkup AddButton(string text, string callbackData) =>
        AddButton(InlineKeyboardButton.WithCallbackData(text, callbackData));

    public InlineKeyboardMarkup AddNewRow(params InlineKeyboardButton[] buttons)
    {
        Rows().Add([.. buttons]);
        return this;
    }

    private List<List<InlineKeyboardButton>> Rows() =>
        InlineKeyboard as List<List<InlineKeyboardButton>>
        ?? throw new InvalidOperationException("Buttons can be added only to a keyboard that was made without rows or with one row");
}
