namespace Telegram.Bot.Types;

/// <summary>A command in the bot's menu.</summary>
public class BotCommand
{
    public BotCommand()
    {
    }

    /// <param name="command">1 to 32 of <c>a-z0-9_</c>, without the slash.</param>
    /// <param name="description">1 to 256 characters.</param>
    public BotCommand(string command, string description) => (Command, Description) = (command, description);

    public string Command { get; set; } = default!;

    public string Description { get; set; } = default!;

    /// <summary>Typed in a group, it is seen by its sender and the bot only (Bot API 10.2).</summary>
    public bool IsEphemeral { get; set; }

    public static implicit operator BotCommand((string text, string description) tuple) => new(tuple.text, tuple.description);
}
