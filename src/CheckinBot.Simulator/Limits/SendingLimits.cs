namespace CheckinBot.Simulator.Limits;

/// <summary>How fast a bot may send and edit before it gets 429, on the simulated clock. The defaults are Telegram's.</summary>
public sealed record SendingLimits
{
    /// <summary>No limit is enforced.</summary>
    public static SendingLimits Off { get; } = new() { Enabled = false };

    public bool Enabled { get; init; } = true;

    /// <summary>Messages a second over all chats.</summary>
    public int BotPerSecond { get; init; } = 30;

    /// <summary>Messages a second over all chats with <c>allow_paid_broadcast</c>.</summary>
    public int PaidPerSecond { get; init; } = 1000;

    /// <summary>Messages a second in one chat, in the long run.</summary>
    public int ChatPerSecond { get; init; } = 1;

    /// <summary>How many messages one chat takes at once before <see cref="ChatPerSecond"/> bites.</summary>
    public int ChatBurst { get; init; } = 3;

    /// <summary>Messages a minute in one group.</summary>
    public int GroupPerMinute { get; init; } = 20;

    /// <summary>Messages that may wait unsent in one chat with which Telegram is slow.</summary>
    public int ChatUnsent { get; init; } = 310;
}
