using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Storage;
using CsCheck;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// A made-up province of two time zones: at every level the sums equal a recount of what was told, whatever was corrected,
/// excused, taken back or told late, whoever moved with or without an answer, and although the noon check-in was introduced on the way.
/// </summary>
public abstract class ProvinceTests(TestDatabase database)
{
    private const int Pupils = 3;
    private const long House = 1040;
    private static readonly DateOnly First = new(2026, 3, 2);
    private static readonly string[] Slots = [CheckInWindow.Morning, SlotSchedule.NoonId, SlotSchedule.EveningId];

    // Province 1000; counties 1001 (Shanghai) and 1002 (Ürümqi, two hours behind); each two schools of two classes and a boarding house.
    private static readonly (long Id, long? Parent, string Path, UnitKind Kind)[] Units =
    [
        (1000, null, "省", UnitKind.Area),
        .. from county in Enumerable.Range(1, 2) select (1000L + county, (long?)1000, $"省/{county}县", UnitKind.Area),
        .. from school in Enumerable.Range(0, 4) select (1010L + school, (long?)(1001 + (school / 2)), $"省/{1 + (school / 2)}县/{school}校", UnitKind.School),
        .. from room in Enumerable.Range(0, 8) select (1020L + room, (long?)(1010 + (room / 2)), $"省/{1 + (room / 4)}县/{room / 2}校/{room}班", UnitKind.Class),
        .. from school in Enumerable.Range(0, 4) select (House + school, (long?)(1010 + school), $"省/{1 + (school / 2)}县/{school}校/宿舍", UnitKind.BoardingHouse),
    ];

    private static readonly Gen<(int Kind, int Person, int Tenths, int Minutes, int Class)[]> Days =
        (
            from kind in Gen.Int[0, 11]
            from person in Gen.Int[0, (8 * Pupils) + 7]
            from tenths in Gen.Int[360, 380]
            from minutes in Gen.Int[1, 90]
            from room in Gen.Int[0, 7]
            select (kind, person, tenths, minutes, room)).Array[50];

    private readonly Dictionary<long, long> _home = [];
    private readonly Dictionary<long, long> _bed = [];
    private readonly List<(long Person, DateOnly OnDay, long From)> _moves = [];
    private readonly Dictionary<(long Person, DateOnly Day, string Slot), CheckInAnswer> _told = [];

    [SkippableFact]
    public async Task Sums_at_every_level_equal_a_recount_of_what_was_told()
    {
        await database.Write(MakeProvince);
        var day = First;
        foreach (var (operations, number) in Days.Array[8].Single().Select((operations, index) => (operations, index)))
        {
            await database.Write(session => Live(session, operations, day, hasNoon: number >= 3));
            // A boarder in the evening, whatever the draw has.
            if (number >= 3)
                await database.Write(
                    session => Tell(session, 2000, day, SlotSchedule.EveningId, new CheckInAnswer { TemperatureTenths = 374 }, TestDatabase.Now));
            // An answer of that night may belong to the next day in the east, and to this one in the west.
            foreach (var shown in new[] { day, day.AddDays(1) })
                foreach (var slot in Slots) await Compare(shown, slot);
            await KeepSnapshot(day);
            day = day.AddDays(7);
        }
    }

    private async Task Compare(DateOnly day, string slot)
    {
        var counts = await database.Read(session => new DigestStore(session).Count(1000, day, slot, HealthRules.Default, asksTravel: true, default));
        var tree = new DigestTree(new DigestMoment(day, slot, TestDatabase.Now), counts);
        foreach (var unit in Units)
        {
            var isHouse = unit.Kind == UnitKind.BoardingHouse && slot == SlotSchedule.EveningId;
            var recounted = Recount(day, slot, (person, at) => isHouse
                ? _bed.GetValueOrDefault(person) == unit.Id
                : PathOf(at) == unit.Path || PathOf(at).StartsWith(unit.Path + "/", StringComparison.Ordinal));
            Assert.Equal(recounted, tree.Totals[unit.Id]);
            var digest = tree.Digest(unit.Id)!;
            Assert.Equal(recounted, digest.Numbers);
            // Boarders are in the sums of their classes; their house stands beside these.
            if (isHouse) continue;
            Assert.Equal(digest.Numbers, digest.Units.Aggregate(digest.Own, (sum, below) => sum + below.Numbers));
        }
    }

