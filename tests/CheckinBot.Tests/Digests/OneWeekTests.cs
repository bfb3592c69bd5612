using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Shown.Sheets;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;
using CheckinBot.Digests;
using CheckinBot.Files.Exports;
using CheckinBot.Files.Forms;
using CheckinBot.Files.Pictures;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Tests.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Digests;

/// <summary>
/// One definition a number: what the card, the list of the class teacher, the ping, the escalation, the digest in words and for scripts, the
/// workbook, the picture, the forms and the export say of <see cref="OneWeek"/> is the same, cell by cell.
/// </summary>
public abstract partial class OneWeekTests(SqlDialect engine)
{
    private static readonly long[] Units =
        [OneWeek.County, OneWeek.FirstSchool, OneWeek.SecondSchool, OneWeek.FirstClass, OneWeek.SecondClass, OneWeek.ThirdClass];

    private static readonly Phrases Words = new(Language.ZhHans);

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_week_has_the_same_numbers_wherever_they_are_shown(int seed)
    {
        await using var school = await ScheduledSchool.At(engine, "2026-03-02 06:30");
        var week = new OneWeek(school, seed);
        await week.Begin();
        var played = default(DigestNumbers);
        for (var day = OneWeek.Monday; day < OneWeek.Monday.AddDays(5); day = day.AddDays(1))
        {
            school.Time.Advance(ScheduledSchool.Instant($"{day:yyyy-MM-dd} 16:00") - school.Time.GetUtcNow());
            await week.Play(day);
            await Compare(school, day);
            played += await school.Read(session => Total(school, session, day));
        }

        // The week had something of everything, or nothing was compared.
        int[] counts = [played.Missing, played.ExemptWithoutReason, played.Excused, played.TravelUnanswered, played.Fever, played.Diagnosed, played.Staff];
        Assert.DoesNotContain(0, counts);

        // Earlier days stay what they were, whoever has moved or left since.
        for (var day = OneWeek.Monday; day < OneWeek.Monday.AddDays(5); day = day.AddDays(1)) await Compare(school, day);
    }

    private static Task<bool> Compare(ScheduledSchool school, DateOnly day) => school.Read(async session =>
    {
        var rules = school.Services.GetRequiredService<UnitRulesLoader>();
        foreach (var slot in (string[])[CheckInWindow.Morning, SlotSchedule.NoonId])
        {
            foreach (var id in Units)
            {
                var unit = (await new UnitStore(session).Find(id, default))!;
                var shown = new Shown(session, school, unit, await rules.For(session, id, default), day, slot);
                await shown.CompareAll();
            }
        }

        return true;
    });

    private static async Task<DigestNumbers> Total(ScheduledSchool school, DbSession session, DateOnly day) =>
        (await school.Services.GetRequiredService<DigestReader>()
            .Read(session, (await new UnitStore(session).Find(OneWeek.County, default))!, day, CheckInWindow.Morning, default)).Totals[OneWeek.County];

    /// <summary>One unit, day and slot, in all its forms.</summary>
    private sealed class Shown(DbSession session, ScheduledSchool school, Unit unit, UnitRules rules, DateOnly day, string slot)
    {
        private readonly DigestReader _digests = school.Services.GetRequiredService<DigestReader>();

        public async Task CompareAll()
        {
            var view = await _digests.View(session, unit, day, slot, recount: true, default);
            var counted = await PresentDigest.Of(session, _digests, unit, view, default);
            var numbers = counted.Digest.Numbers;
            Assert.Equal(numbers.Expected, numbers.Reported + numbers.Missing + numbers.Exempt);
            Assert.Equal(numbers.UnderFollowUp, numbers.ReportedFollowUp + numbers.AbsentFollowUp);
            Assert.Equal(numbers, view.Shown.Numbers);
            InWords(view, numbers);
            ForScripts(counted);
            InTheWorkbook(counted);
            await InThePicture(counted);
            await InTheForms(counted.Digest);
            await InTheExport(numbers);
            if (numbers.Expected == 0) return;
            if (unit.Kind.HoldsPeople()) await ForTheClass(view, numbers);
            else InTheEscalation(counted.Digest);
        }

        private static void InWords(DigestView view, DigestNumbers numbers)
        {
            var text = DigestText.ForOfficial(view, Language.ZhHans);
            if (numbers.Expected == 0) return;
            Assert.Contains(Words.DigestCoverage(numbers), text, StringComparison.Ordinal);
            Assert.Contains($"{HeatSquares.Bar(numbers)} {numbers.CoveragePercent}%", text, StringComparison.Ordinal);
            Assert.Equal(numbers.Complete, HeatSquares.Bar(numbers).EnumerateRunes().All(rune => rune.ToString() == "🟩"));
            Assert.Equal(numbers.MayBeSigned, view.Shown.ZeroReport != ZeroReport.None);
        }

