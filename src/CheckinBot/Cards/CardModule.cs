using CheckinBot.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Cards;

/// <summary>Registers the cards of class groups.</summary>
internal static class CardModule
{
    public static void AddCards(this IServiceCollection services)
    {
        services.AddSingleton<CardBoard>();
        services.AddSingleton<CardEdits>();
        services.AddSingleton<ICallFollower, CardArrivals>();
        services.AddHostedService<CardService>();
    }
}
