namespace CheckinBot.Configuration;

/// <summary>How updates arrive.</summary>
public enum ReceivingMode
{
    /// <summary>The program asks for them (long poll); works behind any firewall.</summary>
    Polling,

    /// <summary>Telegram posts them to <see cref="TelegramOptions.WebhookUrl"/>.</summary>
    Webhook,
}

/// <summary>The bot, its server, and the official sending limits (https://core.telegram.org/bots/faq, "My bot is hitting limits").</summary>
public sealed record TelegramOptions
{
    /// <summary>The token that BotFather gave; null where it is not set yet.</summary>
    public string? BotToken { get; init; }

    /// <summary>The bot's user name without <c>@</c>, for printed links; null to use what Telegram said at the last start.</summary>
    public string? BotUsername { get; init; }

    /// <summary>The Bot API server.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>Long poll or webhook.</summary>
    public ReceivingMode Mode { get; init; }

    /// <summary>Where Telegram shall post updates; with <see cref="ReceivingMode.Webhook"/> only.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>What Telegram must say in its secret header.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Messages a second over all chats: 30 by Telegram's rule.</summary>
    public int MessagesPerSecond { get; init; }

    /// <summary>Messages a second in one chat: 1, short bursts tolerated.</summary>
    public int MessagesPerSecondPerChat { get; init; }

    /// <summary>Messages a minute in one group: 20.</summary>
    public int MessagesPerMinutePerGroup { get; init; }

    /// <summary>Calls in flight at most.</summary>
    public int ConcurrentCalls { get; init; }

    /// <summary>Seconds between two edits of one group's card.</summary>
    public int CardEditSeconds { get; init; }

    internal static TelegramOptions Read(ConfigurationReader reader)
    {
        var options = new TelegramOptions
        {
            BotToken = reader.OptionalText(
                "Telegram:BotToken", "the token from BotFather, as in 123456789:AAF… (digits, a colon, letters)", IsToken, secret: true),
            BotUsername = reader.OptionalText("Telegram:BotUsername", "the bot's user name without @: 5 to 32 characters of A-Z a-z 0-9 _", IsUserName),
            BaseUrl = new Uri(reader.Text("Telegram:BaseUrl", "https://api.telegram.org", "an http or https address without a path", IsServer)),
            Mode = reader.Choice("Telegram:Mode", ReceivingMode.Polling),
            WebhookUrl = reader.OptionalText("Telegram:WebhookUrl", "an https address that ends in /telegram/webhook", IsWebhook) is { } url
                ? new Uri(url)
                : null,
            WebhookSecret = reader.OptionalText("Telegram:WebhookSecret", "16 to 256 characters of A-Z a-z 0-9 _ -", IsSecret, secret: true),
            MessagesPerSecond = reader.Integer("Telegram:MessagesPerSecond", 30, 1, 1_000_000),
            MessagesPerSecondPerChat = reader.Integer("Telegram:MessagesPerSecondPerChat", 1, 1, 1_000_000),
            MessagesPerMinutePerGroup = reader.Integer("Telegram:MessagesPerMinutePerGroup", 20, 1, 1_000_000),
            ConcurrentCalls = reader.Integer("Telegram:ConcurrentCalls", 400, 1, 10_000),
            CardEditSeconds = reader.Integer("Telegram:CardEditSeconds", 5, 0, 3600),
        };
        if (options.Mode == ReceivingMode.Webhook && options.WebhookUrl is null)
            throw BadConfigurationException.NotAllowed(
                "Telegram:WebhookUrl", "", "Telegram:Mode = Webhook needs the public https address that ends in /telegram/webhook");
        if (options.Mode == ReceivingMode.Webhook && options.WebhookSecret is null)
            throw BadConfigurationException.NotAllowed(
                "Telegram:WebhookSecret", "", "Telegram:Mode = Webhook needs a secret of 16 to 256 characters of A-Z a-z 0-9 _ -");
        return options;
    }

    private static bool IsToken(string text) =>
        text.IndexOf(':') is > 0 and var colon
        && colon < text.Length - 1
        && long.TryParse(text.AsSpan(0, colon), System.Globalization.NumberStyles.None, null, out _)
        && text.AsSpan(colon + 1).IndexOfAnyExcept(TokenCharacters) < 0;

    private static bool IsUserName(string text) =>
        text.Length is >= 5 and <= 32 && text.AsSpan().IndexOfAnyExcept(TokenCharacters) < 0 && !text.Contains('-', StringComparison.Ordinal);

    private static bool IsServer(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/";

    private static bool IsWebhook(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.AbsolutePath.EndsWith("/telegram/webhook", StringComparison.Ordinal)
        && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));

    private static bool IsSecret(string text) => text.Length is >= 16 and <= 256 && text.AsSpan().IndexOfAnyExcept(TokenCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> TokenCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
}
