using CheckinBot.Digests;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Digests;

/// <summary>The digest that a worker makes for nobody at its start.</summary>
public sealed class DigestWarmUpTests
{
    [Fact]
    public async Task It_runs_through_a_whole_digest_and_leaves_nothing_behind()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 09:45");
        await school.Services.GetRequiredService<DigestWarmUp>().Run(default);
        Assert.Empty(await school.NewlySent());
        Assert.Equal(
            0, await school.Read(session => session.QuerySingle<long>("select (select count(*) from digest) + (select count(*) from outbox)", null, default)));
    }

    [Fact]
    public async Task Where_there_is_no_school_yet_it_does_nothing()
    {
        await using var school = await ScheduledSchool.At("2026-03-02 09:45");
        await school.Write(session => session.Execute("update unit set kind = 'area' where kind = 'school'", null, default));
        await school.Services.GetRequiredService<DigestWarmUp>().Run(default);
        Assert.Empty(await school.NewlySent());
    }
}
