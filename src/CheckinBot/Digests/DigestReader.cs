using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Shown;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Alerts;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Schedule;

namespace CheckinBot.Digests;

/// <summary>
/// Counts and shows digests, the same for <c>/digest</c>, the command line and the scheduled message.
/// Check-ins are counted as they are now, with every correction, as long as they are kept; afterwards the last snapshot stands.
/// </summary>
internal sealed class DigestReader(UnitRulesLoader rules, TimeProvider time)
{
    private const int DaysOfAWeek = 7;

    // Longer than a vacation. A comparison with last term would say nothing.
    private const int MostWeeksBack = 4;

    /// <summary>Counts a unit and everything below it.</summary>
    /// <param name="session">A consistent view of the database.</param>
    /// <param name="unit">The unit at the top.</param>
    /// <param name="day">The school day; null for today, or the last school day where today is none.</param>
    /// <param name="slot">The slot; null for the one that is open, or the first of a past day.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    public async Task<DigestTree> Read(DbSession session, Unit unit, DateOnly? day, string? slot, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        return await Count(session, unit.Id, MomentOf(held, day, slot), held, cancellationToken);
    }

    /// <summary>
    /// A unit's digest as it is shown: the numbers of this moment, and what the last cut-off of the day said where that differs;
    /// the cut-off's alone where no count is wanted and there is one.
    /// </summary>
    /// <param name="session">A consistent view of the database.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="day">The school day; null as for <see cref="Read"/>.</param>
    /// <param name="slot">The slot; null as for <see cref="Read"/>.</param>
    /// <param name="recount">Counts where there is a snapshot too, which takes a while for a large unit.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    public async Task<DigestView> View(DbSession session, Unit unit, DateOnly? day, string? slot, bool recount, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        var moment = MomentOf(held, day, slot);
        var view = await Beside(session, DigestUnit.Of(unit), moment, held, cancellationToken);
        if (moment.Day > held.Schedule.DayOf(time.GetUtcNow())) return view with { NotYet = true };
        var snapshot = view.History.Days.FirstOrDefault(one => one.Day == moment.Day)?.Digest;
        var now = snapshot is null || (recount && IsKept(moment, held))
            ? (await Count(session, unit.Id, moment, held, cancellationToken)).Digest(unit.Id, Digest.LevelsOf(unit.Kind))
            : null;
        var isAsAtCutOff = snapshot is not null && (now is null || now.HasNumbersOf(snapshot));
        view = view with { Shown = isAsAtCutOff ? snapshot! : now!, CutOff = isAsAtCutOff ? null : snapshot };
        if (await NothingIsStoredOf(session, view.Shown, held, cancellationToken)) return view with { NoRecord = true };
        if (recount) view = view with { History = await WithCounts(session, view, held, cancellationToken) };
        if (view.CutOff is { } cutOff)
            view = view with { Corrected = await new DigestStore(session).Corrected(unit.Id, moment.Day, moment.Slot, cutOff.Moment.At, cancellationToken) };
        view = await new LowerUnitFacts(rules).With(session, await WithAlerts(session, view, cancellationToken), cancellationToken);
        return await WithSignatures(session, view, isNow: now is not null, cancellationToken);
    }

    /// <summary>What is shown beside a digest that has just been taken.</summary>
    public async Task<DigestView> View(DbSession session, Digest taken, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, taken.Unit.Id, cancellationToken);
        var view = await Beside(session, taken.Unit, taken.Moment, held, cancellationToken);
        view = await new LowerUnitFacts(rules).With(session, await WithAlerts(session, view with { Shown = taken }, cancellationToken), cancellationToken);
        return await WithSignatures(session, view, isNow: true, cancellationToken);
    }

    /// <summary>The text for a unit's group: without anything of health, unless the unit has chosen numbers for groups of its size.</summary>
    public async Task<(string Text, bool HasNumbers)> ForGroup(DbSession session, DigestView view, Language language, CancellationToken cancellationToken)
    {
        var from = (await rules.For(session, view.Shown.Unit.Id, cancellationToken)).Settings.Unit.GroupNumbersFrom;
        return from > 0 && view.Shown.Numbers.Expected >= from
            ? (DigestText.ForGroup(view, language), true)
            : (GroupDigest.Text(view, language), false);
    }

    /// <summary>Whether counting the unit takes so long that whoever pressed a button must not wait for it.</summary>
    public static async Task<bool> IsLarge(DbSession session, Unit unit, CancellationToken cancellationToken)
    {
        // A class is counted in well under a tenth of a millisecond.
        const int ManyUnits = 400;
        const string Sql = "select count(*) from (select 1 from unit_ancestor where ancestor_id = @id limit @ManyUnits) below";
        return unit.Kind == UnitKind.Area && await session.QuerySingle<int>(Sql, new { id = unit.Id, ManyUnits }, cancellationToken) == ManyUnits;
    }

    /// <summary>Who is behind a class's numbers, as far as the reader may know.</summary>
    public async Task<DigestNames> Names(DbSession session, Unit unit, DigestMoment moment, DigestRights rights, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        if (!IsKept(moment, held)) return DigestNames.None;
        var store = new MissingStore(session);
        var missing = rights.HasFlag(DigestRights.SeeMissing) ? await store.Of(unit.Id, unit.Kind, moment.Day, moment.Slot, cancellationToken) : [];
        var travel = rights.HasFlag(DigestRights.SeeMissing) && held.Schedule.AsksTravelIn(moment.Slot)
            ? await store.TravelOpen(unit.Id, moment.Day, moment.Slot, cancellationToken)
            : [];
        var open = OpenNamesOf(missing, travel);
        if (!rights.HasFlag(DigestRights.SeeCases)) return new DigestNames(open, []);
        if (!rights.HasFlag(DigestRights.SeeMissing)) return new DigestNames(open, await OpenCases(session, unit, moment, held, cancellationToken));
        var people = await new PersonStore(session).Expected(unit.Id, cancellationToken);
        var answers = await new CheckInStore(session).OfUnit(unit.Id, moment.Day, moment.Day, cancellationToken);
        var monitored = await new MonitoredStore(session).On(unit.Id, moment.Day, cancellationToken);
        var cases =
            from person in people
            let answer = answers[person.Id].FirstOrDefault(one => one.Slot == moment.Slot)?.Answer
            where monitored[person.Id].Any() || (answer is not null && (held.Health.NeedsFollowUp(answer, moment.Day) || answer.Absence != Absence.None
                || answer is { Travel: Travel.Unknown, TravelWaiver: not TravelWaiver.None }))
            select new NamedCase(person.Id, person.Name, answer ?? CheckInAnswer.Empty) { Monitored = [.. monitored[person.Id]] };
        var names = new DigestNames(open, [.. cases]);
        if (!rights.HasFlag(DigestRights.CheckIn) || moment.Day != held.Schedule.DayOf(time.GetUtcNow())) return names;
        var first = missing.Select(person => person.PersonId).Concat(names.Cases.Select(person => person.PersonId)).ToHashSet();
        var asked = people.Where(person => held.Schedule.For(person).Slot(moment.Slot) is not null).OrderBy(person => !first.Contains(person.Id));
        return names with { Correctable = [.. asked.Select(person => new NamedPerson(person.Id, person.Name))] };
    }

    /// <summary>About whom a class teacher has to ask, by name.</summary>
    public async Task<OpenNames> Open(DbSession session, DigestUnit unit, DigestMoment moment, CancellationToken cancellationToken)
    {
        var held = await rules.For(session, unit.Id, cancellationToken);
        var store = new MissingStore(session);
        var open = await store.Of(unit.Id, unit.Kind, moment.Day, moment.Slot, cancellationToken);
        return OpenNamesOf(
            open, held.Schedule.AsksTravelIn(moment.Slot) ? await store.TravelOpen(unit.Id, moment.Day, moment.Slot, cancellationToken) : []);
    }

    private static OpenNames OpenNamesOf(IReadOnlyList<Absentee> open, IReadOnlyList<Absentee> travel) => new(
        [.. open.Where(person => !person.NoReason).Select(person => person.Name)],
        [.. open.Where(person => person.NoReason).Select(person => person.Name)],
        [.. travel.Select(person => person.Name)]);

    // Officials know by name whose case is open, as in /cases, and nobody else: a child on ordinary leave is none of theirs.
    private static async Task<IReadOnlyList<NamedCase>> OpenCases(
        DbSession session, Unit unit, DigestMoment moment, UnitRules held, CancellationToken cancellationToken)
    {
        var since = held.Schedule.Calendar.Previous(moment.Day) ?? moment.Day.AddDays(-1);
        var open = await new CaseStore(session).Under(unit.Id, since, moment.Day, held.Health, cancellationToken);
        return [.. open.Select(one => new NamedCase(one.Person.Id, one.Person.Name, one.Answers is [.., var last] ? last.Answer : CheckInAnswer.Empty))];
    }

    // Otherwise people who were imported later would be shown as missing on days before the import.
    private async Task<bool> NothingIsStoredOf(DbSession session, Digest counted, UnitRules held, CancellationToken cancellationToken)
    {
        const string Sql = """
            select count(*) from (
                select 1 from check_in join unit_ancestor on unit_ancestor.unit_id = check_in.unit_id
                where unit_ancestor.ancestor_id = @unitId and check_in.day = @day and check_in.is_current limit 1) any_of_the_day
            """;
        return counted.Revision == 0 && counted.Numbers.Missing == counted.Numbers.Expected
            && counted.Moment.Day < held.Schedule.DayOf(time.GetUtcNow())
            && await session.QuerySingle<int>(Sql, new { unitId = counted.Unit.Id, day = counted.Moment.Day }, cancellationToken) == 0;
    }

    // A day without a snapshot, because no worker ran at its cut-off, is counted from its check-ins for the table of days, and for
    // the comparison with a day that is over.
    private async Task<DigestHistory> WithCounts(DbSession session, DigestView view, UnitRules held, CancellationToken cancellationToken)
    {
        var days = view.History.Days.ToList();
        foreach (var day in new[] { view.DayBefore, view.WeekBefore }.OfType<DateOnly>().Distinct())
        {
            var moment = view.Shown.Moment with { Day = day };
            if (days.Any(one => one.Day == day) || !IsKept(moment, held)) continue;
            var unit = view.Shown.Unit;
            var counted = (await Count(session, unit.Id, moment, held, cancellationToken)).Digest(unit.Id, Digest.LevelsOf(unit.Kind))!;
            if (counted.Numbers.Missing < counted.Numbers.Expected) days.Add(new DigestDay(day, counted));
        }

        return new DigestHistory([.. days.OrderBy(one => one.Day)]);
    }

    private async Task<DigestView> Beside(DbSession session, DigestUnit unit, DigestMoment moment, UnitRules held, CancellationToken cancellationToken)
    {
        var calendar = held.Schedule.Calendar;
        var days = new List<DateOnly> { moment.Day };
        while (days.Count < DigestHistory.SchoolDays && calendar.Previous(days[0]) is { } before) days.Insert(0, before);
        var week = Enumerable.Range(1, MostWeeksBack).Select(weeks => moment.Day.AddDays(-weeks * DaysOfAWeek))
            .Where(calendar.IsSchoolDay).Cast<DateOnly?>().FirstOrDefault();
        var first = week < days[0] ? week.Value : days[0];
        var today = held.Schedule.DayOf(time.GetUtcNow());
        var slots = await new DigestCounts(rules).SlotsBelow(session, unit.Id, cancellationToken);
        return new DigestView(new Digest { Unit = unit, Moment = moment, Numbers = default, Own = default })
        {
            AtSameTime = moment.Day < today
                ? null
                : await ComparedDays.AtSameTime(session, unit, moment, held, [days.Count > 1 ? days[^2] : null, week], cancellationToken),
            OpensAt = (held.Schedule.Slot(moment.Slot) ?? slots.FirstOrDefault(slot => slot.Id == moment.Slot) ?? held.Schedule.Slots[0]).OpensAt,
            Moved = unit.Kind.HoldsPeople() ? await new TransferStore(session).MovedOn(unit.Id, moment.Day, cancellationToken) : default,
            Days = days,
            History = new DigestHistory(
                [.. (await new SnapshotStore(session).Days(unit, moment.Slot, first, moment.Day, cancellationToken)).Select(one => Local(one, held))]),
            Above = unit.Kind == UnitKind.Class ? await PastTheOnlyGrade(session, unit, cancellationToken) : null,
            DayBefore = days.Count > 1 ? days[^2] : null,
            WeekBefore = week,
            DayAfter = calendar.Next(moment.Day) is { } after && after <= today ? after : null,
            Slots = [.. slots.Select(one => one.Id)],
        };
    }

    private static async Task<long?> PastTheOnlyGrade(DbSession session, DigestUnit unit, CancellationToken cancellationToken)
    {
        var units = new UnitStore(session);
        if (unit.ParentId is not { } parent || await units.Find(parent, cancellationToken) is not { Kind: UnitKind.Grade, ParentId: { } school }) return null;
        return OnlyGrade.Of(await units.Children(school, cancellationToken), one => one.Kind) is null ? null : school;
    }

    // Times are told in the unit's own zone.
    private static DigestDay Local(DigestDay day, UnitRules held) => day with
    {
        Digest = day.Digest with { Moment = day.Digest.Moment with { At = TimeZoneInfo.ConvertTime(day.Digest.Moment.At, held.Schedule.TimeZone) } },
    };

    private async Task<DigestView> WithAlerts(DbSession session, DigestView view, CancellationToken cancellationToken) => view with
    {
        OverdueCases = await OverdueCases(session, view, cancellationToken),
        Fired = await FiredAlerts.Of(session, view.Shown.Unit, view.Shown.Moment.Day, cancellationToken),
        Waived = await new WaiverStore(session).On(view.Shown.Moment.Day, cancellationToken),
        WaivedBelow = await new WaiverStore(session).Below(view.Shown.Moment.Day, cancellationToken),
    };

    private async ValueTask<int> OverdueCases(DbSession session, DigestView view, CancellationToken cancellationToken)
    {
        var (unit, now) = (view.Shown.Unit, time.GetUtcNow());
        if (unit.Kind == UnitKind.Area || view.Shown.Moment.Day < DateOnly.FromDateTime(now.ToOffset(view.Shown.Moment.At.Offset).DateTime)) return 0;
        return await new CaseFileStore(session).CountOverdue(unit.Id, now, cancellationToken);
    }

    private static async Task<DigestView> WithSignatures(DbSession session, DigestView view, bool isNow, CancellationToken cancellationToken)
    {
        var (day, slot, _) = view.Shown.Moment;
        var signatures = await new SignOffStore(session).ShownIn(view.Shown.Unit.Id, day, slot, cancellationToken);
        return signatures.Count == 0 ? view : view with
        {
            Shown = SignOff.On(view.Shown, signatures, areNow: isNow),
        };
    }

    private DigestMoment MomentOf(UnitRules held, DateOnly? day, string? slot)
    {
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), held.Schedule.TimeZone);
        var window = held.Schedule.WindowAt(now);
        var of = day ?? (held.Schedule.Calendar.IsSchoolDay(window.Day) ? window.Day : window.PreviousDay);
        return new DigestMoment(of, slot ?? (of == window.Day ? window.Slot : held.Schedule.Slots[0].Id), now);
    }

    private bool IsKept(DigestMoment moment, UnitRules held) =>
        moment.Day >= held.Schedule.DayOf(time.GetUtcNow()).AddDays(-held.Settings.Privacy.RetentionDays);

    private async Task<DigestTree> Count(DbSession session, long unitId, DigestMoment moment, UnitRules held, CancellationToken cancellationToken)
    {
        var others = new List<DigestTree>();
        var (today, now) = (held.Schedule.DayOf(time.GetUtcNow()), TimeOnly.FromDateTime(moment.At.DateTime));
        foreach (var slot in await new DigestCounts(rules).SlotsBelow(session, unitId, cancellationToken))
        {
            if (slot.Id == moment.Slot || (moment.Day >= today && slot.OpensAt > now)) continue;
            var other = moment with { Slot = slot.Id };
            others.Add(new DigestTree(other, await Counts(session, unitId, other, held, cancellationToken), clusterPupils: ClusterPupils(held)));
        }

        return new DigestTree(moment, await Counts(session, unitId, moment, held, cancellationToken), clusterPupils: ClusterPupils(held))
        {
            OtherSlots = others,
        };
    }

    private async Task<IReadOnlyList<UnitCount>> Counts(
        DbSession session, long unitId, DigestMoment moment, UnitRules held, CancellationToken cancellationToken)
    {
        if (!IsKept(moment, held))
        {
            var kept = await new SnapshotStore(session).Tree(unitId, moment.Day, moment.Slot, cancellationToken);
            if (kept.Count > 0) return kept;
        }

        return await new DigestCounts(rules).Of(session, unitId, moment, cancellationToken);
    }

    private static int ClusterPupils(UnitRules held) => held.Settings.Rules.Alerts
        .Where(rule => rule is { Kind: RuleKind.LikeSymptoms, Days: 1, Scope: RuleScope.Class or RuleScope.ClassOrDormitory })
        .Select(rule => (int?)rule.Pupils).Min() ?? DigestAlert.ClusterPupils;
}
