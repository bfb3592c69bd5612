using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Rules;
using CheckinBot.Demo.History;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;

namespace CheckinBot.Tests.Demo;

/// <summary>The days before the demo's own, recounted from the story by hand.</summary>
public sealed class FortnightTests(PlayedDatabase played) : IClassFixture<PlayedDatabase>
{
    private const string Slot = CheckInWindow.Morning;
    private const string County = "示范县";
    private const string Primary = "示范县/第一小学";
    private const string Coughing = "示范县/第一小学/三年级/2班";

    [Fact]
    public void It_is_the_thirteen_school_days_before_without_the_weekends()
    {
        DateOnly[] expected =
        [
            new(2026, 2, 11), new(2026, 2, 12), new(2026, 2, 13),
            new(2026, 2, 16), new(2026, 2, 17), new(2026, 2, 18), new(2026, 2, 19), new(2026, 2, 20),
            new(2026, 2, 23), new(2026, 2, 24), new(2026, 2, 25), new(2026, 2, 26), new(2026, 2, 27),
        ];
        Assert.Equal(expected, played.Days);
    }

    // 171 are asked: 160 pupils and 11 of staff.
    [Theory]
    [InlineData(0, 163, 8, 0, 0, 0)]
    [InlineData(1, 165, 6, 0, 0, 0)]
    [InlineData(2, 168, 3, 0, 0, 1)]
    [InlineData(3, 165, 5, 1, 0, 1)]
    [InlineData(4, 169, 2, 0, 0, 0)]
    [InlineData(5, 170, 1, 0, 1, 1)]
    [InlineData(6, 168, 2, 1, 3, 3)]
    [InlineData(7, 168, 0, 3, 5, 5)]
    [InlineData(8, 163, 4, 4, 4, 5)]
    [InlineData(9, 166, 1, 4, 1, 3)]
    [InlineData(10, 170, 0, 1, 0, 1)]
    [InlineData(11, 170, 1, 0, 2, 1)]
    [InlineData(12, 169, 0, 2, 1, 3)]
    public async Task Each_day_has_the_numbers_of_the_story(int index, int reported, int missing, int exempt, int fever, int symptomatic)
    {
        var numbers = (await Snapshot(County, index)).Numbers;
        Assert.Equal((171, reported, missing, exempt, fever, symptomatic), Counts(numbers));
        Assert.Equal(0, numbers.ExemptWithoutReason);
    }

    [Fact]
    public async Task In_one_class_a_cough_rises_to_five_and_is_over_before_the_demo_begins()
    {
        var ill = new List<int>();
        for (var index = 0; index < Story.Days; index++) ill.Add((await Snapshot(Coughing, index)).Numbers.UnderFollowUp);
        Assert.Equal([0, 0, 0, 0, 0, 1, 3, 5, 4, 2, 1, 0, 0], ill);
    }

    [Fact]
    public async Task The_cluster_and_the_influenza_have_fired_once_and_were_taken_on()
    {
        await using var session = await played.Database.OpenRead(default);
        var firings = await new FiringStore(session).Under(await UnitId(Primary), played.Days[0], default);
        Assert.Equal(["class_cluster_1day", "infectious_or_suspected"], firings.Select(firing => firing.RuleId).Order(StringComparer.Ordinal));
        Assert.All(firings, firing => Assert.NotNull(firing.AcknowledgedAt));
        Assert.All(firings, firing => Assert.Null(firing.WithdrawnAt));
        var cluster = firings.Single(firing => firing.Kind == RuleKind.LikeSymptoms);
        Assert.Equal((played.Days[6], played.Days[8], 6), (cluster.FirstDay, cluster.LastDay, cluster.Pupils.Count));
    }

    [Fact]
    public async Task Nothing_that_has_fired_is_on_the_demo_days_digest() =>
        Assert.Empty(await Under(County, PlayedDatabase.Monday));

    [Fact]
    public async Task The_county_has_signed_when_everybody_had_answered()
    {
        var signed = new List<int>();
        for (var index = 0; index < Story.Days; index++)
        {
            if (await SignOffOf(County, index) is { OutdatedAt: null }) signed.Add(index);
        }

        Assert.Equal([7, 10, 12], signed);
    }

    [Fact]
    public async Task A_child_fetched_at_noon_makes_the_school_sign_again()
    {
        var signature = (await SignOffOf(Primary, 11))!;
        Assert.Null(signature.OutdatedAt);
        Assert.Equal(3, signature.Revision);
        Assert.Equal(1, signature.Numbers.Fever);
        Assert.Equal(new TimeOnly(13, 10), played.Schedule.TimeOf(signature.At));
    }

    [Fact]
    public async Task Whoever_has_a_temperature_has_answered_travel_too()
    {
        const string Sql = "select count(*) from check_in where is_current and temperature_tenths is not null and travel = 'unknown'";
        await using var session = await played.Database.OpenRead(default);
        Assert.Equal(0, await session.QuerySingle<int>(Sql, null, default));
    }

    [Fact]
    public async Task Each_day_is_closed_so_that_the_worker_finds_nothing_left_to_do()
    {
        await using var session = await played.Database.OpenRead(default);
        Assert.Equal(9, (await new JobRunStore(session).Done(played.Days[^1], Slot, "close", default)).Count);
    }

    private static (int, int, int, int, int, int) Counts(DigestNumbers n) => (n.Expected, n.Reported, n.Missing, n.Exempt, n.Fever, n.Symptomatic);

    private async Task<Digest> Snapshot(string path, int index)
    {
        await using var session = await played.Database.OpenRead(default);
        var unit = (await new UnitStore(session).FindByPath(path, default))!;
        return (await new SnapshotStore(session).Last(new DigestUnit(unit.Id, unit.ParentId, unit.Path, unit.Kind), played.Days[index], Slot, default))!;
    }

    private async Task<SignOff?> SignOffOf(string path, int index)
    {
        await using var session = await played.Database.OpenRead(default);
        return await new SignOffStore(session).Of(await UnitId(path), played.Days[index], Slot, default);
    }

    private async Task<IReadOnlyList<Firing>> Under(string path, DateOnly since)
    {
        await using var session = await played.Database.OpenRead(default);
        return await new FiringStore(session).Under(await UnitId(path), since, default);
    }

    private async Task<long> UnitId(string path)
    {
        await using var session = await played.Database.OpenRead(default);
        return (await new UnitStore(session).FindByPath(path, default))!.Id;
    }
}
