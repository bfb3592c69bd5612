using System.Net;
using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Args;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Telegram.Polling;

/// <summary>
/// Asks for updates, and reads the answer from its bytes where the package cannot read it at all: one update that is nested too deep
/// would make it throw the same batch away for ever.
/// </summary>
internal static class UpdatesAnswer
{
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    public static async Task<ReceivedUpdate[]> Ask(this ITelegramBotClient bot, UpdatesRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await bot.SendRequest(request, cancellationToken);
        }
        catch (RequestException e) when (IsUnreadable(e))
        {
            // Nothing of the batch is confirmed yet, so the same question has the same answer.
            return await AskForBytes(bot, request.WithoutWaiting(), cancellationToken);
        }
    }

    private static async Task<ReceivedUpdate[]> AskForBytes(ITelegramBotClient bot, UpdatesRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = [];
        bot.OnApiResponseReceived += Keep;
        try
        {
            return await bot.SendRequest(request, cancellationToken);
        }
        catch (RequestException e) when (IsUnreadable(e) && Read(bytes) is { } updates)
        {
            return updates;
        }
        finally
        {
            bot.OnApiResponseReceived -= Keep;
        }

        async ValueTask Keep(ITelegramBotClient client, ApiResponseEventArgs answer, CancellationToken cancellationToken)
        {
            if (ReferenceEquals(answer.ApiRequestEventArgs.Request, request))
                bytes = await answer.ResponseMessage.Content.ReadAsByteArrayAsync(cancellationToken);
        }
    }

    private static bool IsUnreadable(RequestException e) => e is { HttpStatusCode: HttpStatusCode.OK, InnerException: not null };

    private static ReceivedUpdate[]? Read(byte[] bytes)
    {
        try
        {
            var updates = JsonElement.Parse(bytes, AnyDepth).GetProperty("result");
            return [.. updates.EnumerateArray().Select(ReceivedUpdate.Of)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // It is no answer of a Bot API server, and the caller tries again later.
            return null;
        }
    }
}