        private static void ForScripts(CountedDigest counted)
        {
            using var json = JsonDocument.Parse(DigestJson.Write(counted.Digest));
            Adds(json.RootElement);
            Assert.Equal(counted.Digest.Numbers.TravelUnanswered, json.RootElement.GetProperty("travelUnanswered").GetInt32());
            Assert.Equal(counted.Digest.Numbers.Reported, json.RootElement.GetProperty("reported").GetInt32());

            static void Adds(JsonElement unit)
            {
                if (!unit.TryGetProperty("staff", out var staff)) return;
                foreach (var field in unit.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Number))
                {
                    var parts = unit.GetProperty("units").EnumerateArray().Sum(part => part.GetProperty(field.Name).GetInt32());
                    Assert.Equal(field.Value.GetInt32(), parts + staff.GetProperty(field.Name).GetInt32());
                }

                foreach (var part in unit.GetProperty("units").EnumerateArray()) Adds(part);
            }
        }

        private static void InTheWorkbook(CountedDigest counted)
        {
            var n = counted.Digest.Numbers;
            (string Heading, int Count)[] cells =
            [
                (Words.CountExpected, n.Expected), (Words.CountReported, n.Reported), (Words.CountExempt, n.Exempt), (Words.CountMissing, n.Missing),
                (Words.CountNoReason, n.ExemptWithoutReason), (Words.CountTravelUnanswered, n.TravelUnanswered), (Words.CountNormal, n.Normal),
                (Words.CountFever, n.Fever), (Words.CountDiagnosed, n.Diagnosed), (Words.CountUnderFollowUp, n.UnderFollowUp),
            ];
            var sheets = DigestSheets.Of(counted, cases: null, Language.ZhHans);
            foreach (var (heading, count) in cells)
            {
                Assert.Equal(new Cell.Number(count), sheets[0].Rows.Single(row => row[0].Printed == heading)[1]);
                if (sheets.Count == 1 || sheets[1].Rows.Count == 0) continue;
                var column = sheets[1].Columns.Select((one, index) => (one, index)).Single(one => one.one.Heading == heading).index;
                Assert.Equal(new Cell.Number(count), sheets[1].Rows[^1][column]);
                var lines = sheets[1].Rows.Where((_, index) => !sheets[1].Sums.Contains(index));
                Assert.Equal((heading, count), (heading, (int)lines.Sum(row => ((Cell.Number)row[column]).Value)));
            }
        }

        private async Task InThePicture(CountedDigest counted)
        {
            var drawn = await HistoryReader.Read(session, counted.Digest, rules, default);
            Assert.Equal(counted.Digest.Numbers, drawn.Totals[^1]);
            foreach (var part in drawn.Units) Assert.Contains(part.Numbers[^1]!.Value, Parts(counted.Digest).Select(one => one.Numbers));

            static IEnumerable<Digest> Parts(Digest digest) => digest.Units.SelectMany(one => Parts(one).Prepend(one));
        }

        private async Task InTheForms(Digest digest)
        {
            var catalog = school.Services.GetRequiredService<FormCatalog>();
            var daily = (await Filled("county-daily")).Sheets.Single();
            if (digest.Numbers.Expected > 0 || daily.Rows.Count > 0)
            {
                var fields = catalog.Find("county-daily")!.Columns.Select(column => column.Value.Field).ToList();
                int At(Core.Forms.FormField field) => fields.IndexOf(field);
                var n = digest.Numbers;
                (Core.Forms.FormField Field, int Count)[] cells =
                [
                    (Core.Forms.FormField.Expected, n.Expected), (Core.Forms.FormField.Reported, n.Reported), (Core.Forms.FormField.Exempt, n.Exempt),
                    (Core.Forms.FormField.Missing, n.Missing), (Core.Forms.FormField.TravelOpen, n.TravelUnanswered),
                    (Core.Forms.FormField.Diagnosed, n.Diagnosed), (Core.Forms.FormField.Fevers, n.Fever),
                ];
                foreach (var (field, count) in cells) Assert.Equal(new Cell.Number(count), daily.Rows[^1][At(field)]);
            }

            if (unit.Kind != UnitKind.Class || digest.Numbers.Expected == 0) return;
            var register = Assert.Single((await Filled("class-register")).Sheets);
            var status = catalog.Find("class-register")!.Columns.Select(column => column.Value.Field).ToList().IndexOf(Core.Forms.FormField.Status);
            var pupils = digest.Numbers.Expected - digest.Numbers.Staff;
            Assert.Equal(pupils, register.Rows.Count);
            var head = Pupils().Match(register.Head[1]);
            Assert.Equal(pupils, Number(head, "expected"));
            Assert.Equal(register.Rows.Count(row => row[status].Printed == Words.CountReported), Number(head, "reported"));
            Assert.Equal(register.Rows.Count(row => row[status].Printed == Words.CountMissing), Number(head, "missing"));

            Task<Core.Forms.FilledForm> Filled(string form) =>
                new FormRequest(catalog.Find(form)!, unit, day, slot).Fill(session, _digests, rules, Language.ZhHans, default);
        }

