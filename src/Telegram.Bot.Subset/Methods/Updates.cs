namespace Telegram.Bot;

/// <summary>
/// The calls of the Bot API. Any of them fails with <see cref="ApiRequestException"/> (Telegram refused) or
/// <see cref="RequestException"/> (no connection, no answer in time, or one that cannot be read).
/// Name the cancellation token: the package has more parameters before it.
/// </summary>
public static partial class TelegramBotClientExtensions
{
    /// <summary>Updates that are not confirmed yet, oldest first; those with a number below <paramref name="offset"/> are confirmed by it.</summary>
    public static Task<Update[]> GetUpdates(
        this ITelegramBotClient botClient,
        int? offset = default,
        int? limit = default,
        int? timeout = default,
        IEnumerable<UpdateType>? allowedUpdates = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetUpdatesRequest { Offset = offset, Limit = limit, Timeout = timeout, AllowedUpdates = allowedUpdates }, cancellationToken);

    /// <summary>Has updates delivered to an https address on port 443, 80, 88 or 8443.</summary>
    public static Task SetWebhook(
        this ITelegramBotClient botClient,
        string url,
        InputFileStream? certificate = default,
        string? ipAddress = default,
        int? maxConnections = default,
        IEnumerable<UpdateType>? allowedUpdates = default,
        bool dropPendingUpdates = default,
        string? secretToken = default,
        CancellationToken cancellationToken = default) =>
        botClient.SendRequest(
            new SetWebhookRequest
            {
                Url = url,
                Certificate = certificate,
                IpAddress = ipAddress,
                MaxConnections = maxConnections,
                AllowedUpdates = allowedUpdates,
                DropPendingUpdates = dropPendingUpdates,
                SecretToken = secretToken,
            },
            cancellationToken);

    /// <summary>Ends the delivery to an address, so that updates can be polled.</summary>
    public static Task DeleteWebhook(this ITelegramBotClient botClient, bool dropPendingUpdates = default, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new DeleteWebhookRequest { DropPendingUpdates = dropPendingUpdates }, cancellationToken);

    /// <summary>Where updates are delivered, and how that goes.</summary>
    public static Task<WebhookInfo> GetWebhookInfo(this ITelegramBotClient botClient, CancellationToken cancellationToken = default) =>
        botClient.SendRequest(new GetWebhookInfoRequest(), cancellationToken);
}
