using CheckinBot.Core.Organisation;
using CheckinBot.Rosters;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Storage;

namespace CheckinBot.Tests.Rosters;

/// <summary>An import that changes more than a tenth of a class, and numbers that are unique in a class only.</summary>
public abstract class RosterGuardTests(TestDatabase database) : IAsyncLifetime
{
    private const string Stop = "More than a tenth of a unit changes: nothing of the file was stored.";

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [SkippableFact]
    public async Task Numbers_without_their_zeros_stop_an_import_and_yes_goes_on()
    {
        await Import(Class("1班", pupils: 20, number: pupil => $"{pupil:0000}"));

        var outcome = await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}"));
        Assert.True(outcome.IsStopped);
        Assert.Equal(
            ["20 of 20 in '东岭县/东岭小学/1班' would get another number (学生1: 0001 -> 1; 学生2: 0002 -> 2; 学生3: 0003 -> 3; …)"], outcome.Plan!.Doubts);
        Assert.StartsWith(Stop, RosterReport.Stop(outcome.Plan, Options).Last(), StringComparison.Ordinal);
        Assert.Equal(["0001"], await Numbers("学生1"));

        var dry = await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}"), Options with { DryRun = true });
        Assert.Equal((true, outcome.Plan.Doubts[0]), (dry.IsStopped, Assert.Single(dry.Plan!.Doubts)));
        var said = RosterReport.Stop(dry.Plan, Options with { DryRun = true }).Last();
        Assert.Contains("would change: the import would stop here", said, StringComparison.Ordinal);

        Assert.False((await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}"), Options with { Yes = true })).IsStopped);
        Assert.Equal(["1"], await Numbers("学生1"));
    }

    [SkippableTheory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task A_tenth_of_a_class_may_change_its_numbers_and_more_may_not(int changed, bool stops)
    {
        await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}"));
        Assert.Equal(stops, (await Import(Class("1班", pupils: 20, number: pupil => pupil <= changed ? $"A{pupil}" : $"{pupil}"))).IsStopped);
    }

    [SkippableTheory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task A_tenth_of_a_class_may_change_its_names_and_more_may_not(int changed, bool stops)
    {
        await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}"));
        var outcome = await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}", name: pupil => pupil <= changed ? $"别人{pupil}" : $"学生{pupil}"));
        Assert.Equal(stops, outcome.IsStopped);
        if (stops) Assert.Contains("would get another name (学生1 -> 别人1;", Assert.Single(outcome.Plan!.Doubts), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public async Task A_tenth_of_a_class_may_move_and_more_may_not(int changed, bool stops)
    {
        await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}"));
        var rows = Class("1班", pupils: 20, number: pupil => $"{pupil}").Split('\n');
        for (var line = 1; line <= changed; line++) rows[line] = rows[line].Replace("1班", "2班", StringComparison.Ordinal);
        var outcome = await Import(string.Join('\n', rows));
        Assert.Equal(stops, outcome.IsStopped);
        if (stops) Assert.Contains("3 of 20 in '东岭县/东岭小学/1班' would move to another unit", Assert.Single(outcome.Plan!.Doubts), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task One_child_of_a_small_class_may_change()
    {
        await Import(Class("1班", pupils: 3, number: pupil => $"{pupil}"));
        Assert.False((await Import(Class("1班", pupils: 3, number: pupil => pupil == 1 ? "A1" : $"{pupil}"))).IsStopped);
    }

    [SkippableFact]
    public async Task Names_that_are_spread_otherwise_are_no_other_names()
    {
        await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}", name: pupil => $"白　{(char)('一' + pupil)}"));
        var outcome = await Import(Class("1班", pupils: 20, number: pupil => $"{pupil}", name: pupil => $"白{(char)('一' + pupil)}"));
        Assert.False(outcome.IsStopped);
        Assert.Equal(20, outcome.Plan!.Changed.Count());
    }

    [SkippableFact]
    public async Task Seat_numbers_are_unique_in_their_class_and_that_is_said()
    {
        var both = TwoClasses(5);
        var first = await Import(both);
        Assert.Empty(first.Faults);
        Assert.StartsWith(
            "numbers of pupils in '东岭县/东岭小学' are unique in a class only (1 is 学生1 in '东岭县/东岭小学/1班' and 同学1 in '东岭县/东岭小学/2班'): the class is part of the key.",
            Assert.Single(first.Notes), StringComparison.Ordinal);
        Assert.DoesNotContain((await Import(both)).Plan!.People, person => person.IsNew || person.Changes.Count > 0);
        Assert.Equal(10, await Count("person where name like '学生%' or name like '同学%'"));
    }

    [SkippableFact]
    public async Task A_class_that_comes_by_itself_with_the_numbers_of_another_takes_nobody_from_it()
    {
        await Import(Class("1班", pupils: 5, number: pupil => $"{pupil}"));
        var second = await Import(Class("2班", pupils: 5, number: pupil => $"{pupil}", name: pupil => $"同学{pupil}"));
        Assert.Equal((5, false), (second.Plan!.Added.Count(), second.IsStopped));
        Assert.Contains("the class is part of the key", Assert.Single(second.Notes), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Who_changes_seats_keeps_the_family()
    {
        await Import(TwoClasses(20));
        var before = await Ids("学生1");
        // The first two have changed places.
        var outcome = await Import(Class("1班", pupils: 20, number: pupil => pupil switch { 1 => "2", 2 => "1", _ => $"{pupil}" }));
        Assert.Equal(["number: 1 -> 2", "number: 2 -> 1"], outcome.Plan!.Changed.SelectMany(person => person.Changes));
        Assert.Equal(before, await Ids("学生1"));
        Assert.Equal(["2"], await Numbers("学生1"));
    }

    [SkippableFact]
    public async Task One_number_that_two_pupils_have_is_a_fault()
    {
        var first = Class("1班", pupils: 5, number: pupil => $"{pupil}");
        var second = Class("2班", pupils: 5, number: pupil => $"{(pupil == 1 ? 1 : pupil + 10)}", name: pupil => $"同学{pupil}");
        Assert.Contains("is a duplicate", Assert.Single((await Import(first + second[RosterFiles.Header.Length..])).Faults).Reason, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_pupil_with_a_seat_number_is_transferred_to_a_class_that_has_it_with_a_new_one()
    {
        await Import(TwoClasses(5));
        var refused = await Assert.ThrowsAsync<TransferException>(() => Transfer(number: null));
        Assert.Contains("is taken in '东岭县/东岭小学/2班'", refused.Message, StringComparison.Ordinal);
        Assert.Equal("6", (await Transfer(number: "6")).Data.Number);
    }

    private static RosterImportOptions Options => new(false, false);

    private static string Class(string room, int pupils, Func<int, string> number, Func<int, string>? name = null) => RosterFiles.Header + string.Concat(
        Enumerable.Range(1, pupils).Select(pupil => $"东岭县/东岭小学/{room},student,{name?.Invoke(pupil) ?? $"学生{pupil}"},{number(pupil)}\n"));

    // Each class with the numbers from 1, as by seats.
    private static string TwoClasses(int pupils) =>
        Class("1班", pupils, pupil => $"{pupil}") + Class("2班", pupils, pupil => $"{pupil}", pupil => $"同学{pupil}")[RosterFiles.Header.Length..];

    private Task<RosterPerson> Transfer(string? number) => database.Write(async session =>
    {
        var units = new UnitStore(session);
        var (from, to) = (await units.FindByPath("东岭县/东岭小学/1班", default), await units.FindByPath("东岭县/东岭小学/2班", default));
        return await new Transfers(session, TimeProvider.System).Move("1", from!, to!, number, null, TimeZoneInfo.Utc, default);
    });

    private async Task<RosterOutcome> Import(string csv, RosterImportOptions? options = null) =>
        await new RosterImport(database.Database, TimeProvider.System).Run(RosterFiles.Csv(csv), options ?? Options, null, default);

    private async Task<List<string>> Numbers(string name) =>
        [.. await database.Read(session => session.Query<string>("select number from person where name = @name", new { name }, default))];

    private async Task<List<long>> Ids(string name) =>
        [.. await database.Read(session => session.Query<long>("select id from person where name = @name", new { name }, default))];

    private Task<int> Count(string what) => database.Read(session => session.QuerySingle<int>($"select count(*) from {what}", null, default));
}

public sealed class SqliteRosterGuardTests() : RosterGuardTests(new SqliteDatabase());

public sealed class PostgresRosterGuardTests() : RosterGuardTests(new PostgresDatabase());
