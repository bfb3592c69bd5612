using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Workers;

/// <summary>Registers which worker this is.</summary>
internal static class WorkerModule
{
    public static void AddWorker(this IServiceCollection services) => services.AddSingleton<WorkerIdentity>();
}
