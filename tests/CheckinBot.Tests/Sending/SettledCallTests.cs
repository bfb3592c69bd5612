using CheckinBot.Background;
using CheckinBot.Cards;
using CheckinBot.Configuration;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using CheckinBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckinBot.Tests.Sending;

/// <summary>What is written down of calls that are over.</summary>
public sealed class SettledCallTests : IAsyncLifetime
{
    private TestDatabase _place = null!;

    public async Task InitializeAsync() => _place = await TestDatabase.Empty(SqlDialect.Sqlite);

    public Task DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task An_outcome_that_cannot_be_stored_holds_up_no_other_and_is_not_sent_again()
    {
        await using var writer = new Writer(_place.Database);
        var calls = new List<PendingCall>();
        for (var chat = 1; chat <= 3; chat++) calls.Add(await Add(writer, new OutgoingMessage(chat, "text")));
        var log = new OutboxLog(writer, new BackgroundWork(TimeProvider.System, NullLogger<BackgroundWork>.Instance), NullLogger<OutboxLog>.Instance);
        foreach (var call in calls) log.Add(call, new CallOutcome.Done(7));
        var follower = new FaultAt(calls[1].Id);
        var logging = log.Run(new SettledCalls([follower], TimeProvider.System));
        log.Complete();

        await logging.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal([calls[0].Id, calls[2].Id], follower.Learned);
        Assert.Empty(await _place.Read(session => new OutboxStore(session).Unsent(default)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_card_that_its_group_does_not_take_is_waited_for_no_longer(bool refused)
    {
        await using var writer = new Writer(_place.Database);
        var day = new DateOnly(2026, 3, 2);
        await _place.Write(session => session.Execute("insert into unit (id, path, name, kind) values (3, 'Class', 'Class', 'class')", null, default));
        await writer.Write(async session => await new CardStore(session).Add(3, -7, day, "day", "shown", default), default);
        var call = await Add(writer, new OutgoingMessage(-7, "card") { Track = new Track.Card(3, day, "day") });
        CallOutcome outcome = refused ? new CallOutcome.Refused("no rights") : new CallOutcome.Done(5);
        var board = new CardBoard(new TelegramOptions { BaseUrl = new Uri("http://localhost") }, new PrivateInGroup(TimeProvider.System), TimeProvider.System);
        var settled = new SettledCalls([new CardArrivals(board)], TimeProvider.System);

        await writer.Write(session => settled.Store(session, [(call, outcome)], default), default);

        var cards = await _place.Read(session => new CardStore(session).Of(3, day, "day", default));
        Assert.Equal(refused ? [] : [5], cards.Select(card => card.MessageId!.Value));
        Assert.True(board.IsSettled);
    }

    private static async Task<PendingCall> Add(Writer writer, OutgoingMessage message)
    {
        var call = new OutgoingCall { Send = message };
        var row = new OutboxRow { BotId = 1, ChatId = message.ChatId, Lane = nameof(Lane.Answers), Call = call.ToJson() };
        var id = await writer.Write(session => new OutboxStore(session).Add(row, default), default);
        return new PendingCall(id!.Value, Lane.Answers, call, default) { ChatId = message.ChatId, Track = message.Track };
    }

    /// <summary>Fails for one call, and keeps the others of which it was told.</summary>
    private sealed class FaultAt(long id) : ICallFollower
    {
        private readonly HashSet<long> _learned = [];

        public IEnumerable<long> Learned => _learned.Order();

        public ValueTask Settled(DbSession session, PendingCall call, CallOutcome outcome, CancellationToken cancellationToken)
        {
            if (call.Id == id) throw new InvalidOperationException("a fault");
            session.AfterCommit(() => _learned.Add(call.Id));
            return ValueTask.CompletedTask;
        }
    }
}
