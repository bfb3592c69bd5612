using System.Net;
using System.Net.Sockets;
using System.Text;
using CheckinBot.Benchmarks.Throughput;

namespace CheckinBot.Benchmarks.Crash;

/// <summary>Posts updates as Telegram does: several at once, those of a chat one after the other, each until it is answered 200.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int Lanes = 20;
    private const string Secret = "crash_secret_0123456789";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}/telegram/webhook");

    /// <summary>What the worker is told.</summary>
    public string[] Flags =>
    [
        "--Telegram:Mode=Webhook", $"--Telegram:WebhookUrl={_address}", $"--Telegram:WebhookSecret={Secret}", $"--Http:Urls=http://127.0.0.1:{_address.Port}",
    ];

    /// <summary>Posts all that the feed has and will have, up to a number of them.</summary>
    public Task Post(UpdateFeed feed, CrashPlan plan, CancellationToken cancellationToken) =>
        Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Post(feed, plan, lane, cancellationToken)));

    public void Dispose() => _http.Dispose();

    private async Task Post(UpdateFeed feed, CrashPlan plan, int lane, CancellationToken cancellationToken)
    {
        for (var i = 0; i < plan.Messages; i++)
        {
            if (i % plan.Families % Lanes != lane) continue;
            while (feed.Count <= i) await Task.Delay(5, cancellationToken);
            while (!await IsTaken(feed[i], cancellationToken)) await Task.Delay(20, cancellationToken);
        }
    }

    private async Task<bool> IsTaken(string update, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new StringContent(update, Encoding.UTF8, "application/json") };
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
            using var response = await _http.SendAsync(request, cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It was killed, or has not started yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
