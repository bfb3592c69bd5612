using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CheckinBot.Benchmarks.Throughput;

/// <summary>
/// The least that a worker takes for a Bot API server, over bare sockets, so that little of the machine goes to the
/// measuring: hands out updates, answers every call at once or after a time, and notes each answer.
/// </summary>
internal sealed class BotApiServer : IDisposable
{
    private static readonly byte[] Me = Body("""{"id":777,"is_bot":true,"first_name":"Benchmark","username":"benchmark_bot"}""");
    private static readonly byte[] True = Body("true");
    private static readonly byte[] Sent = Body("""{"message_id":1,"date":1767225600,"chat":{"id":1,"type":"private"},"text":""}""");

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly UpdateFeed _feed;
    private readonly Action<ReadOnlyMemory<byte>> _onSent;
    private readonly TimeSpan _delay;
    private readonly CancellationTokenSource _stop = new();

    public BotApiServer(UpdateFeed feed, Action<ReadOnlyMemory<byte>> onSent, TimeSpan delay)
    {
        (_feed, _onSent, _delay) = (feed, onSent, delay);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(1024);
        _ = Accept();
    }

    /// <summary>Answers a call in its own way, by the name of its method and its body; null where it is answered as ever.</summary>
    public Func<string, string, byte[]?>? Instead { get; init; }

    public string BaseUrl => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}";

    /// <summary>Completes with the first question for updates.</summary>
    public TaskCompletionSource FirstPoll { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the worker has told where updates are to be posted.</summary>
    public TaskCompletionSource WebhookSet { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = Serve(await _listener.AcceptAsync(_stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Serve(Socket socket)
    {
        using var connection = socket;
        socket.NoDelay = true;
        var buffer = new byte[64 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                var (head, body) = Request(buffer.AsSpan(0, filled));
                if (head < 0)
                {
                    var read = await socket.ReceiveAsync(buffer.AsMemory(filled), _stop.Token);
                    if (read == 0) return;
                    filled += read;
                    continue;
                }

                var answer = await Answer(buffer.AsMemory(0, head), buffer.AsMemory(head, body));
                await socket.SendAsync(answer, _stop.Token);
                filled -= head + body;
                buffer.AsSpan(head + body, filled).CopyTo(buffer);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> Answer(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body)
    {
        var line = head.Span[..head.Span.IndexOf((byte)'\r')];
        if (Instead?.Invoke(MethodOf(line), Encoding.UTF8.GetString(body.Span)) is { } other) return other;
        if (line.IndexOf("/getUpdates"u8) >= 0)
        {
            FirstPoll.TrySetResult();
            var wait = TimeSpan.FromSeconds(Number(body.Span, "\"timeout\":"u8));
            return await _feed.Take(Number(body.Span, "\"offset\":"u8), wait, _stop.Token);
        }

        if (line.IndexOf("/setWebhook"u8) >= 0) WebhookSet.TrySetResult();
        var isMessage = line.IndexOf("/sendMessage"u8) >= 0;
        if (!isMessage) return line.IndexOf("/getMe"u8) >= 0 ? Me : line.IndexOf("/editMessage"u8) >= 0 ? Sent : True;
        _onSent(body);
        if (_delay > TimeSpan.Zero) await Task.Delay(_delay, TimeProvider.System, _stop.Token);
        return Sent;
    }

    /// <summary>A whole response around a result.</summary>
    public static byte[] Body(string result) => Response("200 OK", $$"""{"ok":true,"result":{{result}}}""");

    /// <summary>A whole response.</summary>
    public static byte[] Response(string status, string json) => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>The refusal of a call that is to wait.</summary>
    public static byte[] TooMany(long seconds) => Response(
        "429 Too Many Requests",
        $$"""{"ok":false,"error_code":429,"description":"Too Many Requests: retry after {{seconds}}","parameters":{"retry_after":{{seconds}} } }""");

    /// <summary>The number after a key; 0 where there is none.</summary>
    public static long Number(ReadOnlySpan<byte> json, ReadOnlySpan<byte> key)
    {
        var at = json.IndexOf(key);
        if (at < 0) return 0;
        return System.Buffers.Text.Utf8Parser.TryParse(json[(at + key.Length)..], out long value, out _) ? value : 0;
    }

    private static string MethodOf(ReadOnlySpan<byte> line)
    {
        var path = Encoding.ASCII.GetString(line).Split(' ')[1];
        return path[(path.LastIndexOf('/') + 1)..];
    }

    // Where a request has arrived whole: the lengths of its head and its body.
    private static (int Head, int Body) Request(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0) return (-1, 0);
        var head = end + 4;
        var length = (int)Number(received[..head], "Content-Length: "u8);
        return received.Length < head + length ? (-1, 0) : (head, length);
    }
}
