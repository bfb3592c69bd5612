using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace CheckinBot.Telegram;

/// <summary>Makes the call that an <see cref="OutgoingCall"/> describes.</summary>
public static class OutgoingCalls
{
    private static readonly LinkPreviewOptions NoPreview = new() { IsDisabled = true };

    /// <summary>Makes the call and returns the id of the message sent; null where it sends none.</summary>
    /// <param name="bot">The client.</param>
    /// <param name="chatId">The chat, which may have another id now than when the call was stored.</param>
    /// <param name="call">What to do.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RequestException">The call failed.</exception>
    public static async Task<int?> Make(this ITelegramBotClient bot, long chatId, OutgoingCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        switch (call)
        {
            case { Send: { } message }:
                return (await Send(bot, chatId, message, cancellationToken)).Id;
            case { Edit: { } edit }:
                return await Edit(bot, chatId, edit, cancellationToken);
            case { RemoveButtons: { } remove }:
                await bot.EditMessageReplyMarkup(chatId, remove.MessageId, cancellationToken: cancellationToken);
                return null;
            case { React: { } react }:
                await bot.SetMessageReaction(chatId, react.MessageId, [new ReactionTypeEmoji { Emoji = react.Emoji }], cancellationToken: cancellationToken);
                return null;
            case { Delete: { } delete }:
                await bot.DeleteMessage(chatId, delete.MessageId, cancellationToken);
                return null;
            case { Commands: var (_, language, roles) }:
                var commands = CommandMenu.Staff(roles, language).Select(command => new BotCommand(command.Command, command.Description));
                await bot.SetMyCommands(commands, BotCommandScope.Chat(chatId), cancellationToken: cancellationToken);
                return null;
            case { AnswerButton: { } answer }:
                await bot.AnswerCallbackQuery(answer.CallbackId, answer.Text, answer.Alert, answer.Url, cancellationToken: cancellationToken);
                return null;
            default:
                throw new ArgumentException("An empty call", nameof(call));
        }
    }

    /// <summary>Buttons as Telegram has them; null for none.</summary>
    public static InlineKeyboardMarkup? ToMarkup(this Keyboard? keyboard) =>
        keyboard is null or { Rows.Count: 0 }
            ? null
            : new InlineKeyboardMarkup(keyboard.Rows.Select(row => row.Select(button => button.Url is { } url
                ? InlineKeyboardButton.WithUrl(button.Label, url)
                : InlineKeyboardButton.WithCallbackData(button.Label, button.Data!))));

    /// <summary>The message that it answers, as Telegram has it; sent without where that is gone.</summary>
    internal static ReplyParameters? ToReply(this OutgoingMessage message) =>
        message.ReplyTo is { } original ? new ReplyParameters { MessageId = original, AllowSendingWithoutReply = true } : null;

    private static Task<Message> Send(ITelegramBotClient bot, long chatId, OutgoingMessage message, CancellationToken cancellationToken) =>
        bot.SendMessage(
            chatId,
            message.Text,
            ModeOf(message.Format),
            message.ToReply(),
            message.Keyboard.ToMarkup(),
            NoPreview,
            message.ThreadId == 0 ? null : message.ThreadId,
            disableNotification: message.Silent,
            cancellationToken: cancellationToken);

    private static async Task<int?> Edit(ITelegramBotClient bot, long chatId, Effect.Edit edit, CancellationToken cancellationToken)
    {
        try
        {
            await bot.EditMessageText(
                chatId, edit.MessageId, edit.Text, ModeOf(edit.Format), edit.Keyboard.ToMarkup(), NoPreview, cancellationToken: cancellationToken);
            return edit.MessageId;
        }
        catch (ApiRequestException e) when (CannotBeEdited(e))
        {
            // Its reader has deleted it, or it is too old: what it says must still be said.
            var message = new OutgoingMessage(chatId, edit.Text) { Format = edit.Format, Keyboard = edit.Keyboard };
            return (await Send(bot, chatId, message, cancellationToken)).Id;
        }
    }

    internal static bool CannotBeEdited(ApiRequestException e) => e.ErrorCode == 400
        && (e.Message.Contains("message to edit not found", StringComparison.OrdinalIgnoreCase)
            || e.Message.Contains("message can't be edited", StringComparison.OrdinalIgnoreCase));

    internal static ParseMode ModeOf(TextFormat format) => format == TextFormat.Html ? ParseMode.Html : ParseMode.None;
}
