using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Schedule;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Traffic;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Privacy;

/// <summary>Health data go after their time, or at a user's wish; the numbers stay.</summary>
public abstract class RetentionTests(TestDatabase database) : StoreContract(database)
{
    [SkippableFact]
    public async Task Check_ins_go_after_the_retention_time_and_digests_stay()
    {
        await Append(Today.AddDays(-91), Today.AddDays(-90), Today);
        await Write(session => session.Execute(
            """
            insert into digest (unit_id, day, slot, revision, as_of, body)
            values (3, '2020-11-30', 'morning', 1, '2020-11-30T01:30:00.000Z', '{}')
            """,
            null,
            default));

        var limits = PurgeLimits.At(Now, 90);
        Assert.Equal(1, await Read(session => new PurgeStore(session).CountCheckIns(limits, default)));
        Assert.Equal(1, await Write(session => new PurgeStore(session).DeleteCheckIns(limits, 1000, default)));
        await Write(session => new PurgeStore(session).DeleteTraces([limits], default));

        Assert.Equal(
            [new DateOnly(2020, 12, 1), new DateOnly(2021, 3, 1)],
            await Read(session => session.Query<DateOnly>("select day from check_in order by day", null, default)));
        Assert.Equal(1, await Read(session => session.QuerySingle<int>("select count(*) from digest", null, default)));
    }

    [SkippableFact]
    public async Task A_unit_that_keeps_for_longer_or_shorter_is_purged_by_its_own_time()
    {
        await Append(Today.AddDays(-91), Today.AddDays(-40), Today.AddDays(-20));
        async Task<List<long>> Counts()
        {
            var all = await Read(session => new PurgeStore(session).Limits(Now, 90, Days, default));
            var counts = new List<long>();
            foreach (var limits in all) counts.Add(await Read(session => new PurgeStore(session).CountCheckIns(limits, default)));
            return counts;
        }

        Assert.Equal([1], await Counts());
        await Set(School, "30");
        Assert.Equal([0, 2], await Counts());
        await Set(Class, "200");
        Assert.Equal([0, 0, 0], await Counts());
        await Set(Class, "15");
        foreach (var limits in await Read(session => new PurgeStore(session).Limits(Now, 90, Days, default)))
            await Write(session => new PurgeStore(session).DeleteCheckIns(limits, 1000, default));
        Assert.Equal(0, await Read(session => session.QuerySingle<int>("select count(*) from check_in", null, default)));

        Task Set(long unitId, string days) => Write(session =>
            new SettingStore(session).Change(unitId, PurgeLimits.Key, days, Looker.Operator("root"), Now, default));
    }

    [SkippableFact]
    public async Task What_else_belongs_to_a_unit_goes_by_the_units_own_time_and_dialogs_by_the_configured_one()
    {
        const string Insert = """
            insert into waiver (unit_id, day, slot, by_user_id, by_name, reason, at) values (@unit, @day, 'morning', 7, '赵', 'other', @at);
            insert into look (looked_at, by_operator, person_id, unit_id, reason, via) values (@at, 'root', @person, @unit, 'Cases', 'Chat');
            insert into card (unit_id, chat_id, day, slot) values (@unit, -1, @day, 'morning');
            insert into job_run (unit_id, day, slot, kind, ran_at) values (@unit, @day, 'morning', 'open', @at);
            insert into rule_firing (unit_id, rule, scope, dormitory, signs, diseases, first_day, last_day, fired_at, stage)
            values (@unit, 'r', 'class', '', 1, 0, @day, @day, @at, 0);
            insert into rule_firing_pupil (firing_id, person_id) select id, @person from rule_firing where unit_id = @unit;
            insert into alert_message (firing_id, chat_id, shown) select id, 1, 'text' from rule_firing where unit_id = @unit;
            """;
        string[] tables = ["waiver", "look", "card", "job_run", "rule_firing", "rule_firing_pupil", "alert_message", "conversation"];
        var at = Now.AddDays(-40);
        await Write(async session =>
        {
            foreach (var unit in new[] { School, Class })
                await session.Execute(Insert, new { unit, person = Ming, day = DateOnly.FromDateTime(at.UtcDateTime), at }, default);
            await new ConversationStore(session).Save(Conversation.New(new ConversationKey(1, 7, 0, 7)), at, default);
            await new SettingStore(session).Change(School, PurgeLimits.Key, "30", Looker.Operator("root"), Now, default);
            await new SettingStore(session).Change(Class, PurgeLimits.Key, "60", Looker.Operator("root"), Now, default);
        });

        await Write(async session => await new PurgeStore(session).DeleteTraces(await new PurgeStore(session).Limits(Now, 90, Days, default), default));

        foreach (var table in tables) Assert.Equal(1, await Read(session => session.QuerySingle<int>($"select count(*) from {table}", null, default)));
        Assert.Equal(Class, await Read(session => session.QuerySingle<long>("select unit_id from look", null, default)));
    }

    [SkippableFact]
    public async Task A_time_that_is_not_allowed_any_more_is_passed_over()
    {
        await Write(session => new SettingStore(session).Change(School, PurgeLimits.Key, "soon", Looker.Operator("root"), Now, default));
        var limits = await Read(session => new PurgeStore(session).Limits(Now, 90, Days, default));
        Assert.Equal([Today.AddDays(-90), Today.AddDays(-90)], limits.Select(one => one.Day));
    }

