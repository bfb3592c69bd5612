using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using CheckinBot.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Telegram.Bot;

namespace CheckinBot.Tests.Telegram;

/// <summary>A call as it came over the wire; the body is given byte for byte as Latin-1.</summary>
internal sealed record ReceivedCall(string Verb, string Path, string? ContentType, long? ContentLength, string Body)
{
    /// <summary>The names of its headers.</summary>
    public required IReadOnlyCollection<string> Headers { get; init; }

    public string Method => Path[(Path.LastIndexOf('/') + 1)..];

    public string Utf8Body => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(Body));

    /// <summary>The body is this JSON, in whatever order.</summary>
    public void HasParameters(string json) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Utf8Body)), $"{Method} was called with {Utf8Body} instead of {json}");
}

/// <summary>What the server says: a status, a body and an optional header, or nothing until the caller goes away.</summary>
internal sealed record Reply(int Status, string Body, bool Never = false)
{
    public const string MessageResult = """{"message_id":7,"date":1767225600,"chat":{"id":-5,"type":"group","title":"1"}}""";

    public (string Name, string Value)? Header { get; init; }

    public static Reply Ok(string result) => new(200, $$"""{"ok":true,"result":{{result}}}""");

    public static Reply Refused(int code, string description, string? parameters = null) =>
        new(code, $$"""{"ok":false,"error_code":{{code}},"description":"{{description}}"{{(parameters is null ? "" : $",\"parameters\":{parameters}")}}}""");

    public static Reply Silence() => new(0, "", Never: true);
}

/// <summary>A server on a free port of this machine that answers as a test says and remembers what it was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    public const string Token = "123456:SECRET-token_x";

    private readonly WebApplication _app;

    private ScriptedServer(Func<ReceivedCall, Reply> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            var call = new ReceivedCall(
                context.Request.Method, context.Request.Path, context.Request.ContentType, context.Request.ContentLength, await reader.ReadToEndAsync())
            {
                Headers = [.. context.Request.Headers.Keys],
            };
            Calls.Enqueue(call);
            var reply = answer(call);
            if (reply.Never)
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            if (reply.Header is var (name, value))
                context.Response.Headers.Append(name, value);
            context.Response.StatusCode = reply.Never ? 500 : reply.Status;
            await context.Response.WriteAsync(reply.Body);
        });
    }

    public ConcurrentQueue<ReceivedCall> Calls { get; } = new();

    public string Url => _app.Urls.Single();

    public ReceivedCall Only => Assert.Single(Calls);

    public static async Task<ScriptedServer> Start(Func<ReceivedCall, Reply> answer)
    {
        var server = new ScriptedServer(answer);
        await server._app.StartAsync();
        return server;
    }

    public static Task<ScriptedServer> Answering(string result) => Start(_ => Reply.Ok(result));

    /// <summary>The client as the worker makes it.</summary>
    public TelegramBotClient Bot(TimeSpan? timeout = null) => BotClient.Create(Token, new Uri(Url), timeout ?? TimeSpan.FromSeconds(100));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
