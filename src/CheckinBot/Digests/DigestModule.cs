using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Digests;

/// <summary>Registers the counting and showing of digests.</summary>
internal static class DigestModule
{
    public static void AddDigests(this IServiceCollection services)
    {
        services.AddSingleton<DigestReader>();
        services.AddSingleton<DigestMessages>();
    }

    /// <summary>What counts once in advance, so that the first who asks does not wait.</summary>
    public static void AddDigestWarmUp(this IServiceCollection services)
    {
        services.AddSingleton<DigestWarmUp>();
        services.AddHostedService(provider => provider.GetRequiredService<DigestWarmUp>());
    }
}
