using System.Globalization;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Demo;

/// <summary>Says on the console where to look, and a line at each turn of the school day.</summary>
internal sealed class DemoConsole(DemoSession session, TextWriter console)
{
    /// <summary>How long after an event its outcome is told: the messages must be out.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromSeconds(90);

    public async Task Welcome()
    {
        var county = session.County;
        var size = $"{county.Schools.Count} schools, {county.Classes.Count} classes, {county.Pupils.Count()} pupils, {county.Staff.Count} staff";
        await console.WriteLineAsync($"""

            CheckinBot demo: {county.Path}, {size}.

              Open {session.Simulator.BaseUrl} in a browser.

              1. Watch a class group: the card fills up as families answer, no name or reading is shown.
              2. Take the place of a parent and send 36.5 - or 63.5, or 38.2, or a photo.
              3. Take the place of a class teacher: who is missing? Nudge them with one tap, or /report for one.
              4. Take the place of the county official and ask for /digest.
              The page has more to try, and the clock: pause, speed, jump to the next event.

            Ctrl-C ends the demo.

            """);
    }

    /// <summary>A line an event until cancelled.</summary>
    public async Task Follow(CancellationToken cancellationToken)
    {
        var after = session.Time.GetUtcNow();
        var told = false;
        while (session.Schedule.NextEvent(after) is { } next)
        {
            while (session.Time.GetUtcNow() < next.At + Afterwards)
            {
                if (!told && session.Time.IsPaused && session.Schedule.TimeOf(session.Time.GetUtcNow()) >= SchoolClock.Ends)
                {
                    told = true;
                    await Say(
                        SchoolClock.Ends,
                        "the school day is over and the clock stands still. Everything goes on being usable; "
                        + "let the clock run on the page and the next day comes.");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
            }

            foreach (var happened in Together(next)) await Say(happened.LocalTime, await Describe(happened, cancellationToken));
            after = next.At;
        }
    }

    /// <summary>Several things may be due at one instant. There is one office above the schools, so only the first step up reaches anybody.</summary>
    private IEnumerable<SchoolDayEvent> Together(SchoolDayEvent next)
    {
        var events = session.Schedule.EventsOf(next.Day);
        var up = events.FirstOrDefault(one => one.Kind == SchoolDayEventKind.EscalateUp);
        return events.Where(one => one.At == next.At && (one.Kind != SchoolDayEventKind.EscalateUp || one == up));
    }

    private async Task<string> Describe(SchoolDayEvent happened, CancellationToken cancellationToken)
    {
        var numbers = await CountyNumbers.Describe(session, happened.Day, cancellationToken);
        return happened.Kind switch
        {
            SchoolDayEventKind.Open => $"the day's card is in {session.Groups.Count} class groups",
            SchoolDayEventKind.Remind => $"families that have not answered are reminded ({numbers})",
            SchoolDayEventKind.Ping => $"class teachers hear who is missing ({numbers})",
            SchoolDayEventKind.Escalate => $"school officers hear which classes are not complete ({numbers})",
            SchoolDayEventKind.SignOff => "schools that are complete and have not signed are told",
            SchoolDayEventKind.SignOffAbove => "the county hears which schools have not signed",
            SchoolDayEventKind.EscalateUp => $"the county hears which schools are not complete ({numbers})",
            SchoolDayEventKind.Digest => $"digests go up the line: {numbers}",
            _ => "the day is closed",
        };
    }

    private Task Say(TimeOnly at, string text) =>
        console.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {at:HH\\:mm}  {text}"));
}
