using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Settings;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>What an event asks of the settings of a unit.</summary>
/// <param name="UnitId">Which unit; null for the only one that the user may settle.</param>
/// <param name="Key">Which key, as typed or as the button has it; null for all.</param>
/// <param name="Value">The value that shall hold; null where the key is only shown, or is to be taken away.</param>
/// <param name="IsChange">Something shall be changed.</param>
public sealed record SettingsRequest(long? UnitId, string? Key, string? Value, bool IsChange)
{
    /// <summary>The page of the units right below that is to be listed; null where none is.</summary>
    public int? PageBelow { get; private init; }

    /// <summary>What the event asks; null where it is not about settings.</summary>
    public static SettingsRequest? Of(Conversation conversation, ConversationEvent @event) => (@event, conversation.State) switch
    {
        (ConversationEvent.TextReceived text, ConversationState.AwaitingSetting asked) => new(asked.UnitId, asked.Key, Wanted(text.Text), IsChange: true),
        (ConversationEvent.CommandReceived { Command: "settings" } command, _) => Typed(null, command.Arguments),
        _ when UnitChoice.Resumed(conversation, @event) is ({ Command: "settings" } command, var unitId) => Typed(unitId, command.Arguments),
        (ConversationEvent.ButtonPressed pressed, _) when ButtonData.Parse(pressed.Data) is { Epoch: 0, Verb: SettingsDesk.Verb } data => Pressed(data),
        _ => null,
    };

    private static SettingsRequest Typed(long? unitId, string arguments) =>
        SettingWords.Named(arguments, SettingMenu.Keys) is var (named, rest)
            ? new(unitId, named, rest.Length == 0 ? null : Wanted(rest), IsChange: rest.Length > 0)
            : ByKey(unitId, arguments);

    private static SettingsRequest ByKey(long? unitId, string arguments) =>
        arguments.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [var key, var value] => new(unitId, key, Wanted(value), IsChange: true),
            [var key] => new(unitId, key, null, IsChange: false),
            _ => new(unitId, null, null, IsChange: false),
        };

    private static SettingsRequest? Pressed(ButtonData data)
    {
        if (data.NumberAt(0) is not { } unitId) return null;
        if (data.Arguments.Count < 2) return new(unitId, null, null, IsChange: false);
        if (data.Arguments[1] == SettingMenu.BelowMark) return new(unitId, null, null, IsChange: false) { PageBelow = data.PageAt(2) };
        if (data.NumberAt(1) is not (>= 0 and var index) || index >= SettingMenu.Keys.Count) return null;
        var key = SettingMenu.Keys[(int)index];
        if (data.Arguments.Count == 2) return new(unitId, key, null, IsChange: false);
        if (data.Arguments[2] == SettingMenu.TakeAwayMark) return new(unitId, key, null, IsChange: true);
        return data.NumberAt(2) is >= 0 and var choice && choice < SettingMenu.Choices(key).Count
            ? new(unitId, key, SettingMenu.Choices(key)[(int)choice], IsChange: true)
            : null;
    }

    private static string? Wanted(string value) => SettingWords.AsksForDefault(value) ? null : value.Trim();
}
