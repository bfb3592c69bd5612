using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CheckinBot.Bots;
using CheckinBot.Configuration;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Receiving;

/// <summary>
/// <c>POST /telegram/webhook</c>: 401 without the secret, 415 where it is no JSON by its own word, 400 where the body is no numbered update,
/// 503 while there is too much to do, the database does not work or receiving has stopped (Telegram delivers again), and 200 only once the
/// update is committed or set aside.
/// </summary>
internal sealed class WebhookEndpoint(UpdateIntake intake, TelegramOptions options, BotIdentity bot)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>With more works than this in the writer's queue, updates are sent back.</summary>
    private const int MostWaiting = 2000;

    // What is nested too deep to be understood is set aside like anything else that cannot be read.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(options.WebhookSecret ?? "");

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<TelegramOptions>().Mode != ReceivingMode.Webhook) return;
        var endpoint = endpoints.ServiceProvider.GetRequiredService<WebhookEndpoint>();
        endpoints.MapPost("/telegram/webhook", (RequestDelegate)endpoint.Receive);
    }

    private async Task Receive(HttpContext context)
    {
        context.Response.StatusCode = await StatusOf(context);
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "1";
    }

    private async Task<int> StatusOf(HttpContext context)
    {
        if (!IsTelegram(context.Request)) return StatusCodes.Status401Unauthorized;
        if (!context.Request.HasJsonContentType()) return StatusCodes.Status415UnsupportedMediaType;
        // Commands name the bot, and its name is not known before Telegram has told it.
        if (bot.UserName.Length == 0 || intake.Backlog > MostWaiting) return StatusCodes.Status503ServiceUnavailable;
        try
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, AnyDepth, context.RequestAborted);
            // What does not even claim to have a number is of no Bot API server.
            var json = body.RootElement;
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("update_id", out _)) return StatusCodes.Status400BadRequest;
            await intake.Take(ReceivedUpdate.Of(json));
            return StatusCodes.Status200OK;
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (Exception e) when (e is ReceivingStoppedException || !DatabaseFault.IsOfTheWork(e))
        {
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    // The time it takes must not tell how much of a guess was right.
    private bool IsTelegram(HttpRequest request) =>
        _secret.Length > 0 && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[SecretHeader].ToString()), _secret);
}
