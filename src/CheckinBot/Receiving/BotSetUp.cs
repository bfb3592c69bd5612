using CheckinBot.Bots;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using CheckinBot.Telegram.Polling;
using Microsoft.Extensions.Logging;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CheckinBot.Receiving;

/// <summary>Tells Telegram how this bot receives, and learns from it who the bot is.</summary>
internal sealed partial class BotSetUp(
    ITelegramBotClient bot, BotIdentity identity, Writer writer, TelegramOptions options, TimeProvider time, ILogger<BotSetUp> logger)
{
    private Task<User>? _asked;

    /// <summary>Asks who the bot is, and does not wait: <see cref="Prepare"/> takes the answer.</summary>
    public void Ask(CancellationToken cancellationToken) => _asked = bot.GetMe(cancellationToken);

    /// <summary>Asks until Telegram answers, and tells it how updates are to come.</summary>
    /// <exception cref="BotTokenRejectedException">Telegram does not know the token.</exception>
    public async Task Prepare(Action<string> onFault, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                var asked = Interlocked.Exchange(ref _asked, null) ?? bot.GetMe(cancellationToken);
                identity.UserName = (await asked).Username ?? "";
                await ChooseReceiving(cancellationToken);
                await writer.Write(async session => await new BotStore(session).Save(identity.Id, identity.UserName, cancellationToken), cancellationToken);
                identity.IsSetUp();
                Ready(logger, identity.UserName, options.Mode);
                return;
            }
            catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
            {
                throw new BotTokenRejectedException(refused);
            }
            catch (RequestException e)
            {
                var pause = BackOff.Delay(failures, Random.Shared.NextDouble());
                if (e is ApiRequestException { Parameters.RetryAfter: { } seconds }) pause = AskedPause.Of(seconds);
                onFault(e.Message);
                NotReady(logger, e.Message, pause.TotalSeconds);
                await Task.Delay(pause, time, cancellationToken);
            }
        }
    }

    private async Task ChooseReceiving(CancellationToken cancellationToken)
    {
        if (options.Mode == ReceivingMode.Polling)
        {
            await bot.DeleteWebhook(cancellationToken: cancellationToken);
            return;
        }

        await bot.SetWebhook(
            options.WebhookUrl!.AbsoluteUri,
            maxConnections: 100,
            allowedUpdates: UpdateTranslator.AllowedUpdates,
            secretToken: options.WebhookSecret,
            cancellationToken: cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Connected as @{UserName}, receiving by {Mode}")]
    private static partial void Ready(ILogger logger, string userName, ReceivingMode mode);

    [LoggerMessage(LogLevel.Warning, "Telegram cannot be asked ({Reason}); again in {Seconds:0} s")]
    private static partial void NotReady(ILogger logger, string reason, double seconds);
}
