using System.Net;
using System.Net.Http.Json;
using CheckinBot.Simulator;
using CheckinBot.Simulator.Limits;

namespace CheckinBot.Tests.Simulator;

/// <summary>What the page's API answers to ids that name nothing, and to bodies that say nothing.</summary>
public sealed class PageRefusalTests
{
    private const long Bot = 777;
    private const long Nobody = 424242;
    private const long NoGroup = -424242;

    private static readonly Dictionary<string, (HttpMethod Method, object? Body)> OfAPerson = new()
    {
        ["chats"] = (HttpMethod.Get, null),
        ["events"] = (HttpMethod.Get, null),
        ["start"] = (HttpMethod.Post, new { bot = "checkin_bot" }),
    };

    private static readonly Dictionary<string, (HttpMethod Method, object? Body)> OfAChat = new()
    {
        [""] = (HttpMethod.Get, null),
        ["/text"] = (HttpMethod.Post, new { text = "36.5" }),
        ["/press"] = (HttpMethod.Post, new { key = 0, button = "ok" }),
        ["/react"] = (HttpMethod.Post, new { key = 0, emoji = "👍" }),
        ["/edit"] = (HttpMethod.Post, new { key = 0, text = "36.6" }),
        ["/read"] = (HttpMethod.Post, new { key = 0 }),
        ["/block"] = (HttpMethod.Post, new { blocked = true }),
        ["/file?name=a.txt"] = (HttpMethod.Post, "content"),
    };

    public static TheoryData<string> PersonPaths => new(OfAPerson.Keys);

    public static TheoryData<string> ChatPaths => new(OfAChat.Keys);

    [Theory]
    [MemberData(nameof(PersonPaths))]
    public async Task A_person_whom_nobody_knows_is_not_found(string path)
    {
        await using var town = await Town.OpenAsync();

        Assert.Equal(
            (HttpStatusCode.NotFound, $"There is no user {Nobody}."),
            await AskAsync(town.BaseUrl, $"people/{Nobody}/{path}", OfAPerson[path]));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(town.BaseUrl, $"people/{Bot}/{path}", OfAPerson[path])).Status);
    }

    [Theory]
    [MemberData(nameof(ChatPaths))]
    public async Task A_chat_that_is_not_there_is_not_found(string path)
    {
        await using var town = await Town.OpenAsync();

        List<(long, long)> places = [(Nobody, Bot), (Bot, Bot), (Town.Parent, NoGroup), (Town.Parent, Nobody), (Town.Parent, Town.Teacher)];
        foreach (var (person, chat) in places)
        {
            var (status, reason) = await AskAsync(town.BaseUrl, $"people/{person}/chats/{chat}{path}", OfAChat[path]);
            Assert.Equal(HttpStatusCode.NotFound, status);
            Assert.NotEmpty(reason);
        }
    }

    [Fact]
    public async Task A_group_in_which_the_person_never_was_is_not_shown()
    {
        await using var town = await Town.OpenAsync();
        var group = town.ClassGroup();

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(town.BaseUrl, $"people/{Town.Stranger}/chats/{group.Id}", OfAChat[""])).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(town.BaseUrl, $"people/{Town.Parent}/chats/{group.Id}", OfAChat[""])).Status);
    }

    [Fact]
    public async Task A_link_to_a_bot_that_is_not_there_is_not_found()
    {
        await using var town = await Town.OpenAsync();

        var (status, reason) = await AskAsync(town.BaseUrl, $"people/{Town.Parent}/start", (HttpMethod.Post, new { bot = "other_bot" }));

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("There is no bot other_bot.", reason);
    }

    [Fact]
    public async Task A_file_that_nobody_sent_is_not_found()
    {
        await using var town = await Town.OpenAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(town.BaseUrl, "files/BQACunknown", (HttpMethod.Get, null))).Status);
    }

    [Fact]
    public async Task Where_there_is_no_bot_yet_there_is_no_chat()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Limits = SendingLimits.Off });
        server.World.AddUser(Town.Parent, "丽");

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(server.BaseUrl, $"people/{Town.Parent}/chats/{Town.Parent}", OfAChat[""])).Status);
    }

    [Fact]
    public async Task A_visitor_is_told_of_only_in_the_place_of_a_person_who_is_there()
    {
        var told = new List<long>();
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Limits = SendingLimits.Off, VisitorActs = told.Add });
        server.World.AddBot(Town.Token, "checkin_bot");
        server.World.AddUser(Town.Parent, "丽");

        await AskAsync(server.BaseUrl, $"people/{Nobody}/chats/{Bot}/text", OfAChat["/text"]);
        await AskAsync(server.BaseUrl, $"people/{Town.Parent}/chats/{Bot}/text", OfAChat["/text"]);

        Assert.Equal([Town.Parent], told);
    }

    [Theory]
    [InlineData("/text", "{}")]
    [InlineData("/text", """{"text":" "}""")]
    [InlineData("/text", "null")]
    [InlineData("/text", "36.5")]
    [InlineData("/press", "{}")]
    [InlineData("/react", """{"key":7}""")]
    [InlineData("/edit", """{"key":7,"text":"x"}""")]
    public async Task A_body_that_says_nothing_is_a_bad_request(string path, string body)
    {
        await using var town = await Town.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(town.BaseUrl) };
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await http.PostAsync(new Uri($"/sim/people/{Town.Parent}/chats/{Bot}{path}", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(town.World.Messages(Town.Parent, Bot));
    }

    private static async Task<(HttpStatusCode Status, string Reason)> AskAsync(string baseUrl, string path, (HttpMethod Method, object? Body) call)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(call.Method, new Uri($"{baseUrl}/sim/{path}"));
        request.Content = call.Body is null ? null : JsonContent.Create(call.Body);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (response.StatusCode, response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync());
    }
}
