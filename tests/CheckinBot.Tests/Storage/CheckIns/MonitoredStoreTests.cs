using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.CheckIns;

/// <summary>People who are monitored, and what counts and lists them, on both databases.</summary>
public abstract class MonitoredStoreTests(TestDatabase database) : StoreContract(database)
{
    private static readonly Monitored Wuhan = new(Ming, MonitoredKind.KeyArea, Today, Today.AddDays(14)) { Place = "武汉", OpenedDay = Today };

    [SkippableFact]
    public async Task What_is_opened_is_found_by_its_check_in_and_on_each_of_its_days()
    {
        await Open(Wuhan);
        Assert.True(await Read(async session => await new MonitoredStore(session).IsOpenedBy(Ming, Today, CheckInWindow.Morning, default)));
        Assert.False(await Read(async session => await new MonitoredStore(session).IsOpenedBy(Ming, Today, "noon", default)));
        var stored = Assert.Single(await Read(session => new MonitoredStore(session).OpenedSince(Ming, Today, default)));
        Assert.Equal(Wuhan with { Id = stored.Id }, stored);
        Assert.Equal("0, 1, 1, 0", await Days(-1, 0, 14, 15));
    }

    [SkippableFact]
    public async Task What_was_corrected_or_denied_never_was_and_what_was_released_was_until_the_day_before()
    {
        await Open(Wuhan);
        await End(Today.AddDays(3), MonitoredEnd.Released);
        Assert.Equal("1, 1, 0", await Days(0, 2, 3));
        await Open(Wuhan with { Kind = MonitoredKind.Contact });
        Assert.Equal("2, 1", await Days(0, 3));
        await End(Today.AddDays(3), MonitoredEnd.Denied);
        Assert.Equal("1, 0", await Days(0, 3));
    }

    [SkippableFact]
    public async Task A_change_is_written_to_what_is_stored()
    {
        await Open(Wuhan);
        var stored = Assert.Single(await Read(session => new MonitoredStore(session).OpenedSince(Ming, Today, default)));
        var closed = stored with { Until = Today.AddDays(10), End = MonitoredEnd.Corrected, ClosedAt = Now };
        await Write(session => new MonitoredStore(session).Apply(new MonitoringChanges([], [closed]), Now, default));
        Assert.Equal(closed, Assert.Single(await Read(session => new MonitoredStore(session).OpenedSince(Ming, Today, default))));
    }

    [SkippableFact]
    public async Task Whoever_is_monitored_counts_whatever_is_answered_or_not()
    {
        await Open(Wuhan, new(Hua, MonitoredKind.IsolationHome, Today, Today.AddDays(14)) { OpenedDay = Today });
        var day = Today.AddDays(2);
        Assert.Equal((1, 1, 0, 2), await Counts(day));
        await Tell(Ming, day, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No });
        Assert.Equal((1, 1, 0, 2), await Counts(day));
        await Tell(Ming, day, new CheckInAnswer { TemperatureTenths = 378, Travel = Travel.No });
        await Tell(Hua, day, new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No, Isolation = Isolation.Central });
        Assert.Equal((1, 0, 1, 2), await Counts(day));
        Assert.Equal((0, 0, 0, 0), await Counts(Today.AddDays(15)));
    }

    [SkippableFact]
    public async Task An_open_case_says_until_when_even_where_nothing_was_told_lately()
    {
        await Open(Wuhan);
        var found = Assert.Single(await Cases(Today.AddDays(9)));
        Assert.Equal((Ming, Today, 0), (found.Person.Id, found.Since, found.Answers.Count));
        Assert.Equal(Today.AddDays(14), Assert.Single(found.Monitored).Until);
        Assert.Empty(await Cases(Today.AddDays(15)));
    }

    [SkippableFact]
    public async Task An_export_tells_the_last_day_of_it()
    {
        await Open(Wuhan);
        await Tell(Ming, Today.AddDays(2), new CheckInAnswer { TemperatureTenths = 365, Travel = Travel.No });
        var rows = await Read(async session => await new ExportStore(session).Told(County, Today.AddDays(2), revisions: false).ToListAsync());
        Assert.Equal(Today.AddDays(14), Assert.Single(rows).MonitoredUntil);
    }

    private async Task<string> Days(params int[] days)
    {
        var counts = new List<int>();
        foreach (var day in days)
            counts.Add((await Read(session => new MonitoredStore(session).On(County, Today.AddDays(day), default))).Sum(person => person.Count()));
        return string.Join(", ", counts);
    }

    private Task Open(params Monitored[] opened) =>
        Write(session => new MonitoredStore(session).Apply(new MonitoringChanges([.. opened], []), Now, default));

    private Task End(DateOnly day, MonitoredEnd end) => Write(session => new MonitoredStore(session).End(Ming, day, end, "陈老师", Now, default));

    private Task Tell(long person, DateOnly day, CheckInAnswer answer) => Write(async session => await new CheckInStore(session).Append(
        new CheckInDraft(person, Class, day, CheckInWindow.Morning, answer, CheckInSource.Private, 7, Now), default));

    private async Task<(int KeyArea, int Home, int Central, int FollowedUp)> Counts(DateOnly day)
    {
        var counts = await Read(session => new DigestStore(session).Count(County, day, CheckInWindow.Morning, HealthRules.Default, asksTravel: true, default));
        var numbers = new DigestTree(new DigestMoment(day, CheckInWindow.Morning, Now), counts).Totals[County];
        return (numbers.KeyArea, numbers.IsolatedHome, numbers.IsolatedCentral, numbers.UnderFollowUp);
    }

    private Task<IReadOnlyList<FollowedCase>> Cases(DateOnly day) =>
        Read(session => new CaseStore(session).Under(County, day.AddDays(-1), day, HealthRules.Default, default));
}

public sealed class SqliteMonitoredStoreTests() : MonitoredStoreTests(new SqliteDatabase());

public sealed class PostgresMonitoredStoreTests() : MonitoredStoreTests(new PostgresDatabase());
