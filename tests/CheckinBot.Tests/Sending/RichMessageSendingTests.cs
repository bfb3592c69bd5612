using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Simulator.Chats;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;
using CheckinBot.Tests.Receiving;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Sending;

/// <summary>Messages with a table, through the outbox of a real worker to a server that knows them or does not.</summary>
public sealed class RichMessageSendingTests
{
    private const string Html = "<p>heading</p><table bordered striped><tr><td>cell</td></tr></table>";
    private static readonly Keyboard Buttons = new([[new Button("Back", "0.x")]]);

    [Fact]
    public async Task A_table_is_sent_where_the_server_takes_it_and_edited_to_another_page()
    {
        await using var worker = await Open(rich: true);
        await Send(worker, Html);
        Assert.True(Shown(worker) is { IsRich: true, Text: "heading\ncell" } sent && sent.Button("Back") is not null);

        await Edit(worker, Html.Replace("cell", "other", StringComparison.Ordinal));
        Assert.True(Shown(worker) is { IsRich: true, Text: "heading\nother" } edited && edited.Button("Back") is not null);

        await Edit(worker, null);
        Assert.True(Shown(worker) is { IsRich: false, Text: "plain" });
    }

    [Fact]
    public async Task Where_the_server_has_none_the_text_is_sent_and_that_is_remembered()
    {
        await using var worker = await Open(rich: false);
        await Send(worker, Html);
        Assert.True(Shown(worker) is { IsRich: false, Text: "plain" } sent && sent.Button("Back") is not null);

        worker.Simulator.World.RichSupported = true;
        await Send(worker, Html);
        Assert.False(Shown(worker).IsRich);
    }

    [Fact]
    public async Task An_edit_finds_out_that_the_server_has_none_too()
    {
        await using var worker = await Open(rich: false);
        await Send(worker, null);
        await Edit(worker, Html, "another page");
        Assert.True(Shown(worker) is { IsRich: false, Text: "another page" } edited && edited.Button("Back") is not null);
        Assert.False(worker.Services.GetRequiredService<RichMessageSupport>().MayTry);
    }

    [Fact]
    public async Task One_table_that_is_refused_goes_as_text_and_the_next_as_a_table()
    {
        await using var worker = await Open(rich: true);
        await Send(worker, Html);
        await Send(worker, "<nonsense>");
        Assert.True(Shown(worker) is { IsRich: false, Text: "plain" });
        await Send(worker, Html);
        Assert.True(Shown(worker).IsRich);
    }

    [Fact]
    public async Task A_chat_that_cannot_be_written_to_says_nothing_of_the_server()
    {
        await using var worker = await Open(rich: true);
        await Put(worker, new OutgoingCall { Send = new OutgoingMessage(999_999, "plain") { Rich = Html } });
        await Send(worker, Html);
        Assert.True(Shown(worker).IsRich);
    }

    private static async Task<Worker> Open(bool rich)
    {
        var worker = await Worker.Start();
        worker.Simulator.World.RichSupported = rich;
        worker.Simulator.World.Start(Worker.Parent);
        await worker.WaitFor("select count(*) from inbox", "1");
        await worker.WaitFor("select count(*) from outbox where sent_at is null", "0");
        return worker;
    }

    private static Task Send(Worker worker, string? html) =>
        Put(worker, new OutgoingCall { Send = new OutgoingMessage(Worker.Parent, "plain") { Rich = html, Keyboard = Buttons } });

    private static Task Edit(Worker worker, string? html, string text = "plain") =>
        Put(worker, new OutgoingCall { Edit = new Effect.Edit(Worker.Parent, Shown(worker).Id, text, Buttons) { Rich = html } });

    private static async Task Put(Worker worker, OutgoingCall call)
    {
        var outbox = worker.Services.GetRequiredService<Outbox>();
        await worker.Services.GetRequiredService<Writer>().Write(async ValueTask (session) => await outbox.Add(session, call, Lane.Answers, default), default);
        await worker.WaitFor("select count(*) from outbox where sent_at is null", "0");
    }

    private static SimMessage Shown(Worker worker) => worker.Simulator.World.Messages(Worker.Parent, 777).Last(message => message.FromBot);
}
