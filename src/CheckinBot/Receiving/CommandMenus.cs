using CheckinBot.Configuration;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CheckinBot.Receiving;

/// <summary>
/// Tells Telegram which commands to list, by kind of chat and language. It is no fault where a menu could not be set: it stays as it was.
/// </summary>
internal sealed partial class CommandMenus(ITelegramBotClient bot, SchoolDayOptions schoolDay, ILogger<CommandMenus> logger)
{
    private static readonly string[] TraditionalZones = ["Asia/Taipei", "Asia/Hong_Kong", "Asia/Macau"];

    public async Task Set(CancellationToken cancellationToken)
    {
        // Telegram's menus know only one Chinese: where the deployment is decides which of the two it gets.
        var chinese = TraditionalZones.Contains(schoolDay.TimeZone.Id) ? Language.ZhHant : Language.ZhHans;
        try
        {
            foreach (var (language, code) in ((Language, string?)[])[(Language.En, null), (chinese, "zh")])
            {
                await bot.SetMyCommands(Listed(CommandMenu.Private(language)), BotCommandScope.AllPrivateChats(), code, cancellationToken);
                await bot.SetMyCommands(InGroup(CommandMenu.Member(language)), BotCommandScope.AllGroupChats(), code, cancellationToken);
                await bot.SetMyCommands(InGroup(CommandMenu.Group(language)), BotCommandScope.AllChatAdministrators(), code, cancellationToken);
            }
        }
        catch (RequestException e)
        {
            NotSet(logger, e.Message);
        }
    }

    private static IEnumerable<BotCommand> Listed(IReadOnlyList<(string Command, string Description)> commands) =>
        commands.Select(command => new BotCommand(command.Command, command.Description));

    // An older server does not know the mark: there the command and its answer are open, as the text of /help may be.
    private static IEnumerable<BotCommand> InGroup(IReadOnlyList<(string Command, string Description)> commands) =>
        commands.Select(command => new BotCommand(command.Command, command.Description)
        {
            IsEphemeral = CommandMenu.SeenByAskerOnly.Contains(command.Command),
        });

    [LoggerMessage(LogLevel.Warning, "The command menus could not be set ({Reason}); they stay as they were")]
    private static partial void NotSet(ILogger logger, string reason);
}
