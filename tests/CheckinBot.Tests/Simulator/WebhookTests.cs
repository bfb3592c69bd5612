using System.Text.Json;
using System.Threading.Channels;
using CheckinBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Tests.Simulator;

public class WebhookTests
{
    [Fact]
    public async Task Updates_are_posted_in_order_with_the_secret_and_again_until_taken()
    {
        await using var town = await Town.OpenAsync();
        await using var receiver = await Receiver.StartAsync(refusals: 2);
        await town.Bot.CallAsync("setWebhook", new { url = receiver.Url, secret_token = "s3cret_-" });

        foreach (var text in (List<string>)["a", "b", "c"])
        {
            town.World.SendText(Town.Parent, 777, text);
        }

        var texts = new List<string?>();
        for (var i = 0; i < 5; i++)
        {
            var (secret, update) = await receiver.NextAsync();
            Assert.Equal("s3cret_-", secret);
            texts.Add(update.GetProperty("message").GetProperty("text").GetString());
        }

        Assert.Equal(["a", "a", "a", "b", "c"], texts);
        var info = (await town.Bot.CallAsync("getWebhookInfo")).Result;
        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", info.GetProperty("last_error_message").GetString());
    }

    [Fact]
    public async Task An_update_that_is_not_answered_in_time_is_posted_again()
    {
        Assert.Equal(TimeSpan.FromSeconds(60), new SimulatorOptions().WebhookPatience);
        await using var town = await Town.OpenAsync(webhookPatience: TimeSpan.FromSeconds(1));
        await using var receiver = await Receiver.StartAsync(silences: 1);
        await town.Bot.CallAsync("setWebhook", new { url = receiver.Url });

        town.World.SendText(Town.Parent, 777, "36.5");

        var first = await receiver.NextAsync();
        var second = await receiver.NextAsync();
        Assert.Equal(first.Update.GetProperty("update_id").GetInt64(), second.Update.GetProperty("update_id").GetInt64());
        var info = (await town.Bot.CallAsync("getWebhookInfo")).Result;
        Assert.Equal("Read timeout expired", info.GetProperty("last_error_message").GetString());
    }

    [Fact]
    public async Task Polling_and_a_webhook_exclude_each_other()
    {
        await using var town = await Town.OpenAsync();
        await using var receiver = await Receiver.StartAsync();
        var poll = town.Bot.CallAsync("getUpdates", new { timeout = 50 });

        // The poll may reach the server before or after the webhook is set: both end in a conflict.
        await town.Bot.CallAsync("setWebhook", new { url = receiver.Url });

        Assert.Equal(409, (await poll).Status);
        Assert.Equal(409, (await town.Bot.CallAsync("getUpdates")).Status);
        await town.Bot.CallAsync("deleteWebhook");
        Assert.True((await town.Bot.CallAsync("getUpdates")).Ok);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/hook", "ok", "Bad Request: bad webhook: invalid webhook URL specified")]
    [InlineData("http://example.org/hook", "ok", "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")]
    [InlineData("https://example.org:444/hook", "ok", "Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")]
    [InlineData("https://127.0.0.1/hook", "not ok!", "Bad Request: secret token contains unallowed characters")]
    public async Task A_webhook_that_Telegram_would_not_take_is_refused(string url, string secret, string description)
    {
        await using var town = await Town.OpenAsync();

        Assert.Equal(description, (await town.Bot.CallAsync("setWebhook", new { url, secret_token = secret })).Description);
    }

    [Theory]
    [InlineData("https://bot.invalid/hook")]
    [InlineData("https://bot.invalid:80/hook")]
    [InlineData("https://bot.invalid:88/hook")]
    [InlineData("https://bot.invalid:8443/hook")]
    public async Task A_webhook_may_listen_on_four_ports(string url)
    {
        await using var town = await Town.OpenAsync();

        Assert.True((await town.Bot.CallAsync("setWebhook", new { url, secret_token = new string('x', 256) })).Ok);
        var tooLong = await town.Bot.CallAsync("setWebhook", new { url, secret_token = new string('x', 257) });
        Assert.Equal("Bad Request: secret token contains unallowed characters", tooLong.Description);
    }

    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly Channel<(string, JsonElement)> _received = Channel.CreateUnbounded<(string, JsonElement)>();
        private int _refusals;
        private int _silences;

        private Receiver(WebApplication app, int refusals, int silences)
        {
            _app = app;
            _refusals = refusals;
            _silences = silences;
        }

        public string Url => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/hook";

        public static async Task<Receiver> StartAsync(int refusals = 0, int silences = 0)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var receiver = new Receiver(app, refusals, silences);
            // As a Delegate: as a RequestDelegate the result would be ignored.
            app.MapPost("/hook", (Delegate)receiver.TakeAsync);
            await app.StartAsync();
            return receiver;
        }

        public async Task<(string Secret, JsonElement Update)> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            return await _received.Reader.ReadAsync(patience.Token);
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task<IResult> TakeAsync(HttpContext context)
        {
            var update = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
            _received.Writer.TryWrite((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString(), update));
            if (Interlocked.Decrement(ref _silences) >= 0) await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return Interlocked.Decrement(ref _refusals) >= 0 ? Results.StatusCode(500) : Results.Ok();
        }
    }
}
