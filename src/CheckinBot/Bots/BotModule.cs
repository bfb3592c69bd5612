using CheckinBot.Configuration;
using CheckinBot.Telegram;
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
        services.AddSingleton<ITelegramBotClient>(provider =>
        {
            var options = provider.GetRequiredService<TelegramOptions>();
            return BotClient.Create(options.BotToken!, options.BaseUrl, CallTimeout);
        });
        services.AddSingleton(provider => new BotIdentity(provider.GetRequiredService<ITelegramBotClient>().BotId));
    }
}
