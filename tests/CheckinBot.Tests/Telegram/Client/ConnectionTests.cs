using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Tests.Telegram.Client;

public sealed class ConnectionTests
{
    private const string Me = """{"id":9,"is_bot":true,"first_name":"b","username":"b_bot"}""";

    [Theory]
    [InlineData(301)]
    [InlineData(307)]
    public async Task A_redirect_is_not_followed_because_it_would_carry_the_token_elsewhere(int status)
    {
        await using var elsewhere = await ScriptedServer.Answering(Me);
        await using var server = await ScriptedServer.Start(call => new Reply(status, "") { Header = ("Location", elsewhere.Url + call.Path) });
        await Assert.ThrowsAsync<RequestException>(() => server.Bot().GetMe());
        Assert.Empty(elsewhere.Calls);
        Assert.Single(server.Calls);
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var server = await ScriptedServer.Start(_ => Reply.Ok(Me) with { Header = ("Set-Cookie", "session=1") });
        var bot = server.Bot();
        await bot.GetMe();
        await bot.GetMe();
        Assert.All(server.Calls, call => Assert.DoesNotContain("Cookie", call.Headers));
    }

    [Fact]
    public async Task Traces_of_this_program_are_not_told_to_the_server()
    {
        await using var server = await ScriptedServer.Answering(Me);
        using var activity = new System.Diagnostics.Activity("a check-in").Start();
        await server.Bot().GetMe();
        Assert.DoesNotContain("traceparent", server.Only.Headers);
    }
}
