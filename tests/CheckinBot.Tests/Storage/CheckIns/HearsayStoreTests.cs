using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.CheckIns;

/// <summary>What is known of a family besides its answers: what others told, and that it answers later.</summary>
public abstract class HearsayStoreTests(TestDatabase database) : StoreContract(database)
{
    private static readonly CheckInAnswer Feverish = new()
    {
        TemperatureTenths = 385,
        Site = MeasuringSite.Ear,
        Symptoms = Symptoms.Cough | Symptoms.Headache,
        Travel = Travel.Yes,
        Place = "武汉",
        ReturnedOn = new DateOnly(2026, 3, 1),
    };

    [SkippableFact]
    public async Task What_was_told_last_is_kept_as_it_was_told_and_is_no_check_in()
    {
        await Keep(Ming, new CheckInAnswer { TemperatureTenths = 365 }, "first");
        await Keep(Ming, Feverish, "second");
        var heard = Assert.Single(await Heard());
        Assert.Equal((Ming, Today, CheckInWindow.Morning, "second"), (heard.PersonId, heard.Day, heard.Slot, heard.Told.ByName));
        Assert.Equal(Feverish, heard.Told.Answer);
        Assert.Equal(0, await Read(session => session.QuerySingle<int>("select count(*) from check_in", null, default)));

        await Write(session => new HearsayStore(session).Forget(Ming, Today, CheckInWindow.Morning, default));
        Assert.Empty(await Heard());
    }

    [SkippableFact]
    public async Task The_list_of_the_missing_says_who_said_what()
    {
        await Keep(Ming, Feverish, "somebody");
        await Write(session => new SaidLaterStore(session).Say(Hua, Today, CheckInWindow.Morning, Now, default));
        await Write(session => new SaidLaterStore(session).Say(Hua, Today, CheckInWindow.Morning, Now.AddMinutes(5), default));
        var missing = await Read(session => new MissingStore(session).OfUnit(Class, Today, CheckInWindow.Morning, default));
        Assert.Equal([(Ming, true, null), (Hua, false, Now.AddMinutes(5))], missing.Take(2).Select(one => (one.PersonId, one.Heard, one.SaidLaterAt)));
        Assert.Equal(
            missing.Select(one => (one.PersonId, one.Heard, one.SaidLaterAt)),
            (await Read(session => new MissingStore(session).ByUnit(Today, CheckInWindow.Morning, default)))[Class]
                .Select(one => (one.PersonId, one.Heard, one.SaidLaterAt)));
        var later = await Read(session => new SaidLaterStore(session).OfUnit(Class, Today, CheckInWindow.Morning, default));
        Assert.Equal(Now.AddMinutes(5), Assert.Single(later).Value);
        Assert.Empty(await Read(session => new SaidLaterStore(session).OfUnit(Class, Today, "noon", default)));
    }

    private Task Keep(long person, CheckInAnswer answer, string by) => Write(session =>
        new HearsayStore(session).Keep(new HeardOf(person, Today, CheckInWindow.Morning, new Hearsay(answer, by)), 7, Now, default));

    private Task<IReadOnlyList<HeardOf>> Heard() => Read(session => new HearsayStore(session).OfUnit(Class, Today, default));
}

public sealed class SqliteHearsayStoreTests() : HearsayStoreTests(new SqliteDatabase());

public sealed class PostgresHearsayStoreTests() : HearsayStoreTests(new PostgresDatabase());
