namespace Telegram.Bot;

/// <summary>A bot's connection to the Bot API. The calls are extension methods in <see cref="TelegramBotClientExtensions"/>.</summary>
public interface ITelegramBotClient
{
    bool LocalBotServer { get; }

    long BotId { get; }

    /// <summary>The longest that a call may take; longer than any long poll.</summary>
    TimeSpan Timeout { get; set; }

    /// <exception cref="ApiRequestException">Telegram refused the call.</exception>
    /// <exception cref="RequestException">No connection, no answer in time, or one that cannot be read.</exception>
    Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

    /// <summary>False where the token is not accepted.</summary>
    Task<bool> TestApi(CancellationToken cancellationToken = default);

    /// <summary>Fetches a file by the path that getFile told.</summary>
    Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default);

    /// <summary>Fetches a file that getFile told.</summary>
    Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default);
}
