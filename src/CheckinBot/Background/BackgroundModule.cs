using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Background;

/// <summary>Registers the one way of trying again.</summary>
internal static class BackgroundModule
{
    public static void AddBackgroundWork(this IServiceCollection services) => services.AddSingleton<BackgroundWork>();
}
