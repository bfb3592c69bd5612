using CheckinBot.Bots;
using CheckinBot.Configuration;
using CheckinBot.Core.CheckIns;
using CheckinBot.Hosting;
using CheckinBot.Jobs;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Traffic;
using CheckinBot.Telegram;
using CheckinBot.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Tests.Jobs;

/// <summary>
/// A school on a clock that a test moves, the worker's parts put together but not started: what the schedule wants to
/// send stands in the outbox. One class has a group, the other has none; a parent has two children in the first.
/// </summary>
internal sealed class ScheduledSchool : IAsyncDisposable
{
    public const long MotherOfTwo = 1001, FatherOfMing = 1002, MotherOfLi = 1003, ClassTeacher = 1010, Officer = 1020, Official = 1030;
    public const long ClassGroup = -1001;
    public const long Ming = 31, Hong = 32, Li = 41;

    private readonly TestDatabase _place;
    private readonly WebApplication _app;
    private long _lastSeen;

    private ScheduledSchool(DateTimeOffset start, TestDatabase place, (string Key, string Value)[] settings)
    {
        Time = new ManualTime(start);
        _place = place;
        var values = new Dictionary<string, string?>
        {
            ["Telegram:BotToken"] = "777:worker-token_0123456789abcdefghijklmn",
            // Nobody listens there: whatever is sent stays in the outbox.
            ["Telegram:BaseUrl"] = "http://127.0.0.1:9",
            ["Storage:Provider"] = place.Options.Provider.ToString(),
            ["Storage:ConnectionString"] = ConnectionString,
        };
        foreach (var (key, value) in settings) values[key] = value;
        Settings = Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        _app = CheckinHost.Build(Settings, time: Time, configure: builder => builder.Logging.ClearProviders().AddProvider(new ListLogger(Log)));
        var bot = _app.Services.GetRequiredService<BotIdentity>();
        bot.UserName = "checkin_bot";
        bot.IsSetUp();
    }

    public ManualTime Time { get; }

    public Settings Settings { get; }

    public string ConnectionString => _place.Options.ConnectionString;

    public IServiceProvider Services => _app.Services;

    public Database Database => Services.GetRequiredService<Database>();

    /// <summary>The night's work.</summary>
    public NightlyWork Night => Services.GetRequiredService<NightlyWork>();

    /// <summary>What the worker has logged.</summary>
    public List<string> Log { get; } = [];

    public SchoolDayRuns Runs => Services.GetRequiredService<SchoolDayRuns>();

    /// <summary>A school whose clock shows a local time of Shanghai, on SQLite.</summary>
    public static Task<ScheduledSchool> At(string localTime, params (string Key, string Value)[] settings) => At(SqlDialect.Sqlite, localTime, settings);

    /// <summary>A school whose clock shows a local time of Shanghai.</summary>
    public static async Task<ScheduledSchool> At(SqlDialect engine, string localTime, params (string Key, string Value)[] settings)
    {
        var school = new ScheduledSchool(Instant(localTime), await TestDatabase.Empty(engine), settings);
        await school.Write(session => session.Execute(Seed, null, default));
        return school;
    }

