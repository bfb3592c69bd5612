namespace CheckinBot.Telegram.Ephemeral;

/// <summary>What a call has shown about ephemeral messages, which one person alone sees in a group.</summary>
public enum EphemeralSupport
{
    /// <summary>The server showed the text to one person: the feature may be used.</summary>
    Proven,

    /// <summary>The server does not know the feature: it posted the text for all to see, and that was removed. Use the private chat.</summary>
    Absent,

    /// <summary>The server refused this message: the bot is no administrator and the 15 s are over, or the person is no member. Nothing is proven.</summary>
    Refused,
}
