using CheckinBot.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Delivered;

/// <summary>Registers what goes on elsewhere once a message has, or has not, reached its reader.</summary>
internal static class DeliveredModule
{
    public static void AddDelivered(this IServiceCollection services)
    {
        services.AddSingleton<NotShownMessages>();
        services.AddSingleton<ICallFollower>(provider => provider.GetRequiredService<NotShownMessages>());
        services.AddHostedService<NotShownService>();
    }
}