    private static int? Days(string value) => int.TryParse(value, out var days) ? days : null;

    [SkippableFact]
    public async Task Traces_go_after_their_time_and_later_ones_stay()
    {
        await Trace(Now);
        Assert.Equal(0, await Purge(Now));
        await Trace(Now.AddDays(91));
        Assert.Equal(9, await Purge(Now.AddDays(91)));
        foreach (var table in (string[])["card", "job_run", "conversation", "inbox", "outbox", "code_failure", "asked", "hearsay", "said_later"])
            Assert.Equal(1, await Read(session => session.QuerySingle<int>($"select count(*) from {table}", null, default)));

        Task<int> Purge(DateTimeOffset now) => Write(session => new PurgeStore(session).DeleteTraces([PurgeLimits.At(now, 90)], default));
    }

    private Task Trace(DateTimeOffset at) => Write(async session =>
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        await new CardStore(session).Add(Class, -100, day, "morning", "text", default);
        await new JobRunStore(session).Claim([Class], day, "morning", "open", at, default);
        await new ConversationStore(session).Save(Conversation.New(new ConversationKey(1, at.ToUnixTimeSeconds(), 0, 7)), at, default);
        await new InboxStore(session).Add(1, at.ToUnixTimeSeconds(), 0, at, default);
        await new InvitationStore(session).AddFailure(7, at, default);
        await new AskedStore(session).Note(at.ToUnixTimeSeconds(), at, default);
        await new SaidLaterStore(session).Say(Ming, day, "morning", at, default);
        await new HearsayStore(session).Keep(
            new HeardOf(Ming, day, "morning", new Hearsay(new CheckInAnswer { TemperatureTenths = 385 }, "Dad")), 7, at, default);
        var call = new OutboxRow { BotId = 1, ChatId = 7, Lane = "answers", Call = "{}", DedupeKey = $"{at}", CreatedAt = at, DueAt = at };
        await new OutboxStore(session).MarkSent((await new OutboxStore(session).Add(call, default))!.Value, at, default);
    });

    [SkippableFact]
    public async Task A_large_purge_is_done_bit_by_bit()
    {
        await Append([.. Enumerable.Range(100, 5).Select(days => Today.AddDays(-days))]);
        var limits = PurgeLimits.At(Now, 90);
        var batches = new List<int>();
        do batches.Add(await Write(session => new PurgeStore(session).DeleteCheckIns(limits, 2, default)));
        while (batches[^1] > 0);
        Assert.Equal([2, 2, 1, 0], batches);
    }

    [SkippableFact]
    public async Task A_user_who_has_everything_deleted_is_in_no_table_and_the_check_ins_still_count()
    {
        const long User = 424242;
        var key = new ConversationKey(1, User, 0, User);
        await Write(async session =>
        {
            await new AccountStore(session).SetLanguage(User, Language.En, Now, default);
            await new InvitationStore(session).Add("code", Ming, Now, default);
            await new LinkStore(session).Add(User, Ming, LinkKind.Guardian, "Mum", "code", Now, default);
            await new InvitationStore(session).AddFailure(User, Now, default);
            await new ConversationStore(session).Save(Conversation.New(key), Now, default);
            await new AskedStore(session).Note(User, Now, default);
            await new HearsayStore(session).Keep(
                new HeardOf(Hua, Today, "morning", new Hearsay(new CheckInAnswer { TemperatureTenths = 365 }, "Mum")), User, Now, default);
            await new LinkStore(session).Add(User, Hua, LinkKind.Guardian, "Mum", "", Now, default);
            await new LinkStore(session).Expel(User, Hua, Now, default);
            await new CheckInStore(session).Append(
                TestDatabase.Reading(Ming, 365, User) with { ReporterName = "Mum", ChatId = User, MessageId = 5 }, default);
        });

        await Write(session => new AccountStore(session).Delete(User, default));

        const string Traces = """
            select (select count(*) from account where user_id = 424242) + (select count(*) from link where user_id = 424242)
                + (select count(*) from invitation_use where user_id = 424242) + (select count(*) from code_failure where user_id = 424242)
                + (select count(*) from conversation where user_id = 424242) + (select count(*) from asked where user_id = 424242)
                + (select count(*) from hearsay where by_user_id = 424242 or by_name = 'Mum')
                + (select count(*) from removed_guardian where display_name = 'Mum')
                + (select count(*) from check_in where reporter_user_id = 424242 or chat_id = 424242 or reporter_name = 'Mum')
            """;
        Assert.Equal(0, await Read(session => session.QuerySingle<int>(Traces, null, default)));
        var kept = await Read(session => new CheckInStore(session).Current(Ming, Today, CheckInWindow.Morning, default).AsTask());
        Assert.Equal((CheckInStatus.Reported, (long?)null), (kept!.Answer.Status, kept.ReporterUserId));
    }

    private async Task Append(params DateOnly[] days)
    {
        foreach (var day in days)
        {
            await Write(session => new CheckInStore(session).Append(TestDatabase.Reading(Ming, 365) with { Day = day }, default).AsTask());
        }
    }
}

public sealed class SqliteRetentionTests() : RetentionTests(new SqliteDatabase());

public sealed class PostgresRetentionTests() : RetentionTests(new PostgresDatabase());
