using System.Net.Http.Headers;

namespace CheckinBot.Simulator.Receiving;

/// <summary>Posts a bot's updates to its URL, one after the other, each until it is taken.</summary>
internal sealed class Webhook : IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private readonly UpdateQueue _updates;
    private readonly string _secret;
    private readonly TimeSpan _patience;

    /// <param name="patience">How long an answer may take; the update comes again after it.</param>
    public Webhook(UpdateQueue updates, Uri url, string secret, int maxConnections, TimeSpan patience)
    {
        _patience = patience;
        _stopped = _stopping.Token;
        _updates = updates;
        _secret = secret;
        Url = url;
        MaxConnections = maxConnections;
        _ = Task.Run(RunAsync);
    }

    public Uri Url { get; }

    public int MaxConnections { get; }

    public DateTimeOffset? LastErrorAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>Stops delivering.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var pause = TimeSpan.Zero;
        try
        {
            while (!_stopped.IsCancellationRequested)
            {
                if (_updates.Peek(out var arrived) is not { } next)
                {
                    await arrived.WaitAsync(_stopped).ConfigureAwait(false);
                }
                else if (await DeliverAsync(next.Json).ConfigureAwait(false))
                {
                    _updates.ConfirmUpTo(next.Id);
                    pause = TimeSpan.Zero;
                }
                else
                {
                    pause = pause == TimeSpan.Zero ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
                    // On real time: a demo clock that stands must not hold back what was sent.
                    await Task.Delay(pause, TimeProvider.System, _stopped).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<bool> DeliverAsync(byte[] update)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = new ByteArrayContent(update) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (_secret.Length > 0)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", _secret);
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(_stopped);
        waiting.CancelAfter(_patience);
        try
        {
            using var response = await Http.SendAsync(request, waiting.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode || Failed($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}");
        }
        catch (HttpRequestException e)
        {
            return Failed(e.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Connection failed");
        }
        catch (OperationCanceledException) when (!_stopped.IsCancellationRequested)
        {
            return Failed("Read timeout expired");
        }
    }

    private bool Failed(string reason)
    {
        LastErrorAt = TimeProvider.System.GetUtcNow();
        LastError = reason;
        return false;
    }
}
