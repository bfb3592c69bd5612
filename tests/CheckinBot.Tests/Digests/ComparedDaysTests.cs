using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Digests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Digests;

/// <summary>A morning in progress is compared with the other day as that one stood at the same time, and never with a finished day.</summary>
public sealed class ComparedDaysTests
{
    private static readonly CheckInAnswer Well = new() { TemperatureTenths = 365, Travel = Travel.No };

    private static readonly DateOnly Monday = new(2026, 3, 2), Tuesday = Monday.AddDays(1);

    [Fact]
    public async Task Nothing_is_compared_before_the_first_cut_off()
    {
        await using var school = await AfterMonday();
        await school.RunAt("2026-03-03 08:10");
        await school.Answer(Ming, Well, Tuesday);
        Assert.DoesNotContain("上一上学日", await Digest(school, Tuesday), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cut_off_is_compared_with_the_same_cut_off_of_the_day_before()
    {
        await using var school = await AfterMonday();
        await school.RunAt("2026-03-03 08:10");
        await school.Answer(Ming, Well, Tuesday);
        await school.Answer(Hong, Well, Tuesday);
        await school.RunAt("2026-03-03 09:30");
        // On Monday one of three had answered by then, and all of them at the end.
        Assert.Contains("较上一上学日：未报 −1", await Digest(school, Tuesday), StringComparison.Ordinal);
        await school.RunAt("2026-03-03 17:00");
        Assert.Contains("较上一上学日：未报 +1", await Digest(school, Tuesday), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_over_is_compared_with_the_whole_day_before()
    {
        await using var school = await AfterMonday();
        await school.RunAt("2026-03-03 08:10");
        await school.Answer(Ming, Well, Tuesday);
        await school.RunAt("2026-03-03 17:00");
        await school.RunAt("2026-03-04 07:00");
        Assert.Contains("较上一上学日：未报 +2", await Digest(school, Tuesday), StringComparison.Ordinal);
    }

    private static async Task<ScheduledSchool> AfterMonday()
    {
        var school = await ScheduledSchool.At("2026-03-02 07:00");
        await school.Answer(Ming, Well, Monday);
        await school.RunAt("2026-03-02 09:30");
        await school.Answer(Hong, Well, Monday);
        await school.Answer(Li, Well, Monday);
        await school.RunAt("2026-03-02 17:00");
        return school;
    }

    private static Task<string> Digest(ScheduledSchool school, DateOnly day) => school.Read(async session =>
    {
        var county = (await new UnitStore(session).Find(1, default))!;
        var view = await school.Services.GetRequiredService<DigestReader>().View(session, county, day, null, recount: true, default);
        return DigestText.ForOfficial(view, Language.ZhHans);
    });
}
