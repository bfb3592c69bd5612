using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown.Sheets;

/// <summary>A digest as the sheets of a workbook: totals, units, and the open cases where the reader may see names.</summary>
public static class DigestSheets
{
    private const int NumberWidth = 8, LeastUnitWidth = 14, MostUnitWidth = 40;
    private const int MostFired = 3;

    /// <summary>The sheets in the reader's language.</summary>
    /// <param name="counted">The digest with all units below.</param>
    /// <param name="cases">The open cases; null where the reader may not see names.</param>
    /// <param name="language">The reader's language.</param>
    public static IReadOnlyList<Sheet> Of(CountedDigest counted, NamedCases? cases, Language language)
    {
        var phrases = new Phrases(language);
        List<Sheet> sheets = [Totals(counted, phrases)];
        if (counted.IsEmpty) return sheets;
        if (!counted.Digest.Unit.Kind.HoldsPeople()) sheets.Add(Units(counted, phrases));
        if (cases is not null) sheets.Add(Cases(counted.Digest, cases, phrases));
        return sheets;
    }

    private static Sheet Totals(CountedDigest counted, Phrases phrases)
    {
        var digest = counted.Digest;
        var (now, before) = (digest.Numbers, digest.Before);
        var rows = new List<IReadOnlyList<Cell>>
        {
            Fact(phrases.ColumnUnit, Cell.Of(digest.Unit.Path)),
            Fact(phrases.ColumnDay, Cell.Of(digest.Moment.Day)),
            Fact(phrases.ColumnSlot, Cell.Of(phrases.SlotName(digest.Moment.Slot))),
            Fact(phrases.ColumnAsOf, new Cell.Moment(digest.Moment.At.DateTime)),
        };
        if (counted.IsEmpty)
        {
            rows.Add(Fact(phrases.ColumnReport, Cell.Of(phrases.FormNoRecord)));
            return Totals(digest, rows, phrases);
        }

        rows.Add(Fact(phrases.ColumnReport, Cell.Of(Report(digest, phrases))));
        if (counted.Since is { } since) rows.Add(Fact(phrases.ColumnDigest, Cell.Of(phrases.FileSince(digest.Moment.At, since))));
        if (!digest.Unit.Kind.HoldsPeople()) rows.Add(Fact(phrases.ColumnReportsBelow, Cell.Of(phrases.ReportsBelow(ZeroReportCounts.Of(digest.Parts)))));
        rows.Add(Fact(phrases.ColumnFired, Cell.Of(Fired(counted, phrases))));
        rows.Add(Fact(phrases.ColumnWaived, Cell.Of(WaivedIn(counted, digest.Unit, phrases) ?? phrases.Nothing)));
        rows.Add(
        [
            Cell.Of(phrases.ColumnCoverage), new Cell.Percent(now.CoveragePercent), Percent(before), Cell.None,
        ]);
        rows.AddRange(Counts(phrases).Select(count => (IReadOnlyList<Cell>)
        [
            Cell.Of(count.Heading),
            Cell.Of(count.Value(now)),
            before is { } earlier ? Cell.Of(count.Value(earlier)) : Cell.None,
            before is { } then ? new Cell.Difference(count.Value(now) - count.Value(then)) : Cell.None,
        ]));
        return Totals(digest, rows, phrases);
    }

    private static Sheet Totals(Digest digest, IReadOnlyList<IReadOnlyList<Cell>> rows, Phrases phrases) => new(
            phrases.SheetTotals,
            [
                new(phrases.ColumnItem, 22), new(phrases.ColumnNow, 42) { Centred = true }, new(phrases.ColumnBefore, 18) { Centred = true },
                new(phrases.ColumnChange, 12) { Centred = true },
            ],
            rows)
    {
        Ruled = true,
        PageHeading = PageHeading(digest, phrases.SheetTotals, phrases),
    };

