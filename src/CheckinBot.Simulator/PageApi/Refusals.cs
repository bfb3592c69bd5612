using System.Globalization;
using System.Text.Json;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Faults;
using Microsoft.AspNetCore.Http;

namespace CheckinBot.Simulator.PageApi;

/// <summary>How the page is told that something cannot be done: as a plain text with the reason.</summary>
internal static class Refusals
{
    /// <summary>An endpoint's filter: 404 where the path names nobody, a bot in a person's place, or no chat.</summary>
    public static async ValueTask<object?> UnlessKnownAsync(World world, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            var route = context.HttpContext.Request.RouteValues;
            if (Number(route["person"]) is { } person)
            {
                world.CheckPerson(person);
                if (Number(route["chat"]) is { } chat)
                {
                    world.CheckChat(person, chat);
                }
            }

            return await next(context).ConfigureAwait(false);
        }
        catch (UnknownException e)
        {
            return Of(e);
        }
    }

    /// <summary>Whether the exception is the world's or the body's way to refuse, and no fault of the program.</summary>
    public static bool IsRefusal(Exception e) => e is ArgumentException or InvalidOperationException or JsonException;

    /// <summary>404 for what is not there, 400 for the rest.</summary>
    public static IResult Of(Exception refusal) =>
        Results.Text(refusal.Message, statusCode: refusal is UnknownException ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);

    private static long? Number(object? value) => value is string text ? long.Parse(text, CultureInfo.InvariantCulture) : null;
}
