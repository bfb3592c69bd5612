using CheckinBot.Alerts;
using CheckinBot.Conversations;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Alerts;

/// <summary>The scheduled school with five pupils in its first class (31, 32, 34, 35, 36) and one in its second (41), and what it is told of them.</summary>
internal sealed class AlertedSchool : IAsyncDisposable
{
    public static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly ScheduledSchool _school;
    private long _lastSeen;

    private AlertedSchool(ScheduledSchool school) => _school = school;

    public ScheduledSchool Scheduled => _school;

    public static Task<AlertedSchool> Begin(string localTime, params (string Key, string Value)[] settings) => Begin(SqlDialect.Sqlite, localTime, settings);

    public static async Task<AlertedSchool> Begin(SqlDialect engine, string localTime, params (string Key, string Value)[] settings)
    {
        var school = await ScheduledSchool.At(engine, localTime, settings);
        await school.Write(session => session.Execute(
            """
            insert into person (id, unit_id, role, name, number, expected) values
                (34, 3, 'student', '韩梅梅', '4', true), (35, 3, 'student', '周双双', '5', true), (36, 3, 'student', '欧阳晴', '6', true)
            """,
            null, default));
        return new AlertedSchool(school);
    }

    public Task Sql(string sql) => _school.Write(session => session.Execute(sql, null, default));

    /// <summary>A pupil's answer of a day, as it would be stored and looked at; what a later one says replaces it.</summary>
    public async Task Tell(long pupil, CheckInAnswer answer, DateOnly? day = null, string slot = CheckInWindow.Morning)
    {
        var unit = pupil == ScheduledSchool.Li ? 4 : 3;
        await _school.Write(session => new CheckInStore(session).Append(
            new CheckInDraft(pupil, unit, day ?? Monday, slot, answer, CheckInSource.Private, 7, _school.Time.GetUtcNow()), default).AsTask());
        // Told a minute ago: it has settled.
        var look = new RuleLook(unit, day ?? Monday, WithSilence: false, _school.Time.GetUtcNow());
        await _school.Write(session => new RuleLookStore(session).Add(look, default));
    }

    public Task Fever(params long[] pupils) => Fever(Monday, pupils);

    public async Task Fever(DateOnly day, params long[] pupils)
    {
        foreach (var pupil in pupils) await Tell(pupil, new CheckInAnswer { TemperatureTenths = 382, Travel = Travel.No }, day);
    }

    /// <summary>Everything that goes out now, by the alerts alone.</summary>
    public async Task<IReadOnlyList<Told>> Round(string? localTime = null)
    {
        if (localTime is not null) _school.Time.Advance(ScheduledSchool.Instant(localTime) - _school.Time.GetUtcNow());
        // What a first round changes another one brings up to date.
        for (var round = 0; round < 3; round++) await _school.Services.GetRequiredService<AlertRounds>().Run(default);
        return await New();
    }

    /// <summary>What went into the outbox since the last look; messages count as arrived.</summary>
    public async Task<IReadOnlyList<Told>> New()
    {
        var rows = (await _school.Read(async session => await new OutboxStore(session).Unsent(default))).Where(row => row.Id > _lastSeen).ToList();
        foreach (var row in rows)
        {
            _lastSeen = row.Id;
            var call = OutgoingCall.FromJson(row.Call);
            if (call.Send is null || TrackJson.Read(row.Track) is not { } track) continue;
            var sent = new PendingCall(row.Id, Lane.Alerts, call, _school.Time.GetUtcNow()) { ChatId = row.ChatId, Track = track };
            foreach (var follower in _school.Services.GetServices<ICallFollower>())
                await _school.Write(async session => await follower.Settled(session, sent, new CallOutcome.Done((int)row.Id), default));
        }

        return [.. rows.Select(row => Told.Of(row, OutgoingCall.FromJson(row.Call)))];
    }

    /// <summary>Presses the button of a message, and says what is shown over the chat.</summary>
    public async Task Press(long user, string data) =>
        await _school.Write(async session => await _school.Services.GetRequiredService<ConversationHandler>().Handle(
        session, new ConversationEvent.ButtonPressed("callback", 1, data)
        {
            Chat = new ChatRef(user, ChatKind.Private),
            From = new Sender(user, "X"),
        }, default));

    public async Task Handle(ConversationEvent @event) =>
        await _school.Write(async session => await _school.Services.GetRequiredService<ConversationHandler>().Handle(session, @event, default));

    public async Task Say(long user, string text) =>
        await _school.Write(async session => await _school.Services.GetRequiredService<ConversationHandler>().Handle(
        session, new ConversationEvent.TextReceived(1, text) { Chat = new ChatRef(user, ChatKind.Private), From = new Sender(user, "X") }, default));

    /// <summary>A text of somebody whose Telegram speaks a language.</summary>
    public Task Hear(long user, string language, string text) => Handle(new ConversationEvent.TextReceived(1, text)
    {
        Chat = new ChatRef(user, ChatKind.Private),
        From = new Sender(user, "X", language),
    });

    /// <summary>A text in the group of the first class.</summary>
    public Task SayInGroup(long user, string text, int messageId = 1) => Handle(new ConversationEvent.TextReceived(messageId, text)
    {
        Chat = new ChatRef(ScheduledSchool.ClassGroup, ChatKind.Group),
        From = new Sender(user, "X"),
    });

    public async Task Command(long user, string command) =>
        await _school.Write(async session => await _school.Services.GetRequiredService<ConversationHandler>().Handle(
        session, new ConversationEvent.CommandReceived(1, command, "") { Chat = new ChatRef(user, ChatKind.Private), From = new Sender(user, "X") }, default));

    public Task<IReadOnlyList<string>> Ask(string sql) =>
        _school.Read(async session => (IReadOnlyList<string>)[.. await session.Query<string>(sql, null, default)]);

    public ValueTask DisposeAsync() => _school.DisposeAsync();
}

/// <summary>One call that the outbox holds.</summary>
internal sealed record Told(long To, string Lane, string Text, bool IsEdit, int? ReplyTo, IReadOnlyList<Button> Buttons)
{
    public string? Button => Buttons.Count > 0 ? Buttons[0].Data : null;

    public static Told Of(OutboxRow row, OutgoingCall call) => call switch
    {
        { Edit: { } edit } => new(row.ChatId, row.Lane, edit.Text, true, null, All(edit.Keyboard)),
        { Send: { } send } => new(row.ChatId, row.Lane, send.Text, false, send.ReplyTo, All(send.Keyboard)),
        _ => new(row.ChatId, row.Lane, "", true, null, []),
    };

    private static List<Button> All(Keyboard keyboard) => [.. keyboard.Rows.SelectMany(row => row)];
}
