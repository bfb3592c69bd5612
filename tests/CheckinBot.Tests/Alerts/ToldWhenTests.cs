using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.Engine;
using static CheckinBot.Tests.Jobs.ScheduledSchool;

namespace CheckinBot.Tests.Alerts;

/// <summary>What is told counts for the time in which it was sent, as the host reads and stores it.</summary>
public abstract class ToldWhenTests(SqlDialect engine)
{
    private const string Current = """
        select person_id || ' ' || day || ' ' || coalesce(cast(temperature_tenths as text), '-') || ' ' || status
        from check_in where is_current order by day, person_id
        """;

    [SkippableFact]
    public async Task A_message_that_waited_a_night_for_the_bot_is_of_the_day_in_which_it_was_sent()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-03 06:05");
        await school.Handle(Text(MotherOfLi, 1, "36.6 没外出", "2026-03-02 08:05"));
        Assert.Equal(["41 2026-03-02 366 reported"], await school.Ask(Current));
        Assert.Contains("3月2日", Assert.Single(await school.New()).Text, StringComparison.Ordinal);
        await school.Handle(Text(MotherOfLi, 2, "36.7 没外出", "2026-03-03 06:05"));
        Assert.Equal(["41 2026-03-02 366 reported", "41 2026-03-03 367 reported"], await school.Ask(Current));
    }

    [SkippableFact]
    public async Task An_edit_that_changes_nothing_does_nothing_and_one_that_does_corrects_its_own_day()
    {
        await using var school = await AlertedSchool.Begin(engine, "2026-03-02 07:12");
        await school.Handle(Text(MotherOfLi, 1, "36.6 没外出", "2026-03-02 07:12"));
        await school.Round("2026-03-03 07:30");
        var before = await school.Ask(Current);
        await school.Handle(Edit(MotherOfLi, 1, "36.6 没外出"));
        Assert.Empty(await school.New());
        Assert.Equal(before, await school.Ask(Current));
        await school.Handle(Edit(MotherOfLi, 1, "36.9 没外出"));
        Assert.Equal(["41 2026-03-02 369 reported"], await school.Ask(Current));
        Assert.Equal(
            ["1 2026-03-01 23:12", "2 2026-03-01 23:12"],
            await school.Ask("select revision || ' ' || substr(replace(cast(told_at as text), 'T', ' '), 1, 16) from check_in order by revision"));
    }

    private static ConversationEvent.TextReceived Text(long user, int message, string text, string sent) => new(message, text)
    {
        Chat = new ChatRef(user, ChatKind.Private),
        From = new Sender(user, "X"),
        SentAt = Instant(sent),
    };

    private static ConversationEvent.TextEdited Edit(long user, int message, string text) => new(message, text)
    {
        Chat = new ChatRef(user, ChatKind.Private),
        From = new Sender(user, "X"),
        SentAt = Instant("2026-03-03 07:30"),
        FirstSentAt = Instant("2026-03-02 07:12"),
    };
}

public sealed class SqliteToldWhenTests() : ToldWhenTests(SqlDialect.Sqlite);

public sealed class PostgresToldWhenTests() : ToldWhenTests(SqlDialect.Postgres);
