using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Requests;

/// <summary>Registers what takes a while to answer.</summary>
internal static class RequestModule
{
    public static void AddRequests(this IServiceCollection services)
    {
        services.AddSingleton<DigestRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<DigestRequests>());
    }
}
