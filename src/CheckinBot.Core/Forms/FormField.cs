namespace CheckinBot.Core.Forms;

/// <summary>What a form can show. The names in templates are these in snake case.</summary>
public enum FormField
{
    /// <summary>1, 2, 3 …</summary>
    Index,

    /// <summary>Nothing: to be filled in by hand.</summary>
    Blank,

    /// <summary>The person's name.</summary>
    Name,

    /// <summary>The person's number in the school.</summary>
    Number,

    /// <summary>Pupil or staff.</summary>
    Role,

    /// <summary>The person's unit, named below the unit of the form; in a row of units that unit.</summary>
    Unit,

    /// <summary>The person's school.</summary>
    School,

    /// <summary>Date of birth.</summary>
    BirthDate,

    /// <summary>Dormitory.</summary>
    Dormitory,

    /// <summary>The day of the row, or of the form.</summary>
    Date,

    /// <summary>The day of the week of the row.</summary>
    Weekday,

    /// <summary>Reported, exempt, missing.</summary>
    Status,

    /// <summary>The temperature; of several days the highest.</summary>
    Temperature,

    /// <summary>Where it was taken.</summary>
    Site,

    /// <summary>A mark where there was a fever, by temperature or told in words.</summary>
    Fever,

    /// <summary>A mark where the one symptom was told. Fever counts by temperature too.</summary>
    Symptom,

    /// <summary>All symptoms told, in words.</summary>
    Symptoms,

    /// <summary>Infectious diseases told, confirmed or suspected, in words.</summary>
    Diagnosis,

    /// <summary>A mark where a doctor was seen.</summary>
    SeenDoctor,

    /// <summary>A mark where they left the home area.</summary>
    Travel,

    /// <summary>Where to.</summary>
    Place,

    /// <summary>The key area in which they were.</summary>
    KeyArea,

    /// <summary>Back since.</summary>
    ReturnedOn,

    /// <summary>Quarantine.</summary>
    Isolation,

    /// <summary>A mark where there was contact with a case.</summary>
    Contact,

    /// <summary>Why they are absent.</summary>
    Absence,

    /// <summary>The first day of the absence that lasts until the day of the form, as far as the form looks back.</summary>
    AbsentSince,

    /// <summary>How many days on which an absence was told, until the day of the form.</summary>
    AbsentDays,

    /// <summary>When it was told.</summary>
    ReportedAt,

    /// <summary>Who told it.</summary>
    Reporter,

    /// <summary>A mark in words where the temperature was reported and the question about travel was not answered; the reason where it is waived.</summary>
    TravelUnanswered,

    /// <summary>Of a unit: expected.</summary>
    Expected,

    /// <summary>Of a unit: reported.</summary>
    Reported,

    /// <summary>Of a unit: missing.</summary>
    Missing,

    /// <summary>Of a unit: exempt.</summary>
    Exempt,

    /// <summary>Of a unit: well.</summary>
    Normal,

    /// <summary>Of a unit: with fever.</summary>
    Fevers,

    /// <summary>Of a unit: with symptoms.</summary>
    Symptomatic,

    /// <summary>Of a unit: travelled.</summary>
    Travelled,

    /// <summary>Of a unit: in key areas.</summary>
    KeyAreas,

    /// <summary>Of a unit: in quarantine at home.</summary>
    IsolatedHome,

    /// <summary>Of a unit: in quarantine in a centre.</summary>
    IsolatedCentral,

    /// <summary>Of a unit: with an infectious disease, confirmed or suspected.</summary>
    Diagnosed,

    /// <summary>Of a unit: those of the exempt whose reason nobody has told.</summary>
    ExemptWithoutReason,

    /// <summary>Of a unit: those of the reported who owe the answer about travel.</summary>
    TravelOpen,

    /// <summary>Of a unit: to be followed up.</summary>
    FollowedUp,

    /// <summary>Of a unit: coverage in percent.</summary>
    Coverage,

    /// <summary>Of a unit: how far the zero report has come.</summary>
    ZeroReport,
}

/// <summary>Where a field may stand.</summary>
/// <param name="Rows">For which kinds of rows.</param>
/// <param name="IsNotable">A value other than none means that something was told that a school has to follow.</param>
/// <param name="IsMark">A mark, a number or a short word, set in the middle of its column.</param>
public sealed record FormFieldUse(IReadOnlyList<FormRows> Rows, bool IsNotable = false, bool IsMark = false);

/// <summary>What may be done with which field.</summary>
public static class FormFields
{
    private static readonly FormRows[] Anywhere = [FormRows.People, FormRows.Days, FormRows.Units];
    private static readonly FormRows[] OfPeople = [FormRows.People, FormRows.Days];

    /// <summary>The use of a field.</summary>
    public static FormFieldUse Of(FormField field) => field switch
    {
        FormField.Index or FormField.Date => new(Anywhere, IsMark: true),
        FormField.Blank or FormField.Unit => new(Anywhere),
        FormField.Weekday => new([FormRows.Days], IsMark: true),
        FormField.ZeroReport => new([FormRows.Units]),
        >= FormField.Expected => new([FormRows.Units], IsMark: true),
        FormField.Fever or FormField.Symptom or FormField.Travel or FormField.Contact => new(OfPeople, IsNotable: true, IsMark: true),
        FormField.Symptoms or FormField.Diagnosis or FormField.Isolation or FormField.KeyArea or FormField.Absence => new(OfPeople, IsNotable: true),
        FormField.SeenDoctor or FormField.Number or FormField.Temperature or FormField.Status or FormField.ReportedAt
            or FormField.BirthDate or FormField.ReturnedOn => new(OfPeople, IsMark: true),
        FormField.AbsentSince or FormField.AbsentDays => new([FormRows.People], IsNotable: true, IsMark: true),
        _ => new(OfPeople),
    };
}
