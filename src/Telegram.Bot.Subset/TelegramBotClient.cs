using System.Collections.Concurrent;
using System.Net;

namespace Telegram.Bot;

/// <summary>Calls the Bot API over HTTP. Safe for use from many threads; meant to live as long as the program.</summary>
public partial class TelegramBotClient : ITelegramBotClient
{
    // An address per method, because building one costs more than the lookup and there are few methods.
    private readonly ConcurrentDictionary<string, Uri> addresses = new(StringComparer.Ordinal);
    private readonly TelegramBotClientOptions options;
    private readonly HttpClient http;

    /// <param name="options">Which bot, on which server.</param>
    /// <param name="httpClient">The caller's own, or null for one made for many calls at once. One that logs addresses would log the token.</param>
    /// <param name="cancellationToken">Ends all calls.</param>
    public TelegramBotClient(TelegramBotClientOptions options, HttpClient? httpClient = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        http = httpClient ?? NewHttpClient();
        GlobalCancelToken = cancellationToken;
    }

    public TelegramBotClient(string token, HttpClient? httpClient = null, CancellationToken cancellationToken = default)
        : this(new TelegramBotClientOptions(token), httpClient, cancellationToken)
    {
    }

    public string Token => options.Token;

    public long BotId => options.BotId;

    public bool LocalBotServer => options.LocalBotServer;

    public CancellationToken GlobalCancelToken { get; }

    public TimeSpan Timeout
    {
        get => http.Timeout;
        set => http.Timeout = value;
    }

    public virtual async Task<TResponse> SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var linked = Link(ref cancellationToken);
        using var content = request.ToHttpContent();
        // A stream that cannot be rewound would be empty at the second attempt.
        if (content is MultipartContent { Headers.ContentLength: null } && options is { RetryThreshold: > 0, RetryCount: > 1 })
            await content.LoadIntoBufferAsync(cancellationToken);

        var address = addresses.GetOrAdd(request.MethodName, static (method, baseUrl) => new Uri($"{baseUrl}/{method}"), options.BaseRequestUrl);
        for (var attempt = 1; ; attempt++)
        {
            var (status, body) = await Post(request, address, content, cancellationToken);
            if (status == HttpStatusCode.OK)
                return ApiAnswer.Result<TResponse>(request.MethodName, body);
            var refusal = ApiAnswer.Refusal(request.MethodName, status, body);
            if (!IsWaitedFor(refusal, attempt, out var wait))
                throw new ApiRequestException(Redact(refusal.Description!), refusal.ErrorCode, refusal.Parameters);
            await Task.Delay(wait, options.Time, cancellationToken);
        }
    }

    public async Task<bool> TestApi(CancellationToken cancellationToken = default)
    {
        try
        {
            await SendRequest(new GetMeRequest(), cancellationToken);
            return true;
        }
        catch (ApiRequestException refused) when (refused.ErrorCode == 401)
        {
            return false;
        }
    }

    private static HttpClient NewHttpClient() => new(new SocketsHttpHandler
    {
        // A moved server is found again within minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Neither is part of the Bot API, and a redirect would carry the token elsewhere.
        AllowAutoRedirect = false,
        UseCookies = false,
        // Nobody reads trace headers at the other end.
        ActivityHeadersPropagator = null,
    });

    private async Task<(HttpStatusCode Status, byte[] Body)> Post(IRequest request, Uri address, HttpContent? content, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(request.HttpMethod, address) { Content = content };
        try
        {
            // The whole body, so that the client's timeout covers it too.
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseContentRead, cancellationToken);
            return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(request.MethodName, exception);
        }
    }

    private bool IsWaitedFor(ApiResponse refusal, int attempt, out TimeSpan wait)
    {
        wait = TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 0);
        return refusal is { ErrorCode: 429, Parameters.RetryAfter: { } seconds } && seconds <= options.RetryThreshold && attempt < options.RetryCount
            && options.RetryThreshold > 0;
    }

    // Most callers have one token that can be cancelled, and then no third is needed.
    private CancellationTokenSource? Link(ref CancellationToken cancellationToken)
    {
        if (!GlobalCancelToken.CanBeCanceled)
            return null;
        if (!cancellationToken.CanBeCanceled)
        {
            cancellationToken = GlobalCancelToken;
            return null;
        }

        var linked = CancellationTokenSource.CreateLinkedTokenSource(GlobalCancelToken, cancellationToken);
        cancellationToken = linked.Token;
        return linked;
    }
}
