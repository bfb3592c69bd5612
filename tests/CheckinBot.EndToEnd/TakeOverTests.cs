using System.Net.Http.Json;
using CheckinBot.Demo;
using CheckinBot.Demo.Population;

namespace CheckinBot.EndToEnd;

/// <summary>A visitor of the demo speaks for somebody.</summary>
[Collection(DemoCollection.Name)]
public sealed class TakeOverTests
{
    [Fact]
    public async Task Who_is_spoken_for_by_a_visitor_falls_silent_and_the_clock_slows_down()
    {
        var folder = Directory.CreateTempSubdirectory("checkinbot-e2e-");
        try
        {
            await using var session = await DemoSession.Start(
                new DemoOptions { Urls = "http://127.0.0.1:0", Speed = 600, Day = new DateOnly(2026, 3, 2), Folder = folder.FullName }, CancellationToken.None);
            var families = session.County.Households.Where(home => home.Habit == Habit.AfterReminder && home.Carers.Count == 1).ToList();
            var (taken, other) = (families[0].Carers[0].Account.UserId, families[1].Carers[0].Account.UserId);
            var before = Written(session, taken);
            session.LetTheDayBegin();

            using var page = new HttpClient { BaseAddress = new Uri(session.Simulator.BaseUrl) };
            using var answer = await page.PostAsJsonAsync($"/sim/people/{taken}/chats/{session.World.Bots.Single().Id}/text", new { text = "老师早" });
            Assert.True(answer.IsSuccessStatusCode);
            await Patience.Until(() => session.Clock.Speed <= 10, () => DemoPace.State(session));

            session.Clock.SetSpeed(600);
            await DemoPace.RunUntil(session, new TimeOnly(9, 0));
            Assert.Equal(before + 1, Written(session, taken));
            Assert.True(Written(session, other) > before);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Written(DemoSession session, long userId)
    {
        var chat = session.World.PrivateChat(userId);
        lock (session.World.Gate) return chat.Before(userId, int.MaxValue, limit: 1000).Count(message => message.From.Id == userId);
    }
}
