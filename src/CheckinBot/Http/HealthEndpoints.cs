using CheckinBot.Background;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Http;

/// <summary>
/// <c>/healthz</c>: the process lives. <c>/readyz</c>: database and receiving work; what else has failed for a minute is told below them, and
/// keeps nobody from sending updates here.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var readiness = endpoints.ServiceProvider.GetRequiredService<Readiness>();
        var background = endpoints.ServiceProvider.GetRequiredService<BackgroundWork>();
        endpoints.MapGet("/healthz", (RequestDelegate)(context => context.Response.WriteAsync("ok\n", context.RequestAborted)));
        endpoints.MapGet("/readyz", (RequestDelegate)(context =>
        {
            context.Response.StatusCode = readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            return context.Response.WriteAsync(
                readiness.Describe() + string.Concat(background.Lines().Select(line => line + "\n")), context.RequestAborted);
        }));
    }
}
