namespace CheckinBot.Simulator.Chats;

/// <summary>Something that a bot is told. How it looks on the wire is settled elsewhere.</summary>
internal abstract record BotUpdate
{
    private BotUpdate()
    {
    }

    /// <summary>A person wrote, or something happened that a service message tells.</summary>
    public sealed record Written(SimMessage Message) : BotUpdate;

    /// <summary>A person changed an own message; this is the new version.</summary>
    public sealed record Edited(SimMessage Message) : BotUpdate;

    /// <param name="Data">The callback data of the button, which need not be on the newest version of the message.</param>
    public sealed record Tapped(OpenTaps.Tap Tap, string Data) : BotUpdate;

    /// <summary>A person's reaction changed; null stands for none.</summary>
    public sealed record Reacted(SimMessage Message, SimUser By, DateTimeOffset At, string? Before, string? After) : BotUpdate;

    /// <summary>What somebody is in a chat changed; the bot itself may be the one.</summary>
    public sealed record MembershipChanged(SimChat Chat, SimUser Who, SimUser By, DateTimeOffset At, MemberStatus Before, MemberStatus After)
        : BotUpdate;
}
