using CheckinBot.Core.Buttons;
using CheckinBot.Core.Cases;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Requests;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Alerts;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Cases;

/// <summary>A case from what a family tells to the return, as staff go through it, on both databases.</summary>
public abstract class CaseDeskTests(SqlDialect engine)
{
    [SkippableFact]
    public async Task A_fever_is_followed_until_the_child_is_back_and_the_school_clears_it_only_after_a_day_without_fever()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfTwo, "小明38.2 没外出");
        var open = await Page(school, ClassTeacher);
        Assert.StartsWith("🗂 王小明（第一小学1班）· 身体不适\n🔴 等人接手 · 负责：", open.Text, StringComparison.Ordinal);
        await Tap(school, ClassTeacher, open, "🙋 我来跟进");
        var taken = await Page(school, ClassTeacher);
        Assert.Contains("🟡 跟进中 · 负责：", taken.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(taken.Buttons, button => button.Label.Contains("同意返校", StringComparison.Ordinal));
        await Tap(school, ClassTeacher, taken, "🌤 好转");

        var early = await Page(school, Officer);
        Assert.Contains("⏳ 退热满 24 小时后才可返校：3月3日 07:12 起", early.Text, StringComparison.Ordinal);
        await Tap(school, Officer, early, "🟢 同意返校");
        Assert.Equal(["recovering"], await States(school));
        Assert.DoesNotContain(await school.New(), told => told.To == MotherOfTwo);

        school.Scheduled.Time.Advance(TimeSpan.FromHours(25));
        var ready = await Page(school, Officer);
        Assert.DoesNotContain("⏳", ready.Text, StringComparison.Ordinal);
        await Tap(school, Officer, ready, "🟢 同意返校");
        var told = await school.New();
        Assert.Contains(told, one => one.To == ClassTeacher && one.Text == "🟢 学校同意王小明（第一小学1班）返校上课。");
        Assert.Single(told, one => one.To is MotherOfTwo or FatherOfMing && one.Text.StartsWith("🟢", StringComparison.Ordinal));

        await Tap(school, ClassTeacher, await Page(school, ClassTeacher), "✅ 已返校，结案");
        Assert.Equal(["closed"], await States(school));
        Assert.Equal(
            ["take_on", "improve", "clear", "return", "close recovered"],
            await school.Ask("select move || case when closing is null then '' else ' ' || closing end from case_entry order by id"));
    }

    [SkippableFact]
    public async Task A_fever_of_the_next_day_makes_the_mend_a_relapse_and_what_was_told_by_mistake_closes_what_nobody_has_touched()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfTwo, "小明38.2 没外出");
        await Tap(school, ClassTeacher, await Page(school, ClassTeacher), "🌤 好转");
        school.Scheduled.Time.Advance(TimeSpan.FromDays(1));
        await school.Say(MotherOfTwo, "小明38.5 没外出");
        Assert.Equal(["taken_on"], await States(school));

        await school.Say(MotherOfLi, "38.4 没外出");
        await school.Say(MotherOfLi, "发错了，36.4");
        Assert.Equal(["closed told_wrongly"], await school.Ask("""
            select f.state || ' ' || e.closing from case_file f join case_entry e on e.case_id = f.id where f.person_id = 41
            """));
    }

    [SkippableFact]
    public async Task The_family_is_asked_once_a_day_how_it_goes_below_what_they_tell_and_staff_see_it()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfLi, "38.2 没外出");
        await school.Say(MotherOfLi, "没有别的");
        await school.Say(MotherOfLi, "还没");
        Assert.DoesNotContain(await school.New(), told => told.Text.Contains("好些了吗", StringComparison.Ordinal));

        school.Scheduled.Time.Advance(TimeSpan.FromDays(1));
        await school.Say(MotherOfLi, "36.8 没外出");
        var asked = (await school.New()).Last(told => told.To == MotherOfLi && told.Text.Length > 0);
        Assert.EndsWith("李雷今天好些了吗？", asked.Text, StringComparison.Ordinal);
        Assert.Equal(["好多了", "还是老样子", "去看医生了"], asked.Buttons.Select(button => button.Label));
        await school.Say(MotherOfLi, "好多了");
        Assert.DoesNotContain((await school.New()).Where(told => told.Text.Length > 0), told => told.Text.Contains("好些了吗", StringComparison.Ordinal));
        Assert.Equal(["recovering"], await school.Ask("select state from case_file where person_id = 41"));
        await school.Say(MotherOfLi, "36.7");
        Assert.DoesNotContain(await school.New(), told => told.Text.Contains("好些了吗", StringComparison.Ordinal));

        await school.Handle(new ConversationEvent.CommandReceived(1, "case", "李雷")
        {
            Chat = new ChatRef(Officer, ChatKind.Private),
            From = new Sender(Officer, "X", "zh-hans"),
        });
        Assert.Contains("X：好转", (await school.New()).Last(told => told.Text.Length > 0).Text, StringComparison.Ordinal);
        // Cleared, the family is left in peace.
        await school.Sql("update case_file set state = 'ready_to_return', family_told_on = null");
        school.Scheduled.Time.Advance(TimeSpan.FromDays(1));
        await school.Say(MotherOfLi, "36.6 没外出");
        Assert.DoesNotContain(await school.New(), told => told.Text.Contains("好些了吗", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Whoever_takes_an_alert_on_has_the_cases_of_its_pupils()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfTwo, "小明38.2 没外出");
        await Tap(school, ClassTeacher, await Page(school, ClassTeacher), "🙋 我来跟进");
        await school.Say(MotherOfTwo, "小红38.3 没外出");
        await school.Sql("insert into case_file (person_id, matter, state, opened_day, opened_at, due_at) "
            + "values (34, 'illness', 'open', '2026-03-02', '2026-03-02T00:00:00.000Z', '2026-03-02T01:00:00.000Z')");
        await school.Fever(Ming, Hong, 34);
        var alert = (await school.Round("2026-03-02 07:20")).Single(told => told.To == Officer && told.Buttons.Any(button => button.Label == "✋ 我来处理"));
        await school.Press(Officer, alert.Buttons.First(button => button.Label == "✋ 我来处理").Data!);
        Assert.Equal(
            ["31 taken_on 陈老师", "32 taken_on 赵校长", "34 taken_on 赵校长"],
            await school.Ask("select f.person_id || ' ' || f.state || ' ' || p.name from case_file f join person p on p.id = f.taken_by order by 1"));
    }

    [SkippableFact]
    public async Task Who_has_no_right_any_more_does_nothing_with_an_old_button_and_a_look_is_logged()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfTwo, "小明38.2 没外出");
        var page = await Page(school, ClassTeacher);
        Assert.Empty(await school.Ask("select reason from look where reason = 'cases'"));
        await Page(school, Officer);
        Assert.Equal(["cases"], await school.Ask("select reason from look where reason = 'cases'"));
        foreach (var user in (long[])[MotherOfTwo, MotherOfLi, Official]) await Tap(school, user, page, "🙋 我来跟进");
        await school.Sql("delete from post where role = 'class_teacher'");
        await Tap(school, ClassTeacher, page, "🙋 我来跟进");
        // The officer is the nearest now, and the class teacher of a moment ago gets nothing.
        Assert.Equal(["open"], await States(school));
        Assert.Contains("负责：赵校长", (await Page(school, Officer)).Text, StringComparison.Ordinal);
        await school.Press(Officer, ButtonData.Standing(Verbs.CaseMove, "1", ButtonData.Number((int)CaseMove.Return)).ToString());
        await school.Press(Officer, ButtonData.Standing(Verbs.CaseMove, "1", ButtonData.Number((int)CaseMove.Close), "0").ToString());
        Assert.Equal(["open"], await States(school));
    }

    [SkippableFact]
    public async Task A_case_stays_on_the_list_on_the_days_on_which_nothing_is_told_and_is_late_where_nobody_takes_it_on()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Say(MotherOfTwo, "小明38.2 没外出");
        await school.New();
        school.Scheduled.Time.Advance(TimeSpan.FromDays(3));
        var list = await List(school);
        Assert.Contains("· 王小明（", list.Text, StringComparison.Ordinal);
        Assert.Contains("🔴 等人接手 · 身体不适 ⏰", list.Text, StringComparison.Ordinal);
        Assert.Contains(list.Buttons, button => button.Label == "🔴 王小明");

        // Nobody has taken it on: it is the class teacher's, and the officer has none. The digest of the day says that it is late.
        Assert.Equal("第一小学：目前没有由您负责的。", (await Filtered(school, list, "我负责的")).Text);
        Assert.StartsWith("📋 第一小学 · 已超时 1 人\n· 王小明", (await Filtered(school, list, "⏰ 超时的")).Text, StringComparison.Ordinal);
        await Tap(school, Officer, await Page(school, Officer), "🙋 我来跟进");
        await school.New();
        Assert.StartsWith("📋 第一小学 · 我负责 1 人\n· 王小明", (await Filtered(school, list, "我负责的")).Text, StringComparison.Ordinal);
        Assert.Equal("第一小学：没有超时的。", (await Filtered(school, list, "⏰ 超时的")).Text);
    }

    private static async Task<Told> List(AlertedSchool school)
    {
        await school.Command(Officer, "cases");
        await school.Scheduled.Services.GetRequiredService<CaseRequests>().AnswerAll(default);
        return Assert.Single(await school.New());
    }

    private static async Task<Told> Filtered(AlertedSchool school, Told list, string filter)
    {
        await Tap(school, Officer, list, filter);
        await school.Scheduled.Services.GetRequiredService<CaseRequests>().AnswerAll(default);
        return Assert.Single(await school.New(), told => told.Text.Length > 0);
    }

    private static async Task<Told> Page(AlertedSchool school, long user)
    {
        await school.New();
        await school.Handle(new ConversationEvent.CommandReceived(1, "case", "王小明")
        {
            Chat = new ChatRef(user, ChatKind.Private),
            From = new Sender(user, "X", "zh-hans"),
        });
        return Assert.Single(await school.New(), told => told.To == user && told.Text.StartsWith("🗂", StringComparison.Ordinal));
    }

    private static Task Tap(AlertedSchool school, long user, Told page, string label) =>
        school.Press(user, page.Buttons.First(button => button.Label == label).Data!);

    private static Task<IReadOnlyList<string>> States(AlertedSchool school) => school.Ask("select state from case_file where person_id = 31 order by id");
}

public sealed class SqliteCaseDeskTests() : CaseDeskTests(SqlDialect.Sqlite);

public sealed class PostgresCaseDeskTests() : CaseDeskTests(SqlDialect.Postgres);
