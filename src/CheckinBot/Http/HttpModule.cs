using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Http;

/// <summary>Registers what the pages for machines tell.</summary>
internal static class HttpModule
{
    public static void AddHttp(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
    }
}
