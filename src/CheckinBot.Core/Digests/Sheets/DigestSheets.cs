using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Digests.Sheets;

/// <summary>A digest as the sheets of a workbook: totals, units, and the open cases where the reader may see names.</summary>
public static class DigestSheets
{
    private const int NumberWidth = 10;
    private const int MostFired = 3;

    /// <summary>The sheets in the reader's language.</summary>
    /// <param name="counted">The digest with all units below.</param>
    /// <param name="cases">The open cases; null where the reader may not see names.</param>
    /// <param name="language">The reader's language.</param>
    public static IReadOnlyList<Sheet> Of(CountedDigest counted, IReadOnlyList<OpenCase>? cases, Language language)
    {
        var phrases = new Phrases(language);
        List<Sheet> sheets = [Totals(counted, phrases)];
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
            Fact(phrases.ColumnReport, Cell.Of(Report(digest, phrases))),
        };
        if (counted.Since is { } since) rows.Add(Fact(phrases.ColumnDigest, Cell.Of(phrases.FileSince(digest.Moment.At, since))));
        if (!digest.Unit.Kind.HoldsPeople()) rows.Add(Fact(phrases.ColumnReportsBelow, Cell.Of(phrases.ReportsBelow(ZeroReportCounts.Of(digest.Parts)))));
        rows.Add(Fact(phrases.ColumnFired, Cell.Of(Fired(counted, phrases))));
        rows.Add(Fact(phrases.ColumnWaived, Cell.Of(Waived(counted, phrases))));
        rows.Add(
        [
            Cell.Of(phrases.ColumnCoverage), new Cell.Percent(now.CoveragePercent), Percent(before), Cell.None,
        ]);
        rows.AddRange(Counts(phrases).Select(count => (IReadOnlyList<Cell>)
        [
            Cell.Of(count.Heading),
            Cell.Of(count.Value(now)),
            before is { } earlier ? Cell.Of(count.Value(earlier)) : Cell.None,
            before is { } then ? Cell.Of(count.Value(now) - count.Value(then)) : Cell.None,
        ]));
        return new Sheet(
            phrases.SheetTotals,
            [
                new(phrases.ColumnItem, 22), new(phrases.ColumnNow, 42) { Centred = true }, new(phrases.ColumnBefore, 18) { Centred = true },
                new(phrases.ColumnChange, 12) { Centred = true },
            ],
            rows)
        {
            Ruled = true,
        };
    }

    private static Sheet Units(CountedDigest counted, Phrases phrases)
    {
        var digest = counted.Digest;
        var counts = Counts(phrases);
        var rows = Parts(digest).Select(part => (IReadOnlyList<Cell>)
        [
            Cell.Of(Below(digest.Unit, part.Unit)),
            new Cell.Percent(part.Numbers.CoveragePercent),
            .. counts.Select(count => Cell.Of(count.Value(part.Numbers))),
            Cell.Of(Report(part, phrases)),
            Cell.Of(FiredIn(counted, part.Unit, phrases)),
            Cell.Of(counted.Waived.TryGetValue(part.Unit.Id, out var waiver) ? phrases.WaiverText(waiver.Reason, waiver.Note) : null),
        ]);
        return new Sheet(
            phrases.SheetUnits,
            [new(phrases.ColumnUnit, 28), new(phrases.ColumnCoverage, NumberWidth) { Centred = true }, .. counts.Select(count => new SheetColumn(count.Heading, Math.Max(NumberWidth, count.Heading.Split(' ').Max(TextWidth.Characters) + 3)) { Centred = true }), new(phrases.ColumnReport, 28), new(phrases.ColumnFired, 28), new(phrases.ColumnWaived, 16)],
            [.. rows])
        {
            Landscape = true,
            Ruled = true,
            Nothing = phrases.NoUnitsBelow,
        };
    }

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

    private static string Waived(CountedDigest counted, Phrases phrases)
    {
        if (counted.Waived.TryGetValue(counted.Digest.Unit.Id, out var whole)) return phrases.WaiverText(whole.Reason, whole.Note);
        var units = Parts(counted.Digest).Count(part => counted.Waived.ContainsKey(part.Unit.Id));
        return units == 0 ? phrases.Nothing : phrases.WaivedTotal(units);
    }

    private static Sheet Cases(Digest digest, IReadOnlyList<OpenCase> cases, Phrases phrases)
    {
        var offset = digest.Moment.At.Offset;
        return new Sheet(
            phrases.SheetCases,
            [
                new(phrases.ColumnUnit, 28), new(phrases.ColumnNumber, 12) { Centred = true }, new(phrases.ColumnName, 12), new(phrases.ColumnRole, 12),
                new(phrases.ColumnTemperature, 11) { Centred = true }, new(phrases.ColumnSite, 12), new(phrases.ColumnFinding, 14), new(phrases.ColumnSymptoms, 26), new(phrases.ColumnPlace, 16),
                new(phrases.ColumnReturned, 13) { Centred = true }, new(phrases.ColumnIsolation, 14), new(phrases.ColumnAbsence, 14), new(phrases.ColumnReportedAt, 18) { Centred = true },
            ],
            [.. cases.Select(one => Case(digest.Unit, one, phrases, offset))])
        {
            Landscape = true,
            Ruled = true,
            Nothing = phrases.NoOpenCases,
        };
    }

    private static IReadOnlyList<Cell> Case(DigestUnit unit, OpenCase one, Phrases phrases, TimeSpan offset)
    {
        var (person, answer) = (one.Person, one.Told.Answer);
        return
        [
            Cell.Of(person.UnitPath == unit.Path ? unit.Name : person.UnitPath[(unit.Path.Length + 1)..]),
            Cell.Of(person.Person.Number),
            Cell.Of(person.Person.Name),
            Cell.Of(phrases.RoleName(person.Person.Role)),
            answer.TemperatureTenths is { } tenths ? new Cell.Degrees(tenths) : Cell.None,
            Cell.Of(answer.TemperatureTenths is null ? null : phrases.SiteName(answer.Site)),
            Cell.Of(phrases.Findings(one.Fever, answer, one.KeyArea)),
            Cell.Of(phrases.SymptomNames(answer.Symptoms)),
            Cell.Of(answer.Travel == Travel.Yes ? answer.Place : null),
            Cell.Of(answer.ReturnedOn),
            Cell.Of(answer.Isolation == Isolation.None ? null : phrases.IsolationAt(answer.Isolation)),
            Cell.Of(answer.Absence == Absence.None ? null : phrases.AbsenceReason(answer.Absence)),
            new Cell.Moment(one.Told.CheckIn.ReportedAt.ToOffset(offset).DateTime),
        ];
    }

    private static IReadOnlyList<(string Heading, Func<DigestNumbers, int> Value)> Counts(Phrases phrases) =>
    [
        (phrases.CountExpected, n => n.Expected),
        (phrases.CountReported, n => n.Reported),
        (phrases.CountExempt, n => n.Exempt),
        (phrases.CountMissing, n => n.Missing),
        (phrases.CountNormal, n => n.Normal),
        (phrases.CountFever, n => n.Fever),
        (phrases.CountSymptomatic, n => n.Symptomatic),
        (phrases.CountTravelled, n => n.Travelled),
        (phrases.CountKeyArea, n => n.KeyArea),
        (phrases.CountIsolatedHome, n => n.IsolatedHome),
        (phrases.CountIsolatedCentral, n => n.IsolatedCentral),
        (phrases.CountUnderFollowUp, n => n.UnderFollowUp),
    ];

    // Classes are what a school acts on, schools what an area does; of a class there is nothing below.
    private static IEnumerable<Digest> Parts(Digest digest) => Descendants(digest)
        .Where(unit => unit.Numbers.Expected > 0 && (digest.Unit.Kind != UnitKind.Area || unit.Unit.Kind is UnitKind.Area or UnitKind.School));

    private static IEnumerable<Digest> Descendants(Digest digest) => digest.Units.SelectMany(unit => Descendants(unit).Prepend(unit));

    private static string Below(DigestUnit above, DigestUnit unit) => unit.Path[(above.Path.Length + 1)..];

    private static IReadOnlyList<Cell> Fact(string item, Cell value) => [Cell.Of(item), value, Cell.None, Cell.None];

    private static Cell Percent(DigestNumbers? numbers) => numbers is { } known ? new Cell.Percent(known.CoveragePercent) : Cell.None;
}
