using CheckinBot.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Notices;

/// <summary>Registers what staff and families are told unasked.</summary>
internal static class NoticeModule
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<GrowingMessages>();
        services.AddSingleton<ICallFollower>(provider => provider.GetRequiredService<GrowingMessages>());
        services.AddSingleton<NoticeSender>();
        services.AddSingleton<UnreachableGuardians>();
        services.AddSingleton<ICallFollower>(provider => provider.GetRequiredService<UnreachableGuardians>());
    }
}
