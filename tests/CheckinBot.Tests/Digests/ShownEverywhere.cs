using System.Globalization;
using System.Text;
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

/// <summary>One unit, day and slot, in all its forms.</summary>
internal sealed partial class ShownEverywhere(
    DbSession session, ScheduledSchool school, Unit unit, UnitRules rules, DateOnly day, string slot, StringBuilder? journal)
{
    private static readonly Phrases Words = new(Language.ZhHans);

    private readonly DigestReader _digests = school.Services.GetRequiredService<DigestReader>();

    /// <summary>Every unit, in every slot of a day.</summary>
    /// <param name="school">The school that was played.</param>
    /// <param name="day">The day.</param>
    /// <param name="recount">Counts the same by other means; null where the forms are compared with each other alone.</param>
    /// <param name="journal">What was sent, to be told where numbers differ.</param>
    public static Task<bool> Compare(
        ScheduledSchool school, DateOnly day, Func<long, string, DigestNumbers>? recount = null, StringBuilder? journal = null) => school.Read(async session =>
    {
        var rules = school.Services.GetRequiredService<UnitRulesLoader>();
        foreach (var slot in (string[])[CheckInWindow.Morning, SlotSchedule.NoonId])
        {
            foreach (var id in TwoSchools.Units)
            {
                var unit = (await new UnitStore(session).Find(id, default))!;
                var shown = new ShownEverywhere(session, school, unit, await rules.For(session, id, default), day, slot, journal);
                await shown.CompareAll(recount?.Invoke(id, slot));
            }
        }

        return true;
    });

    private async Task CompareAll(DigestNumbers? recounted)
    {
        var view = await _digests.View(session, unit, day, slot, recount: true, default);
        var counted = await PresentDigest.Of(session, _digests, unit, view, default);
        var numbers = counted.Digest.Numbers;
        if (recounted is { } known) Assert.True(known == numbers, $"{unit.Path} {day} {slot}\nsent:  {known}\nshown: {numbers}\n{journal}");
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
        string[] lines = [Words.DigestCoverage(numbers), Words.DigestHealth(numbers), Words.DigestIll(numbers), Words.DigestTravel(numbers)];
        foreach (var line in lines) Assert.Contains($"\n{line}\n", text, StringComparison.Ordinal);
        if (numbers.IsolatedHome + numbers.IsolatedCentral > 0) Assert.Contains(Words.DigestIsolation(numbers), text, StringComparison.Ordinal);
        Assert.Contains($"{HeatSquares.Bar(numbers)} {numbers.CoveragePercent}%", text, StringComparison.Ordinal);
        Assert.Equal(numbers.Complete, HeatSquares.Bar(numbers).EnumerateRunes().All(rune => rune.ToString() == "🟩"));
        Assert.Equal(numbers.MayBeSigned, view.Shown.ZeroReport != ZeroReport.None);
    }

    private static void ForScripts(CountedDigest counted)
    {
        using var json = JsonDocument.Parse(DigestJson.Write(counted.Digest));
        Adds(json.RootElement);
        var n = counted.Digest.Numbers;
        (string Field, int Count)[] fields =
        [
            ("expected", n.Expected), ("expectedStaff", n.Staff), ("reported", n.Reported), ("missing", n.Missing), ("exempt", n.Exempt),
            ("exemptWithoutReason", n.ExemptWithoutReason), ("travelUnanswered", n.TravelUnanswered), ("normal", n.Normal), ("fever", n.Fever),
            ("symptomatic", n.Symptomatic), ("diagnosed", n.Diagnosed), ("travelled", n.Travelled), ("keyArea", n.KeyArea),
            ("isolatedHome", n.IsolatedHome), ("isolatedCentral", n.IsolatedCentral), ("underFollowUp", n.UnderFollowUp), ("noSchool", n.NoSchool),
        ];
        foreach (var (field, count) in fields) Assert.Equal((field, count), (field, json.RootElement.GetProperty(field).GetInt32()));

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
            (Words.CountFever, n.Fever), (Words.CountSymptomatic, n.Symptomatic), (Words.CountDiagnosed, n.Diagnosed),
            (Words.CountTravelled, n.Travelled), (Words.CountKeyArea, n.KeyArea), (Words.CountIsolatedHome, n.IsolatedHome),
            (Words.CountIsolatedCentral, n.IsolatedCentral), (Words.CountUnderFollowUp, n.UnderFollowUp),
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
                (Core.Forms.FormField.Diagnosed, n.Diagnosed), (Core.Forms.FormField.Fevers, n.Fever), (Core.Forms.FormField.Symptomatic, n.Symptomatic),
                (Core.Forms.FormField.Travelled, n.Travelled), (Core.Forms.FormField.KeyAreas, n.KeyArea),
                (Core.Forms.FormField.IsolatedHome, n.IsolatedHome), (Core.Forms.FormField.IsolatedCentral, n.IsolatedCentral),
            ];
            foreach (var (field, count) in cells) Assert.Equal(new Cell.Number(count), daily.Rows[^1][At(field)]);
        }

        if (unit.Kind != UnitKind.Class || digest.Numbers.Expected == 0) return;
        var register = Assert.Single((await Filled("class-register")).Sheets);
        var columns = catalog.Find("class-register")!.Columns.Select(column => column.Value.Field).ToList();
        var status = columns.IndexOf(Core.Forms.FormField.Status);
        var pupils = digest.Numbers.Expected - digest.Numbers.Staff;
        Assert.Equal(pupils, register.Rows.Count);
        var head = Pupils().Match(register.Head[1]);
        Assert.Equal(pupils, Number(head, "expected"));
        Assert.Equal(register.Rows.Count(row => row[status].Printed == Words.CountReported), Number(head, "reported"));
        Assert.Equal(register.Rows.Count(row => row[status].Printed == Words.CountMissing), Number(head, "missing"));
        // The rows are of pupils; of the class's staff one at most is there, and not in the register.
        var (isolated, warm) = (columns.IndexOf(Core.Forms.FormField.Isolation), columns.IndexOf(Core.Forms.FormField.Temperature));
        var pupilsIsolated = register.Rows.Count(row => row[isolated] is not Cell.Empty);
        Assert.InRange(digest.Numbers.IsolatedHome + digest.Numbers.IsolatedCentral - pupilsIsolated, 0, digest.Numbers.Staff);
        var feverish = register.Rows.Count(row => row[warm] is Cell.Degrees { Tenths: >= 373 });
        Assert.InRange(digest.Numbers.Fever - feverish, 0, digest.Numbers.Staff);

        Task<Core.Forms.FilledForm> Filled(string form) =>
            new FormRequest(catalog.Find(form)!, unit, day, slot).Fill(session, _digests, rules, Language.ZhHans, default);
    }

    private async Task InTheExport(DigestNumbers numbers)
    {
        var under = await school.Services.GetRequiredService<UnitRulesLoader>().Under(session, unit.Id, default);
        var held = (await new UnitStore(session).Subtree(unit.Id, default)).ToDictionary(one => one.Path, one => under[one.Id]);
        var rows = new List<ExportedCheckIn>();
        await foreach (var row in new ExportQuery(unit, day, day, Missing: true, Revisions: false).Rows(session, held, default)) rows.Add(row);
        rows.RemoveAll(row => row.Slot != slot || !row.Counted);
        Assert.Equal(
            (numbers.Expected, numbers.Reported, numbers.Exempt, numbers.Missing, numbers.ExemptWithoutReason),
            (rows.Count, Count(CheckInStatus.Reported), Count(CheckInStatus.Exempt), Count(CheckInStatus.Missing) + Count(CheckInStatus.Partial),
                rows.Count(row => row.Absence == Absence.Unspecified)));
        if (numbers.NoSchool > 0) return;
        Assert.Equal(
            (numbers.Fever, numbers.Diagnosed, numbers.Travelled),
            (rows.Count(row => row.Symptoms.HasFlag(Symptoms.Fever) || row.Peak?.Tenths >= 373), rows.Count(row => row.Diseases != Diseases.None),
                rows.Count(row => row.Travel == Travel.Yes)));

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

    [GeneratedRegex(@"未报 (?<missing>\d+)/")]
    private static partial Regex Missing();

    [GeneratedRegex(@"应报学生 (?<expected>\d+) 人.*已报 (?<reported>\d+) 人.*未报 (?<missing>\d+) 人")]
    private static partial Regex Pupils();
}