    /// <summary>What is kept adds up in itself, and stays what it was when somebody answers afterwards.</summary>
    private async Task KeepSnapshot(DateOnly day)
    {
        var unit = new DigestUnit(1000, null, "省", UnitKind.Area);
        var counts = await database.Read(
            session => new DigestStore(session).Count(1000, day, CheckInWindow.Morning, HealthRules.Default, asksTravel: true, default));
        var taken = new DigestTree(new DigestMoment(day, CheckInWindow.Morning, TestDatabase.Now), counts).Digest(1000, Digest.LevelsOf(UnitKind.Area))!;
        await database.Write(session => new SnapshotStore(session).Add(taken, default));
        await database.Write(
            session => Tell(session, _home.Keys.First(), day, CheckInWindow.Morning, new CheckInAnswer { TemperatureTenths = 391 }, TestDatabase.Now));
        var kept = (await database.Read(session => new SnapshotStore(session).Last(unit, day, CheckInWindow.Morning, default)))!;
        Assert.Equal(taken.Numbers, kept.Numbers);
        Assert.Equal(kept.Numbers, kept.Units.Aggregate(kept.Own, (sum, below) => sum + below.Numbers));
        await Compare(day, CheckInWindow.Morning);
    }

    private async Task Live(DbSession session, (int Kind, int Person, int Tenths, int Minutes, int Class)[] operations, DateOnly day, bool hasNoon)
    {
        var now = new DateTimeOffset(day, new TimeOnly(6, 40), TimeSpan.FromHours(8));
        var people = _home.Keys.Order().ToList();
        foreach (var (kind, person, tenths, minutes, room) in operations)
        {
            now = now.AddMinutes(minutes / 2.5);
            var id = people[person % people.Count];
            var window = Schedule(_home[id], hasNoon).WindowAt(now);
            if (kind == 11 && id < 3000) await Move(session, id, 1020 + room, window.Day, now);
            else
            {
                var answer = kind switch
                {
                    10 => CheckInAnswer.Empty,
                    9 => new CheckInAnswer { Symptoms = Symptoms.Cough },
                    8 => new CheckInAnswer { Absence = Absence.Unspecified },
                    7 => new CheckInAnswer { Absence = Absence.IllAtHome, Isolation = Isolation.Home },
                    6 => new CheckInAnswer { TemperatureTenths = tenths, Travel = Travel.Yes, Place = "上海" },
                    _ => new CheckInAnswer { TemperatureTenths = tenths },
                };
                await Tell(session, id, window.Day, window.Slot, answer, now);
            }
        }
    }

    private async Task Tell(DbSession session, long person, DateOnly day, string slot, CheckInAnswer answer, DateTimeOffset at)
    {
        await new CheckInStore(session).Append(new CheckInDraft(person, _home[person], day, slot, answer, CheckInSource.Private, 7, at), default);
        _told[(person, day, slot)] = answer;
    }

    private async Task Move(DbSession session, long person, long to, DateOnly onDay, DateTimeOffset at)
    {
        var from = _home[person];
        if (from == to) return;
        await new TransferStore(session).Add(new Transfer { PersonId = person, FromUnitId = from, ToUnitId = to, OnDay = onDay, TransferredAt = at }, default);
        await session.Execute("update person set unit_id = @to where id = @person", new { person, to }, default);
        _home[person] = to;
        _moves.Add((person, onDay, from));
    }

