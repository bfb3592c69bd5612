using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CheckinBot.Tests.Simulator;

/// <summary>What the chat page relies on.</summary>
public partial class PageTests
{
    [Fact]
    public async Task Every_file_that_the_page_names_is_there_and_nothing_comes_from_elsewhere()
    {
        await using var town = await Town.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(town.BaseUrl) };
        var waiting = new Queue<string>(["/", "/favicon.ico"]);
        var seen = new HashSet<string>();

        while (waiting.TryDequeue(out var path))
        {
            if (seen.Add(path))
            {
                var content = await http.GetStringAsync(path);
                Assert.DoesNotContain("//cdn", content, StringComparison.OrdinalIgnoreCase);
                foreach (Match match in Reference().Matches(content))
                {
                    waiting.Enqueue(new Uri(new Uri("http://page" + path), match.Groups[1].Value).AbsolutePath);
                }
            }
        }

        Assert.Contains("/app.js", seen);
        Assert.Contains("/message.js", seen);
        Assert.Contains("/base.css", seen);
    }

    [Fact]
    public async Task A_stream_that_breaks_is_continued_without_a_gap()
    {
        await using var town = await Town.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(town.BaseUrl) };
        var start = (await http.GetFromJsonAsync<JsonElement>($"/sim/people/{Town.Parent}/chats")).GetProperty("sequence").GetString();

        town.World.SendText(Town.Parent, 777, "one");
        var (id, first) = Assert.Single(await StreamAsync(http, after: start, count: 1));
        town.World.SendText(Town.Parent, 777, "two");
        town.World.SendText(Town.Parent, 777, "three");
        var rest = await StreamAsync(http, after: start, count: 2, lastEventId: id);

        Assert.Equal("one", first);
        Assert.Equal(["two", "three"], rest.Select(e => e.Text));
    }

    [Fact]
    public async Task A_person_hears_nothing_of_chats_and_ephemeral_messages_of_others()
    {
        await using var town = await Town.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(town.BaseUrl) };
        await town.Bot.CallAsync("setMyCommands", new { commands = new[] { new { command = "checkin", description = "x", is_ephemeral = true } } });
        var group = town.ClassGroup();
        var start = town.World.LastSequence.ToString(System.Globalization.CultureInfo.InvariantCulture);

        town.World.SendText(Town.Parent, 777, "private");
        town.World.SendText(Town.Parent, group.Id, "/checkin 36.5");
        town.World.SendText(Town.Parent, group.Id, "for all");

        Assert.Equal("for all", Assert.Single(await StreamAsync(http, start, count: 1, person: Town.Teacher)).Text);
        var messages = await http.GetFromJsonAsync<JsonElement>($"/sim/people/{Town.Teacher}/chats/{group.Id}");
        Assert.DoesNotContain("36.5", messages.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_in_the_same_browser_cannot_act()
    {
        await using var town = await Town.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(town.BaseUrl) };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sim/people/{Town.Parent}/chats/777/text")
        {
            Content = JsonContent.Create(new { text = "x" }),
        };
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(town.World.Messages(Town.Parent, 777));
    }

    [Fact]
    public async Task A_file_that_could_run_in_the_page_is_only_saved()
    {
        await using var town = await Town.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(town.BaseUrl) };
        var sent = town.World.SendDocument(Town.Parent, 777, "../x\"\r\n.html", "<script>alert(1)</script>"u8.ToArray(), "text/html");

        using var response = await http.GetAsync(new Uri($"/sim/files/{sent.Media!.File!.Id}", UriKind.Relative));

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task What_the_world_refuses_is_told_with_the_reason()
    {
        await using var town = await Town.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(town.BaseUrl) };
        var group = town.ClassGroup();

        using var response = await http.PostAsJsonAsync($"/sim/people/{Town.Stranger}/chats/{group.Id}/text", new { text = "x" });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("is not in the chat", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<List<(string Id, string? Text)>> StreamAsync(
        HttpClient http, string? after, int count, string? lastEventId = null, long person = Town.Parent)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/sim/people/{person}/events?after={after}");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        var events = new List<(string, string?)>();
        var id = "";
        while (events.Count < count && await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("id: ", StringComparison.Ordinal))
            {
                id = line[4..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add((id, JsonDocument.Parse(line[6..]).RootElement.GetProperty("text").GetString()));
            }
        }

        return events;
    }

    [GeneratedRegex("""(?:(?:src|href)="|from "|import ")(/?\.?/[\w./-]+)""")]
    private static partial Regex Reference();
}
