using System.Net;
using System.Net.Sockets;
using CheckinBot.Telegram;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Tests.Telegram.Client;

public sealed class FailureTests
{
    [Theory]
    [InlineData(400, "Bad Request: chat not found")]
    [InlineData(401, "Unauthorized")]
    [InlineData(403, "Forbidden: bot was blocked by the user")]
    [InlineData(409, "Conflict: terminated by other getUpdates request")]
    public async Task A_refusal_carries_Telegrams_code_and_description(int code, string description)
    {
        await using var server = await ScriptedServer.Start(_ => Reply.Refused(code, description));
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot().SendMessage(5, "x"));
        Assert.Equal((code, description), (refused.ErrorCode, refused.Message));
    }

    [Fact]
    public async Task A_group_that_became_a_supergroup_tells_its_new_number()
    {
        await using var server = await ScriptedServer.Start(_ =>
            Reply.Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", """{"migrate_to_chat_id":-1001234567890}"""));
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot().SendMessage(-5, "x"));
        Assert.Equal(-1001234567890, refused.Parameters!.MigrateToChatId);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{\"ok\":true}")]
    [InlineData(200, "{\"ok\":false,\"result\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"}}}")]
    [InlineData(200, "{\"ok\":true,\"result\":[]}")]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(500, "{\"ok\":false}")]
    public async Task An_answer_that_is_none_is_a_request_exception_with_the_status(int status, string body)
    {
        await using var server = await ScriptedServer.Start(_ => new Reply(status, body));
        var failed = await Assert.ThrowsAsync<RequestException>(() => server.Bot().SendMessage(5, "x"));
        Assert.Equal((HttpStatusCode)status, failed.HttpStatusCode);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_request_exception_without_the_token()
    {
        using var reserved = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Bound and not listening: connections are refused.
        var bot = BotClient.Create(ScriptedServer.Token, new Uri($"http://{reserved.LocalEndPoint}"), TimeSpan.FromSeconds(100));
        var failed = await Assert.ThrowsAsync<RequestException>(() => bot.SendMessage(5, "x"));
        Assert.Null(failed.HttpStatusCode);
        Assert.DoesNotContain("SECRET", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_names_the_address_does_not_show_the_token()
    {
        using var network = new TellTaleNetwork();
        var bot = BotClient.Create(ScriptedServer.Token, new Uri("http://127.0.0.1:1"), TimeSpan.FromSeconds(100), network);
        var failed = await Assert.ThrowsAsync<RequestException>(() => bot.GetMe());
        Assert.Contains("<token>", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_description_that_repeats_the_token_does_not_show_it()
    {
        await using var server = await ScriptedServer.Start(call => Reply.Refused(404, $"Not Found: {call.Path}"));
        var refused = await Assert.ThrowsAsync<ApiRequestException>(() => server.Bot().GetMe());
        Assert.DoesNotContain("SECRET", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(502)]
    public async Task A_page_that_repeats_the_address_does_not_show_the_token(int status)
    {
        await using var server = await ScriptedServer.Start(call => new Reply(status, $"<html>{call.Path} cannot be reached</html>"));
        var failed = await Assert.ThrowsAsync<RequestException>(() => server.Bot().GetMe());
        Assert.DoesNotContain("SECRET", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_answer_within_the_timeout_is_a_request_exception_and_no_cancellation()
    {
        await using var server = await ScriptedServer.Start(_ => Reply.Silence());
        await Assert.ThrowsAsync<RequestException>(() => server.Bot(timeout: TimeSpan.FromMilliseconds(200)).GetMe());
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = await ScriptedServer.Start(_ =>
        {
            cancel.Cancel();
            return Reply.Silence();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => server.Bot().GetMe(cancel.Token));
    }

    private sealed class TellTaleNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException($"cannot reach {request.RequestUri}");
    }
}
