using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Forms;

/// <summary>Reads a template. README.md, "Forms", describes the file for those who write one.</summary>
public static partial class FormTemplateReader
{
    private const int MostColumns = 60, MostDaysBack = 60, MostWidth = 80;

    private static readonly Dictionary<string, FormField> Fields = Words<FormField>();
    private static readonly Dictionary<string, FormSheets> Sheets = Words<FormSheets>();
    private static readonly Dictionary<string, FormRows> Rows = Words<FormRows>();
    private static readonly Dictionary<string, FormPeople> People = Words<FormPeople>();
    private static readonly Dictionary<string, Symptoms> SymptomWords = Words<Symptoms>(except: Symptoms.None);

    /// <summary>The words that a filter may compare with by <c>is</c>, by field.</summary>
    private static readonly Dictionary<FormField, IReadOnlyCollection<string>> WordsOf = new()
    {
        [FormField.Absence] = Words<Absence>(except: Absence.None).Keys,
        [FormField.Isolation] = Words<Isolation>(except: Isolation.None).Keys,
        [FormField.Status] = Words<CheckInStatus>().Keys,
    };

    /// <summary>Reads the template of a file.</summary>
    /// <param name="file">The file's name, of which the form has its own.</param>
    /// <param name="text">What stands in the file.</param>
    /// <exception cref="BadFormException">There is a fault in it.</exception>
    public static FormTemplate Read(string file, string text)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(file);
        if (!Name().IsMatch(name))
            throw new BadFormException(file, 1, $"the file's name '{name}' is not allowed: 1 to 24 of a-z 0-9 - (it is the form's name)");
        try
        {
            return Read(name, new TemplateNode(file, "", LocatedJson.Parse(text)));
        }
        catch (JsonException fault)
        {
            throw new BadFormException(file, (int)(fault.LineNumber ?? 0) + 1, "this is no JSON: " + fault.Message.Split(" LineNumber", 2)[0]);
        }
    }

    /// <summary>The word that templates use for a member of a closed set.</summary>
    internal static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    private static FormTemplate Read(string name, TemplateNode root)
    {
        root.Only("label", "title", "source", "sheets", "rows", "people", "days", "landscape", "head",
            "columns", "filters", "zero", "incomplete", "foot", "signatures");
        var rows = root.Member("rows")?.OneOf(Rows) ?? FormRows.People;
        var sheets = root.Member("sheets")?.OneOf(Sheets) ?? FormSheets.Unit;
        if (rows == FormRows.Days && sheets != FormSheets.Person)
            throw root.Required("rows", "").Bad("rows = 'days' is not allowed without sheets = 'person': a sheet of days is about one person");
        if (sheets == FormSheets.Person && rows != FormRows.Days)
            throw root.Required("sheets", "").Bad("sheets = 'person' is not allowed without rows = 'days'");
        if (rows == FormRows.Units && sheets != FormSheets.Unit) throw root.Required("rows", "").Bad("rows = 'units' is not allowed without sheets = 'unit'");
        var filters = root.Items("filters").Select(filter => Filter(filter, rows)).ToList();
        var template = new FormTemplate(
            name,
            Filled(root.Required("title", "the words above the form"), sheets),
            root.Required("source", "the document that asks for the form").Text(),
            Columns(root, rows))
        {
            Label = root.Required("label", "a short name for lists and buttons").Wording(),
            Sheets = sheets,
            Rows = rows,
            People = root.Member("people")?.OneOf(People) ?? FormPeople.Students,
            Days = root.Member("days")?.Integer(1, MostDaysBack) ?? 14,
            Landscape = root.Member("landscape")?.Flag() ?? false,
            Filters = filters,
            Head = [.. root.Items("head").Select(line => Filled(line, sheets))],
            Foot = [.. root.Items("foot").Select(line => Filled(line, sheets))],
            Signatures = [.. root.Items("signatures").Select(line => line.Wording())],
            Zero = root.Member("zero") is { } zero ? Filled(zero, sheets) : null,
            Incomplete = root.Member("incomplete") is { } incomplete ? Filled(incomplete, sheets) : null,
        };
        if (rows == FormRows.People && filters.Count > 0)
        {
            root.Required("zero", "what stands there when nobody is to be listed and everybody has answered");
            root.Required("incomplete", "what stands there when nobody is to be listed and somebody has not answered");
        }

        return template;
    }

    private static List<FormColumn> Columns(TemplateNode root, FormRows rows)
    {
        root.Required("columns", "a list of columns");
        var columns = root.Items("columns").Select(column =>
        {
            column.Only("field", "symptom", "back", "slot", "heading", "group", "width");
            return new FormColumn(
                Value(column, rows),
                column.Required("heading", "the words above the column").Wording(),
                column.Member("width")?.Integer(2, MostWidth) ?? 12,
                column.Member("group")?.Wording());
        }).ToList();
        return columns.Count is > 0 and <= MostColumns ? columns : throw root.Member("columns")!.Bad($"columns is not allowed: 1 to {MostColumns} columns");
    }

    private static FormFilter Filter(TemplateNode filter, FormRows rows)
    {
        filter.Only("field", "symptom", "back", "slot", "any", "is");
        var values = filter.Member("any") is null
            ? [Value(filter, rows)]
            : filter.Items("any").Select(one => Value(one.Only("field", "symptom", "back", "slot"), rows)).ToList();
        if (values.Count == 0) throw filter.Bad($"{filter.Path}.any is not allowed: at least one {{ \"field\": … }}");
        return new FormFilter(values, [.. filter.Items("is").Select(word => Word(word, values))]);
    }

    private static string Word(TemplateNode word, List<FormValue> values)
    {
        var text = word.Text();
        foreach (var value in values)
        {
            if (!WordsOf.TryGetValue(value.Field, out var words))
                throw word.Bad($"{word.Path} is not allowed: only {string.Join(", ", WordsOf.Keys.Select(WordOf))} can be compared with words");
            if (!words.Contains(text)) throw word.NotAllowed($"one of {string.Join(", ", words)}");
        }

        return text;
    }

    private static FormValue Value(TemplateNode node, FormRows rows)
    {
        var at = node.Required("field", $"one of {string.Join(", ", Fields.Keys)}");
        var field = at.OneOf(Fields);
        if (!FormFields.Of(field).Rows.Contains(rows))
        {
            var allowed = Fields.Where(one => FormFields.Of(one.Value).Rows.Contains(rows)).Select(one => one.Key);
            throw at.NotAllowed($"with rows = '{WordOf(rows)}' one of {string.Join(", ", allowed)}");
        }

        if (field != FormField.Symptom && node.Member("symptom") is { } odd) throw odd.Bad($"{odd.Path} is not allowed: it belongs to field = 'symptom' alone");
        return new FormValue(field, node.Member("back") is { } back ? Back(back) : DaysBack.Today)
        {
            Symptom = field == FormField.Symptom
                ? node.Required("symptom", $"one of {string.Join(", ", SymptomWords.Keys)}").OneOf(SymptomWords)
                : Symptoms.None,
            Slot = node.Member("slot")?.Text("a slot such as morning, noon, evening"),
        };
    }

    private static DaysBack Back(TemplateNode node)
    {
        const string Allowed = "days before the form's, as \"0\" (that day), \"1-3\" (the three days before it); at most 60";
        var parts = node.Text(Allowed).Split('-');
        if (parts.Length > 2 || !parts.All(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            throw node.NotAllowed(Allowed);
        var (from, to) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[^1], CultureInfo.InvariantCulture));
        return from <= to && to <= MostDaysBack ? new DaysBack(from, to) : throw node.NotAllowed(Allowed);
    }

    private static Wording Filled(TemplateNode node, FormSheets sheets)
    {
        var wording = node.Wording();
        foreach (var text in new[] { wording.ZhHans, wording.ZhHant, wording.En })
        {
            if (FormPlaces.UnknownIn(text, sheets) is { } unknown)
                throw node.Bad(
                    $"{node.Path} has the place {{{unknown}}}, which is not allowed: one of "
                        + $"{string.Join(", ", FormPlaces.Of(sheets).Select(place => $"{{{place}}}"))}");
        }

        return wording;
    }

    private static Dictionary<string, T> Words<T>(T? except = null)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => except is not { } none || !EqualityComparer<T>.Default.Equals(value, none)).ToDictionary(WordOf, value => value);

    [GeneratedRegex("^[a-z0-9-]{1,24}$")]
    private static partial Regex Name();
}