        private async Task InTheExport(DigestNumbers numbers)
        {
            var held = await school.Services.GetRequiredService<UnitRulesLoader>().Under(session, unit.Id, default);
            var schedules = (await new UnitStore(session).Subtree(unit.Id, default)).ToDictionary(one => one.Path, one => held[one.Id].Schedule);
            var rows = new List<ExportedCheckIn>();
            await foreach (var row in new ExportQuery(unit, day, day, Missing: true, Revisions: false).Rows(session, schedules, default)) rows.Add(row);
            rows.RemoveAll(row => row.Slot != slot || !row.Counted);
            Assert.Equal(
                (numbers.Expected, numbers.Reported, numbers.Exempt, numbers.Missing, numbers.ExemptWithoutReason, numbers.Diagnosed),
                (rows.Count, Count(CheckInStatus.Reported), Count(CheckInStatus.Exempt), Count(CheckInStatus.Missing) + Count(CheckInStatus.Partial),
                    rows.Count(row => row.Absence == Absence.Unspecified), rows.Count(row => row.Diseases != Diseases.None)));

            int Count(CheckInStatus status) => rows.Count(row => row.Status == status);
        }

        private async Task ForTheClass(DigestView view, DigestNumbers numbers)
        {
            var store = new MissingStore(session);
            var open = await store.OfUnit(unit.Id, day, slot, default);
            var travel = rules.Schedule.AsksTravelIn(slot) ? await store.TravelOpen(unit.Id, day, slot, default) : [];
            Assert.Equal(
                (numbers.Missing, numbers.ExemptWithoutReason, numbers.TravelUnanswered),
                (open.Count(one => !one.NoReason), open.Count(one => one.NoReason), travel.Count));
            Assert.Equal(open, (await store.ByUnit(day, slot, default))[unit.Id]);
            var names = await _digests.Open(session, view.Shown.Unit, view.Shown.Moment, default);
            Assert.Equal(numbers.Open + numbers.TravelUnanswered, names.Missing.Count + names.NoReason.Count + names.TravelOpen.Count);
            var ping = new TeacherPing(unit.Id, unit.Name, [.. open.Select(one => new MissingPerson(one.PersonId, one.Name, true) { NoReason = one.NoReason })])
            {
                TravelOpen = [.. travel.Select(one => one.Name)],
            };
            Assert.Equal(numbers.MayBeSigned, ping.IsEmpty);
            foreach (var person in open) Assert.Contains(person.Name, ping.Text(Language.ZhHans), StringComparison.Ordinal);
            // The card is of this day: who has moved since is on the card of the class in which they are.
            if (day != rules.Schedule.DayOf(school.Time.GetUtcNow())) return;
            var covered = await store.CoverageOf(unit.Id, day, slot, default);
            Assert.Equal(
                (numbers.Expected, numbers.Staff, numbers.Reported, numbers.Excused, numbers.Open),
                (covered.Expected, covered.Staff, covered.Reported, covered.Excused, covered.Open));
            var card = new GroupCard(unit.Id, unit.Name, day, slot, covered.Reported, covered.Excused, covered.Expected).Text(Language.ZhHans);
            Assert.Equal(numbers.Complete, card.Contains("都齐了", StringComparison.Ordinal));
        }

        private static void InTheEscalation(Digest digest)
        {
            var lines = new Escalation(digest, new Dictionary<long, Waiver>()).Text(Language.ZhHans).Split('\n');
            Assert.Equal(digest.Numbers.Missing, lines.Skip(1).Sum(line => Number(Missing().Match(line), "missing")));
            if (digest.Numbers.Missing > 0)
                Assert.Contains($"共 {digest.Numbers.Missing.ToString(CultureInfo.InvariantCulture)} 人未报", lines[0], StringComparison.Ordinal);
            if (digest.Numbers.ExemptWithoutReason > 0)
                Assert.Contains($"{digest.Numbers.ExemptWithoutReason.ToString(CultureInfo.InvariantCulture)} 人没说原因", lines[0], StringComparison.Ordinal);
        }

        private static int Number(Match match, string group) =>
            match.Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"未报 (?<missing>\d+)/")]
    private static partial Regex Missing();

    [GeneratedRegex(@"应报学生 (?<expected>\d+) 人.*已报 (?<reported>\d+) 人.*未报 (?<missing>\d+) 人")]
    private static partial Regex Pupils();
}

/// <summary>On SQLite.</summary>
public sealed class SqliteOneWeekTests() : OneWeekTests(SqlDialect.Sqlite);

/// <summary>On PostgreSQL.</summary>
public sealed class PostgresOneWeekTests() : OneWeekTests(SqlDialect.Postgres);
