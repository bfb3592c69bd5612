using CheckinBot.Core.Organisation;
using CheckinBot.Invitations;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;
using CheckinBot.Tests.Storage;

namespace CheckinBot.Tests.Invitations;

public abstract class InvitationTests(TestDatabase database) : IAsyncLifetime
{
    private const long Mother = 7, Father = 8;

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [SkippableFact]
    public async Task Everybody_has_one_code_and_keeps_it()
    {
        var first = await Issue();
        var second = await Issue();

        Assert.Equal(["陈老师", "王小明", "李华"], first.Select(line => line.Person.Name));
        Assert.Equal(first, second);
        Assert.Equal(3, first.Select(line => line.Code).Distinct().Count());
        Assert.All(first, line => Assert.Matches("^[A-Za-z0-9_][A-Za-z0-9_-]{21}$", line.Code));
    }

    [SkippableFact]
    public async Task A_pupils_code_serves_several_guardians_and_a_staff_code_one_person()
    {
        var codes = (await Issue()).ToDictionary(line => line.Person.Id, line => line.Code);
        await Link(Mother, TestDatabase.Ming, LinkKind.Guardian, codes[TestDatabase.Ming]);
        await Link(9, TestDatabase.ClassTeacher, LinkKind.Self, codes[TestDatabase.ClassTeacher]);

        var pupil = await Find(codes[TestDatabase.Ming], Father);
        Assert.Equal((false, Mother), (pupil!.UsedUp, Assert.Single(pupil.LinkedUserIds)));
        Assert.True((await Find(codes[TestDatabase.ClassTeacher], Father))!.UsedUp);
    }

    [SkippableFact]
    public async Task Undoing_gives_a_staff_code_back()
    {
        var code = (await Issue()).Single(line => line.Person.Id == TestDatabase.ClassTeacher).Code;
        await Link(9, TestDatabase.ClassTeacher, LinkKind.Self, code);
        await database.Write(session => new LinkStore(session).Remove(9, TestDatabase.ClassTeacher, default));
        Assert.False((await Find(code, 10))!.UsedUp);
    }

    [SkippableFact]
    public async Task Who_takes_the_end_of_a_staff_link_back_comes_too_late_once_somebody_else_is_that_person()
    {
        var code = (await Issue()).Single(line => line.Person.Id == TestDatabase.ClassTeacher).Code;
        await Link(9, TestDatabase.ClassTeacher, LinkKind.Self, code);
        await database.Write(session => new LinkStore(session).Remove(9, TestDatabase.ClassTeacher, default));
        await Link(10, TestDatabase.ClassTeacher, LinkKind.Self, code);
        await Link(9, TestDatabase.ClassTeacher, LinkKind.Self, "");
        Assert.Equal([10L], await database.Read(session => new LinkStore(session).UsersOf(TestDatabase.ClassTeacher, default)));
    }

    [SkippableFact]
    public async Task A_guardian_whom_the_class_teacher_removed_is_known_as_such_and_others_are_not()
    {
        var code = (await Issue()).Single(line => line.Person.Id == TestDatabase.Ming).Code;
        await Link(Mother, TestDatabase.Ming, LinkKind.Guardian, code);
        await database.Write(session => new LinkStore(session).Expel(Mother, TestDatabase.Ming, TestDatabase.Now, default));

        Assert.True((await Find(code, Mother))!.UserWasRemoved);
        Assert.False((await Find(code, Father))!.UserWasRemoved);
    }

    [SkippableFact]
    public async Task A_revoked_code_says_so_and_the_next_issue_is_another_one()
    {
        var old = (await Issue())[1].Code;
        Assert.True(await database.Write(session => new InvitationIssue(session, TimeProvider.System).Revoke(old, default)));
        Assert.False(await database.Write(session => new InvitationIssue(session, TimeProvider.System).Revoke(old, default)));

        Assert.True((await Find(old, Mother))!.Revoked);
        Assert.DoesNotContain(old, (await Issue()).Select(line => line.Code));
    }

    [SkippableFact]
    public async Task Renewing_gives_the_same_person_another_code()
    {
        var old = (await Issue())[1];
        var renewed = await database.Write(session => new InvitationIssue(session, TimeProvider.System).Renew(old.Code, default));
        Assert.Equal(old.Person, renewed!.Person);
        Assert.NotEqual(old.Code, renewed.Code);
        Assert.True((await Find(old.Code, Mother))!.Revoked);
        Assert.Null(await database.Write(session => new InvitationIssue(session, TimeProvider.System).Renew("nobody's", default)));
    }

