using System.Collections.Immutable;

namespace CheckinBot.Simulator.Chats;

/// <summary>What a service message says.</summary>
public abstract record ServiceEvent
{
    private ServiceEvent()
    {
    }

    public sealed record GroupCreated : ServiceEvent;

    public sealed record MembersJoined(ImmutableArray<SimUser> Members) : ServiceEvent;

    public sealed record MemberLeft(SimUser Member) : ServiceEvent;

    public sealed record MigratedTo(long ChatId) : ServiceEvent;

    public sealed record MigratedFrom(long ChatId) : ServiceEvent;

    public sealed record TitleChanged(string Title) : ServiceEvent;

    public sealed record Pinned(SimMessage Message) : ServiceEvent;
}
