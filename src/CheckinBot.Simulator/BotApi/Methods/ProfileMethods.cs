using System.Text.RegularExpressions;
using CheckinBot.Simulator.BotApi.Calls;
using CheckinBot.Simulator.BotApi.Wire;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;

namespace CheckinBot.Simulator.BotApi.Methods;

/// <summary>Methods about the bot itself: account, commands, names, menu button; and answers to taps.</summary>
internal static partial class ProfileMethods
{
    private const int LongestAnswer = 200;

    public static object GetMe(BotCall call) => WireUser.Of(call.Bot.Account) with
    {
        CanJoinGroups = true,
        CanReadAllGroupMessages = !call.Bot.PrivacyMode,
        SupportsInlineQueries = false,
        CanConnectToBusiness = false,
        HasMainWebApp = false,
    };

    public static object AnswerCallbackQuery(BotCall call)
    {
        var text = call.Arguments.Text("text");
        if (text?.Length > LongestAnswer)
        {
            throw ApiException.BadRequest("MESSAGE_TOO_LONG");
        }

        var query = call.Arguments.Text("callback_query_id") ?? "";
        return call.World.AnswerTap(call.Bot, query, text, call.Arguments.Flag("show_alert"), call.Arguments.Text("url"))
            ? true
            : throw ApiException.BadRequest("query is too old and response timeout expired or query ID is invalid");
    }

    public static object SetMyCommands(BotCall call)
    {
        var commands = call.Arguments.Json<BotCommand[]>("commands") ?? throw ApiException.BadRequest("can't parse commands JSON object");
        if (commands.Length > 100)
        {
            throw ApiException.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        foreach (var command in commands)
        {
            if (!CommandName().IsMatch(command.Command ?? ""))
            {
                throw ApiException.BadRequest("BOT_COMMAND_INVALID");
            }

            if (command.Description is not { Length: >= 1 and <= 256 })
            {
                throw ApiException.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
            }
        }

        call.Bot.Profile.SetCommands(Scope(call), Language(call), commands);
        return true;
    }

    public static object DeleteMyCommands(BotCall call)
    {
        call.Bot.Profile.SetCommands(Scope(call), Language(call), []);
        return true;
    }

    public static object GetMyCommands(BotCall call) => call.Bot.Profile.Commands(Scope(call), Language(call));

    public static object SetName(BotCall call) => SetText(call, "name", 64);

    public static object GetName(BotCall call) => new { name = call.Bot.Profile.Text("name", Language(call), call.Bot.Account.FirstName) };

    public static object SetDescription(BotCall call) => SetText(call, "description", 512);

    public static object GetDescription(BotCall call) => new { description = call.Bot.Profile.Text("description", Language(call), "") };

    public static object SetShortDescription(BotCall call) => SetText(call, "short_description", 120);

    public static object GetShortDescription(BotCall call) => new { short_description = call.Bot.Profile.Text("short_description", Language(call), "") };

    public static object SetChatMenuButton(BotCall call)
    {
        call.Bot.Profile.SetText("menu_button", call.Arguments.Text("chat_id") ?? "", call.Arguments.Text("menu_button") ?? "");
        return true;
    }

    public static object GetChatMenuButton(BotCall call) => System.Text.Json.JsonDocument.Parse(
        call.Bot.Profile.Text("menu_button", call.Arguments.Text("chat_id") ?? "", """{"type":"commands"}""")).RootElement;

    private static bool SetText(BotCall call, string field, int longest)
    {
        var value = call.Arguments.Text(field) ?? "";
        if (value.Length > longest)
        {
            throw ApiException.BadRequest($"bot {field.Replace('_', ' ')} is too long");
        }

        call.Bot.Profile.SetText(field, Language(call), value);
        return true;
    }

    private static string Language(BotCall call) => call.Arguments.Text("language_code") ?? "";

    private static CommandScope Scope(BotCall call)
    {
        var scope = call.Arguments.Json<CommandScope>("scope") ?? new CommandScope("default");
        string[] known = ["default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member"];
        return known.Contains(scope.Type) ? scope : throw ApiException.BadRequest("can't parse BotCommandScope: unknown type");
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandName();
}