    [SkippableFact]
    public async Task A_wrong_code_is_nobodys_and_is_counted()
    {
        Assert.Null(await Find("'; drop table person; --", Mother));
        await database.Write(session => new InvitationStore(session).AddFailure(Mother, TestDatabase.Now, default));
        var since = TestDatabase.Now.AddHours(-1);
        Assert.Equal(1, await database.Read(session => new InvitationStore(session).FailuresSince(Mother, since, default)));
        Assert.Equal(0, await database.Read(session => new InvitationStore(session).FailuresSince(Father, since, default)));
    }

    [SkippableFact]
    public async Task The_sheet_has_a_picture_for_each_and_runs_no_name_as_markup()
    {
        await database.Write(session => session.Execute("update person set name = '<script>' where id = 31", null, default));
        using var page = new StringWriter();
        await InvitationSheet.Write(await Issue(), await Words(), page);

        var html = page.ToString();
        Assert.Equal(3, html.Split("<svg ").Length - 1);
        Assert.Single(html.Split("<section ").Skip(1));
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(
        "zh-Hans", "第一小学1班", "扫码，打开 Telegram 里的 @school_bot", "把孩子的体温发过来，比如：36.5 没外出", "王小明一家共用这一张，最多4位家长都可以扫。请不要给家里以外的人",
        "第一小学1班 · 班主任", "把自己的体温发过来", "只给您本人用，用过一次就失效")]
    [InlineData(
        "zh-Hant", "第一小学1班", "掃 QR 碼，打開 Telegram 裡的 @school_bot", "把孩子的體溫傳過來，例如：36.5 沒外出", "王小明一家共用這一張，最多 4 位家長都可以掃。請不要給家人以外的人",
        "第一小学1班 · 班導師", "把自己的體溫傳過來", "只供您本人使用，用過一次就失效")]
    [InlineData(
        "en", "第一小学1班", "It opens @school_bot in Telegram", "send it your child's temperature each morning, such as: 36.5 no travel",
        "One card for 王小明's family: up to 4 guardians may scan it. Please don't give it to anyone outside the family", "第一小学1班 · Class teacher",
        "send it your own temperature", "For you alone; it works once")]
    public async Task A_card_names_the_school_and_the_bot_and_says_what_to_send_and_who_may_use_it(string language, params string[] said)
    {
        await database.Write(session => session.Execute("update unit set language = @language", new { language }, default));
        using var page = new StringWriter();
        await InvitationSheet.Write(await Issue(), await Words(), page);

        var html = System.Net.WebUtility.HtmlDecode(page.ToString());
        Assert.All(said, text => Assert.Contains(text, html, StringComparison.Ordinal));
        Assert.Contains($"<section lang=\"{language}\">", html, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_card_for_a_single_guardian_is_not_shared()
    {
        using var page = new StringWriter();
        await InvitationSheet.Write(await Issue(), await Words(mostGuardians: 1), page);
        Assert.Contains("给王小明的家长一个人用", page.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("共用", page.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_table_has_a_link_that_opens_the_private_chat()
    {
        var lines = await Issue();
        using var table = new StringWriter();
        await InvitationCsv.Write(lines, "school_bot", table);

        var rows = table.ToString().Split('\n');
        Assert.Equal("unit,role,name,number,code,link", rows[0]);
        Assert.Equal($"示范县/第一小学/1班,student,王小明,1,{lines[1].Code},https://t.me/school_bot?start={lines[1].Code}", rows[2]);
    }

    private async Task<InvitationWords> Words(int mostGuardians = 4) =>
        new("school_bot", mostGuardians, await database.Read(session => new UnitStore(session).All(default)));

    private Task<IReadOnlyList<InvitationLine>> Issue() =>
        database.Write(session => new InvitationIssue(session, TimeProvider.System).Of(TestDatabase.School, default));

    private Task<Core.Conversations.Turns.Invitation?> Find(string code, long userId) =>
        database.Read(session => new InvitationStore(session).Find(code, userId, default));

    private Task Link(long userId, long personId, LinkKind kind, string code) =>
        database.Write(session => new LinkStore(session).Add(userId, personId, kind, "某人", code, TestDatabase.Now, default));
}

public sealed class SqliteInvitationTests() : InvitationTests(new SqliteDatabase());

public sealed class PostgresInvitationTests() : InvitationTests(new PostgresDatabase());
