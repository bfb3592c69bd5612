using CheckinBot.Configuration;
using CheckinBot.Conversations;
using CheckinBot.Files;
using CheckinBot.Http;
using CheckinBot.Metrics;
using CheckinBot.Pictures;
using CheckinBot.Receiving;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Telegram;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace CheckinBot;

/// <summary>What each part of the worker registers. Hosted services start in this order and stop in the opposite one.</summary>
internal static class Modules
{
    // Longer than a long poll.
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(70);

    public static void AddHttp(this IServiceCollection services)
    {
        services.AddSingleton<PrometheusExport>();
        services.AddSingleton<BotMetrics>();
        services.AddSingleton<Readiness>();
    }

    public static void AddStorage(this IServiceCollection services)
    {
        // Before Quartz opens its own file.
        SqliteLibrary.Configure();
        services.AddSingleton<Database>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Writer>();
        services.AddHostedService<DatabaseService>();
    }

    public static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<UnitRulesLoader>();
        services.AddSingleton<ClassRosterLoader>();
        services.AddSingleton<ClassContext>();
        services.AddSingleton<Rosters.TransferNotices>();
        services.AddSingleton<StaffContext>();
        services.AddSingleton<ContextLoader>();
        services.AddSingleton<NoticeSender>();
        services.AddSingleton<UnreachableGuardians>();
        services.AddSingleton<EffectApplier>();
        services.AddSingleton<ConversationHandler>();
        services.AddHostedService<ExpiryService>();
    }

    public static void AddSending(this IServiceCollection services)
    {
        services.AddSingleton<ITelegramBotClient>(provider =>
        {
            var options = provider.GetRequiredService<TelegramOptions>();
            return BotClient.Create(options.BotToken!, options.BaseUrl, CallTimeout);
        });
        services.AddSingleton(provider => new BotIdentity(provider.GetRequiredService<ITelegramBotClient>().BotId));
        services.AddSingleton(provider => new Lazy<UnreachableGuardians>(provider.GetRequiredService<UnreachableGuardians>));
        services.AddSingleton<Rasteriser>();
        services.AddSingleton<FileMaker>();
        services.AddSingleton<FileSender>();
        services.AddSingleton<PrivateInGroup>();
        services.AddSingleton<RichMessageSupport>();
        services.AddSingleton<NotShownMessages>();
        services.AddSingleton<SettledCalls>();
        services.AddSingleton<OutboxLog>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<TelegramOptions>();
            return new Dispatcher(
                provider.GetRequiredService<ITelegramBotClient>(),
                provider.GetRequiredService<OutboxLog>(),
                provider.GetRequiredService<PrivateInGroup>(),
                provider.GetRequiredService<RichMessageSupport>(),
                provider.GetRequiredService<CardBoard>(),
                provider.GetRequiredService<FileSender>(),
                SendLimits.From(options),
                options.ConcurrentCalls,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<BotMetrics>(),
                provider.GetRequiredService<ILogger<Dispatcher>>());
        });
        services.AddSingleton<Outbox>();
        services.AddSingleton<CardBoard>();
        services.AddHostedService<SendingService>();
        services.AddHostedService<CardService>();
        services.AddHostedService<NotShownService>();
    }

    public static void AddReceiving(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var bot = provider.GetRequiredService<BotIdentity>();
            return new UpdateTranslator(bot.Id, () => bot.UserName);
        });
        services.AddSingleton<UpdateIntake>();
        services.AddSingleton<BotSetUp>();
        services.AddSingleton<CommandMenus>();
        services.AddSingleton<WebhookEndpoint>();
        services.AddHostedService<ReceivingService>();
    }
}
