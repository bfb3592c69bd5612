using System.Threading.Channels;
using CheckinBot.Core.Buttons;
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

namespace CheckinBot.Alerts;

/// <summary>
/// Answers <c>/cases</c> outside the writer's transactions. The answer and the entry in the log of looks are stored together.
/// Whoever loses a request to a crash simply asks again.
/// </summary>
internal sealed partial class CaseRequests(
    Database database, Writer writer, UnitRulesLoader rules, Outbox outbox, TimeProvider time, ILogger<CaseRequests> logger)
    : BackgroundService
{
    private readonly Channel<Effect.ShowCases> _asked = Channel.CreateBounded<Effect.ShowCases>(256);
    private int _open;

    /// <summary>Requests that are not answered yet.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Takes a request after the commit of the message that made it.</summary>
    public void Ask(Effect.ShowCases request)
    {
        if (_asked.Writer.TryWrite(request)) Interlocked.Increment(ref _open);
    }

    protected override async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        while (await _asked.Reader.WaitToReadAsync(cancellationToken)) await AnswerAll(cancellationToken);
    }

    /// <summary>Answers those who have asked so far.</summary>
    internal async Task AnswerAll(CancellationToken cancellationToken)
    {
        while (_asked.Reader.TryRead(out var request))
        {
            try
            {
                foreach (var unitId in request.UnitIds) await Answer(request, unitId, cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Failed(logger, fault.GetType().Name);
            }

            Interlocked.Decrement(ref _open);
        }
    }

    private async Task Answer(Effect.ShowCases request, long unitId, CancellationToken cancellationToken)
    {
        Unit? unit;
        IReadOnlyList<FollowedCase> cases;
        await using (var session = await database.OpenRead(cancellationToken))
        {
            unit = await new UnitStore(session).Find(unitId, cancellationToken);
            if (unit is null) return;
            cases = await Cases(session, unit, cancellationToken);
        }

        var list = new CaseList(unit, cases);
        await writer.Write(async session => await Send(session, request, list), cancellationToken);
    }

    private async Task<IReadOnlyList<FollowedCase>> Cases(DbSession session, Unit unit, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        var today = held.Schedule.DayOf(time.GetUtcNow());
        var since = held.Schedule.Calendar.Previous(today) ?? today.AddDays(-1);
        return await new CaseStore(session).Under(unit.Id, since, today, held.Health, cancellationToken);
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

        var mayEnd = posts.Any(post => Permissions.Allows(post.Role, Permission.CheckIn, post.Unit.RelationTo(list.Unit)));
        var message = new OutgoingMessage(userId, list.Text(request.Language)) { Keyboard = mayEnd ? list.Keyboard(request.Language) : Keyboard.None };
        await outbox.Send(session, message, CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "The open cases that somebody asked for could not be shown ({Fault})")]
    private static partial void Failed(ILogger logger, string fault);
}
