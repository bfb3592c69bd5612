using System.Text.Encodings.Web;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CheckinBot.Telegram;

/// <summary>
/// Makes the client of the Telegram.Bot package, set up as both the worker and <c>doctor</c> need it. No exception of it shows the
/// token, and it waits for nothing by itself: the dispatcher knows better what else there is to send meanwhile.
/// </summary>
public static class BotClient
{
    // The package shares one set of options, which can be changed only until it is first used: take it from here, never from the package.
    static BotClient()
    {
        // Chinese text goes out as it is, at half the size of its escapes; this JSON is never put inside a page.
        JsonBotAPI.Options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        // A list in a rich message takes four levels, so fifteen of them pass the 64 that are read by default. The package reads
        // level by level on the stack: 250 fit into 1 MB, which every system gives, and 1000 do not.
        JsonBotAPI.Options.MaxDepth = 250;
    }

    /// <summary>How the JSON of the Bot API is read and written.</summary>
    public static JsonSerializerOptions Json => JsonBotAPI.Options;

    /// <param name="token">The bot's token.</param>
    /// <param name="server">The Bot API server.</param>
    /// <param name="timeout">The longest that a call may take: longer than any long poll.</param>
    /// <param name="network">What carries the calls; null for the network.</param>
    public static TelegramBotClient Create(string token, Uri server, TimeSpan timeout, HttpMessageHandler? network = null)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(server);
        var redaction = new Redaction(token[(token.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        var http = new HttpClient(new Wire(network ?? NewNetwork(), redaction)) { Timeout = timeout };
        var options = new TelegramBotClientOptions(token, server.AbsoluteUri) { RetryThreshold = 0, RetryCount = 1 };
        return new TelegramBotClient(options, http) { ExceptionsParser = redaction };
    }

    /// <summary>A file to be sent. The package writes its name into a header as it is, so what would end the header is escaped here.</summary>
    public static InputFileStream File(Stream content, string name) =>
        new(content, string.Concat(name.Select(letter => char.IsControl(letter) || letter is '"' or '\\' ? Uri.HexEscape(letter) : letter.ToString())));

    private static SocketsHttpHandler NewNetwork() => new()
    {
        // A server that has moved is found again within minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        // Neither is part of the Bot API, and a redirect would carry the token elsewhere.
        AllowAutoRedirect = false,
        UseCookies = false,
        // Nobody reads trace headers at the other end.
        ActivityHeadersPropagator = null,
    };

    private sealed class Wire(HttpMessageHandler network, Redaction redaction) : DelegatingHandler(network)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // A body of unknown length would go in chunks, which not every proxy passes on.
            if (request.Content is { Headers.ContentLength: null } content) await content.LoadIntoBufferAsync(cancellationToken);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (Exception e) when (redaction.IsNeeded(e))
            {
                // Failures name the host and not the path with the token. Should one do so, it is not passed on.
                throw new HttpRequestException(redaction.Of(e.Message));
            }
        }
    }

    private sealed class Redaction(string secret) : IExceptionParser
    {
        public ApiRequestException Parse(ApiResponse apiResponse) => new(Of(apiResponse.Description!), apiResponse.ErrorCode, apiResponse.Parameters);

        public string Of(string text) => text.Replace(secret, "<token>", StringComparison.Ordinal);

        public bool IsNeeded(Exception exception) => exception.ToString().Contains(secret, StringComparison.Ordinal);
    }
}
