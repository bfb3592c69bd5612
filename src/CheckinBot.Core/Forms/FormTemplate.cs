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
        _ => En,
    };
}

/// <summary>What a form has a sheet for.</summary>
public enum FormSheets
{
    /// <summary>The unit that is asked for.</summary>
    Unit,

    /// <summary>Each class of it.</summary>
    Class,

    /// <summary>Each pupil or member of staff of it.</summary>
    Person,
}

/// <summary>What a row of a form stands for.</summary>
public enum FormRows
{
    /// <summary>A person.</summary>
    People,

    /// <summary>A day, of the one person of the sheet.</summary>
    Days,

    /// <summary>A unit right below, or of a school a class; with the sum at the end.</summary>
    Units,
}

/// <summary>Of whom a form is.</summary>
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

/// <summary>What stands in a column, or what a filter looks at.</summary>
/// <param name="Field">The field.</param>
/// <param name="Back">Over which days.</param>
public sealed record FormValue(FormField Field, DaysBack Back)
{
    /// <summary>Of <see cref="FormField.Symptom"/>: which one.</summary>
    public Symptoms Symptom { get; init; }

    /// <summary>Of which slot alone; null for that of the form, with any slot of earlier days.</summary>
    public string? Slot { get; init; }
}

/// <summary>A column of a form.</summary>
/// <param name="Value">What stands in it.</param>
/// <param name="Heading">What stands above it.</param>
/// <param name="Width">In Latin characters.</param>
/// <param name="Group">A heading over neighbouring columns; null for none.</param>
public sealed record FormColumn(FormValue Value, Wording Heading, int Width, Wording? Group);

/// <summary>Lets a person or a unit into the form where the value is there, or is one of those named.</summary>
/// <param name="Values">One of these has to hold.</param>
/// <param name="Is">Words of which the value must be one; empty: any value.</param>
public sealed record FormFilter(IReadOnlyList<FormValue> Values, IReadOnlyList<string> Is);

/// <summary>A form that somebody above asks for, as a template file describes it: one entry of check-ins fills them all.</summary>
/// <param name="Name">By which it is called, such as <c>hunan-morning-check</c>.</param>
/// <param name="Title">The title, with places such as <c>{unit}</c> to be filled in.</param>
/// <param name="Source">The document that asks for it.</param>
/// <param name="Columns">The columns.</param>
public sealed record FormTemplate(string Name, Wording Title, string Source, IReadOnlyList<FormColumn> Columns)
{
    /// <summary>A short name for lists and buttons.</summary>
    public required Wording Label { get; init; }

    /// <summary>What there is a sheet for.</summary>
    public FormSheets Sheets { get; init; }

    /// <summary>What a row stands for.</summary>
    public FormRows Rows { get; init; }

    /// <summary>Of whom.</summary>
    public FormPeople People { get; init; }

    /// <summary>How many days <see cref="FormRows.Days"/> has.</summary>
    public int Days { get; init; } = 14;

    /// <summary>All of them have to hold.</summary>
    public IReadOnlyList<FormFilter> Filters { get; init; } = [];

    /// <summary>Lines between title and table.</summary>
    public IReadOnlyList<Wording> Head { get; init; } = [];

    /// <summary>Instead of rows, where nobody is to be listed and everybody is accounted for: the zero report.</summary>
    public Wording? Zero { get; init; }

    /// <summary>Instead of rows, where nobody is to be listed but somebody has not answered: no zero report.</summary>
    public Wording? Incomplete { get; init; }

    /// <summary>Lines below the table.</summary>
    public IReadOnlyList<Wording> Foot { get; init; } = [];

    /// <summary>Who signs.</summary>
    public IReadOnlyList<Wording> Signatures { get; init; } = [];

    /// <summary>On the long side of the paper.</summary>
    public bool Landscape { get; init; }

    /// <summary>A form that names people; one of numbers alone does not.</summary>
    public bool NamesPeople => Rows != FormRows.Units;

    /// <summary>What it takes to have it filled in.</summary>
    public Permission Needs => NamesPeople ? Permission.Export : Permission.SeeDigest;

    /// <summary>How many days before the day of the form are read.</summary>
    public int DaysBefore => Rows == FormRows.Days
        ? Days - 1
        : Columns.Select(column => column.Value).Concat(Filters.SelectMany(filter => filter.Values)).Max(value => value.Back.To);

    /// <summary>Only people of whom something was told can be listed, so the others need not be read.</summary>
    public bool ListsNotableOnly => Rows == FormRows.People && Sheets != FormSheets.Person
        && Filters.Any(filter => filter.Values.All(value => FormFields.Of(value.Field).IsNotable));
}
