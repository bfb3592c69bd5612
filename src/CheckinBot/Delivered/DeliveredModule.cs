using CheckinBot.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Delivered;

/// <summary>Registers what follows once a message has reached its reader, or could not.</summary>
internal static class DeliveredModule
{
    public static void AddDelivered(this IServiceCollection services)
    {
        services.AddSingleton<ICallFollower, NotShownMessages>();
    }
}
