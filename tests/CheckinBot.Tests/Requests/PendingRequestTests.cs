using CheckinBot.Bots;
using CheckinBot.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Hosting;
using CheckinBot.Requests;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Requests;

/// <summary>A worker that ends between a question and its answer.</summary>
public abstract class PendingRequestTests(SqlDialect engine)
{
    [SkippableFact]
    public async Task What_was_asked_for_is_answered_by_the_next_worker_once()
    {
        await using var school = await At(engine, "2026-03-02 09:30");
        await Ask(school, "digest", 1);
        await Ask(school, "cases", 2);
        Assert.Equal(2, await Count(school));
        await school.NewlySent();

        await using var next = CheckinHost.Build(school.Settings, time: school.Time);
        next.Services.GetRequiredService<BotIdentity>().UserName = "checkin_bot";
        await next.Services.GetRequiredService<DigestRequests>().StartAsync(default);
        await next.Services.GetRequiredService<CaseRequests>().StartAsync(default);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await Count(school) > 0) await Task.Delay(20, limit.Token);
        Assert.Equal([Official, Official], (await school.NewlySent()).Select(sent => sent.ChatId));
    }

    private static Task Ask(ScheduledSchool school, string command, int message)
    {
        var asked = new ConversationEvent.CommandReceived(message, command, "")
        {
            Chat = new ChatRef(Official, ChatKind.Private),
            From = new Sender(Official, "孙"),
        };
        return school.Services.GetRequiredService<Writer>().Write(
            session => school.Services.GetRequiredService<ConversationHandler>().Handle(session, asked, default), default);
    }

    private static Task<long> Count(ScheduledSchool school) =>
        school.Read(session => session.QuerySingle<long>("select count(*) from request", null, default));
}

public sealed class SqlitePendingRequestTests() : PendingRequestTests(SqlDialect.Sqlite);

public sealed class PostgresPendingRequestTests() : PendingRequestTests(SqlDialect.Postgres);
