using System.Globalization;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Json;
using CheckinBot.Simulator.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CheckinBot.Simulator.PageApi;

/// <summary>What the page asks for: <c>/sim/…</c>. Chats are named as in <see cref="ChatView"/>.</summary>
internal static class PageEndpoints
{
    private const int PageOfMessages = 60;

    public static void Map(WebApplication app, World world, PageOffers offers)
    {
        var sim = app.MapGroup("/sim");
        sim.AddEndpointFilter(OnlyFromThisPageAsync).AddEndpointFilter((context, next) => Refusals.UnlessKnownAsync(world, context, next));
        sim.MapGet("/overview", () => Reply(Overview(world, offers)));
        sim.MapGet("/files/{id}", (string id, HttpResponse response) => FileDownload.Of(world.Files.ById(id), response));
        sim.MapGet("/people/{person:long}/chats", (long person) => Reply(ChatsOf(world, person)));
        sim.MapGet("/people/{person:long}/chats/{chat:long}", (long person, long chat, int? before) =>
            Reply(MessagesOf(world, person, chat, before ?? int.MaxValue)));
        sim.MapGet("/people/{person:long}/events", (long person, HttpContext context) =>
            EventStream.WriteAsync(world, offers.Clock, person, context, app.Lifetime.ApplicationStopping));
        ActionEndpoints.Map(sim.MapGroup("").AddEndpointFilter((context, next) => TellOfVisitorAsync(offers.VisitorActs, context, next)), world);
        ClockEndpoints.Map(sim, offers.Clock);
    }

    public static IResult Reply(object value) => Results.Bytes(SnakeCase.Bytes(value), "application/json");

    // Another site open in the same browser must not act here: a changing call carries this page's own origin.
    private static ValueTask<object?> OnlyFromThisPageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        return HttpMethods.IsGet(request.Method) || origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}"
            ? next(context)
            : ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));
    }

    // Looking is not acting: a person whose messages are read goes on living by their own script.
    private static ValueTask<object?> TellOfVisitorAsync(Action<long>? visitorActs, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.RouteValues["person"] is string person && !request.Path.Value!.EndsWith("/read", StringComparison.Ordinal))
        {
            visitorActs?.Invoke(long.Parse(person, CultureInfo.InvariantCulture));
        }

        return next(context);
    }

    private static object Overview(World world, PageOffers offers)
    {
        var guide = offers.Guide?.Invoke() ?? new DemoGuide();
        var about = guide.People.ToDictionary(p => p.UserId, p => p.About);
        return new
        {
            people = world.People.Select(p => new
            {
                p.Id,
                name = p.DisplayName,
                p.Role,
                p.Colour,
                language = p.LanguageCode,
                about = about.GetValueOrDefault(p.Id),
            }),
            guide.Roles,
            suggested = guide.People.Select(p => p.UserId),
            guide.ThingsToTry,
            guide.TimeZone,
            clock = ClockEndpoints.View(offers.Clock),
            reactions = AllowedReactions.All.Take(24),
        };
    }

    private static object ChatsOf(World world, long person)
    {
        lock (world.Gate)
        {
            var viewer = world.User(person);
            return new
            {
                sequence = world.LastSequence.ToString(CultureInfo.InvariantCulture),
                chats = world.Chats(person).Select(c => ChatView.Of(c, viewer)).ToArray(),
            };
        }
    }

    private static object MessagesOf(World world, long person, long chatNumber, int before)
    {
        lock (world.Gate)
        {
            var viewer = world.User(person);
            var chat = world.Resolve(person, chatNumber);
            if (!chat.IsPrivate && !chat.Members.ContainsKey(person))
            {
                throw new UnknownException($"{viewer} was never in the group {chatNumber}.");
            }

            var messages = chat.IsIn(person) ? chat.Before(person, before, PageOfMessages) : [];
            return new
            {
                chat = ChatView.Of(chat, viewer),
                pinned = chat.PinnedId is { } id && chat.Find(id) is { } pinned ? MessageView.Of(pinned, person) : null,
                messages = messages.Select(m => MessageView.Of(m, person)).ToArray(),
                more = messages.Length == PageOfMessages,
            };
        }
    }
}
