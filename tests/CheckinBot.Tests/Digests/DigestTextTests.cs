using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Tests.Digests;

public sealed class DigestTextTests
{
    private static readonly DigestMoment Moment = new(new DateOnly(2026, 3, 2), "morning", new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)));

    [Fact]
    public void A_class_teacher_reads_coverage_health_changes_and_the_missing_by_name()
    {
        var before = new DigestNumbers { Expected = 45, Reported = 40, Missing = 5, Normal = 40 };
        var now = new DigestNumbers { Expected = 45, Reported = 41, Missing = 3, Exempt = 1, Normal = 39, Fever = 1, Symptomatic = 1, Travelled = 2, KeyArea = 1 };
        var digest = Class(now, before);
        Assert.Equal(
            """
            📋 三年级 1班 · 3月2日 · 截至 09:30
            应报 45 · 已报 41 · 免报 1 · 未报 3（93%）
            正常 39 · 发热 1 · 有症状 1
            外出 2（重点地区 1）· 居家隔离 0 · 集中隔离 0
            比上一上学日：已报 +1、未报 −2、免报 +1、发热 +1、有症状 +1、外出 +2
            ⏳ 日报告：还有 3 人未报，不能报
            未报：王小明、李雷、韩梅梅
            🌡 1班　发热 1 人
            📍 1班　到过重点地区 1 人
            """.ReplaceLineEndings("\n"),
            DigestText.ForClassTeacher(digest, ["王小明", "李雷", "韩梅梅"], Language.ZhHans));
    }

    [Fact]
    public void A_class_group_reads_counts_and_what_to_do()
    {
        var digest = Class(new DigestNumbers { Expected = 45, Reported = 44, Missing = 1, Normal = 44 }, null);
        Assert.Equal(
            """
            📋 三年级 1班 · 2 March · as of 09:30
            45 expected · 44 reported · 0 exempt · 1 missing (97%)
            44 well · 0 with fever · 0 with symptoms
            0 travelled (0 to key areas) · quarantine: 0 at home, 0 in a centre
            ⏳ Zero report: not possible yet, 1 missing
            If you have not reported yet, just send me a temperature in private.
            """.ReplaceLineEndings("\n"),
            DigestText.ForGroup(digest, Language.En));
    }

    [Fact]
    public void Who_is_exempt_without_a_reason_stands_in_the_way_of_a_zero_report()
    {
        var digest = Class(new DigestNumbers { Expected = 45, Reported = 44, Exempt = 1, ExemptWithoutReason = 1, Normal = 44 }, null);
        Assert.Equal(ZeroReport.None, digest.ZeroReport);
        Assert.Contains("零報告：1 人免報原因不明，不能報", DigestText.ForOfficial(digest, Language.ZhHant), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.ZhHans)]
    [InlineData(Language.ZhHant)]
    [InlineData(Language.En)]
    public void A_school_of_two_thousand_fits_one_phone_screen(Language language)
    {
        var text = DigestText.ForOfficial(School(classes: 45), language);

        // A phone shows about 24 lines of 22 full-width characters.
        var lines = text.Split('\n').Sum(line => (line.Sum(c => c < 0x2000 ? 1 : 2) + 43) / 44);
        Assert.InRange(lines, 8, 24);
        Assert.Contains("一年级/19班", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_school_with_grades_lists_its_classes_and_its_own_staff()
    {
        var text = DigestText.ForOfficial(School(classes: 3), Language.ZhHans);
        Assert.Contains("未报齐 4/4：", text, StringComparison.Ordinal);
        Assert.Contains("· 一年级/3班　未报 3/45", text, StringComparison.Ordinal);
        Assert.Contains("· 本级教职工　未报 2/60", text, StringComparison.Ordinal);
    }

    private static Digest Class(DigestNumbers now, DigestNumbers? before)
    {
        var unit = new DigestUnit(1, null, "示范县/第一小学/三年级/1班", UnitKind.Class);
        var earlier = before is { } numbers ? new Dictionary<long, DigestNumbers> { [1] = numbers } : null;
        return new DigestTree(Moment, [new UnitCount(unit, now)], earlier).Digest(1)!;
    }

    private static Digest School(int classes)
    {
        var counts = new List<UnitCount>
        {
            new(new DigestUnit(1, null, "示范县/第一小学", UnitKind.School), new DigestNumbers { Expected = 60, Reported = 58, Missing = 2, Normal = 58 }),
            new(new DigestUnit(2, 1, "示范县/第一小学/一年级", UnitKind.Grade), default),
        };
        counts.AddRange(Enumerable.Range(1, classes).Select(number => new UnitCount(
            new DigestUnit(2 + number, 2, $"示范县/第一小学/一年级/{number}班", UnitKind.Class),
            new DigestNumbers { Expected = 45, Reported = 45 - number % 20, Missing = number % 20, Normal = 44 - number % 20, Fever = 1, KeyArea = 1, Travelled = 1 },
            LikeSymptoms: 3)));
        return new DigestTree(Moment, counts).Digest(1)!;
    }
}
