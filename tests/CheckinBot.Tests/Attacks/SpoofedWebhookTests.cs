using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Attacks;

/// <summary>Whoever finds the address of the webhook and is not Telegram.</summary>
public sealed class SpoofedWebhookTests
{
    private const string Update = $$"""
        {"update_id":5,"message":{"message_id":9,"date":1772850000,"text":"36.5 没外出","chat":{"id":1001,"type":"private"},"from":{{WebhookDoor.Parent}} } }
        """;

    [Fact]
    public async Task Without_the_secret_or_as_anything_but_a_short_JSON_nothing_is_taken()
    {
        await using var door = await WebhookDoor.Open();
        foreach (var secret in (string?[])[null, "", "a", Worker.Secret[..^1], Worker.Secret + "x", Worker.Secret.ToUpperInvariant(), Worker.Token])
            Assert.Equal(HttpStatusCode.Unauthorized, await door.Knock(Update, secret));
        foreach (var type in (string[])["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml"])
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, await door.Knock(Update, Worker.Secret, type));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await door.Knock(Update + new string(' ', 2 << 20), Worker.Secret));
        foreach (var body in (string[])["", "null", "[]", "7", "{", "{}", "\0", Update[..^4]])
            Assert.Equal(HttpStatusCode.BadRequest, await door.Knock(body, Worker.Secret));
        using (var get = await door.Http.GetAsync(new Uri("/telegram/webhook", UriKind.Relative)))
            Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Equal("0", await door.Worker.Ask("select count(*) from inbox"));

        Assert.Equal(HttpStatusCode.OK, await door.Knock(Update, Worker.Secret));
        Assert.Equal("1", await door.Worker.Ask("select count(*) from check_in"));
    }

    [Fact]
    public async Task While_thousands_wait_for_the_writer_updates_are_sent_back_and_taken_later()
    {
        await using var door = await WebhookDoor.Open();
        var writer = door.Worker.Services.GetRequiredService<Writer>();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var works = Enumerable.Range(0, 2_500).Select(_ => writer.Write(async ValueTask (_) => await gate.Task, default)).ToList();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await door.Knock(Update, Worker.Secret).WaitAsync(TimeSpan.FromSeconds(60)));
        gate.SetResult();
        await Task.WhenAll(works);
        Assert.Equal(HttpStatusCode.OK, await door.Knock(Update, Worker.Secret));
        Assert.Equal("1", await door.Worker.Ask("select count(*) from check_in"));
    }

    [Fact]
    public async Task Who_writes_slowly_is_hung_up_on_and_others_are_served_meanwhile()
    {
        await using var door = await WebhookDoor.Open();
        var head = "POST /telegram/webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + $"X-Telegram-Bot-Api-Secret-Token: {Worker.Secret}\r\nContent-Length: 5000\r\n\r\n";
        var slow = Enumerable.Range(0, 20).Select(_ => HungUp(door.Http.BaseAddress!, head)).ToList();
        slow.Add(HungUp(door.Http.BaseAddress!, "POST /telegram/webhook HTTP/1.1\r\nHost: x\r\nX-Slow: "));
        Assert.Equal(HttpStatusCode.OK, await door.Knock(Update, Worker.Secret));
        foreach (var took in await Task.WhenAll(slow)) Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(40));
        Assert.Equal("1", await door.Worker.Ask("select count(*) from inbox"));
    }

    // A byte a second, until the server ends it.
    private static async Task<TimeSpan> HungUp(Uri address, string begin)
    {
        var watch = Stopwatch.StartNew();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(begin), limit.Token);
        var ended = stream.ReadAsync(new byte[1000], limit.Token).AsTask();
        try
        {
            while (!ended.IsCompleted)
            {
                await stream.WriteAsync(" "u8.ToArray(), limit.Token);
                await Task.WhenAny(ended, Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, limit.Token));
            }

            await ended;
        }
        catch (IOException)
        {
            // Hung up without a word.
        }

        return watch.Elapsed;
    }
}
