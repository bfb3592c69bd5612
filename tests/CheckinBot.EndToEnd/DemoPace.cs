using CheckinBot.Core.Conversations;
using CheckinBot.Core.Shown;
using CheckinBot.Demo;
using CheckinBot.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.EndToEnd;

/// <summary>Lets the demo's day go by at the pace of the machine.</summary>
internal static class DemoPace
{
    /// <summary>Lets the day run to a time. While the worker is behind, the wall clock stands, so that a slow machine plays the same day.</summary>
    public static async Task RunUntil(DemoSession session, TimeOnly time)
    {
        var patience = new Patience(() => State(session));
        while (session.Schedule.TimeOf(session.Time.GetUtcNow()) < time)
        {
            var behind = IsBehind(session);
            if (behind && !session.Time.IsPaused) session.Time.Pause();
            if (!behind && session.Time.IsPaused) session.Time.Resume();
            await patience.Pause();
        }
    }

    /// <summary>Lets the day run to a time and stops the wall clock there, with nothing left to answer or to send.</summary>
    public static async Task StandAt(DemoSession session, TimeOnly time)
    {
        await RunUntil(session, time);
        session.Time.Pause();
        await Patience.Until(() => !IsBehind(session), () => State(session));
    }

    /// <summary>Something is to be answered or to be sent.</summary>
    public static bool IsBehind(DemoSession session)
    {
        var dispatcher = session.Host!.Services.GetRequiredService<Dispatcher>();
        return session.Simulator.PendingUpdates > 0 || Enum.GetValues<Lane>().Any(lane => dispatcher.Depth(lane) > 0);
    }

    /// <summary>What moves while the demo goes on.</summary>
    public static object State(DemoSession session) =>
        (session.World.LastSequence, session.Simulator.PendingUpdates, session.Time.GetUtcNow(), Behind: IsBehind(session));
}
