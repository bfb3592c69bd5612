using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using CheckinBot.Core.Organisation;

namespace CheckinBot.EndToEnd;

/// <summary>Telegram delivers an update again when it has not heard of the first delivery.</summary>
public sealed class RedeliveryTests
{
    internal const string Secret = "a-secret-of-at-least-16";

    [Fact]
    public async Task An_update_that_is_delivered_twice_is_stored_and_answered_once()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 31),
        [
            ("Http:Urls", address), ("Telegram:Mode", "Webhook"), ("Telegram:WebhookUrl", $"{address}/telegram/webhook"), ("Telegram:WebhookSecret", Secret),
        ]);
        var before = school.WrittenTo("小明妈妈").Count;
        using var telegram = new HttpClient();

        Assert.Equal(HttpStatusCode.OK, await Deliver(telegram, address, school.User("小明妈妈")));
        await school.Settle();
        Assert.Equal(HttpStatusCode.OK, await Deliver(telegram, address, school.User("小明妈妈")));
        await school.Settle();

        Assert.Equal(1, await school.Count("select count(*) from check_in"));
        Assert.Equal(before + 1, school.WrittenTo("小明妈妈").Count);
    }

    internal static async Task<HttpStatusCode> Deliver(HttpClient telegram, string address, long userId)
    {
        var person = new { id = userId, is_bot = false, first_name = "小明妈妈", language_code = "zh-hans" };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/telegram/webhook")
        {
            Content = JsonContent.Create(new
            {
                update_id = 5,
                message = new
                {
                    message_id = 77,
                    from = person,
                    chat = new { id = userId, type = "private", first_name = "小明妈妈" },
                    date = 1772404260,
                    text = "36.5 没外出",
                },
            }),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        using var answer = await telegram.SendAsync(request);
        return answer.StatusCode;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
