using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;
using static CheckinBot.Tests.Storage.TestDatabase;

namespace CheckinBot.Tests.Storage.Digests;

/// <summary>What is kept of a day's numbers: snapshots and their history, signatures, what changed since.</summary>
public abstract class ReportStoresTests(TestDatabase database) : StoreContract(database)
{
    private static readonly DigestUnit County = new(TestDatabase.County, null, "示范县", UnitKind.Area);
    private static readonly DigestUnit School = new(TestDatabase.School, TestDatabase.County, "示范县/第一小学", UnitKind.School);
    private static readonly DigestUnit Room = new(Class, TestDatabase.School, "示范县/第一小学/1班", UnitKind.Class);
    private static readonly DigestNumbers None = new() { Expected = 3, Missing = 3 }, All = new() { Expected = 3, Reported = 3, Normal = 3 };

    [SkippableFact]
    public async Task A_day_is_remembered_by_its_last_revision()
    {
        Assert.Equal(1, await Keep(School, Today, None));
        Assert.Equal(2, await Keep(School, Today, All));
        Assert.Equal(1, await Keep(School, Today.AddDays(1), None));
        var days = await Read(session => new SnapshotStore(session).Days(School, "morning", Today.AddDays(-1), Today.AddDays(1), default));
        Assert.Equal([(Today, 2, All), (Today.AddDays(1), 1, None)], days.Select(one => (one.Day, one.Digest.Revision, one.Digest.Numbers)));
        Assert.Equal((School, Now), (days[0].Digest.Unit, days[0].Digest.Moment.At));
        Assert.Empty(await Read(session => new SnapshotStore(session).Days(School, "noon", Today, Today, default)));
    }

    [SkippableFact]
    public async Task The_last_snapshot_until_an_instant_is_the_one_that_stood_then()
    {
        await Keep(School, Today, None);
        await Keep(School, Today, All, Now.AddHours(7));
        Assert.Null(await Until(Now));
        Assert.Equal((1, None), await Until(Now.AddMinutes(1)));
        Assert.Equal((2, All), await Until(Now.AddHours(8)));

        async Task<(int, DigestNumbers)?> Until(DateTimeOffset instant) =>
            await Read(session => new SnapshotStore(session).LastUntil(School, Today, "morning", instant, default)) is { } digest
                ? (digest.Revision, digest.Numbers)
                : null;
    }

    [SkippableFact]
    public async Task The_history_of_a_unit_is_its_own_that_of_the_units_below_it_and_of_its_classes_where_they_are_asked_for()
    {
        foreach (var unit in (DigestUnit[])[County, School, Room])
        {
            await Keep(unit, Today, None);
            await Keep(unit, Today, All);
        }

        Assert.Equal([TestDatabase.County, TestDatabase.School], (await Totals(classes: false)).Select(total => total.UnitId).Order());
        var whole = await Totals(classes: true);
        Assert.Equal([TestDatabase.County, TestDatabase.School, Class], whole.Select(total => total.UnitId).Order());
        Assert.All(whole, total => Assert.Equal((Today, All), (total.Day, total.Total)));

        Task<IReadOnlyList<DayTotal>> Totals(bool classes) =>
            Read(session => new DigestHistoryStore(session).Totals(TestDatabase.County, Today.AddDays(-13), Today, "morning", classes, default));
    }

    [SkippableFact]
    public async Task Whether_anybody_of_a_subtree_has_answered_is_asked_slot_by_slot()
    {
        Assert.False(await HasAnswers("morning"));
        await Tell(Ming, 365, Now);
        Assert.True(await HasAnswers("morning"));
        Assert.False(await HasAnswers("noon"));

        Task<bool> HasAnswers(string slot) => Read(session => new DigestHistoryStore(session).HasAnswers(TestDatabase.County, Today, slot, default));
    }

    [SkippableFact]
    public async Task A_revision_is_signed_once_and_the_last_signature_counts()
    {
        Assert.True(await Sign(Class, 1, None));
        Assert.False(await Sign(Class, 1, None));
        Assert.True(await Sign(Class, 2, All));
        var signed = await Of(Class);
        Assert.Equal(new SignOff(Class, 2, All, "陈老师", Now), signed);
        Assert.Null(await Of(TestDatabase.School));
    }

