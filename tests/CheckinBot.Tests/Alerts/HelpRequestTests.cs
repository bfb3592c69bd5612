using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>A counsellor sees those who asked for help and their own cases, and nobody's reading.</summary>
public abstract class HelpRequestTests(SqlDialect engine)
{
    private const long Counsellor = 1071, Colleague = 1072;

    [SkippableFact]
    public async Task A_counsellor_sees_who_asked_for_help_takes_them_on_and_closes_it_once_they_have_talked()
    {
        await using var school = await Begin();
        await school.Say(MotherOfLi, "39.6 没外出");
        await school.Say(MotherOfLi, "我不想活了");
        var notice = (await school.New()).Single(told => told.To == Counsellor);
        Assert.StartsWith("🔒 保密，请勿转发", notice.Text, StringComparison.Ordinal);

        await school.Command(Counsellor, "requests");
        var list = Assert.Single(await school.New());
        Assert.Equal("🔒 求助名单 · 1 人，保密，请勿转发\n· X（第一小学2班 李雷的家长），3月2日 07:12，自伤或轻生：还没人联系", list.Text);
        Assert.Equal("🤝 我来联系 X", Assert.Single(list.Buttons).Label);
        Assert.DoesNotContain("39.6", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("不想活", string.Join('\n', await school.Ask("select writer || kind from help_request")), StringComparison.Ordinal);

        await school.Press(Counsellor, list.Button!);
        var mine = Assert.Single(await school.New(), told => told.Text.Length > 0);
        Assert.EndsWith("：您在跟进", mine.Text, StringComparison.Ordinal);
        // A colleague does not see whose case it is any more, and an old button takes nobody away.
        await school.Command(Colleague, "cases");
        Assert.Equal("目前没有人在等您联系。", Assert.Single(await school.New()).Text);
        await school.Press(Colleague, list.Button!);
        await school.Press(Colleague, mine.Button!);
        await school.Press(Counsellor, mine.Button!);
        Assert.Contains(await school.New(), told => told.To == Counsellor && told.Text == "目前没有人在等您联系。");
        Assert.Equal([$"{Counsellor}"], await school.Ask("select cast(taken_by as text) from help_request"));
    }

    [SkippableFact]
    public async Task A_counsellor_who_asks_for_help_is_heard_by_somebody_else()
    {
        await using var school = await Begin();
        await school.Sql("delete from post where person_id = 72");
        await school.Say(Counsellor, "我不想活了");
        var told = await school.New();
        Assert.Equal([Officer, Counsellor], told.Select(one => one.To).Order());
        Assert.Contains("请马上联系学校负责人。", told.Single(one => one.To == Counsellor).Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Where_the_counsellor_cannot_be_reached_the_school_officer_is_told()
    {
        await using var school = await Begin();
        await school.Sql($"update account set reachable = false where user_id in ({Counsellor}, {Colleague})");
        await school.Say(MotherOfLi, "我不想活了");
        Assert.Equal([MotherOfLi, Officer], (await school.New()).Select(one => one.To).Order());
    }

    [SkippableFact]
    public async Task Nobody_but_a_counsellor_gets_the_list_and_a_counsellor_gets_no_digest()
    {
        await using var school = await Begin();
        await school.Say(MotherOfLi, "我不想活了");
        await school.New();
        foreach (var user in (long[])[MotherOfLi, ClassTeacher, Officer, Official])
        {
            await school.Command(user, "requests");
            Assert.Equal("求助名单只给心理老师看。", Assert.Single(await school.New()).Text);
            await school.Press(user, "0.ht.1");
            await school.New();
        }

        Assert.Equal(["0"], await school.Ask("select cast(count(taken_by) as text) from help_request"));
        await school.Command(Counsellor, "digest");
        Assert.DoesNotContain("应报", Assert.Single(await school.New()).Text, StringComparison.Ordinal);
        await school.Command(Counsellor, "help");
        var help = (await school.New()).Last(told => told.Text.Length > 0).Text;
        Assert.StartsWith("/requests 谁来求助过，我在跟进谁", help, StringComparison.Ordinal);
        Assert.DoesNotContain("/cases", help, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("zh-hant", "🔒 求助名單 · 1 人，機密，請勿轉傳\n· X（第一小學2班 李雷的家長），3月2日 07:12，自傷或輕生：還沒有人聯絡")]
    [InlineData("en", "🔒 1 asked for help. Confidential, please don't pass on\n"
        + "· X, a guardian of 李雷 (第一小学2班): self-harm or not wanting to live, 2 March at 07:12. Nobody has been in touch yet")]
    public async Task The_list_speaks_the_counsellors_language(string language, string expected)
    {
        await using var school = await Begin();
        await school.Sql($"update account set language = '{(language == "en" ? "en" : "zh-Hant")}' where user_id = {Counsellor}");
        await school.Say(MotherOfLi, "我不想活了");
        await school.New();
        await school.Command(Counsellor, "requests");
        Assert.Equal(expected.Replace("第一小學", "第一小学", StringComparison.Ordinal), Assert.Single(await school.New()).Text);
    }

    private async Task<AlertedSchool> Begin()
    {
        var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Sql($"""
            insert into person (id, unit_id, role, name, number, expected) values
                (71, 2, 'counsellor', '心老师', 'T7', false), (72, 2, 'counsellor', '同事', 'T8', false);
            insert into post (person_id, unit_id, role) values (71, 2, 'counsellor'), (72, 2, 'counsellor');
            insert into account (user_id, language, first_seen_at) values
                ({Counsellor}, 'zh-Hans', '2026-01-01T00:00:00.000Z'), ({Colleague}, 'zh-Hans', '2026-01-01T00:00:00.000Z');
            insert into link (user_id, person_id, kind, display_name, linked_at) values
                ({Counsellor}, 71, 'self', '心', '2026-01-01T00:00:00.000Z'), ({Colleague}, 72, 'self', '同', '2026-01-01T00:00:00.000Z');
            """);
        return school;
    }
}

public sealed class SqliteHelpRequestTests() : HelpRequestTests(SqlDialect.Sqlite);

public sealed class PostgresHelpRequestTests() : HelpRequestTests(SqlDialect.Postgres);