    public static DateTimeOffset Instant(string localTime) =>
        new(DateTime.Parse(localTime, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    /// <summary>The worker runs what is due at that time, twice, as a trigger and the upkeep may; returns what is new to send.</summary>
    public async Task<IReadOnlyList<Sent>> RunAt(string localTime) => await RunAt(Instant(localTime));

    public async Task<IReadOnlyList<Sent>> RunAt(DateTimeOffset instant)
    {
        Time.Advance(instant - Time.GetUtcNow());
        await Task.WhenAll(Runs.CatchUp(default), Runs.CatchUp(default));
        return await NewlySent();
    }

    /// <summary>The messages that went into the outbox since the last look.</summary>
    public async Task<IReadOnlyList<Sent>> NewlySent()
    {
        await using var session = await Database.OpenRead(default);
        var rows = (await new OutboxStore(session).Unsent(default)).Where(row => row.Id > _lastSeen).ToList();
        if (rows.Count > 0) _lastSeen = rows[^1].Id;
        // Whether pictures go with digests depends on the machine.
        return
        [
            .. from row in rows
               let call = OutgoingCall.FromJson(row.Call)
               let message = call.File is null ? call.Send : null
               where message is not null
               select new Sent(row.ChatId, message.Text),
        ];
    }

    public Task Answer(long personId, CheckInAnswer answer, DateOnly day) => Write(session => new CheckInStore(session).Append(
        new CheckInDraft(personId, personId == Li ? 4 : 3, day, CheckInWindow.Morning, answer, CheckInSource.Private, 7, Time.GetUtcNow()), default).AsTask());

    public async Task Write(Func<DbSession, Task> work)
    {
        await using var session = await Database.OpenWrite(default);
        await work(session);
        await session.Commit(default);
    }

    public async Task<T> Read<T>(Func<DbSession, Task<T>> read)
    {
        await using var session = await Database.OpenRead(default);
        return await read(session);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _place.DisposeAsync();
    }

    private const string Seed = """
        insert into unit (id, parent_id, name, path, kind, school_id, time_zone, language) values
            (1, null, '示范县', '示范县', 'area', null, 'Asia/Shanghai', 'zh-Hans'),
            (2, 1, '第一小学', '示范县/第一小学', 'school', 2, null, null),
            (3, 2, '1班', '示范县/第一小学/1班', 'class', 2, null, null),
            (4, 2, '2班', '示范县/第一小学/2班', 'class', 2, null, null);
        insert into unit_ancestor (unit_id, ancestor_id, distance) values
            (1, 1, 0), (2, 2, 0), (2, 1, 1), (3, 3, 0), (3, 2, 1), (3, 1, 2), (4, 4, 0), (4, 2, 1), (4, 1, 2);
        insert into person (id, unit_id, role, name, number, expected) values
            (31, 3, 'student', '王小明', '1', true), (32, 3, 'student', '王小红', '2', true), (41, 4, 'student', '李雷', '3', true),
            (33, 3, 'class_teacher', '陈老师', 'T1', false), (21, 2, 'school_officer', '赵校长', 'T2', false), (11, 1, 'official', '孙科长', null, false);
        insert into post (person_id, unit_id, role) values (33, 3, 'class_teacher'), (21, 2, 'school_officer'), (11, 1, 'official');
        insert into account (user_id, language, first_seen_at) values
            (1001, 'zh-Hans', '2026-01-01T00:00:00.000Z'), (1002, 'zh-Hans', '2026-01-01T00:00:00.000Z'), (1003, 'zh-Hans', '2026-01-01T00:00:00.000Z'),
            (1010, 'zh-Hans', '2026-01-01T00:00:00.000Z'), (1020, 'zh-Hans', '2026-01-01T00:00:00.000Z'), (1030, 'zh-Hans', '2026-01-01T00:00:00.000Z');
        insert into link (user_id, person_id, kind, display_name, linked_at) values
            (1001, 31, 'guardian', '妈', '2026-01-01T00:00:00.000Z'), (1001, 32, 'guardian', '妈', '2026-01-01T00:00:00.000Z'),
            (1002, 31, 'guardian', '爸', '2026-01-01T00:00:00.000Z'), (1003, 41, 'guardian', '妈', '2026-01-01T00:00:00.000Z'),
            (1010, 33, 'self', '陈', '2026-01-01T00:00:00.000Z'), (1020, 21, 'self', '赵', '2026-01-01T00:00:00.000Z'),
            (1030, 11, 'self', '孙', '2026-01-01T00:00:00.000Z');
        insert into group_chat (chat_id, bot_id, unit_id, title) values (-1001, 777, 3, '1班群');
        """;
}

/// <summary>A message on its way.</summary>
internal sealed record Sent(long ChatId, string Text);
