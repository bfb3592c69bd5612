using CheckinBot.Background;
using CheckinBot.Core.Cases;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Shown;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Requests;

/// <summary>
/// Answers <c>/cases</c> outside the writer's transactions. The answer and the entry in the log of looks are stored together. No request
/// is lost with a process: see <see cref="Pending{T}"/>.
/// </summary>
internal sealed partial class CaseRequests(
    Database database, Writer writer, UnitRulesLoader rules, Outbox outbox, Pending<Effect.ShowCases> pending, BackgroundWork background, TimeProvider time,
    ILogger<CaseRequests> logger)
    : BackgroundService
{
    /// <summary>Requests that are not answered yet.</summary>
    public int Open => pending.Count;

    /// <summary>Takes a request within the transaction of the message that makes it, unit by unit: each is answered by itself.</summary>
    public async ValueTask Ask(DbSession session, Effect.ShowCases request, CancellationToken cancellationToken)
    {
        foreach (var unitId in request.UnitIds) await pending.Add(session, request with { UnitIds = [unitId] }, cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Work(cancellationToken), pending.TakeOver(background, cancellationToken));

    /// <summary>Answers those who have asked so far.</summary>
    internal async Task AnswerAll(CancellationToken cancellationToken)
    {
        while (pending.Waiting.TryRead(out var asked))
        {
            try
            {
                await Answer(asked.Id, asked.Request, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, BackgroundWork.ReasonOf(fault));
                await pending.Failed(asked.Id, asked.Request, fault, cancellationToken);
            }
        }
    }

    private async Task Work(CancellationToken cancellationToken)
    {
        while (await pending.Waiting.WaitToReadAsync(cancellationToken)) await AnswerAll(cancellationToken);
    }

    private async Task Answer(long id, Effect.ShowCases request, CancellationToken cancellationToken)
    {
        Unit? unit;
        IReadOnlyList<FollowedCase> cases = [];
        await using (var session = await database.OpenRead(cancellationToken))
        {
            unit = await new UnitStore(session).Find(request.UnitIds[0], cancellationToken);
            if (unit is not null) cases = await Only(session, request, await Cases(session, unit, cancellationToken), cancellationToken);
        }

        await writer.Write(
            async session =>
            {
                if (unit is not null) await Send(session, request, new CaseList(unit, cases, time.GetUtcNow()) { Only = request.Only });
                await pending.Done(session, id);
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<FollowedCase>> Cases(DbSession session, Unit unit, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        var today = held.Schedule.DayOf(time.GetUtcNow());
        var since = held.Schedule.Calendar.Previous(today) ?? today.AddDays(-1);
        return await new CaseStore(session).Under(unit.Id, since, today, held.Health, cancellationToken);
    }

    private async Task<IReadOnlyList<FollowedCase>> Only(
        DbSession session, Effect.ShowCases request, IReadOnlyList<FollowedCase> cases, CancellationToken cancellationToken)
    {
        if (request.Only == CaseFilter.All) return cases;
        var people = new PersonStore(session);
        var reader = (await people.PostsOfUser(request.ChatId, cancellationToken)).Select(post => post.PersonId).ToHashSet();
        var now = time.GetUtcNow();
        var found = new List<FollowedCase>();
        foreach (var room in cases.GroupBy(one => one.Unit.Id))
        {
            var staff = await people.StaffOver(room.Key, cancellationToken);
            found.AddRange(room.Select(one => one with { Files = [.. one.Files.Where(file => IsMeant(file, staff))] }).Where(one => one.Files.Count > 0));
        }

        return found;

        bool IsMeant(CaseFile file, IReadOnlyList<(Post Post, string Name)> staff) => request.Only == CaseFilter.Overdue
            ? file.IsOverdue(now)
            : CaseOwner.Of(file.TakenBy, staff, file.Unit).Any(owner => reader.Contains(owner.PersonId));
    }

    // The transaction that sends judges the right once more.
    private async ValueTask Send(DbSession session, Effect.ShowCases request, CaseList list)
    {
        var userId = request.ChatId;
        var posts = (await new PersonStore(session).PostsOfUser(userId, CancellationToken.None))
            .Where(post => Permissions.Allows(post.Role, Permission.SeeCases, post.Unit.RelationTo(list.Unit))).ToList();
        if (posts.Count == 0) return;
        if (posts.All(post => Permissions.IsLogged(post.Role, post.Unit.RelationTo(list.Unit))))
        {
            var looker = Looker.User(userId, posts[0].PersonId);
            await new LookStore(session).Add(
                list.Shown.Select(one => one.Person.Id), looker, LookReason.Cases, LookVia.Chat, time.GetUtcNow(), CancellationToken.None);
        }

        var message = new OutgoingMessage(userId, list.Text(request.Language))
        {
            Keyboard = list.Keyboard(request.Language, May(Permission.FollowCase), May(Permission.CheckIn)),
        };
        await outbox.Send(session, message, CancellationToken.None);

        bool May(Permission permission) => posts.Any(post => Permissions.Allows(post.Role, permission, post.Unit.RelationTo(list.Unit)));
    }

    [LoggerMessage(LogLevel.Error, "The open cases that somebody asked for could not be shown ({Fault})")]
    private static partial void Failed(ILogger logger, string fault);
}
