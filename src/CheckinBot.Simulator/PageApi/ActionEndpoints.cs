using System.Text.Json;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Files;
using CheckinBot.Simulator.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CheckinBot.Simulator.PageApi;

/// <summary>What a visitor does in a person's place.</summary>
internal static class ActionEndpoints
{
    private sealed record TextBody(string Text, int? ReplyTo);

    private sealed record PressBody(int Key, string Button);

    private sealed record ReactBody(int Key, string? Emoji);

    private sealed record EditBody(int Key, string Text);

    private sealed record ReadBody(int Key);

    private sealed record StartBody(string Bot, string? Payload);

    private sealed record BlockBody(bool Blocked);

    public static void Map(RouteGroupBuilder sim, World world)
    {
        var chat = sim.MapGroup("/people/{person:long}/chats/{chat:long}");
        Post<TextBody>(chat, world, "/text", (person, number, body) =>
        {
            if (string.IsNullOrWhiteSpace(body.Text))
            {
                throw new ArgumentException("A text is needed.");
            }

            var target = world.Resolve(person, number);
            return MessageView.Of(world.SendText(person, target, body.Text, body.ReplyTo is { } key ? target.At(key) : null), person);
        });
        Post<PressBody>(chat, world, "/press", (person, number, body) =>
            new { query = world.Press(person, Message(world, person, number, body.Key), body.Button) });
        Post<ReactBody>(chat, world, "/react", (person, number, body) =>
            Done(() => world.React(person, number, Message(world, person, number, body.Key).Id, body.Emoji)));
        Post<EditBody>(chat, world, "/edit", (person, number, body) =>
            MessageView.Of(world.Edit(person, number, Message(world, person, number, body.Key).Id, body.Text), person));
        Post<ReadBody>(chat, world, "/read", (person, number, body) => Done(() => world.MarkRead(person, number, body.Key)));
        Post<BlockBody>(chat, world, "/block", (person, number, body) => Done(() =>
        {
            if (body.Blocked)
            {
                world.Block(person, number);
            }
            else
            {
                world.Unblock(person, number);
            }
        }));
        chat.MapPost("/file", (long person, long chat, string name, string? caption, HttpRequest request) =>
            UploadAsync(world, person, chat, name, caption, request));
        sim.MapPost("/people/{person:long}/start", (long person, HttpRequest request) => RunAsync<StartBody>(request, body =>
        {
            var bot = world.BotByUsername(body.Bot) ?? throw new UnknownException($"There is no bot {body.Bot}.");
            return MessageView.Of(world.Start(person, body.Payload, bot.Id), person);
        }));
    }

    /// <summary>Runs an action; what the world refuses is answered with the reason.</summary>
    public static async Task<IResult> RunAsync<T>(HttpRequest request, Func<T, object> act)
        where T : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync<T>(request.Body, SnakeCase.Options, request.HttpContext.RequestAborted).ConfigureAwait(false);
            return PageEndpoints.Reply(act(body ?? throw new ArgumentException("A body is needed.")));
        }
        catch (Exception e) when (Refusals.IsRefusal(e))
        {
            return Refusals.Of(e);
        }
    }

    private static void Post<T>(RouteGroupBuilder chats, World world, string path, Func<long, long, T, object> act)
        where T : class =>
        chats.MapPost(path, (long person, long chat, HttpRequest request) => RunAsync<T>(request, body =>
        {
            lock (world.Gate)
            {
                return act(person, chat, body);
            }
        }));

    private static async Task<IResult> UploadAsync(World world, long person, long chat, string name, string? caption, HttpRequest request)
    {
        const int largest = 50 << 20;
        using var content = new MemoryStream();
        await request.Body.CopyToAsync(content, request.HttpContext.RequestAborted).ConfigureAwait(false);
        if (content.Length is 0 or > largest)
        {
            return Results.Text("A file of 1 byte to 50 MB is needed.", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            var bytes = content.ToArray();
            var text = string.IsNullOrWhiteSpace(caption) ? null : caption;
            var message = PictureSize.Read(bytes).Width > 0
                ? world.SendPhoto(person, chat, bytes, text)
                : world.SendDocument(person, chat, name, bytes, mimeType: null, text);
            return PageEndpoints.Reply(MessageView.Of(message, person));
        }
        catch (Exception e) when (Refusals.IsRefusal(e))
        {
            return Refusals.Of(e);
        }
    }

    private static SimMessage Message(World world, long person, long number, int key) =>
        world.Resolve(person, number).At(key) is { } message && message.IsVisibleTo(person)
            ? message
            : throw new InvalidOperationException("The message is gone.");

    private static object Done(Action act)
    {
        act();
        return new { ok = true };
    }
}
