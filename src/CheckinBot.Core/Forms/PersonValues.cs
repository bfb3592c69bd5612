using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Forms;

/// <summary>The values of a person's fields on a day.</summary>
/// <param name="Facts">What the form is filled in from.</param>
/// <param name="Rows">What a row stands for: in one of days, any slot of the day counts.</param>
/// <param name="Phrases">The reader's language.</param>
internal sealed record PersonValues(FormFacts Facts, FormRows Rows, Phrases Phrases)
{
    private const string Mark = "✓";

    /// <summary>The cell of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="person">Of whom.</param>
    /// <param name="day">The day of the row.</param>
    /// <param name="index">The row's number, from 1.</param>
    /// <param name="below">The unit below which units are named.</param>
    public Cell Of(FormValue value, RecordedPerson person, DateOnly day, int index, DigestUnit below) => value.Field switch
    {
        FormField.Index => Cell.Of(index),
        FormField.Name => Cell.Of(person.Person.Name),
        FormField.Number => Cell.Of(person.Person.Number),
        FormField.Role => Cell.Of(Phrases.RoleName(person.Person.Role)),
        FormField.Unit => Cell.Of(UnitOf(person, below)),
        FormField.School => Cell.Of(person.School),
        FormField.BirthDate => Cell.Of(person.BirthDate),
        FormField.Dormitory => Cell.Of(person.Dormitory),
        FormField.Date => Cell.Of(day),
        FormField.Weekday => Cell.Of(Phrases.Weekday(day.DayOfWeek)),
        FormField.KeyArea => Cell.Of(KeyArea(Answers(value, person, day), Monitored(value, person, day))),
        FormField.Isolation => Cell.Of(
            Isolations(value, person, day).LastOrDefault() is var last and not Isolation.None ? Phrases.IsolationCell(last) : null),
        FormField.Contact => MarkIf(
            Answers(value, person, day).Any(one => one.Answer.Contact) || Monitored(value, person, day).Any(one => one.Kind == MonitoredKind.Contact)),
        _ => Told(value, Answers(value, person, day)),
    };

    /// <summary>Whether a filter lets somebody in.</summary>
    public bool Passes(FormFilter filter, RecordedPerson person, DateOnly day) => filter.Values.Any(value => filter.Is.Count > 0
        ? Words(value, person, day).Any(filter.Is.Contains)
        : Of(value, person, day, 1, Facts.Digest.Unit) is not Cell.Empty);

    private Cell Told(FormValue value, List<RecordedAnswer> answers) => value.Field switch
    {
        FormField.Status => Cell.Of(Phrases.StatusName(answers.Count == 0 ? CheckInStatus.Missing : answers[^1].Answer.Status)),
        FormField.Temperature => Warmest(answers) is { } warmest ? new Cell.Degrees(warmest.Tenths) : Cell.None,
        FormField.Site => Cell.Of(Warmest(answers) is { } warmest ? Phrases.SiteName(warmest.Site) : null),
        FormField.Fever => MarkIf(answers.Any(one => Facts.Rules.IsFever(one.Answer))),
        FormField.Symptom => MarkIf(answers.Any(one => SymptomsOf(one).HasFlag(value.Symptom))),
        FormField.Symptoms => Cell.Of(Phrases.SymptomNames(answers.Aggregate(Symptoms.None, (all, one) => all | SymptomsOf(one)))),
        FormField.Diagnosis => Cell.Of(Last(answers, one => one.Diseases == Diseases.None ? null : Phrases.Diagnosed(one.Diseases, one.OnlySuspected))),
        FormField.SeenDoctor => MarkIf(answers.Any(one => one.Answer.SeenDoctor == true)),
        FormField.Travel => MarkIf(answers.Any(one => one.Answer.Travel == Travel.Yes)),
        FormField.TravelUnanswered => Cell.Of(TravelUnanswered(answers)),
        FormField.Place => Cell.Of(Last(answers, one => one.Travel == Travel.Yes ? one.Place : null)),
        FormField.ReturnedOn => Cell.Of(answers.LastOrDefault(one => one.Answer.ReturnedOn is not null)?.Answer.ReturnedOn),
        FormField.Absence => Cell.Of(Last(answers, one => one.Absence == Absence.None ? null : Phrases.AbsenceReason(one.Absence))),
        FormField.AbsentSince => Absent(answers) is [var first, ..] ? Cell.Of(first) : Cell.None,
        FormField.AbsentDays => Absent(answers) is { Count: > 0 } days ? Cell.Of(days.Count) : Cell.None,
        FormField.ReportedAt =>
            answers.Count == 0 ? Cell.None : new Cell.Moment(answers[^1].CheckIn.ReportedAt.ToOffset(Facts.Digest.Moment.At.Offset).DateTime),
        FormField.Reporter => Cell.Of(answers.Count == 0 ? null : answers[^1].Reporter),
        _ => Cell.None,
    };

