using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Tests.Digests;

public sealed class DigestTextTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DigestMoment Moment = new(Monday, "morning", new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8)));

    [Fact]
    public void A_class_group_reads_counts_and_what_to_do()
    {
        var digest = Class(new DigestNumbers { Expected = 45, Reported = 44, Missing = 1, Normal = 44 });
        Assert.Equal(
            """
            📋 三年级1班 · 2 March · live at 09:30
            🟩🟩🟩🟩🟩🟩🟩🟩🟩⬜ 97%
            45 expected · 44 reported · 0 excused · 1 missing
            44 well · 0 to follow up (of 44)
            0 with fever · 0 with symptoms
            0 travelled · follow up: 0
            ⏳ Zero report: 1 missing, can't be submitted yet
            Thank you all! If you have not reported yet, just send me a temperature in private.
            """.ReplaceLineEndings("\n"),
            DigestText.ForGroup(new DigestView(digest), Language.En));
    }

    [Fact]
    public void Who_is_exempt_without_a_reason_stands_in_the_way_of_a_zero_report()
    {
        var digest = Class(new DigestNumbers { Expected = 45, Reported = 44, Exempt = 1, ExemptWithoutReason = 1, Normal = 44 });
        Assert.Equal(ZeroReport.None, digest.ZeroReport);
        Assert.Contains("零報告：還有 1 人說了不到校、沒說原因，不能報", DigestText.ForOfficial(new DigestView(digest), Language.ZhHant), StringComparison.Ordinal);
        Assert.DoesNotContain("都回報了", DigestText.ForGroup(new DigestView(digest), Language.ZhHant), StringComparison.Ordinal);
        Assert.Contains(
            "說了不到校，沒說原因：李雷", DigestText.ForClassTeacher(new DigestView(digest), new OpenNames([], ["李雷"], []), Language.ZhHant),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_owes_the_answer_about_travel_stands_in_the_way_of_a_zero_report()
    {
        var digest = Class(new DigestNumbers { Expected = 45, Reported = 45, Normal = 45, TravelUnanswered = 3 });
        Assert.Equal((true, ZeroReport.None), (digest.Numbers.Complete, digest.ZeroReport));
        var text = DigestText.ForClassTeacher(new DigestView(digest), new OpenNames([], [], ["李雷", "王小明", "韩梅梅"]), Language.ZhHans);
        Assert.Contains("100%", text, StringComparison.Ordinal);
        Assert.Contains("应报 45 · 已报 45（外出未答 3）· 请假 0 · 未报 0", text, StringComparison.Ordinal);
        Assert.Contains("⏳ 零报告：还有 3 人外出没答，不能报", text, StringComparison.Ordinal);
        Assert.Contains("体温报了，外出没答：李雷、王小明、韩梅梅", text, StringComparison.Ordinal);
        Assert.DoesNotContain("都报到了", DigestText.ForGroup(new DigestView(digest), Language.ZhHans), StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_of_a_line_are_together_the_whole_that_stands_beside_them()
    {
        var digest = Class(new DigestNumbers
        {
            Expected = 41,
            Staff = 1,
            Reported = 37,
            Exempt = 2,
            Missing = 2,
            Normal = 33,
            Fever = 4,
            FeverAbsent = 2,
            Symptomatic = 3,
            UnderFollowUp = 6,
        });
        var text = DigestText.ForOfficial(new DigestView(digest), Language.ZhHans);
        Assert.Contains("应报 41（含教职工 1）· 已报 37 · 请假 2 · 未报 2", text, StringComparison.Ordinal);
        Assert.Contains("已报 37 人中：正常 33 · 需跟进 4；请假和未报的另有 2", text, StringComparison.Ordinal);
        Assert.Contains("发热 4（其中请假或未报 2）· 有症状 3", text, StringComparison.Ordinal);
        Assert.Contains("需跟进共 6", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_present_numbers_are_shown_and_what_the_cut_off_said_stands_below_them()
    {
        var snapshot = Class(new DigestNumbers { Expected = 45, Reported = 40, Missing = 5, Normal = 38, Fever = 2 }) with { Revision = 1 };
        var now = Class(
            new DigestNumbers { Expected = 45, Reported = 43, Missing = 2, Normal = 42, Fever = 1 }) with
        {
            Moment =
                Moment with { At = Moment.At.AddMinutes(42) }
        };
        var view = new DigestView(now) { CutOff = snapshot, Corrected = 1 };
        var text = DigestText.ForOfficial(view, Language.ZhHans);
        Assert.Contains("实时，10:12", text, StringComparison.Ordinal);
        Assert.Contains("应报 45 · 已报 43 · 请假 0 · 未报 2", text, StringComparison.Ordinal);
        Assert.Contains("🕘 截至 09:30：已报 40 · 未报 5；之后：已报 +3、更新 1 人、发热 2→1", text, StringComparison.Ordinal);
        Assert.Contains(
            "🕘 At 09:30: 40 reported · 5 missing; since then: +3 reported, 1 updated, fever 2→1", DigestText.ForOfficial(view, Language.En),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_but_the_footnote_is_of_one_moment()
    {
        var snapshot = School([(4, null), (0, null)]) with { Revision = 1 };
        var now = School([(3, null), (0, null)]) with { Moment = Moment with { At = Moment.At.AddMinutes(42) } };
        var lines = DigestText.ForOfficial(new DigestView(now) { CutOff = snapshot }, Language.ZhHans).Split('\n');
        Assert.Equal(
            ["🕘 截至 09:30：已报 146 · 未报 4；之后：已报 +1", "⏳ 零报告：还有 3 人未报，不能报", "各班：✅ 已签 0 · 🟡 待签 1 · ⏳ 未齐 1", "未报齐 1/2：", "· 一年级1班　未报 3/45"],
            lines.SkipWhile(line => !line.StartsWith("🕘", StringComparison.Ordinal)));
        var unchanged = DigestText.ForOfficial(new DigestView(snapshot), Language.En);
        Assert.Contains("⏳ Zero report: 4 missing, can't be submitted yet", unchanged, StringComparison.Ordinal);
        Assert.Contains("Not complete, 1 of 2 (missing/expected):", unchanged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.ZhHans, "📋 三年级1班 · 3月2日\nℹ️ 这一天没有任何打卡记录，可能当时还没开始使用。现在名册上有 45 人。")]
    [InlineData(Language.En, "📋 三年级1班 · 2 March\nℹ️ There is no record of this day; perhaps the bot was not in use yet. The roster has 45 people now.")]
    public void A_day_of_which_nothing_is_stored_says_so_and_names_nobody(Language language, string text)
    {
        var view = new DigestView(Class(new DigestNumbers { Expected = 45, Missing = 45 })) { NoRecord = true, DayAfter = Monday.AddDays(1) };
        Assert.Equal(text, DigestText.ForClassTeacher(view, new OpenNames(["李雷"], [], []), language));
        Assert.Equal(text, DigestText.ForOfficial(view, language));
        Assert.Equal(text, DigestText.ForGroup(view, language));
        Assert.Equal(4, DigestKeyboard.For(view, new DigestPage(1), DigestRights.SeeMissing, language).Rows.SelectMany(row => row).Count());
    }

    [Fact]
    public void A_day_that_has_not_come_has_no_digest()
    {
        var view = new DigestView(Class(default)) { NotYet = true };
        Assert.Equal("📋 三年级1班 · 3月2日\n这一天还没到，没有日报。", DigestText.ForOfficial(view, Language.ZhHans));
    }

    [Fact]
    public void What_was_counted_on_another_day_says_on_which()
    {
        var view = new DigestView(Class(new DigestNumbers { Expected = 1, Missing = 1 }) with { Moment = Moment with { At = Moment.At.AddDays(30) } });
        Assert.Contains("3月2日 · 实时，4月1日 09:30", DigestText.ForOfficial(view, Language.ZhHans), StringComparison.Ordinal);
    }

    [Fact]
    public void The_button_that_asks_afresh_knows_what_was_shown_but_for_the_time()
    {
        var text = DigestText.ForOfficial(new DigestView(Class(new DigestNumbers { Expected = 2, Missing = 2 })), Language.ZhHans);
        var later = DigestText.ForOfficial(
            new DigestView(Class(new DigestNumbers { Expected = 2, Missing = 2 }) with { Moment = Moment with { At = Moment.At.AddMinutes(5) } }),
            Language.ZhHans);
        var changed = DigestText.ForOfficial(new DigestView(Class(new DigestNumbers { Expected = 2, Missing = 1, Reported = 1, Normal = 1 })), Language.ZhHans);
        Assert.NotEqual(text, later);
        Assert.Equal(DigestKeyboard.MarkOf(text), DigestKeyboard.MarkOf(later));
        Assert.NotEqual(DigestKeyboard.MarkOf(text), DigestKeyboard.MarkOf(changed));
        var page = new DigestPage(long.MaxValue / 2, Monday, "evening", DigestLook.Correct, 999);
        var again = DigestKeyboard.For(new DigestView(Class(default)), page, DigestRights.None, Language.En, mark: DigestKeyboard.MarkOf(text))
            .Rows.SelectMany(row => row).Single(button => button.Label == "🔄");
        Assert.InRange(again.Data!.Length, 10, ButtonData.MaxBytes);
        Assert.EndsWith(DigestKeyboard.MarkOf(text), again.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fever_of_another_slot_is_in_the_digest_of_every_slot()
    {
        var noon = new DigestTree(
            Moment with { Slot = "noon" },
            [new UnitCount(new DigestUnit(1, null, "示范县/第一小学/三年级/1班", UnitKind.Class),
                new DigestNumbers { Expected = 2, Reported = 2, Normal = 1, Fever = 1, UnderFollowUp = 1 })]);
        var digest = new DigestTree(
            Moment,
            [new UnitCount(new DigestUnit(1, null, "示范县/第一小学/三年级/1班", UnitKind.Class), new DigestNumbers { Expected = 2, Reported = 2, Normal = 2 })])
        {
            OtherSlots = [noon],
        }.Digest(1)!;
        var text = DigestText.ForOfficial(new DigestView(digest), Language.ZhHans);
        Assert.Contains("晨检 2/2 · 午检 2/2（发热 1）", text, StringComparison.Ordinal);
        Assert.Contains("（午检）　发热 1 人", text, StringComparison.Ordinal);
        Assert.Contains("日报告", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signature_that_does_not_hold_any_more_is_shown_as_outdated()
    {
        var complete = new DigestNumbers { Expected = 45, Reported = 45, Normal = 45 };
        var signature = new SignOff(1, 1, complete, "高志红", Moment.At.AddMinutes(10));
        Assert.Contains("✅ 零报告：高志红 09:40 已签字", Text(complete), StringComparison.Ordinal);
        Assert.Contains("⚠️ 零报告：高志红 09:40 签的是第 1 版，之后有变动，需重新签字", Text(complete with { Normal = 44, Fever = 1 }), StringComparison.Ordinal);
        Assert.Contains("⚠️ 零报告：高志红 09:40 签的是第 1 版，之后有变动，现有 1 人未报", Text(complete with { Normal = 44, Reported = 44, Missing = 1 }), StringComparison.Ordinal);

        string Text(DigestNumbers now) =>
            DigestText.ForOfficial(new DigestView(Class(now) with { Signature = signature.Against(now, Moment.At.AddMinutes(20)) }), Language.ZhHans);
    }

    [Fact]
    public void Since_when_a_class_is_not_complete_is_the_opening_or_the_answer_that_was_taken_back()
    {
        var takenBack = new DateTimeOffset(2026, 3, 2, 0, 12, 0, TimeSpan.Zero);
        var text = DigestText.ForOfficial(new DigestView(School([(1, null), (2, takenBack), (0, null)])) { OpensAt = new TimeOnly(6, 30) }, Language.ZhHans);
        Assert.Contains("· 一年级2班　未报 2/45 · 08:12 起", text, StringComparison.Ordinal);
        Assert.Contains("· 一年级1班　未报 1/45 · 06:30 起", text, StringComparison.Ordinal);
        Assert.Contains("未报齐 2/3：", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Since_when_a_schools_own_staff_are_not_complete_is_told_and_kept_in_its_snapshot()
    {
        var school = new DigestUnit(1, null, "示范县/第一小学", UnitKind.School);
        var missing = new DigestNumbers { Expected = 60, Reported = 59, Normal = 59, Missing = 1 };
        var takenBack = new DateTimeOffset(2026, 3, 2, 0, 12, 0, TimeSpan.Zero);
        foreach (var (since, told) in new[] { (takenBack, "08:12"), ((DateTimeOffset?)null, "06:30") })
        {
            var digest = new DigestTree(Moment, [new UnitCount(school, missing, ReopenedAt: since)]).Digest(1)!;
            var stored = Snapshot.Read(Snapshot.Write(digest), school, Moment, revision: 1);
            foreach (var shown in new[] { digest, stored })
                Assert.Contains(
                    $"· 学校教职工　未报 1/60 · {told} 起", DigestText.ForOfficial(new DigestView(shown) { OpensAt = new TimeOnly(6, 30) }, Language.ZhHans),
                    StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_button_is_short_and_opens_the_page_that_it_was_made_for()
    {
        var page = new DigestPage(long.MaxValue / 2, new DateOnly(2099, 12, 31), "evening", DigestLook.Names, 999);
        var data = DigestKeyboard.Data(page).ToString();
        Assert.InRange(data.Length, 10, ButtonData.MaxBytes);
        Assert.Equal(page, DigestKeyboard.PageOf(ButtonData.Parse(data)!));
    }

    [Fact]
    public void Many_units_are_paged_and_every_one_of_them_can_be_opened()
    {
        var view = new DigestView(School([.. Enumerable.Repeat((1, (DateTimeOffset?)null), 40)]) is var school ? school.Units[0] : school);
        var opened = new HashSet<string>();
        for (var page = 0; page < 4; page++)
        {
            var keyboard = DigestKeyboard.For(view, new DigestPage(2, Number: page), DigestRights.None, Language.En);
            Assert.InRange(keyboard.Rows.Count, 3, 9);
            Assert.All(keyboard.Rows.SelectMany(row => row), button =>
                Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(button.Data!), 1, ButtonData.MaxBytes));
            opened.UnionWith(
                keyboard.Rows.SelectMany(row => row).Where(button => button.Label.Contains('班', StringComparison.Ordinal))
                .Select(button => button.Label.Split(' ')[1]));
        }

        Assert.Equal(40, opened.Count);
    }

    [Fact]
    public void Only_who_may_sign_is_offered_to_and_only_where_everybody_is_accounted_for()
    {
        var complete = new DigestNumbers { Expected = 2, Reported = 2, Normal = 2 };
        Assert.Contains("✅ 确认零报告", Labels(complete, DigestRights.Sign));
        // Ill at home without a symptom told is a case too, and so is a disease: no zero report.
        Assert.Contains("✅ 确认日报告", Labels(complete with { Reported = 1, Exempt = 1, Normal = 1, UnderFollowUp = 1 }, DigestRights.Sign));
        Assert.DoesNotContain(Labels(complete, DigestRights.SeeCases), label => label.Contains("确认", StringComparison.Ordinal));
        Assert.DoesNotContain(Labels(complete with { Reported = 1, Missing = 1 }, DigestRights.Sign), label => label.Contains("确认", StringComparison.Ordinal));

        static IEnumerable<string> Labels(DigestNumbers numbers, DigestRights rights) =>
            DigestKeyboard.For(new DigestView(Class(numbers)), new DigestPage(1), rights, Language.ZhHans).Rows.SelectMany(row => row)
                .Select(button => button.Label);
    }

    [Fact]
    public void Names_say_what_was_told_and_nothing_of_those_who_are_well()
    {
        var names = new DigestNames(
            new OpenNames(["李雷"], [], []), [new NamedCase(31, "王小明", new CheckInAnswer { TemperatureTenths = 382, Travel = Travel.No })]);
        var text = DigestText.Names(new DigestView(Class(new DigestNumbers { Expected = 3, Reported = 2, Missing = 1 })), names, Language.ZhHans);
        Assert.Equal("👤 三年级1班 · 3月2日 · 09:30 的名单，请勿转发\n未报：李雷\n· 王小明：38.2℃，没外出", text);
    }

    private static Digest Class(DigestNumbers now) =>
        new DigestTree(Moment, [new UnitCount(new DigestUnit(1, null, "示范县/第一小学/三年级/1班", UnitKind.Class), now)]).Digest(1)!;

    /// <summary>A school with one grade of classes of 45, each with so many missing since then, and own staff who are complete.</summary>
    private static Digest School((int Missing, DateTimeOffset? Since)[] classes)
    {
        var counts = new List<UnitCount>
        {
            new(new DigestUnit(1, null, "示范县/第一小学", UnitKind.School), new DigestNumbers { Expected = 60, Reported = 60, Normal = 60 }),
            new(new DigestUnit(2, 1, "示范县/第一小学/一年级", UnitKind.Grade), default),
        };
        counts.AddRange(classes.Select((one, index) => new UnitCount(
            new DigestUnit(3 + index, 2, $"示范县/第一小学/一年级/{index + 1}班", UnitKind.Class),
            new DigestNumbers { Expected = 45, Reported = 45 - one.Missing, Missing = one.Missing, Normal = 45 - one.Missing },
            ReopenedAt: one.Since)));
        return new DigestTree(Moment, counts).Digest(1)!;
    }
}
