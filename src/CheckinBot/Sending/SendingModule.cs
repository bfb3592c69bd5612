using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Sending;

/// <summary>Registers the only way out, and what makes the calls.</summary>
internal static class SendingModule
{
    public static void AddSending(this IServiceCollection services)
    {
        services.AddSingleton<PrivateInGroup>();
        services.AddSingleton<RichMessageSupport>();
        services.AddSingleton<CallMaker>();
        services.AddSingleton<OutboxLog>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<SettledCalls>();
        services.AddSingleton<ClaimRounds>();
        services.AddHostedService<SendingService>();
        services.AddHostedService(provider => provider.GetRequiredService<ClaimRounds>());
    }
}
