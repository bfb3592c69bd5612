using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Places;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Storage;
using CsCheck;

namespace CheckinBot.Tests.Digests;

/// <summary>The numbers of a digest are those of a naive recount of what was told, whatever was corrected, excused or taken back.</summary>
public abstract class DigestStoreTests(TestDatabase database)
{
    private static readonly HealthRules Rules = HealthRules.Default with { KeyAreas = ["湖北"] };

    private static readonly long[] Units = [TestDatabase.County, TestDatabase.School, TestDatabase.Class, 4, 5];

    // Somebody who left, and an official, are in no digest.
    private static readonly Dictionary<long, long> UnitOf = new()
    {
        [TestDatabase.Ming] = 3,
        [TestDatabase.Hua] = 3,
        [TestDatabase.ClassTeacher] = 3,
        [41] = 4,
        [42] = 4,
        [51] = 5,
        [21] = 2,
    };

    private static readonly Gen<CheckInAnswer> Answers =
        from kind in Gen.Int[0, 9]
        from tenths in Gen.Int[355, 390]
        from earlier in Gen.Int[355, 390]
        from site in Gen.Enum<MeasuringSite>()
        from symptoms in Gen.OneOf(Symptoms.None, Symptoms.None, Symptoms.Fever, Symptoms.Cough, Symptoms.Rash | Symptoms.Fever, Symptoms.Other)
        from travel in Gen.Enum<Travel>()
        from place in Gen.OneOf("湖北武汉", "上海")
        from isolation in Gen.Enum<Isolation>()
        from absence in Gen.Enum<Absence>()
        from contact in Gen.OneOf(false, false, true)
        let told = new CheckInAnswer
        {
            Site = site,
            Symptoms = symptoms,
            Travel = travel,
            Place = travel == Travel.Yes ? place : null,
            Isolation = isolation,
            Contact = contact,
        }
        select kind switch
        {
            0 or 1 => CheckInAnswer.Empty,
            2 => told,
            3 => told with { Absence = absence },
            4 => told with { Absence = absence, TemperatureTenths = tenths },
            5 => told with { TemperatureTenths = tenths, Taken = [new(earlier, site, null), new(tenths, site, null)] },
            _ => told with { TemperatureTenths = tenths },
        };

    private static readonly Gen<List<(long Person, CheckInAnswer Answer)>> Days =
        from count in Gen.Int[0, 25]
        from people in Gen.OneOf([.. UnitOf.Keys, 61L]).Array[count]
        from answers in Answers.Array[count]
        select people.Zip(answers).ToList();

    [SkippableFact]
    public async Task A_digest_equals_a_recount_of_what_was_told()
    {
        await AddPeople();
        var number = 0;
        foreach (var told in Days.Array[60].Single())
        {
            var day = TestDatabase.Today.AddDays(100 + number++);
            await Tell(told, day);
            var counts = await database.Read(
                session => new DigestStore(session).Count(TestDatabase.County, day, CheckInWindow.Morning, Rules, asksTravel: true, default));
            var tree = new DigestTree(new DigestMoment(day, CheckInWindow.Morning, TestDatabase.Now), counts);

            Assert.Equal(Units.Order(), counts.Select(count => count.Unit.Id).Order());
            foreach (var count in counts) Assert.Equal(Recount(told, person => UnitOf[person] == count.Unit.Id), count.Own);
            Assert.Equal(Recount(told, _ => true), tree.Totals[TestDatabase.County]);
            Assert.All(tree.Totals.Values, n => Assert.Equal(n.Expected, n.Reported + n.Missing + n.Exempt));

            var school = await database.Read(session => new DigestStore(session).Count(5, day, CheckInWindow.Morning, Rules, asksTravel: true, default));
            Assert.Equal(counts.Single(count => count.Unit.Id == 5), Assert.Single(school));
            await MissingAgrees(day, told);
        }
    }

