using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Forms;

/// <summary>Words in the three languages.</summary>
/// <param name="ZhHans">Simplified Chinese.</param>
/// <param name="ZhHant">Traditional Chinese.</param>
/// <param name="En">English.</param>
public sealed record Wording(string ZhHans, string ZhHant, string En)
{
    /// <summary>The words of a language.</summary>
    public string In(Language language) => language switch
    {
        Language.ZhHans => ZhHans,
        Language.ZhHant => ZhHant,
        Language.En => En,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}

/// <summary>What each sheet of a form is about.</summary>
public enum FormSheets
{
    /// <summary>The unit of the form: one sheet.</summary>
    Unit,

    /// <summary>One sheet for each school of the unit; for the unit itself where it is a school or a part of one.</summary>
    School,

    /// <summary>One sheet for each class of the unit.</summary>
    Class,

    /// <summary>One sheet for each pupil or member of staff of the unit.</summary>
    Person,
}

/// <summary>What a row of a form stands for.</summary>
public enum FormRows
{
    /// <summary>A person.</summary>
    People,

    /// <summary>A day of the person whom the sheet is about.</summary>
    Days,

    /// <summary>A unit right below, or a class where the form is about a school; the sum stands at the end.</summary>
    Units,
}

/// <summary>Whom a form covers.</summary>
public enum FormPeople
{
    /// <summary>Pupils.</summary>
    Students,

    /// <summary>Teachers and other staff.</summary>
    Staff,

    /// <summary>Both.</summary>
    Everybody,
}

/// <summary>Days before the day of the form: 0 is the day itself. Calendar days, since illness knows no weekend.</summary>
/// <param name="From">The nearest day.</param>
/// <param name="To">The farthest day.</param>
public readonly record struct DaysBack(int From, int To)
{
    /// <summary>The day of the form.</summary>
    public static DaysBack Today { get; } = new(0, 0);
}

/// <summary>What a column shows or a filter looks at.</summary>
/// <param name="Field">The field.</param>
/// <param name="Back">Over which days.</param>
public sealed record FormValue(FormField Field, DaysBack Back)
{
    /// <summary>The symptom, for <see cref="FormField.Symptom"/>.</summary>
    public Symptoms Symptom { get; init; }

    /// <summary>The only slot that counts; null for the slot of the form on its day and every slot of earlier days.</summary>
    public string? Slot { get; init; }
}

/// <summary>A column of a form.</summary>
/// <param name="Value">What stands in it.</param>
/// <param name="Heading">What stands above it.</param>
/// <param name="Width">In Latin characters.</param>
/// <param name="Group">A heading over neighbouring columns; null for none.</param>
public sealed record FormColumn(FormValue Value, Wording Heading, int Width, Wording? Group);

/// <summary>Lets a person or a unit into the form if the value is present, or is one of those that are named.</summary>
/// <param name="Values">One of these has to hold.</param>
/// <param name="Is">Words of which the value must be one; empty: any value.</param>
public sealed record FormFilter(IReadOnlyList<FormValue> Values, IReadOnlyList<string> Is);

/// <summary>A form that somebody above asks for, as a template file describes it. The same check-ins fill every form.</summary>
/// <param name="Name">By which it is called, such as <c>hunan-morning-check</c>.</param>
/// <param name="Title">The title, with places such as <c>{unit}</c> to be filled in.</param>
/// <param name="Source">The document that asks for it.</param>
/// <param name="Columns">The columns.</param>
public sealed record FormTemplate(string Name, Wording Title, string Source, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>A short name for lists and buttons.</summary>
    public required Wording Label { get; init; }

    /// <summary>What each sheet is about.</summary>
    public FormSheets Sheets { get; init; }

    /// <summary>What a row stands for.</summary>
    public FormRows Rows { get; init; }

    /// <summary>Whom it covers.</summary>
    public FormPeople People { get; init; }

    /// <summary>How many days <see cref="FormRows.Days"/> has.</summary>
    public int Days { get; init; } = 14;

    /// <summary>The filters; all of them have to hold.</summary>
    public IReadOnlyList<FormFilter> Filters { get; init; } = [];

    /// <summary>Lines between title and table.</summary>
    public IReadOnlyList<Wording> Head { get; init; } = [];

    /// <summary>Printed instead of rows where nobody is listed and everybody is accounted for: the zero report.</summary>
    public Wording? Zero { get; init; }

    /// <summary>Printed instead of rows where nobody is listed but somebody has not answered, so that it is no zero report.</summary>
    public Wording? Incomplete { get; init; }

    /// <summary>Lines below the table.</summary>
    public IReadOnlyList<Wording> Foot { get; init; } = [];

    /// <summary>Who signs.</summary>
    public IReadOnlyList<Wording> Signatures { get; init; } = [];

    /// <summary>Printed in landscape.</summary>
    public bool Landscape { get; init; }

    /// <summary>Whether the form names people; a form with numbers alone does not.</summary>
    public bool NamesPeople => Rows != FormRows.Units;

    /// <summary>The permission that is needed to get it.</summary>
    public Permission Needs => NamesPeople ? Permission.Export : Permission.SeeDigest;

    /// <summary>How many days before the day of the form are read.</summary>
    public int DaysBefore => Rows == FormRows.Days
        ? Days - 1
        : Columns.Select(column => column.Value).Concat(Filters.SelectMany(filter => filter.Values)).Max(value => value.Back.To);

    /// <summary>Whether only people with an answer can be listed, so that the others need not be loaded.</summary>
    public bool ListsNotableOnly => Rows == FormRows.People && Sheets != FormSheets.Person
        && Filters.Any(filter => filter.Values.All(value => FormFields.Of(value.Field).IsNotable));
}
