using CheckinBot.Cases;
using CheckinBot.Conversations.Effects;
using CheckinBot.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Conversations;

/// <summary>Registers the conversations: what is loaded for them, and what their effects do.</summary>
internal static class ConversationModule
{
    public static void AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<FamilyContext>();
        services.AddSingleton<ClassRosterLoader>();
        services.AddSingleton<ClassContext>();
        services.AddSingleton<StaffContext>();
        services.AddSingleton<ContextLoader>();
        services.AddSingleton<ShownQuestions>();
        services.AddSingleton<ICallFollower>(provider => provider.GetRequiredService<ShownQuestions>());
        services.AddSingleton<CallEffects>();
        services.AddSingleton<NoticeEffects>();
        services.AddSingleton<AskedEffects>();
        services.AddSingleton<MonitoringEffects>();
        services.AddSingleton<CaseReader>();
        services.AddSingleton<CaseEffects>();
        services.AddSingleton<SchoolEffects>();
        services.AddSingleton<GroupEffects>();
        services.AddSingleton<UserEffects>();
        services.AddSingleton<EffectApplier>();
        services.AddSingleton<ConversationHandler>();
        services.AddHostedService<ExpiryService>();
    }
}
