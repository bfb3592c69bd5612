using System.Text.Json.Serialization.Metadata;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using CheckinBot.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Requests;

/// <summary>Registers what takes a while to answer.</summary>
internal static class RequestModule
{
    public static void AddRequests(this IServiceCollection services)
    {
        services.AddPending("digest", RequestJson.Default.ShowDigest);
        services.AddPending("cases", RequestJson.Default.ShowCases);
        services.AddSingleton<DigestPages>();
        services.AddSingleton<DigestRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<DigestRequests>());
        services.AddSingleton<CaseRequests>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseRequests>());
    }

    private static void AddPending<T>(this IServiceCollection services, string kind, JsonTypeInfo<T> json) =>
        services.AddSingleton(provider => new Pending<T>(
            kind,
            json,
            provider.GetRequiredService<WorkerIdentity>(),
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<TimeProvider>()));
}
