using CheckinBot.Simulator.Chats;
using CheckinBot.Tests.Receiving;

namespace CheckinBot.Tests.Attacks;

/// <summary>
/// Names and texts that are made to break what shows or stores them: markup, marks that turn the direction of writing, characters
/// that nobody sees, 4,096 of them, formulas, SQL. They are shown as they were typed, without what cannot be seen, and do nothing.
/// </summary>
public sealed class HostileTextTests
{
    private const long Bot = 777;

    private static readonly string[] Texts =
    [
        "<b>36.5</b>", "<a href=\"tg://user?id=1\">王小明</a> 36.5", "36.5\u202E没外出", "3\u200B6\u200D.\uFEFF5 没外出", "王小明 36.5 去了<script>alert(1)</script>",
        "36.5 去了'); drop table check_in; --", "36.5 去了=HYPERLINK(\"http://x\")", new string('王', 4096), new string('9', 4096),
        string.Concat(Enumerable.Repeat("36.5 ", 819)),
        string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 372)),
        "#接龙\n" + string.Concat(Enumerable.Range(1, 200).Select(i => $"{i}. 王小明 36.5\n")), "\u0000\u0007\u001b[31m36.5",
        "/status@checkin_bot\u202E", "/report \u202E王小明 36.5", "/start ' or 1=1 --", "/language <b>en</b>",
    ];

    [Fact]
    public async Task Texts_are_answered_in_plain_words_and_leave_everything_as_it_is()
    {
        await using var worker = await Worker.Start();
        var world = worker.Simulator.World;
        foreach (var text in Texts)
        {
            world.SendText(Worker.Parent, Bot, text);
            world.SendText(Worker.Teacher, Bot, text);
        }

        world.SendText(Worker.Parent, Bot, "36.5 没外出");
        await worker.WaitFor("select count(*) from inbox", (Texts.Length * 2 + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("0", await worker.Ask("select count(*) from inbox where error is not null"));
        await worker.WaitFor("select count(*) from outbox", "0");
        foreach (var user in (long[])[Worker.Parent, Worker.Teacher]) Plain(world.Messages(user, Bot));
        Assert.Equal("3", await worker.Ask("select count(*) from person"));
        Assert.Equal("0", await worker.Ask("select count(*) from check_in where place like '%' || char(8238) || '%' or place like '%' || char(8203) || '%'"));
    }

    [Fact]
    public async Task Names_are_shown_as_they_were_typed_without_what_cannot_be_seen()
    {
        await using var worker = await Worker.Start(start: false);
        await worker.Execute("""
            insert into invitation (code, person_id, created_at) values ('GGGGGGGGGGGGGGGGGGGGGG', 32, '2026-01-01T00:00:00.000Z');
            update person set name = '<b>李</b>&amp;华' where id = 32;
            update unit set name = '<i>1</i>班' where id = 3;
            """);
        worker.Simulator.World.AddUser(666, "\u202E<b>王</b>\u200B", "=cmd|'/C calc'!A0'; drop table link; --", languageCode: "zh-hans");
        await worker.Begin();
        var world = worker.Simulator.World;
        // Whoever has not begun a chat cannot be told of anything.
        world.SendText(Worker.Teacher, Bot, "/help");
        await worker.WaitFor("select count(*) from inbox", "1");
        world.SendText(666, Bot, "/start GGGGGGGGGGGGGGGGGGGGGG");
        await worker.WaitFor("select count(*) from link where user_id = 666", "1");
        world.SendText(666, Bot, "36.5 没外出");
        world.SendText(666, Bot, "/me");
        world.SendText(Worker.Teacher, Bot, "/class");
        await worker.WaitFor("select count(*) from inbox", "5");
        await worker.WaitFor("select count(*) from outbox", "0");

        Plain(world.Messages(666, Bot));
        Plain(world.Messages(Worker.Teacher, Bot));
        Assert.Contains(world.Messages(666, Bot), message => message.FromBot && message.Text!.Contains("<b>李</b>&amp;华", StringComparison.Ordinal));
        Assert.Contains(world.Messages(Worker.Teacher, Bot), message => message.FromBot && message.Text!.Contains("<b>王</b> =cmd", StringComparison.Ordinal));
        Assert.Equal("3", await worker.Ask("select count(*) from link"));
    }

    private static void Plain(IEnumerable<SimMessage> messages)
    {
        foreach (var message in messages.Where(message => message.FromBot && !message.IsRich))
        {
            // The simulator marks what was sent as HTML, as Telegram would.
            Assert.DoesNotContain(message.Entities, entity => entity.Type is "bold" or "italic" or "text_link" or "code");
            Assert.DoesNotContain(message.Text!, letter => letter is '\u202E' or '\u200B' or '\u2066' or '\0' or '\u001b');
            Assert.InRange(message.Text!.Length, 1, 4096);
        }
    }
}
