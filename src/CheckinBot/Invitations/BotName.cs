using System.Globalization;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Invitations;

/// <summary>The bot's user name, of which the links are made: as configured, as seen before, or else as Telegram says.</summary>
internal static class BotName
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The name without <c>@</c>; where there is none, why, and what to do. What Telegram says is kept with the session.</summary>
    public static async Task<(string? UserName, string? Fault)> Find(TelegramOptions options, DbSession session, CancellationToken cancellationToken)
    {
        if (options.BotUsername is { } configured) return (configured, null);
        var id = options.BotToken is { } known ? long.Parse(known.AsSpan(0, known.IndexOf(':')), CultureInfo.InvariantCulture) : (long?)null;
        var store = new BotStore(session);
        if (await store.UserName(id, cancellationToken) is { } seen) return (seen, null);
        if (options.BotToken is not { } token)
        {
            return (null, "The bot's user name is not known, and the links need it: "
                + "set Telegram__BotToken, so that Telegram can be asked, or Telegram__BotUsername=… (without @).");
        }

        try
        {
            var bot = BotClient.Create(token, options.BaseUrl, Patience);
            var name = (await bot.GetMe(cancellationToken)).Username!;
            await store.Save(id!.Value, name, cancellationToken);
            return (name, null);
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
        {
            return (null, "Telegram does not accept Telegram:BotToken, so the bot's user name for the links is not known: "
                + "take the current token from @BotFather (/mybots, API Token).");
        }
        catch (RequestException fault)
        {
            return (null, $"Telegram could not be asked for the bot's user name ({fault.Message}): try again, or set Telegram__BotUsername=… (without @).");
        }
    }
}
