using System.Text.Json;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CsCheck;

namespace CheckinBot.Tests.Digests;

public sealed class DigestTreeTests
{
    private static readonly DigestMoment Moment = new(new DateOnly(2026, 3, 2), "morning", new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)));

    private static readonly Gen<DigestNumbers> Numbers =
        from counts in Gen.Int[0, 50].Array[9]
        select new DigestNumbers
        {
            Expected = counts[0] + counts[1] + counts[2],
            Reported = counts[0],
            Missing = counts[1],
            Exempt = counts[2],
            Normal = counts[3],
            Fever = counts[4],
            Symptomatic = counts[5],
            Travelled = counts[6],
            IsolatedHome = counts[7],
            IsolatedCentral = counts[8],
        };

    // Unit n hangs below one of the units before it: any shape of tree.
    private static readonly Gen<List<UnitCount>> Trees =
        from size in Gen.Int[1, 30]
        from parents in Gen.Int[0, 1000].Array[size]
        from numbers in Numbers.Array[size]
        select Enumerable.Range(0, size)
            .Select(n => new UnitCount(new DigestUnit(n, n == 0 ? null : parents[n] % n, $"u/{n}", UnitKind.Area), numbers[n]))
            .ToList();

    [Fact]
    public void Every_unit_has_the_sum_of_its_own_people_and_of_all_below() => Trees.Sample(counts =>
    {
        var tree = new DigestTree(Moment, counts);
        var ancestors = counts.ToDictionary(count => count.Unit.Id, count => count.Unit.ParentId);
        return counts.All(unit => tree.Totals[unit.Unit.Id] == counts
            .Where(other => IsBelow(other.Unit.Id, unit.Unit.Id))
            .Aggregate(default(DigestNumbers), (sum, other) => sum + other.Own));

        bool IsBelow(long? id, long above) => id is { } at && (at == above || IsBelow(ancestors[at], above));
    });

    [Fact]
    public void A_signature_holds_only_for_the_numbers_that_it_was_given_for()
    {
        var complete = new DigestNumbers { Expected = 2, Reported = 2, Normal = 2 };
        Assert.Equal(ZeroReport.Unsigned, ZeroReportRule.Of(complete, null));
        Assert.Equal(ZeroReport.Signed, Beside(complete));
        Assert.Equal(ZeroReport.Unsigned, Beside(complete with { Normal = 1, Fever = 1 }));
        Assert.Equal(ZeroReport.None, Beside(complete with { Reported = 1, Missing = 1 }));

        ZeroReport Beside(DigestNumbers now) => ZeroReportRule.Of(now, new SignOff(1, 1, complete, "高志红", Moment.At).Against(now, Moment.At));
    }

    [Fact]
    public void The_json_has_the_fields_of_the_contract_at_every_level()
    {
        var counts = new[]
        {
            new UnitCount(new DigestUnit(1, null, "示范县", UnitKind.Area), default),
            new UnitCount(
                new DigestUnit(2, 1, "示范县/一小", UnitKind.School), new DigestNumbers { Expected = 2, Reported = 1, Missing = 1, Fever = 1 }, LikeSymptoms: 3),
        };
        using var json = JsonDocument.Parse(DigestJson.Write(new DigestTree(Moment, counts).Digest(1)!));
        string[] contract =
        [
            "unit", "date", "slot", "expected", "reported", "missing", "exempt", "normal", "fever", "symptomatic", "travelled",
            "keyArea", "isolatedHome", "isolatedCentral", "complete", "zeroReport", "units", "alerts",
        ];
        foreach (var level in new[] { json.RootElement, json.RootElement.GetProperty("units")[0] })
        {
            Assert.Empty(contract.Except(level.EnumerateObject().Select(field => field.Name)));
        }

        Assert.Equal("2026-03-02", json.RootElement.GetProperty("date").GetString());
        Assert.Equal("none", json.RootElement.GetProperty("zeroReport").GetString());
        Assert.Equal(["fever", "cluster"], json.RootElement.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("kind").GetString()));
        Assert.Equal("示范县/一小", json.RootElement.GetProperty("alerts")[0].GetProperty("unit").GetString());
    }

    [Fact]
    public void Classes_are_ordered_as_people_count()
    {
        string[] paths = ["校/10班", "校/2班", "校/1班", "校/甲班", "校/2班/b"];
        Assert.Equal(["校/一年级", "校/二年级", "校/三年级", "校/十年级", "校/十二年级"], new[] { "校/三年级", "校/十二年级", "校/一年级", "校/十年级", "校/二年级" }.Order(UnitPathOrder.Instance));
        Assert.Equal(["校/1班", "校/2班", "校/2班/b", "校/10班", "校/甲班"], paths.Order(UnitPathOrder.Instance));
    }

    [Fact]
    public void Grades_are_ordered_as_people_count_in_words()
    {
        string[] paths = ["一年级", "一年级/1班", "二年级/1班", "二年级/十一班", "三年级/1班", "六年级", "十年级", "初一年级", "初三年级", "附属班"];
        Assert.Equal(paths, paths.Reverse().Order(UnitPathOrder.Instance));
    }
}
