using CheckinBot.Simulator.BotApi.Calls;
using CheckinBot.Simulator.BotApi.Lines;
using CheckinBot.Simulator.BotApi.Methods;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace CheckinBot.Simulator.BotApi;

/// <summary><c>/bot&lt;token&gt;/&lt;method&gt;</c> and <c>/file/bot&lt;token&gt;/&lt;path&gt;</c>.</summary>
internal sealed class BotApiEndpoint(World world, BotLines lines, IHostApplicationLifetime lifetime)
{
    private const string Bot = "/bot";
    private const string File = "/file/bot";

    /// <summary>Takes the Bot API's paths and lets all others pass. Tokens hold a colon, which is why this is no route.</summary>
    public static void Use(WebApplication app, World world, BotLines lines)
    {
        var endpoint = new BotApiEndpoint(world, lines, app.Lifetime);
        app.Use((context, next) =>
        {
            var path = context.Request.Path.Value ?? "";
            return path.StartsWith(Bot, StringComparison.Ordinal) ? endpoint.CallAsync(context, path)
                : path.StartsWith(File, StringComparison.Ordinal) ? endpoint.DownloadAsync(context, path)
                : next(context);
        });
    }

    private async Task CallAsync(HttpContext context, string path)
    {
        try
        {
            var (bot, method) = Parse(path, Bot.Length);
            var isPoll = method.Equals("getUpdates", StringComparison.OrdinalIgnoreCase);
            if (!MethodTable.Methods.TryGetValue(method, out var handler) && !isPoll)
            {
                throw new ApiException(404, "Not Found");
            }

            var arguments = await ArgumentReader.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            var call = new BotCall(world, bot, lines.Of(bot), arguments);
            if (isPoll)
            {
                await AnswerPollAsync(context, call).ConfigureAwait(false);
                return;
            }

            object result;
            lock (world.Gate)
            {
                result = handler!(call);
            }

            if (result is Task<object> unsent)
            {
                result = await unsent.WaitAsync(context.RequestAborted).ConfigureAwait(false);
            }

            await WriteAsync(context, 200, SnakeCase.Bytes(new { ok = true, result })).ConfigureAwait(false);
        }
        catch (ApiException refusal)
        {
            await RefuseAsync(context, refusal).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
    }

    private async Task AnswerPollAsync(HttpContext context, BotCall call)
    {
        var stopping = lifetime.ApplicationStopping;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        byte[] updates;
        try
        {
            updates = await UpdateMethods.GetUpdatesAsync(call, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // A poll under way must not hold up the end of the server.
            updates = "[]"u8.ToArray();
        }

        await WriteAsync(context, 200, [.. "{\"ok\":true,\"result\":"u8, .. updates, .. "}"u8]).ConfigureAwait(false);
    }

    private async Task DownloadAsync(HttpContext context, string path)
    {
        try
        {
            var (_, name) = Parse(path, File.Length);
            var file = world.Files.ByPath(name) ?? throw new ApiException(404, "Not Found");
            context.Response.ContentType = "application/octet-stream";
            context.Response.ContentLength = file.Content.Length;
            await context.Response.Body.WriteAsync(file.Content, context.RequestAborted).ConfigureAwait(false);
        }
        catch (ApiException refusal)
        {
            await RefuseAsync(context, refusal).ConfigureAwait(false);
        }
    }

    private (SimBot Bot, string Remainder) Parse(string path, int prefix)
    {
        var slash = path.IndexOf('/', prefix);
        if (slash < 0)
        {
            throw new ApiException(404, "Not Found");
        }

        return world.TryGetBot(path[prefix..slash], out var bot)
            ? (bot, path[(slash + 1)..])
            : throw new ApiException(401, "Unauthorized");
    }

    private static Task RefuseAsync(HttpContext context, ApiException refusal)
    {
        var parameters = refusal.RetryAfter is null && refusal.MigrateToChatId is null
            ? null
            : new { retry_after = refusal.RetryAfter, migrate_to_chat_id = refusal.MigrateToChatId };
        if (refusal.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var body = new { ok = false, error_code = refusal.Code, description = refusal.Message, parameters };
        return WriteAsync(context, refusal.Code, SnakeCase.Bytes(body));
    }

    private static Task WriteAsync(HttpContext context, int status, byte[] body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body).AsTask();
    }
}
