using System.Collections.Frozen;
using CheckinBot.Simulator.BotApi.Calls;

namespace CheckinBot.Simulator.BotApi.Methods;

/// <summary>
/// All methods but getUpdates, which waits. They run under the world's lock and give the result, or a task of it when the
/// message is not through yet.
/// </summary>
internal static class MethodTable
{
    /// <summary>Method names are matched without regard to case, as on the real server.</summary>
    public static FrozenDictionary<string, Func<BotCall, object>> Methods { get; } = new Dictionary<string, Func<BotCall, object>>
    {
        ["getMe"] = ProfileMethods.GetMe,
        ["logOut"] = UpdateMethods.Nothing,
        ["close"] = UpdateMethods.Nothing,
        ["setWebhook"] = UpdateMethods.SetWebhook,
        ["deleteWebhook"] = UpdateMethods.DeleteWebhook,
        ["getWebhookInfo"] = UpdateMethods.GetWebhookInfo,
        ["sendMessage"] = Sending.SendMessage,
        ["sendRichMessage"] = Sending.SendRichMessage,
        ["sendPhoto"] = Sending.SendPhoto,
        ["sendDocument"] = Sending.SendDocument,
        ["sendMediaGroup"] = Sending.SendMediaGroup,
        ["sendChatAction"] = Sending.SendChatAction,
        ["forwardMessage"] = Sending.ForwardMessage,
        ["copyMessage"] = Sending.CopyMessage,
        ["editMessageText"] = Editing.EditMessageText,
        ["editMessageCaption"] = Editing.EditMessageCaption,
        ["editMessageReplyMarkup"] = Editing.EditMessageReplyMarkup,
        ["deleteMessage"] = Editing.DeleteMessage,
        ["deleteMessages"] = Editing.DeleteMessages,
        ["setMessageReaction"] = Editing.SetMessageReaction,
        ["editEphemeralMessageText"] = Editing.EditEphemeralMessageText,
        ["editEphemeralMessageReplyMarkup"] = Editing.EditEphemeralMessageReplyMarkup,
        ["deleteEphemeralMessage"] = Editing.DeleteEphemeralMessage,
        ["answerCallbackQuery"] = ProfileMethods.AnswerCallbackQuery,
        ["setMyCommands"] = ProfileMethods.SetMyCommands,
        ["getMyCommands"] = ProfileMethods.GetMyCommands,
        ["deleteMyCommands"] = ProfileMethods.DeleteMyCommands,
        ["setMyName"] = ProfileMethods.SetName,
        ["getMyName"] = ProfileMethods.GetName,
        ["setMyDescription"] = ProfileMethods.SetDescription,
        ["getMyDescription"] = ProfileMethods.GetDescription,
        ["setMyShortDescription"] = ProfileMethods.SetShortDescription,
        ["getMyShortDescription"] = ProfileMethods.GetShortDescription,
        ["setChatMenuButton"] = ProfileMethods.SetChatMenuButton,
        ["getChatMenuButton"] = ProfileMethods.GetChatMenuButton,
        ["getChat"] = ChatMethods.GetChat,
        ["getChatMember"] = ChatMethods.GetChatMember,
        ["getChatMemberCount"] = ChatMethods.GetChatMemberCount,
        ["getChatAdministrators"] = ChatMethods.GetChatAdministrators,
        ["leaveChat"] = ChatMethods.LeaveChat,
        ["pinChatMessage"] = ChatMethods.PinChatMessage,
        ["unpinChatMessage"] = ChatMethods.UnpinChatMessage,
        ["getFile"] = ChatMethods.GetFile,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