    private static Sheet Units(CountedDigest counted, Phrases phrases)
    {
        var digest = counted.Digest;
        var counts = Counts(phrases);
        var parts = Parts(digest).ToList();
        List<IReadOnlyList<Cell>> rows =
        [
            .. parts.Select(part => Row(Below(digest.Unit, part.Unit), part.Numbers, [
                Cell.Of(Report(part, phrases)),
                Cell.Of(FiredIn(counted, part.Unit, phrases)),
                Cell.Of(WaivedIn(counted, part.Unit, phrases))])),
        ];
        // Without these people the rows would not add up to the sum.
        if (parts.Count > 0 && digest.Own.Expected + digest.Own.NoSchool > 0)
            rows.Add(Row(phrases.DigestOwnPeople, digest.Own, [Cell.None, Cell.None, Cell.None]));
        if (parts.Count > 0) rows.Add(Row(phrases.FormTotal, digest.Numbers, [Cell.Of(Report(digest, phrases)), Cell.None, Cell.None]));
        return new Sheet(
            phrases.SheetUnits,
            [
                new(phrases.ColumnUnit, UnitWidth(rows)), new(phrases.ColumnCoverage, NumberWidth) { Centred = true },
                .. counts.Select(count => new SheetColumn(count.Heading, NumberWidth) { Centred = true }),
                new(phrases.ColumnReport, 26), new(phrases.ColumnFired, 26), new(phrases.ColumnWaived, 16),
            ],
            rows)
        {
            Landscape = true,
            Ruled = true,
            Nothing = phrases.NoUnitsBelow,
            PageHeading = PageHeading(digest, phrases.SheetUnits, phrases),
            Sums = new HashSet<int>(
                rows.Select((_, index) => index).Where(index => index >= parts.Count ? index == rows.Count - 1 : IsSum(digest, parts[index]))),
        };

        IReadOnlyList<Cell> Row(string name, DigestNumbers numbers, IReadOnlyList<Cell> words) =>
            [Cell.Of(name), new Cell.Percent(numbers.CoveragePercent), .. counts.Select(count => Cell.Of(count.Value(numbers))), .. words];
    }

    // Whether the parts of a unit have rows of their own.
    private static bool IsSum(Digest above, Digest part) => above.Unit.Kind == UnitKind.Area
        ? part.Units.Any(unit => unit.Unit.Kind is UnitKind.Area or UnitKind.School)
        : part.Units.Count > 0;

    private static int UnitWidth(IEnumerable<IReadOnlyList<Cell>> rows) =>
        Math.Clamp(rows.Select(row => TextWidth.Characters(row[0].Printed) + 3).DefaultIfEmpty().Max(), LeastUnitWidth, MostUnitWidth);

    private static string PageHeading(Digest digest, string sheet, Phrases phrases) =>
        $"{digest.Unit.ShortName} · {sheet} · "
            + $"{phrases.PictureMoment(digest.Moment)}";

    private static string Report(Digest digest, Phrases phrases) => digest.Signature is { } signature
        ? phrases.ReportSigned(digest.ZeroReport, digest.Numbers, signature.By, TimeOnly.FromDateTime(signature.At.ToOffset(digest.Moment.At.Offset).DateTime))
        : phrases.ReportState(digest.ZeroReport, digest.Numbers);

    private static string? Fired(CountedDigest counted, Phrases phrases) => counted switch
    {
        { Fired.Count: 0 } => phrases.Nothing,
        _ when counted.Digest.Unit.Kind.HoldsPeople() => FiredIn(counted, counted.Digest.Unit, phrases),
        _ => phrases.FiredTotal(counted.Fired.Count, counted.Fired.Count(fired => fired.TakenBy is null)),
    };

    private static string? FiredIn(CountedDigest counted, DigestUnit unit, Phrases phrases)
    {
        var fired = counted.Fired.Where(one => one.UnitPath == unit.Path || one.UnitPath.StartsWith(unit.Path + "/", StringComparison.Ordinal)).ToList();
        return fired.Count <= MostFired
            ? string.Join(phrases.Semicolon, fired.Select(one => phrases.FiredCell(one.Kind, one.Count, one.TakenBy)))
            : phrases.FiredTotal(fired.Count, fired.Count(one => one.TakenBy is null));
    }

    private static string? WaivedIn(CountedDigest counted, DigestUnit unit, Phrases phrases)
    {
        if (counted.Waived.TryGetValue(unit.Id, out var whole)) return phrases.WaiverText(whole.Reason, whole.Note);
        var below = counted.WaivedBelow[unit.Id].Count();
        return below == 0 ? null : phrases.WaivedTotal(below);
    }

