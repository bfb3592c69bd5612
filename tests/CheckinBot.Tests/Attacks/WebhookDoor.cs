using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CheckinBot.Tests.Receiving;

namespace CheckinBot.Tests.Attacks;

/// <summary>A worker that receives by webhook, and whoever knocks there, over real HTTP. Its class has a group.</summary>
internal sealed class WebhookDoor : IAsyncDisposable
{
    public const long Group = -4242;
    public const string Parent = """{"id":1001,"is_bot":false,"first_name":"丽","language_code":"zh-hans"}""";
    public const string Teacher = """{"id":1002,"is_bot":false,"first_name":"陈","language_code":"zh-hans"}""";
    public const string ClassGroup = """{"id":-4242,"type":"supergroup","title":"1班"}""";

    private int _updates = 100;

    private WebhookDoor(Worker worker) => (Worker, Http) = (worker, new HttpClient { BaseAddress = worker.Http });

    public Worker Worker { get; }

    public HttpClient Http { get; }

    public static async Task<WebhookDoor> Open()
    {
        var worker = await Worker.Start(start: false, settings:
        [
            ("Telegram:Mode", "Webhook"), ("Telegram:WebhookUrl", "http://127.0.0.1:9/telegram/webhook"), ("Telegram:WebhookSecret", Worker.Secret),
        ]);
        await worker.Execute($"insert into group_chat (chat_id, bot_id, unit_id, title) values ({Group}, 777, 3, '1班')");
        await worker.Begin();
        var door = new WebhookDoor(worker);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await door.Http.GetAsync(new Uri("/readyz", UriKind.Relative), limit.Token)).StatusCode != HttpStatusCode.OK)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
        return door;
    }

    /// <summary>Telegram delivers an update: what stands beside its number.</summary>
    public Task<HttpStatusCode> Deliver(string rest) => Knock($$"""{"update_id":{{++_updates}},{{rest}} }""", Worker.Secret);

    /// <summary>A message, in the class's group.</summary>
    public Task<HttpStatusCode> Written(string rest) =>
        Deliver($$""" "message":{"message_id":{{++_updates}},"date":1772850000,"chat":{{ClassGroup}},{{rest}} } """);

    public async Task<HttpStatusCode> Knock(string body, string? secret, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        request.Headers.ExpectContinue = true;
        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Worker.DisposeAsync();
    }
}
