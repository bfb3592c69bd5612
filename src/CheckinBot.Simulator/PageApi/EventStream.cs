using System.Globalization;
using System.Text;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Json;
using CheckinBot.Simulator.Visits;
using Microsoft.AspNetCore.Http;

namespace CheckinBot.Simulator.PageApi;

/// <summary>
/// What happens in a person's chats, as server-sent events. Each carries the world's sequence number as its id, so a
/// browser that reconnects continues where it was; when that is too long ago it is told to start afresh.
/// </summary>
internal static class EventStream
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(500);

    public static async Task WriteAsync(World world, IClockControls? clock, long person, HttpContext context, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, cancellationToken);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            using var subscription = world.Subscribe(ResumeFrom(context.Request));
            if (subscription is null)
            {
                await SendAsync(context, "reset", world.LastSequence, new { }, ending.Token).ConfigureAwait(false);
                return;
            }

            await context.Response.WriteAsync("retry: 1000\n\n", ending.Token).ConfigureAwait(false);
            await FollowAsync(world, clock, person, context, subscription, ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task FollowAsync(
        World world,
        IClockControls? clock,
        long person,
        HttpContext context,
        World.Subscription subscription,
        CancellationToken cancellationToken)
    {
        using var ticks = new PeriodicTimer(Tick);
        var tick = ticks.WaitForNextTickAsync(cancellationToken).AsTask();
        var arrival = subscription.Reader.WaitToReadAsync(cancellationToken).AsTask();
        while (true)
        {
            await context.Response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
            await Task.WhenAny(tick, arrival).ConfigureAwait(false);
            if (tick.IsCompleted)
            {
                await tick.ConfigureAwait(false);
                await SendClockAsync(clock, context, cancellationToken).ConfigureAwait(false);
                tick = ticks.WaitForNextTickAsync(cancellationToken).AsTask();
            }

            if (arrival.IsCompleted)
            {
                await arrival.ConfigureAwait(false);
                while (subscription.Reader.TryRead(out var happened))
                {
                    await SendAsync(world, happened, person, context, cancellationToken).ConfigureAwait(false);
                }

                arrival = subscription.Reader.WaitToReadAsync(cancellationToken).AsTask();
            }
        }
    }

    private static async Task SendAsync(World world, WorldEvent happened, long person, HttpContext context, CancellationToken cancellationToken)
    {
        bool isHere;
        lock (world.Gate)
        {
            isHere = happened.Chat.IsIn(person) || happened is WorldEvent.ChatChanged && happened.Chat.Members.ContainsKey(person);
        }

        if (!isHere || !happened.ConcernsPerson(person))
        {
            return;
        }

        var (kind, body) = View(happened, person);
        await SendAsync(context, kind, happened.Sequence, body, cancellationToken).ConfigureAwait(false);
    }

    private static (string Kind, object Body) View(WorldEvent happened, long person)
    {
        var chat = ChatView.NumberOf(happened.Chat);
        return happened switch
        {
            WorldEvent.MessageAdded e => ("added", MessageView.Of(e.Message, person)),
            WorldEvent.MessageChanged e => ("changed", MessageView.Of(e.Message, person)),
            WorldEvent.MessageDeleted e => ("deleted", new { chat, e.Message.Key }),
            WorldEvent.TapAnswered e => ("tap", new { chat, e.Text, e.Alert, e.Url }),
            WorldEvent.ActionShown e => ("action", new { chat, name = e.Bot.DisplayName, e.Action }),
            _ => ("chat", new { chat }),
        };
    }

    // A tick without a clock keeps proxies and the browser from giving the connection up.
    private static Task SendClockAsync(IClockControls? clock, HttpContext context, CancellationToken cancellationToken) =>
        context.Response.WriteAsync(clock is null ? ":\n\n" : $"event: clock\ndata: {Text(ClockEndpoints.View(clock)!)}\n\n", cancellationToken);

    private static Task SendAsync(HttpContext context, string kind, long sequence, object body, CancellationToken cancellationToken)
    {
        var sent = string.Create(CultureInfo.InvariantCulture, $"id: {sequence}\nevent: {kind}\ndata: {Text(body)}\n\n");
        return context.Response.WriteAsync(sent, cancellationToken);
    }

    private static string Text(object body) => Encoding.UTF8.GetString(SnakeCase.Bytes(body));

    private static long? ResumeFrom(HttpRequest request)
    {
        var last = request.Headers["Last-Event-ID"].ToString();
        return long.TryParse(last.Length > 0 ? last : request.Query["after"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : null;
    }
}
