using System.IO.Compression;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Files.Pictures;
using CheckinBot.Sending;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Files;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;
using Microsoft.Extensions.DependencyInjection;
using MediaKind = CheckinBot.Simulator.Chats.MediaKind;

namespace CheckinBot.EndToEnd;

/// <summary>Workbooks, forms and pictures, from the button to the file in the chat.</summary>
public sealed class FileTests
{
    private static readonly TimeOnly Morning = new(7, 0);

    [Fact]
    public async Task An_official_gets_the_digest_as_a_workbook_with_the_open_cases_and_the_look_is_logged()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Morning);
        school.World.SendText(school.User("小明妈妈"), school.User("小明妈妈"), "38.2 咳嗽 没外出");
        await school.Settle();
        school.World.SendText(school.User("程科长"), school.User("程科长"), "/digest");
        await school.Settle();
        await Press(school, "程科长", "Excel");
        var file = Assert.Single(Files(school, "程科长", MediaKind.Document));
        Assert.Equal("示范县 日报 2026-03-02.xlsx", file.Name);
        Assert.Contains("王小明", TextOf(file), StringComparison.Ordinal);
        Assert.Equal(1, await school.Count("select count(*) from look where reason = 'cases' and via = 'export' and by_user_id is not null"));
    }

    [Fact]
    public async Task A_workbook_ordered_later_than_the_digest_says_how_many_answered_since()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Morning);
        await school.MoveTo(new TimeOnly(9, 31));
        school.World.SendText(school.User("程科长"), school.User("程科长"), "/digest");
        await school.Settle();
        await Press(school, "程科长", "Excel");
        Assert.EndsWith("与 09:30 的日报一致", CaptionOf(school, "程科长"), StringComparison.Ordinal);
        await school.MoveTo(new TimeOnly(9, 40));
        school.World.SendText(school.User("小明妈妈"), school.User("小明妈妈"), "36.5 没外出");
        await school.Settle();
        await Press(school, "程科长", "Excel");
        Assert.Contains("截至 09:4", CaptionOf(school, "程科长"), StringComparison.Ordinal);
        Assert.EndsWith("09:30 日报之后有 1 人补报或更正", CaptionOf(school, "程科长"), StringComparison.Ordinal);
        Assert.Contains("1 人补报或更正", TextOf(Files(school, "程科长", MediaKind.Document)[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_teacher_gets_the_forms_of_the_class_as_workbook_and_page_and_no_look_is_logged()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Morning);
        school.World.SendText(school.User("小明妈妈"), school.User("小明妈妈"), "36.5 没外出");
        school.World.SendText(school.User("陈老师"), school.User("陈老师"), "/class");
        await school.Settle();
        await Press(school, "陈老师", "📄 表格");
        await Press(school, "陈老师", "班级登记册");
        await Press(school, "陈老师", "🖨 打印");
        var files = Files(school, "陈老师", MediaKind.Document);
        Assert.Equal("三年级1班 班级登记册 2026-03-02.xlsx", files[0].Name);
        Assert.Contains("王小明", TextOf(files[0]), StringComparison.Ordinal);
        Assert.EndsWith(".html", files[1].Name, StringComparison.Ordinal);
        Assert.Equal(0, await school.Count("select count(*) from look"));
    }

    [Fact]
    public async Task An_official_is_offered_forms_of_numbers_alone()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Morning);
        school.World.SendText(school.User("程科长"), school.User("程科长"), "/digest");
        await school.Settle();
        await Press(school, "程科长", "📄 表格");
        var offered = Newest(school, "程科长", message => message.Buttons.Length > 0)!;
        Assert.Equal(["疫情信息日报告", "🖨 打印"], offered.Buttons.SelectMany(row => row).Select(button => button.Text));
    }

    [Fact]
    public async Task Whoever_may_not_see_a_file_when_it_is_made_gets_a_word_instead()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Morning);
        await Order(school, "李雷爸爸", FileKind.FormWorkbook, "class-register", dueIn: TimeSpan.Zero);
        await school.Settle();
        Assert.Empty(Files(school, "李雷爸爸", MediaKind.Document));
        Assert.Contains("权限", school.WrittenTo("李雷爸爸")[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_before_sending_loses_no_file_and_no_name_lies_in_the_outbox()
    {
        await using var school = await SmallSchool.Open(Language.ZhHans, Morning);
        await Order(school, "陈老师", FileKind.FormWorkbook, "class-register", dueIn: TimeSpan.FromMinutes(5));
        Assert.Equal(1, await school.Count("select count(*) from outbox where sent_at is null and call like '%class-register%' and call not like '%王小明%'"));
        await school.StopHost();
        await school.StartHost();
        await school.MoveTo(new TimeOnly(7, 10));
        await school.Until(() => Files(school, "陈老师", MediaKind.Document).Count == 1);
        Assert.Contains("王小明", TextOf(Files(school, "陈老师", MediaKind.Document)[0]), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_scheduled_digest_comes_with_a_picture_after_the_text_to_school_and_county_and_not_to_groups()
    {
        Skip.If(Rasteriser.ProgramPath is null, "rsvg-convert is not installed: apt-get install librsvg2-bin fonts-noto-cjk");
        await using var school = await SmallSchool.Open(Language.ZhHans, Morning);
        await school.MoveTo(new TimeOnly(9, 31));
        foreach (var reader in new[] { "高校长", "程科长" })
        {
            await school.Until(() => Files(school, reader, MediaKind.Photo).Count == 1);
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Files(school, reader, MediaKind.Photo)[0].Content[..4].ToArray());
            var picture = Newest(school, reader, message => message.Media?.Kind == MediaKind.Photo)!;
            var text = Newest(school, reader, message => message.Text?.StartsWith("📋", StringComparison.Ordinal) == true)!;
            Assert.True(picture.Key > text.Key);
        }

        Assert.Empty(Files(school, "陈老师", MediaKind.Photo));
        Assert.DoesNotContain(school.SeenInGroup("陈老师"), message => message.Media is not null);
    }

    private static async Task Order(SmallSchool school, string account, FileKind kind, string form, TimeSpan dueIn)
    {
        var services = school.Host.Services;
        var unit = await school.Count("select id from unit where path = '示范县/第一小学/三年级/1班'");
        var order = new FileOrder(school.User(account), kind, unit, SmallSchool.Day, "morning", Language.ZhHans) { Form = form };
        await services.GetRequiredService<Writer>().Write(
            session => services.GetRequiredService<Outbox>()
                .Add(session, new OutgoingCall { File = order }, Lane.Answers, CancellationToken.None, dueAt: school.Time.GetUtcNow() + dueIn),
            CancellationToken.None);
    }

    private static async Task Press(SmallSchool school, string account, string label)
    {
        var message = Newest(school, account, message => message.Button(label) is not null);
        Assert.NotNull(message);
        school.World.Press(school.User(account), message, label);
        await school.Settle();
    }

    private static SimMessage? Newest(SmallSchool school, string account, Func<SimMessage, bool> meant)
    {
        var user = school.User(account);
        lock (school.World.Gate) return school.World.PrivateChat(user).Before(user, int.MaxValue, limit: 1000).LastOrDefault(meant);
    }

    private static string CaptionOf(SmallSchool school, string account) =>
        Newest(school, account, message => message.FromBot && message.Media?.Kind == MediaKind.Document)!.Text!;

    private static IReadOnlyList<SimFile> Files(SmallSchool school, string account, MediaKind kind)
    {
        var user = school.User(account);
        lock (school.World.Gate)
        {
            var shown = school.World.PrivateChat(user).Before(user, int.MaxValue, limit: 1000);
            return [.. shown.Where(message => message.FromBot && message.Media?.Kind == kind).Select(message => message.Media!.File!)];
        }
    }

    private static string TextOf(SimFile workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook.Content.ToArray()));
        return string.Concat(archive.Entries.Where(entry => entry.FullName.Contains("worksheets", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
