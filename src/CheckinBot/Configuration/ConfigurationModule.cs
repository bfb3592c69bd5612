using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Configuration;

/// <summary>Registers the checked configuration, whole and by its parts.</summary>
internal static class ConfigurationModule
{
    public static void AddConfiguration(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Telegram);
        services.AddSingleton(settings.Storage);
        services.AddSingleton(settings.Http);
        services.AddSingleton(settings.SchoolDay);
        services.AddSingleton(settings.Rules);
        services.AddSingleton(settings.Privacy);
        services.AddSingleton(settings.Invitations);
        services.AddSingleton(settings.Forms);
    }
}
