using System.Buffers;

namespace Telegram.Bot;

/// <summary>Which bot, on which server, and how long a call waits where Telegram says "too many requests".</summary>
public class TelegramBotClientOptions
{
    private const string PublicServer = "https://api.telegram.org";

    private static readonly SearchValues<char> SecretCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <param name="token">From @BotFather: <c>123456:ABC-DEF…</c>.</param>
    /// <param name="baseUrl">Another Bot API server; only scheme, host and port are used.</param>
    /// <param name="useTestEnvironment">Telegram's own test servers.</param>
    /// <exception cref="ArgumentException">The token or the address is not of that form. The token is not in the message.</exception>
    public TelegramBotClientOptions(string token, string? baseUrl = default, bool useTestEnvironment = false)
    {
        ArgumentNullException.ThrowIfNull(token);
        var colon = token.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == token.Length - 1
            || !long.TryParse(token.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var botId)
            || token.AsSpan(colon + 1).ContainsAnyExcept(SecretCharacters))
        {
            throw new ArgumentException("A bot token is digits, a colon, and letters, digits, _ or -, as @BotFather gives it", nameof(token));
        }

        var server = PublicServer;
        if (baseUrl is not null)
        {
            if (!Uri.TryCreate(baseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
                throw new ArgumentException("The address of a Bot API server begins with http:// or https://", nameof(baseUrl));
            server = url.GetLeftPart(UriPartial.Authority);
        }

        (Token, BotId, BaseUrl, UseTestEnvironment) = (token, botId, baseUrl, useTestEnvironment);
        var path = useTestEnvironment ? $"bot{token}/test" : $"bot{token}";
        BaseRequestUrl = $"{server}/{path}";
        BaseFileUrl = $"{server}/file/{path}";
    }

    public string Token { get; }

    public string? BaseUrl { get; }

    public bool UseTestEnvironment { get; }

    /// <summary>The bot's own user number: the first part of its token.</summary>
    public long BotId { get; }

    public bool LocalBotServer => BaseUrl is not null;

    /// <summary>Contains the token.</summary>
    public string BaseFileUrl { get; }

    /// <summary>Contains the token.</summary>
    public string BaseRequestUrl { get; }

    /// <summary>A call that is to be repeated after at most so many seconds (429) waits and repeats itself; 0 for never.</summary>
    public int RetryThreshold { get; set; } = 60;

    /// <summary>Attempts in all.</summary>
    public int RetryCount { get; set; } = 3;

    /// <summary>Measures that waiting; for tests.</summary>
    internal TimeProvider Time { get; set; } = TimeProvider.System;
}
