using CheckinBot.Simulator.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CheckinBot.Simulator.PageApi;

/// <summary>The clock panel: <c>/sim/clock/…</c>.</summary>
internal static class ClockEndpoints
{
    private const double Fastest = 3600;

    private sealed record SpeedBody(double Speed);

    public static object? View(IClockControls? clock) => clock is null
        ? null
        : new { now = clock.Now.ToUnixTimeMilliseconds(), clock.Speed, clock.Paused, clock.DayIsOver };

    public static void Map(RouteGroupBuilder sim, IClockControls? clock)
    {
        if (clock is null)
        {
            return;
        }

        Act(sim, "/clock/pause", clock, clock.Pause);
        Act(sim, "/clock/resume", clock, clock.Resume);
        Act(sim, "/clock/jump", clock, clock.JumpToNextEvent);
        sim.MapPost("/clock/speed", (HttpRequest request) => ActionEndpoints.RunAsync<SpeedBody>(request, body =>
        {
            clock.SetSpeed(body.Speed is > 0 and <= Fastest ? body.Speed : throw new ArgumentException($"The speed is above 0 and at most {Fastest}."));
            return View(clock)!;
        }));
    }

    private static void Act(RouteGroupBuilder sim, string path, IClockControls clock, Action act) => sim.MapPost(path, () =>
    {
        act();
        return PageEndpoints.Reply(View(clock)!);
    });
}
