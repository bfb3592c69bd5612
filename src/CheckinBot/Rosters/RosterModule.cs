using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Rosters;

/// <summary>Registers what follows a change of the roster.</summary>
internal static class RosterModule
{
    public static void AddRosters(this IServiceCollection services)
    {
        services.AddSingleton<TransferNotices>();
    }
}
