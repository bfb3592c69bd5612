using CheckinBot.Background;
using CheckinBot.Core.CheckIns;
using CheckinBot.Signatures;
using CheckinBot.Tests.Jobs;
using CheckinBot.Workers;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Signatures;

/// <summary>A worker that ends between an answer and the look whether a report has become complete by it.</summary>
public sealed class CompletionRestartTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task What_was_told_since_the_last_worker_was_seen_is_looked_at_and_nothing_before_it()
    {
        await using var school = await At("2026-03-02 07:00");
        await school.Answer(Li, new CheckInAnswer { TemperatureTenths = 365 }, Monday);
        school.Time.Advance(TimeSpan.FromMinutes(30));
        await school.Answer(Ming, new CheckInAnswer { TemperatureTenths = 365 }, Monday);

        var watch = new CompletionWatch();
        using var worker = new WorkerIdentity { EarlierSeenAt = school.Time.GetUtcNow() };
        using var restart = new CompletionRestart(watch, worker, school.Database, school.Services.GetRequiredService<BackgroundWork>());
        await restart.StartAsync(default);
        await restart.ExecuteTask!;
        Assert.Equal([3], watch.Take().Select(told => told.UnitId));
    }
}
