using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Sending;

public sealed class StoppingTests
{
    [Fact]
    public async Task Sending_stops_though_nobody_answers_and_the_school_clock_stands_still()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 08:00");
        await school.Services.GetRequiredService<Writer>().Write(
            session => school.Services.GetRequiredService<Outbox>().Send(session, new OutgoingMessage(ScheduledSchool.MotherOfLi, "x"), default), default);
        var dispatcher = school.Services.GetRequiredService<Dispatcher>();
        Assert.Equal(1, dispatcher.Depth(Lane.Answers));

        await dispatcher.Stop(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Single(await school.NewlySent());
    }
}
