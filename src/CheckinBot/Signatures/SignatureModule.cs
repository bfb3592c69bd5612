using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Signatures;

/// <summary>Registers the signatures under reports.</summary>
internal static class SignatureModule
{
    public static void AddSignatures(this IServiceCollection services)
    {
        services.AddSingleton<SignOffWatch>();
        services.AddSingleton<SignOffs>();
        services.AddHostedService<SignOffService>();
        services.AddSingleton<CompletionWatch>();
        services.AddHostedService<CompletionRestart>();
        services.AddHostedService<CompletionService>();
    }
}