    // Asked once a day: an answer in any slot is enough.
    private string? TravelUnanswered(List<RecordedAnswer> answers)
    {
        if (answers.LastOrDefault(one => one.Answer.Accounted == Accounted.Reported) is not { } told) return null;
        var day = Facts.Records.Of(told.CheckIn.PersonId).Where(one => one.CheckIn.Day == told.CheckIn.Day).Select(one => one.Answer).ToList();
        if (day.Exists(answer => answer.Travel != Travel.Unknown)) return null;
        return day.Select(answer => answer.TravelWaiver).FirstOrDefault(waiver => waiver != TravelWaiver.None) is var waived and not TravelWaiver.None
            ? Phrases.TravelWaived(waived)
            : Phrases.TravelCell;
    }

    // On the day of the form only its slot counts: a form about the morning says nothing of what was told at noon.
    private List<RecordedAnswer> Answers(FormValue value, RecordedPerson person, DateOnly day)
    {
        var moment = Facts.Digest.Moment;
        return
        [
            .. Facts.Records.Of(person.Person.Id).Where(one =>
                one.CheckIn.Day >= day.AddDays(-value.Back.To) && one.CheckIn.Day <= day.AddDays(-value.Back.From)
                && (value.Slot is { } slot ? one.CheckIn.Slot == slot
                    : Rows == FormRows.Days || one.CheckIn.Day != moment.Day || one.CheckIn.Slot == moment.Slot)),
        ];
    }

    private Symptoms SymptomsOf(RecordedAnswer one) => one.Answer.Symptoms | (Facts.Rules.IsFever(one.Answer) ? Symptoms.Fever : Symptoms.None);

    // Whoever is monitored is so on each of these days, whatever they answered: the digest counts them too.
    private IEnumerable<Monitored> Monitored(FormValue value, RecordedPerson person, DateOnly day) =>
        Facts.Records.MonitoredOf(person.Person.Id, day.AddDays(-value.Back.To), day.AddDays(-value.Back.From));

    // Of a quarantine the word of the day goes before the earlier one.
    private IEnumerable<Isolation> Isolations(FormValue value, RecordedPerson person, DateOnly day) =>
        Monitored(value, person, day).Select(one => one.Kind).Where(kind => kind is MonitoredKind.IsolationHome or MonitoredKind.IsolationCentral)
            .Select(kind => kind == MonitoredKind.IsolationHome ? Isolation.Home : Isolation.Central)
            .Concat(Answers(value, person, day).Select(one => one.Answer.Isolation).Where(isolation => isolation != Isolation.None));

    private string? KeyArea(List<RecordedAnswer> answers, IEnumerable<Monitored> monitored) =>
        answers.Select(one => one.Answer.Travel == Travel.Yes ? Facts.Rules.KeyAreaOf(one.Answer.Place, one.CheckIn.Day) : null)
            .LastOrDefault(area => area is not null)
        ?? monitored.Where(one => one.Kind == MonitoredKind.KeyArea)
            .Select(one => Facts.Rules.KeyAreaOf(one.Place, one.OpenedDay) ?? one.Place).LastOrDefault();

    // The days with an absence, counted back from the last answer until an answer without one.
    private static List<DateOnly> Absent(List<RecordedAnswer> answers)
    {
        var days = new List<DateOnly>();
        for (var index = answers.Count - 1; index >= 0 && answers[index].Answer.Absence != Absence.None; index--)
        {
            if (days.Count == 0 || days[0] != answers[index].CheckIn.Day) days.Insert(0, answers[index].CheckIn.Day);
        }

        return days;
    }

    private IEnumerable<string> Words(FormValue value, RecordedPerson person, DateOnly day)
    {
        var answers = Answers(value, person, day);
        return value.Field switch
        {
            FormField.Absence => answers.Select(one => FormTemplateReader.WordOf(one.Answer.Absence)),
            FormField.Isolation => Isolations(value, person, day).DefaultIfEmpty(Isolation.None).Select(one => FormTemplateReader.WordOf(one)),
            _ => answers.Count == 0 ? [FormTemplateReader.WordOf(CheckInStatus.Missing)] : answers.Select(one => FormTemplateReader.WordOf(one.Answer.Status)),
        };
    }

    private TakenTemperature? Warmest(List<RecordedAnswer> answers) =>
        answers.Select(one => Facts.Rules.Peak(one.Answer)).OfType<TakenTemperature>().MaxBy(reading => reading.Tenths);

    private static string? Last(List<RecordedAnswer> answers, Func<CheckInAnswer, string?> text) =>
        answers.Select(one => text(one.Answer)).LastOrDefault(one => !string.IsNullOrEmpty(one));

    private static Cell MarkIf(bool holds) => holds ? new Cell.Text(Mark) : Cell.None;

    private static string UnitOf(RecordedPerson person, DigestUnit below) =>
        UnitNames.Below(below.Path, person.UnitPath) ?? person.UnitPath[(person.UnitPath.LastIndexOf('/') + 1)..];
}
