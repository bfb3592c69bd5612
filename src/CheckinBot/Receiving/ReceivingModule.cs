using CheckinBot.Bots;
using CheckinBot.Telegram;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Receiving;

/// <summary>Registers how updates come in, by polling or by webhook.</summary>
internal static class ReceivingModule
{
    public static void AddReceiving(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var bot = provider.GetRequiredService<BotIdentity>();
            return new UpdateTranslator(bot.Id, () => bot.UserName);
        });
        services.AddSingleton<Aside>();
        services.AddSingleton<UpdateIntake>();
        services.AddSingleton<Replay>();
        services.AddSingleton<BotSetUp>();
        services.AddSingleton<CommandMenus>();
        services.AddSingleton<UpdatePoll>();
        services.AddSingleton<WebhookEndpoint>();
        services.AddHostedService<ReceivingService>();
    }
}
