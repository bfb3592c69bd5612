using CheckinBot.Simulator;
using CheckinBot.Simulator.Chats;
using CheckinBot.Simulator.Limits;

namespace CheckinBot.Tests.Simulator;

/// <summary>A simulator with one bot, a parent, a teacher and their class group, on a clock that only the test moves.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const long Parent = 1001;
    public const long Teacher = 1002;
    public const long Stranger = 1003;
    public const string Token = "777:test-token";

    private readonly SimulatorServer _server;

    private Town(SimulatorServer server, ManualTime clock)
    {
        _server = server;
        Clock = clock;
        World.AddBot(Token, "checkin_bot", "Check-in");
        World.AddUser(Parent, "丽", "王", "wangli", "zh-hans", "parent");
        World.AddUser(Teacher, "Chen", languageCode: "en", role: "class teacher");
        World.AddUser(Stranger, "Nobody");
        Bot = new BotClient(_server.BaseUrl, Token);
    }

    public ManualTime Clock { get; }

    public World World => _server.World;

    public BotClient Bot { get; }

    public string BaseUrl => _server.BaseUrl;

    public static async Task<Town> OpenAsync(SendingLimits? limits = null, bool ephemeral = true, TimeSpan? webhookPatience = null)
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 3, 2, 22, 20, 0, TimeSpan.Zero));
        var options = new SimulatorOptions { TimeProvider = clock, Limits = limits ?? SendingLimits.Off, EphemeralSupported = ephemeral };
        return new Town(await SimulatorServer.StartAsync(options with { WebhookPatience = webhookPatience ?? options.WebhookPatience }), clock);
    }

    public SimChat ClassGroup(bool botIsAdministrator = false)
    {
        var group = World.AddGroup("三年级1班", [Parent, 777], [Teacher]);
        if (botIsAdministrator)
        {
            World.SetAdministrator(group.Id, 777, Teacher);
        }

        return group;
    }

    /// <summary>Confirms all that waits, so that a test sees only what comes after.</summary>
    public Task ForgetUpdatesAsync() => Bot.CallAsync("deleteWebhook", new { drop_pending_updates = true });

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        await _server.DisposeAsync();
    }
}
