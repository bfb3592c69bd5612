using CheckinBot.Core.CheckIns;
using CheckinBot.Demo;
using CheckinBot.Demo.Population;
using CheckinBot.Files.Pictures;

namespace CheckinBot.EndToEnd.Browser;

/// <summary>A visitor of the demo plays a parent, the class teacher and the official on the page.</summary>
[Collection(DemoCollection.Name)]
public sealed class VisitorTests
{
    private const string Official = "县教育局";
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [SkippableFact]
    public async Task A_visitor_plays_a_parent_the_class_teacher_and_the_official()
    {
        Chromium.Need();
        var folder = Directory.CreateTempSubdirectory("checkinbot-e2e-");
        try
        {
            await using var session = await DemoSession.Start(
                new DemoOptions { Urls = "http://127.0.0.1:0", Speed = 300, Day = Monday, Folder = folder.FullName }, CancellationToken.None);
            session.LetTheDayBegin();
            await DemoPace.StandAt(session, new TimeOnly(7, 10));
            // Slow enough for a browser on a busy machine: the parents who are played here answer by themselves after 08:15. It must
            // not stand, because then Telegram's limit of messages to a group would count real minutes.
            session.Clock.SetSpeed(10);
            session.Time.Resume();
            await using var demo = await DemoPage.Open(session.Simulator.BaseUrl, 1440, 900);
            await PlayParent(demo);
            await LookAtGroup(demo);
            await PressCard(demo, session.County.Households.First(home => home.Habit == Habit.AfterNudge).Carers[0].Account);
            await PlayTeacher(demo);
            var unanswered = session.County.Households.Where(home => home.Habit == Habit.AfterSecondReminder);
            await SeeTheNudge(demo, unanswered.First(home => home.Pupils[0].ClassPath.EndsWith("三年级/1班", StringComparison.Ordinal)).Carers[0].Account);
            await PlayOfficial(demo);
            await TurnClock(demo, session);
            await SeeTheEnd(demo, session);
            Assert.Empty(demo.Complaints);
            await LookOnPhone(session);
            await LookAtFiles(session, "desktop", 1440, 900);
            await LookAtFiles(session, "phone", 390, 844);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PlayParent(DemoPage demo)
    {
        await demo.Try("63.5");
        await demo.Expect("这个数不像体温");
        await demo.Screenshot("parent-63.5");
        await demo.Press("36.5 ✓");
        await demo.Press("没外出");
        await demo.Expect("✅");
        await demo.Screenshot("parent-done");
    }

    private static async Task LookAtGroup(DemoPage demo)
    {
        await demo.OpenChat("家长群");
        await demo.Expect("#接龙");
        await demo.Screenshot("group");
    }

    /// <summary>A parent who has not answered yet reports from the card in the class group, by messages that nobody else sees.</summary>
    private static async Task PressCard(DemoPage demo, Account parent)
    {
        await demo.Become(parent.FirstName);
        await demo.OpenChat("家长群");
        await demo.Press("🌡 报体温");
        await demo.Expect("只有您看得到");
        await demo.Screenshot("group-card-asks");
        await demo.Press("36.5");
        await demo.Press("没有");
        await demo.Expect("✅");
        await demo.Screenshot("group-card-done");
    }

    private static async Task PlayTeacher(DemoPage demo)
    {
        await Ask(demo, "三年级1班班主任", "/missing", "人未报", "teacher-missing");
        await demo.Press("📣");
        await demo.Page.Locator(".toast").First.WaitForAsync();
        await demo.Screenshot("teacher-nudged");
    }

    /// <summary>A parent who has not answered is asked in private, in the class teacher's name.</summary>
    private static async Task SeeTheNudge(DemoPage demo, Account parent)
    {
        await demo.Become(parent.FirstName);
        await demo.OpenChat("小卫");
        await demo.Expect("老师在等");
        await demo.Screenshot("parent-nudged");
    }

    private static async Task PlayOfficial(DemoPage demo)
    {
        await Ask(demo, Official, "/digest", "应报 171", "official-digest");
        if (Rasteriser.ProgramPath is not null)
        {
            await demo.Press("📈 图表");
            await demo.Page.Locator(".photo img").Last.WaitForAsync();
        }

        await demo.Press("Excel");
        await demo.Page.Locator(".document").Last.WaitForAsync();
    }

    /// <summary>The picture and the workbook in the official's chat, by day and by night.</summary>
    private static async Task LookAtFiles(DemoSession session, string name, int width, int height)
    {
        foreach (var dark in new[] { false, true })
        {
            await using var screen = await DemoPage.Open(session.Simulator.BaseUrl, width, height, dark);
            await screen.Become(Official);
            await screen.OpenChat("小卫");
            await screen.Page.Locator(".document").Last.WaitForAsync();
            await screen.Page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete)");
            await screen.Screenshot($"{name}-files-{(dark ? "dark" : "light")}");
            Assert.Empty(screen.Complaints);
        }
    }

    /// <summary>A member of staff asks the bot something in private.</summary>
    private static async Task Ask(DemoPage demo, string who, string command, string answer, string screenshot)
    {
        await demo.Become(who);
        await demo.OpenChat("小卫");
        await demo.Say(command);
        await demo.Expect(answer);
        await demo.Screenshot(screenshot);
    }

    private static async Task TurnClock(DemoPage demo, DemoSession session)
    {
        session.Time.Resume();
        await demo.Page.Locator(".clock:not(.paused)").WaitForAsync();
        await demo.Page.ClickAsync(".clock .strong");
        await Patience.Until(() => session.Schedule.TimeOf(session.Time.GetUtcNow()) >= new TimeOnly(7, 30), () => DemoPace.State(session));
        await demo.Page.Locator(".clock .button").First.ClickAsync();
        await demo.Page.Locator(".clock.paused").WaitForAsync();
        Assert.True(session.Time.IsPaused);
    }

    /// <summary>The page says that the day is over, and what can be done then.</summary>
    private static async Task SeeTheEnd(DemoPage demo, DemoSession session)
    {
        session.Time.Resume();
        session.Time.RushTo(session.Schedule.TimeZone.ToInstant(Monday, SchoolClock.Ends));
        await demo.Page.Locator(".day-over").WaitForAsync();
        await demo.Screenshot("day-over");
    }

    private static async Task LookOnPhone(DemoSession session)
    {
        await using var phone = await DemoPage.Open(session.Simulator.BaseUrl, 390, 844, dark: true);
        await phone.Page.Locator(".chat").First.WaitForAsync();
        await phone.Screenshot("phone-chats");
        await phone.OpenChat("小卫");
        await phone.Page.Locator(".bubble").First.WaitForAsync();
        await phone.Screenshot("phone-chat");
        Assert.Empty(phone.Complaints);
    }
}