    [SkippableFact]
    public async Task Three_pupils_with_like_symptoms_in_a_class_are_a_cluster_and_teachers_do_not_count()
    {
        await AddPeople();
        var day = TestDatabase.Today.AddDays(50);
        var rash = new CheckInAnswer { TemperatureTenths = 366, Symptoms = Symptoms.Rash };
        await Tell([(TestDatabase.Ming, rash), (TestDatabase.Hua, rash), (TestDatabase.ClassTeacher, rash)], day);
        var counts = await database.Read(
            session => new DigestStore(session).Count(TestDatabase.Class, day, CheckInWindow.Morning, Rules, asksTravel: true, default));
        Assert.Equal(2, Assert.Single(counts).LikeSymptoms);
    }

    [SkippableFact]
    public async Task Whoever_moves_takes_their_answer_along()
    {
        await AddPeople();
        var day = TestDatabase.Today.AddDays(60);
        await database.Write(session => new CheckInStore(session)
            .Append(TestDatabase.Reading(51, 365) with { Day = day, UnitId = 4 }, default).AsTask());
        await database.Write(session => new TransferStore(session).Add(
            new Transfer
            {
                PersonId = 51,
                FromUnitId = 4,
                ToUnitId = 5,
                OnDay = day,
                TransferredAt = new DateTimeOffset(day, new TimeOnly(4, 0), TimeSpan.Zero)
            }, default));
        var counts = await database.Read(
            session => new DigestStore(session).Count(TestDatabase.County, day, CheckInWindow.Morning, Rules, asksTravel: true, default));
        Assert.Equal((2, 0), counts.Where(count => count.Unit.Id == 4).Select(count => (count.Own.Expected, count.Own.Reported)).Single());
        Assert.Equal((1, 1), counts.Where(count => count.Unit.Id == 5).Select(count => (count.Own.Expected, count.Own.Reported)).Single());
        Assert.Equal(new MovedPeople(0, 1), await database.Read(session => new TransferStore(session).MovedOn(4, day, default)));
        Assert.Equal(new MovedPeople(1, 0), await database.Read(session => new TransferStore(session).MovedOn(5, day, default)));
    }

    [SkippableFact]
    public async Task A_snapshot_is_kept_once_for_the_same_numbers_and_again_when_they_change()
    {
        await AddPeople();
        var moment = new DigestMoment(TestDatabase.Today.AddDays(70), CheckInWindow.Morning, TestDatabase.Now);
        await Keep();
        await Keep();
        await Tell([(51, new CheckInAnswer { TemperatureTenths = 365 })], moment.Day);
        await Keep();
        var revisions = await database.Read(session => session.Query<(long, int)>(
            "select unit_id, revision from digest where day = @day order by unit_id, revision", new { day = moment.Day }, default));
        Assert.Equal([(1L, 1), (1L, 2), (2L, 1), (3L, 1), (4L, 1), (5L, 1), (5L, 2)], revisions);
        var last = await database.Read(session => new SnapshotStore(session).Tree(TestDatabase.County, moment.Day, moment.Slot, default));
        var live = await database.Read(
            session => new DigestStore(session).Count(TestDatabase.County, moment.Day, moment.Slot, Rules, asksTravel: true, default));
        Assert.Equal(live.OrderBy(count => count.Unit.Id), last.OrderBy(count => count.Unit.Id));

        async Task Keep()
        {
            var counts = await database.Read(
                session => new DigestStore(session).Count(TestDatabase.County, moment.Day, moment.Slot, Rules, asksTravel: true, default));
            var tree = new DigestTree(moment, counts);
            await database.Write(async session =>
            {
                foreach (var count in counts) await new SnapshotStore(session).AddIfChanged(tree.Digest(count.Unit.Id)!, default);
            });
        }
    }

