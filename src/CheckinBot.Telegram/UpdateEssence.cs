using System.Globalization;
using Telegram.Bot.Types;

namespace CheckinBot.Telegram;

/// <summary>What makes an update this one and no other: who did what where and when, without what may look different at a second delivery.</summary>
internal static class UpdateEssence
{
    /// <summary>As text; null for a kind that is not asked for.</summary>
    public static string? Of(Update? update) => update switch
    {
        { Message: { } sent } => Line("message", sent.Chat?.Id, sent.Id, sent.From?.Id, sent.Date.Ticks, sent.Text ?? sent.Caption),
        { EditedMessage: { } edited } => Line("edit", edited.Chat?.Id, edited.Id, edited.From?.Id, edited.EditDate?.Ticks, edited.Text ?? edited.Caption),
        { CallbackQuery: { } pressed } => Line("button", pressed.Id, pressed.From?.Id, pressed.Data),
        { MyChatMember: { } change } => Line("member", change.Chat?.Id, change.From?.Id, change.Date.Ticks, change.NewChatMember?.Status),
        _ => null,
    };

    private static string Line(params object?[] parts) => string.Join('\n', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)));
}