    [SkippableFact]
    public async Task The_signatures_that_a_digest_shows_are_those_of_its_unit_and_of_what_it_lists()
    {
        foreach (var unit in (long[])[TestDatabase.County, TestDatabase.School, Class]) await Sign(unit, 1, All);
        Assert.Equal([TestDatabase.County, TestDatabase.School], await Shown(TestDatabase.County));
        Assert.Equal([TestDatabase.School, Class], await Shown(TestDatabase.School));
        var under = await Read(session => new SignOffStore(session).Under(TestDatabase.School, Today, "morning", default));
        Assert.Equal([TestDatabase.School, Class], under.Keys.Order());

        async Task<IEnumerable<long>> Shown(long unit) =>
            (await Read(session => new SignOffStore(session).ShownIn(unit, Today, "morning", default))).Keys.Order();
    }

    [SkippableFact]
    public async Task A_signature_holds_until_it_is_found_outdated()
    {
        await Sign(Class, 1, All);
        await Sign(TestDatabase.County, 1, All);
        Assert.Equal([TestDatabase.County, Class], (await Holding(Class)).Order());
        Assert.Equal([(Today, "morning")], await Read(session => new SignOffStore(session).Holding(Today, default)));
        Assert.Empty(await Read(session => new SignOffStore(session).Holding(Today.AddDays(1), default)));

        Assert.True(await Outdate());
        Assert.False(await Outdate());
        Assert.Equal([TestDatabase.County], await Holding(Class));
        Assert.Equal(Now.AddMinutes(5), (await Of(Class))!.OutdatedAt);

        Task<bool> Outdate() => Write(session => new SignOffStore(session).Outdate(Class, Today, "morning", 1, Now.AddMinutes(5), default));
        Task<IReadOnlyList<long>> Holding(long unit) => Read(session => new SignOffStore(session).HoldingAbove(unit, Today, "morning", default));
    }

    [SkippableFact]
    public async Task Whoever_signed_can_be_written_to_about_it()
    {
        await Sign(Class, 1, All);
        await Write(session => new LinkStore(session).Add(1003, ClassTeacher, LinkKind.Self, "陈", "no code", Now, default));
        await Write(session => new AccountStore(session).SetLanguage(1003, Language.En, Now, default));
        Assert.Equal([new Recipient(1003, Language.En)], await Signers(1));
        Assert.Empty(await Signers(2));

        Task<IReadOnlyList<Recipient>> Signers(int revision) => Read(session => new SignOffStore(session).Signers(Class, Today, "morning", revision, default));
    }

    [SkippableFact]
    public async Task What_was_answered_since_and_what_was_corrected_since_are_told_apart()
    {
        await Tell(Ming, 365, Now);
        await Tell(Ming, 371, Now.AddMinutes(10));
        await Tell(Hua, 365, Now.AddMinutes(10));
        Assert.Equal((2, 1), (await Since(Now, corrected: false), await Since(Now, corrected: true)));
        Assert.Equal((0, 0), (await Since(Now.AddMinutes(10), corrected: false), await Since(Now.AddMinutes(10), corrected: true)));

        Task<int> Since(DateTimeOffset at, bool corrected) => Read(session => corrected
            ? new DigestStore(session).Corrected(TestDatabase.County, Today, "morning", at, default)
            : new DigestStore(session).AnsweredSince(TestDatabase.County, Today, "morning", at, default));
    }

    private Task<int> Keep(DigestUnit unit, DateOnly day, DigestNumbers numbers, DateTimeOffset? at = null) => Write(session => new SnapshotStore(session).Add(
        new Digest { Unit = unit, Moment = new DigestMoment(day, "morning", at ?? Now), Numbers = numbers, Own = numbers }, default));

    private Task<bool> Sign(long unit, int revision, DigestNumbers numbers) =>
        Write(session => new SignOffStore(session).Add(unit, Today, "morning", revision, numbers, ClassTeacher, Now, default));

    private Task<SignOff?> Of(long unit) => Read(session => new SignOffStore(session).Of(unit, Today, "morning", default));

    private Task Tell(long person, int tenths, DateTimeOffset at) =>
        Write(async session => await new CheckInStore(session).Append(TestDatabase.Reading(person, tenths) with { ReportedAt = at }, default));
}

public sealed class SqliteReportStoresTests() : ReportStoresTests(new SqliteDatabase());

public sealed class PostgresReportStoresTests() : ReportStoresTests(new PostgresDatabase());