    private static DigestNumbers Recount(List<(long Person, CheckInAnswer Answer)> told, Func<long, bool> counted)
    {
        var numbers = default(DigestNumbers);
        foreach (var person in UnitOf.Keys.Where(counted))
        {
            var answer = told.LastOrDefault(t => t.Person == person).Answer ?? CheckInAnswer.Empty;
            var fever = Rules.IsFever(answer);
            var symptomatic = (answer.Symptoms & ~Symptoms.Fever) != 0;
            numbers += new DigestNumbers
            {
                Expected = 1,
                Reported = answer.Status == CheckInStatus.Reported ? 1 : 0,
                Missing = answer.Status is CheckInStatus.Missing or CheckInStatus.Partial ? 1 : 0,
                Exempt = answer.Status == CheckInStatus.Exempt ? 1 : 0,
                ExemptWithoutReason = answer.Absence == Absence.Unspecified ? 1 : 0,
                Staff = person is TestDatabase.ClassTeacher or 51 or 21 ? 1 : 0,
                TravelUnanswered = answer is { Status: CheckInStatus.Reported, Travel: Travel.Unknown } ? 1 : 0,
                Normal = answer.Status == CheckInStatus.Reported && !Rules.NeedsFollowUp(answer, TestDatabase.Today) ? 1 : 0,
                Fever = fever ? 1 : 0,
                FeverAbsent = fever && answer.Status != CheckInStatus.Reported ? 1 : 0,
                Symptomatic = symptomatic ? 1 : 0,
                SymptomaticAbsent = symptomatic && answer.Status != CheckInStatus.Reported ? 1 : 0,
                Travelled = answer.Travel == Travel.Yes ? 1 : 0,
                KeyArea = answer.Travel == Travel.Yes && Rules.KeyAreaOf(answer.Place, TestDatabase.Today) is not null ? 1 : 0,
                IsolatedHome = answer.Isolation == Isolation.Home ? 1 : 0,
                IsolatedCentral = answer.Isolation == Isolation.Central ? 1 : 0,
                UnderFollowUp = Rules.NeedsFollowUp(answer, TestDatabase.Today) ? 1 : 0,
            };
        }

        return numbers;
    }

    private async Task MissingAgrees(DateOnly day, List<(long Person, CheckInAnswer Answer)> told)
    {
        var together = await database.Read(session => new MissingStore(session).ByUnit(day, CheckInWindow.Morning, default));
        foreach (var unit in Units)
        {
            var missing = await database.Read(session => new MissingStore(session).OfUnit(unit, day, CheckInWindow.Morning, default));
            var coverage = await database.Read(session => new MissingStore(session).CoverageOf(unit, day, CheckInWindow.Morning, default));
            var recount = Recount(told, person => UnitOf[person] == unit);
            Assert.Equal((recount.Missing, recount.ExemptWithoutReason), (missing.Count(one => !one.NoReason), missing.Count(one => one.NoReason)));
            Assert.Equal(
                (recount.Expected, recount.Staff, recount.Reported, recount.Excused, recount.Open, recount.TravelUnanswered),
                (coverage.Expected, coverage.Staff, coverage.Reported, coverage.Excused, coverage.Open, coverage.TravelUnanswered));
            Assert.Equal(missing, together[unit]);
        }
    }

    private Task Tell(List<(long Person, CheckInAnswer Answer)> told, DateOnly day) => database.Write(async session =>
    {
        var store = new CheckInStore(session);
        foreach (var (person, answer) in told)
        {
            var unit = UnitOf.GetValueOrDefault(person, 4);
            await store.Append(TestDatabase.Reading(person, 0) with { Answer = answer, Day = day, UnitId = unit }, default);
        }
    });

    private Task<int> AddPeople() => database.Write(session => session.Execute(
        """
        insert into unit (id, parent_id, name, path, kind, school_id) values
            (4, 2, '2班', '示范县/第一小学/2班', 'class', 2), (5, 1, '第二小学', '示范县/第二小学', 'school', 5) on conflict do nothing;
        insert into unit_ancestor (unit_id, ancestor_id, distance) values
            (4, 4, 0), (4, 2, 1), (4, 1, 2), (5, 5, 0), (5, 1, 1) on conflict do nothing;
        insert into person (id, unit_id, role, name, number, active, expected) values
            (41, 4, 'student', '张三', '1', true, true), (42, 4, 'student', '李四', '2', true, true),
            (51, 5, 'teacher', '王老师', 'T1', true, true), (21, 2, 'school_officer', '赵校长', 'T2', true, true),
            (61, 4, 'student', '转走', '3', false, true), (62, 1, 'official', '官员', null, true, false) on conflict do nothing;
        """,
        null,
        default));
}

/// <summary>On SQLite.</summary>
public sealed class SqliteDigestStoreTests(SqliteDatabase database) : DigestStoreTests(database), IClassFixture<SqliteDatabase>;

public sealed class PostgresDigestStoreTests(PostgresDatabase database) : DigestStoreTests(database), IClassFixture<PostgresDatabase>;
