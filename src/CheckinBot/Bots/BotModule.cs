using CheckinBot.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Telegram.Bot;

namespace CheckinBot.Bots;

/// <summary>Registers the bot under whose name the worker speaks.</summary>
internal static class BotModule
{
    // Longer than a long poll.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(70);

    public static void AddBot(this IServiceCollection services)
    {
        services.AddSingleton<ITelegramBotClient>(provider => CreateClient(provider.GetRequiredService<TelegramOptions>()));
        services.AddSingleton(provider => new BotIdentity(provider.GetRequiredService<ITelegramBotClient>().BotId));
    }

    // The client waits for nothing by itself: the dispatcher knows better what else there is to send meanwhile.
    private static TelegramBotClient CreateClient(TelegramOptions options) =>
        new TelegramBotClient(new TelegramBotClientOptions(options.BotToken!, options.BaseUrl.ToString()) { RetryThreshold = 0 }) { Timeout = CallTimeout };
}
