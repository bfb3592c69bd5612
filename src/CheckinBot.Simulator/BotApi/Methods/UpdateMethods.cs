using CheckinBot.Simulator.BotApi.Calls;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Receiving;

namespace CheckinBot.Simulator.BotApi.Methods;

/// <summary>How a bot takes its updates: by long poll or by webhook.</summary>
internal static class UpdateMethods
{
    private const string EndedByWebhook = "terminated by setWebhook request";

    /// <returns>A JSON array of updates.</returns>
    public static Task<byte[]> GetUpdatesAsync(BotCall call, CancellationToken cancellationToken)
    {
        if (call.Line.Webhook is not null)
        {
            throw new ApiException(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }

        var arguments = call.Arguments;
        if (arguments.Json<string[]>("allowed_updates") is { } kinds)
        {
            call.Line.Updates.Allow(kinds);
        }

        var poll = call.Line.Poll.GetAsync(
            arguments.Int("offset"),
            Math.Clamp(arguments.Int("limit", 100), 1, 100),
            LongPoll.Wait(arguments.Int("timeout")),
            cancellationToken);
        // A webhook set between the question above and the beginning of the poll found no poll to end.
        if (call.Line.Webhook is not null) call.Line.Poll.Abort(EndedByWebhook);
        return poll;
    }

    public static object SetWebhook(BotCall call)
    {
        var url = call.Arguments.Text("url") ?? "";
        if (url.Length == 0)
        {
            return DeleteWebhook(call);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var target) || target.Scheme is not ("https" or "http"))
        {
            throw ApiException.BadRequest("bad webhook: invalid webhook URL specified");
        }

        if (target.Scheme == "http" && !target.IsLoopback)
        {
            throw ApiException.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }

        // On this machine any port will do, as for the server that Telegram gives away to be run by oneself.
        if (!target.IsLoopback && target.Port is not (443 or 80 or 88 or 8443))
        {
            throw ApiException.BadRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }

        var secret = call.Arguments.Text("secret_token") ?? "";
        if (secret.Length > 256 || !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
        {
            throw ApiException.BadRequest("secret token contains unallowed characters");
        }

        Prepare(call);
        call.Line.Webhook = new Webhook(call.Line.Updates, target, secret, call.Arguments.Int("max_connections", 40), call.Line.WebhookPatience);
        call.Line.Poll.Abort(EndedByWebhook);
        return true;
    }

    public static object DeleteWebhook(BotCall call)
    {
        Prepare(call);
        call.Line.Webhook = null;
        return true;
    }

    public static object GetWebhookInfo(BotCall call)
    {
        var webhook = call.Line.Webhook;
        return new
        {
            url = webhook?.Url.ToString() ?? "",
            has_custom_certificate = false,
            pending_update_count = call.Line.Updates.Count,
            last_error_date = webhook?.LastErrorAt?.ToUnixTimeSeconds(),
            last_error_message = webhook?.LastError,
            max_connections = webhook?.MaxConnections,
            allowed_updates = call.Line.Updates.Allowed,
        };
    }

    public static object Nothing(BotCall call) => true;

    private static void Prepare(BotCall call)
    {
        call.Line.Webhook?.Dispose();
        if (call.Arguments.Flag("drop_pending_updates"))
        {
            call.Line.Updates.Clear();
        }

        if (call.Arguments.Json<string[]>("allowed_updates") is { } kinds)
        {
            call.Line.Updates.Allow(kinds);
        }
    }
}
