using CheckinBot.Simulator;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Limits;

namespace CheckinBot.EndToEnd.ForeignClients;

/// <summary>
/// Bots on client libraries that others wrote run against the simulator without any change. Where it would speak
/// otherwise than Telegram, they would not understand it.
/// </summary>
public class ForeignClientTests
{
    private const string Token = "4242:foreign-client";
    private const long BotId = 4242;
    private const long Person = 7001;
    private const long NeverStarted = 7002;

    [SkippableTheory]
    [InlineData("grammy.mjs")]
    [InlineData("telegraf.mjs")]
    [InlineData("python_telegram_bot.py")]
    public async Task A_bot_written_on_another_library_holds_a_whole_conversation(string script)
    {
        ForeignBot.SkipUnlessAvailable(script);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await using var simulator = await SimulatorServer.StartAsync(
            new SimulatorOptions { Limits = new SendingLimits { ChatBurst = 15 } }, patience.Token);
        simulator.World.AddBot(Token, "foreign_bot");
        simulator.World.AddUser(Person, "Li");
        simulator.World.AddUser(NeverStarted, "Wang");
        await using var bot = await ForeignBot.StartAsync(script, simulator.BaseUrl, Token, patience.Token);
        Assert.Equal("ready foreign_bot", bot.FirstLine);

        await PlayAsync(simulator.World, hasReactions: script.EndsWith(".mjs", StringComparison.Ordinal), patience.Token);

        Assert.Equal(0, await bot.StopAsync(patience.Token));
    }

    private static async Task PlayAsync(World world, bool hasReactions, CancellationToken ct)
    {
        using var chat = world.Open(Person, BotId);
        world.Start(Person, "code-1");
        Assert.Equal("welcome code-1", (await chat.NextAsync(ct)).Text);

        var asked = chat.Say("ask");
        var question = await chat.NextAsync(ct);
        Assert.Equal("36.5?", question.Text);
        Assert.Equal("bold", Assert.Single(question.Entities).Type);
        Assert.Equal(asked.Id, question.ReplyTo?.Id);
        Assert.Equal("https://example.org/help", question.Button("Help")?.Url);

        chat.Press(question, "Yes");
        Assert.Equal("noted", (await chat.NextTapAnswerAsync(ct)).Text);
        var answered = await chat.NextChangeAsync(ct);
        Assert.Equal(("answered", true), (answered.Text, answered.Buttons.IsEmpty));

        if (hasReactions)
        {
            chat.Say("like");
            Assert.Equal("👍", Assert.Single((await chat.NextChangeAsync(ct)).Reactions).Emoji);
        }

        world.Edit(Person, BotId, asked.Id, "36.8");
        Assert.Equal("now 36.8", (await chat.NextAsync(ct)).Text);

        chat.Say("file");
        var document = await chat.NextAsync(ct);
        Assert.Equal(("today", "日报告.txt"), (document.Text, document.Media?.File?.Name));
        Assert.Equal("早上好 report"u8.ToArray(), document.Media!.File!.Content.ToArray());
        Assert.Equal("read 早上好 report from 日报告.txt", (await chat.NextAsync(ct)).Text);

        chat.Say($"write to {NeverStarted}");
        Assert.Equal("403 Forbidden: bot can't initiate conversation with a user", (await chat.NextAsync(ct)).Text);

        chat.Say("flood");
        Assert.Equal("refused 429", (await chat.NextAsync(m => m.FromBot && m.Text!.StartsWith("refused", StringComparison.Ordinal), ct)).Text);
    }
}