    private static Sheet Cases(Digest digest, NamedCases cases, Phrases phrases)
    {
        var offset = digest.Moment.At.Offset;
        List<IReadOnlyList<Cell>> rows = [.. cases.Listed.Select(one => Case(digest.Unit, one, phrases, offset))];
        return new Sheet(
            phrases.SheetCases,
            [
                new(phrases.ColumnUnit, UnitWidth(rows)), new(phrases.ColumnNumber, 12) { Centred = true },
                new(phrases.ColumnName, 15), new(phrases.ColumnRole, 11),
                new(phrases.ColumnTemperature, 11) { Centred = true }, new(phrases.ColumnSite, 12), new(phrases.ColumnFinding, 17),
                new(phrases.ColumnSymptoms, 24), new(phrases.ColumnPlace, 16),
                new(phrases.ColumnReturned, 13) { Centred = true }, new(phrases.ColumnIsolation, 14), new(phrases.ColumnAbsence, 14),
                new(phrases.ColumnReportedAt, 18) { Centred = true },
            ],
            rows)
        {
            Landscape = true,
            Ruled = true,
            Nothing = cases.AreTooMany ? phrases.TooManyCases(digest.Numbers.UnderFollowUp) : phrases.NoOpenCases,
            PageHeading = $"{PageHeading(digest, phrases.SheetCases, phrases)} · {phrases.NotToBePassedOn}",
        };
    }

    private static IReadOnlyList<Cell> Case(DigestUnit unit, OpenCase one, Phrases phrases, TimeSpan offset)
    {
        var (person, answer) = (one.Person, one.Told.Answer);
        var peak = answer.Readings.MaxBy(reading => reading.Tenths);
        return
        [
            Cell.Of(UnitNames.Below(unit.Path, person.UnitPath) ?? unit.Name),
            Cell.Of(person.Person.Number),
            Cell.Of(person.Person.Name),
            Cell.Of(phrases.RoleName(person.Person.Role)),
            peak is null ? Cell.None : new Cell.Degrees(peak.Tenths),
            Cell.Of(peak is null ? null : phrases.SiteName(peak.Site)),
            Cell.Of(phrases.Findings(one.Fever, answer, one.KeyArea)),
            Cell.Of(phrases.SymptomNames(answer.Symptoms)),
            Cell.Of(answer.Travel == Travel.Yes ? answer.Place : null),
            Cell.Of(answer.ReturnedOn),
            Cell.Of(answer.Isolation == Isolation.None ? null : phrases.IsolationCell(answer.Isolation)),
            Cell.Of(answer.Absence == Absence.None ? null : phrases.AbsenceReason(answer.Absence)),
            new Cell.Moment(one.Told.CheckIn.ReportedAt.ToOffset(offset).DateTime),
        ];
    }

    private static IReadOnlyList<(string Heading, Func<DigestNumbers, int> Value)> Counts(Phrases phrases) =>
    [
        (phrases.CountExpected, n => n.Expected),
        (phrases.CountReported, n => n.Reported),
        (phrases.CountExempt, n => n.Exempt),
        (phrases.CountNoReason, n => n.ExemptWithoutReason),
        (phrases.CountMissing, n => n.Missing),
        (phrases.CountTravelUnanswered, n => n.TravelUnanswered),
        (phrases.CountNormal, n => n.Normal),
        (phrases.CountFever, n => n.Fever),
        (phrases.CountSymptomatic, n => n.Symptomatic),
        (phrases.CountDiagnosed, n => n.Diagnosed),
        (phrases.CountTravelled, n => n.Travelled),
        (phrases.CountKeyArea, n => n.KeyArea),
        (phrases.CountIsolatedHome, n => n.IsolatedHome),
        (phrases.CountIsolatedCentral, n => n.IsolatedCentral),
        (phrases.CountUnderFollowUp, n => n.UnderFollowUp),
    ];

    // A school acts on its classes and an area on its schools; below a class there is nothing.
    private static IEnumerable<Digest> Parts(Digest digest) => Descendants(digest)
        .Where(unit => unit.Numbers.Expected + unit.Numbers.NoSchool > 0
            && (digest.Unit.Kind != UnitKind.Area || unit.Unit.Kind is UnitKind.Area or UnitKind.School));

    private static IEnumerable<Digest> Descendants(Digest digest) => digest.Units.SelectMany(unit => Descendants(unit).Prepend(unit));

    private static string Below(DigestUnit above, DigestUnit unit) => UnitNames.Below(above.Path, unit.Path)!;

    private static IReadOnlyList<Cell> Fact(string item, Cell value) => [Cell.Of(item), value, Cell.None, Cell.None];

    private static Cell Percent(DigestNumbers? numbers) => numbers is { } known ? new Cell.Percent(known.CoveragePercent) : Cell.None;
}