    private DigestNumbers Recount(DateOnly day, string slot, Func<long, long, bool> counted)
    {
        var sum = default(DigestNumbers);
        foreach (var person in _home.Keys)
        {
            if (slot == SlotSchedule.EveningId && !_bed.ContainsKey(person)) continue;
            if (!counted(person, HomeOn(person, day))) continue;
            var answer = _told.GetValueOrDefault((person, day, slot)) ?? CheckInAnswer.Empty;
            var answered = answer.Status is CheckInStatus.Reported or CheckInStatus.Exempt;
            var travelTold = Slots.Any(one => _told.GetValueOrDefault((person, day, one)) is { Travel: not Travel.Unknown });
            var (fever, symptomatic) = (HealthRules.Default.IsFever(answer), (answer.Symptoms & ~Symptoms.Fever) != 0);
            sum += new DigestNumbers
            {
                Expected = 1,
                Reported = answer.Status == CheckInStatus.Reported ? 1 : 0,
                Exempt = answer.Status == CheckInStatus.Exempt ? 1 : 0,
                Missing = answered ? 0 : 1,
                ExemptWithoutReason = answer.Absence == Absence.Unspecified ? 1 : 0,
                Staff = person >= 3000 ? 1 : 0,
                TravelUnanswered = answer.Status == CheckInStatus.Reported && !travelTold ? 1 : 0,
                Normal = answer.Status == CheckInStatus.Reported && !HealthRules.Default.NeedsFollowUp(answer, day) ? 1 : 0,
                Fever = fever ? 1 : 0,
                FeverAbsent = fever && answer.Status != CheckInStatus.Reported ? 1 : 0,
                Symptomatic = symptomatic ? 1 : 0,
                SymptomaticAbsent = symptomatic && answer.Status != CheckInStatus.Reported ? 1 : 0,
                Travelled = answer.Travel == Travel.Yes ? 1 : 0,
                IsolatedHome = answer.Isolation == Isolation.Home ? 1 : 0,
                UnderFollowUp = HealthRules.Default.NeedsFollowUp(answer, day) ? 1 : 0,
            };
        }

        return sum;
    }

    private long HomeOn(long person, DateOnly day)
    {
        var later = _moves.Where(move => move.Person == person && move.OnDay > day).OrderBy(move => move.OnDay)
            .Select(move => (long?)move.From).FirstOrDefault();
        return later ?? _home[person];
    }

    private static string PathOf(long unit) => Units.First(one => one.Id == unit).Path;

    private static SchoolDaySchedule Schedule(long unit, bool hasNoon) => new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById(PathOf(unit).StartsWith("省/1县", StringComparison.Ordinal) ? "Asia/Shanghai" : "Asia/Urumqi"),
        Slots = hasNoon ? [new SlotSchedule(), SlotSchedule.Noon, SlotSchedule.Evening] : [new SlotSchedule()],
    };

    private async Task MakeProvince(DbSession session)
    {
        foreach (var unit in Units)
        {
            await session.Execute(
                "insert into unit (id, parent_id, name, path, kind) values (@Id, @Parent, @name, @Path, @kind)",
                new
                {
                    unit.Id,
                    unit.Parent,
                    name = unit.Path.Split('/')[^1],
                    unit.Path,
                    kind = unit.Kind == UnitKind.BoardingHouse ? "boarding_house" : unit.Kind.ToString().ToLowerInvariant()
                }, default);
            foreach (var (above, distance) in Units.Where(one => unit.Path == one.Path || unit.Path.StartsWith(one.Path + "/", StringComparison.Ordinal))
                .OrderByDescending(one => one.Path.Length).Select((one, index) => (one.Id, index)))
                await session.Execute(
                    "insert into unit_ancestor (unit_id, ancestor_id, distance) values (@Id, @above, @distance)", new { unit.Id, above, distance }, default);
        }

        for (var room = 0; room < 8; room++)
            for (var pupil = 0; pupil < Pupils; pupil++) await Add(2000 + (room * Pupils) + pupil, 1020 + room, "student");
        for (var school = 0; school < 4; school++)
        {
            await Add(3000 + school, 1010 + school, "teacher");
            await Add(3010 + school, House + school, "teacher");
        }

        // One of each class boards, and in the last two schools they live in the house of the third.
        for (var room = 0; room < 8; room++)
        {
            var (boarder, bed) = (2000L + (room * Pupils), House + Math.Min(room / 2, 2));
            _bed[boarder] = bed;
            await session.Execute("update person set dormitory = '302' where id = @boarder", new { boarder }, default);
            await session.Execute("insert into post (person_id, unit_id, role) values (@boarder, @bed, 'student')", new { boarder, bed }, default);
        }

        async Task Add(long id, long unit, string role)
        {
            _home[id] = unit;
            await session.Execute(
                "insert into person (id, unit_id, role, name, number, active, expected) values (@id, @unit, @role, '某', @number, true, true)",
                new { id, unit, role, number = id.ToString(System.Globalization.CultureInfo.InvariantCulture) }, default);
        }
    }
}

/// <summary>On SQLite.</summary>
public sealed class SqliteProvinceTests(SqliteDatabase database) : ProvinceTests(database), IClassFixture<SqliteDatabase>;

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresProvinceTests(PostgresDatabase database) : ProvinceTests(database), IClassFixture<PostgresDatabase>;
