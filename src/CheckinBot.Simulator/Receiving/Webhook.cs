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
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationToken stopped;
    private readonly UpdateQueue updates;
    private readonly string secret;
    private readonly TimeSpan patience;

    /// <param name="patience">How long an answer may take; the update comes again after it.</param>
    public Webhook(UpdateQueue updates, Uri url, string secret, int maxConnections, TimeSpan patience)
    {
        this.patience = patience;
        stopped = stopping.Token;
        this.updates = updates;
        this.secret = secret;
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
        stopping.Cancel();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var pause = TimeSpan.Zero;
        try
        {
            while (!stopped.IsCancellationRequested)
            {
                if (updates.Peek(out var arrived) is not { } next)
                {
                    await arrived.WaitAsync(stopped).ConfigureAwait(false);
                }
                else if (await DeliverAsync(next.Json).ConfigureAwait(false))
                {
                    updates.ConfirmUpTo(next.Id);
                    pause = TimeSpan.Zero;
                }
                else
                {
                    pause = pause == TimeSpan.Zero ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
                    // On real time: a demo clock that stands must not hold back what was sent.
                    await Task.Delay(pause, TimeProvider.System, stopped).ConfigureAwait(false);
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
        if (secret.Length > 0)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stopped);
        waiting.CancelAfter(patience);
        try
        {
            using var response = await Http.SendAsync(request, waiting.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode || Failed($"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}");
        }
        catch (HttpRequestException e)
        {
            return Failed(e.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Connection failed");
        }
        catch (OperationCanceledException) when (!stopped.IsCancellationRequested)
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
