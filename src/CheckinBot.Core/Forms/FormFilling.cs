using System.Globalization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Forms;

/// <summary>Fills a form in. Nobody is left out as if they were well without being known to be: see <see cref="FormTemplate.Incomplete"/>.</summary>
public sealed class FormFilling
{
    private const int MostSheets = 200;

    private readonly FormTemplate _form;
    private readonly FormFacts _facts;
    private readonly Language _language;
    private readonly Phrases _phrases;
    private readonly PersonValues _values;
    private readonly List<Digest> _schools;
    private readonly List<long> _named = [];

    private FormFilling(FormTemplate form, FormFacts facts, Language language)
    {
        (_form, _facts, _language, _phrases) = (form, facts, language, new Phrases(language));
        _schools = [.. Schools(facts.Digest)];
        _values = new PersonValues(facts, form.Rows, _phrases);
    }

    private DigestMoment Moment => _facts.Digest.Moment;

    /// <summary>The form of a unit and day in the reader's language.</summary>
    /// <exception cref="FormTooLargeException">There would be too many sheets.</exception>
    public static FilledForm Fill(FormTemplate form, FormFacts facts, Language language) => new FormFilling(form, facts, language).Fill();

    private FilledForm Fill()
    {
        var sheets = _form.Sheets switch
        {
            FormSheets.Class => Limited(Classes(_facts.Digest).ToList())
                .Select(room => OfPeople(room, room.Unit.Path == _facts.Digest.Unit.Path ? room.Unit.Name : Below(room.Unit.Path))),
            FormSheets.School => Limited(Schools(_facts.Digest).DefaultIfEmpty(_facts.Digest).ToList())
                .Select(school => OfPeople(school, school == _facts.Digest ? _form.Label.In(_language) : Below(school.Unit.Path))),
            FormSheets.Person => Limited(People(_facts.Digest).ToList()).Select(OfDays),
            _ when _form.Rows == FormRows.Units => [OfUnits()],
            _ => [OfPeople(_facts.Digest, _form.Label.In(_language))],
        };
        return new FilledForm(_form.Label.In(_language), [.. sheets], [.. _named.Distinct()]) { Moment = Moment, Since = _facts.Since };
    }

    private Sheet OfPeople(Digest digest, string name)
    {
        var people = People(digest).ToList();
        if (!_facts.IsEmpty) _named.AddRange(people.Select(person => person.Person.Id));
        var rows = people.Select((person, index) => (IReadOnlyList<Cell>)
            [.. _form.Columns.Select(column => _values.Of(column.Value, person, Moment.Day, index + 1, digest.Unit))]).ToList();
        return Sheet(name, rows, digest, person: null);
    }

    private Sheet OfDays(RecordedPerson person)
    {
        _named.Add(person.Person.Id);
        var rows = Enumerable.Range(0, _form.Days).Select(index =>
        {
            var day = Moment.Day.AddDays(index - _form.Days + 1);
            return (IReadOnlyList<Cell>)[.. _form.Columns.Select(column => _values.Of(column.Value, person, day, index + 1, _facts.Digest.Unit))];
        });
        return Sheet(person.Person.Number is { } number ? $"{person.Person.Name} {number}" : person.Person.Name, [.. rows], _facts.Digest, person);
    }

    private Sheet OfUnits()
    {
        var digest = _facts.Digest;
        var parts = digest.Parts.Select(unit => (Name: Below(unit.Unit.Path), unit.Numbers, unit.ZeroReport)).ToList();
        if (digest.Own.Expected > 0 && !digest.Unit.Kind.HoldsPeople())
            parts.Add((_phrases.DigestOwnPeople, digest.Own, ZeroReportRule.Of(digest.Own, signature: null)));
        var rows = parts.Where(part => _form.Filters.All(filter => UnitValues.Passes(filter, part.Numbers)))
            .Select((part, index) => Row(part.Name, part.Numbers, part.ZeroReport, index + 1))
            .Append(Row(_phrases.FormTotal, digest.Numbers, digest.ZeroReport, index: null));
        var sheet = Sheet(_form.Label.In(_language), [.. rows], digest, person: null);
        return _facts.IsEmpty ? sheet : sheet with { Sums = new HashSet<int> { sheet.Rows.Count - 1 } };

        IReadOnlyList<Cell> Row(string name, DigestNumbers numbers, ZeroReport report, int? index) =>
            [.. _form.Columns.Select(column => UnitValues.Of(column.Value.Field, name, numbers, report, Moment.Day, index, _phrases))];
    }

    private Sheet Sheet(string name, List<IReadOnlyList<Cell>> rows, Digest digest, RecordedPerson? person)
    {
        var numbers = _form.NamesPeople ? NumbersOf(digest) : digest.Numbers;
        string Filled(Wording wording) => FormPlaces.Fill(wording.In(_language), place => ValueOf(place, digest.Unit, numbers, person, rows.Count));
        var nothing = numbers.MayBeSigned ? _form.Zero : _form.Incomplete;
        return new Sheet(
            name.Replace("/", " ", StringComparison.Ordinal),
            [.. _form.Columns.Select(
                (column, index) =>
                    new SheetColumn(
                        column.Heading.In(_language), WidthOf(column, rows, index),
                        column.Group?.In(_language)) { Centred = FormFields.Of(column.Value.Field).IsMark })],
            _facts.IsEmpty ? [] : rows)
        {
            Title = Filled(_form.Title),
            Head = [.. (_facts.IsEmpty ? [] : _form.Head).Select(Filled)],
            Nothing = _facts.IsEmpty ? _phrases.FormNoRecord : nothing is null ? null : Filled(nothing),
            Foot = [.. _form.Foot.Select(Filled), .. Counted(digest, person)],
            Signatures = [.. _form.Signatures.Select(line => line.In(_language))],
            Landscape = _form.Landscape,
            Ruled = true,
        };
    }

    // How the numbers differ from the digest is known of the unit of the form alone; another sheet says when it was counted.
    private IEnumerable<string> Counted(Digest digest, RecordedPerson? person)
    {
        if (_facts.Since is not { } since || person is not null || _facts.IsEmpty) return [];
        return [digest.Unit.Id == _facts.Digest.Unit.Id ? _phrases.FileSince(Moment.At, since) : _phrases.FileCounted(Moment.At, Moment.Day)];
    }

    // Only the people of the form count: a class includes its teacher, but its register lists the pupils.
    private DigestNumbers NumbersOf(Digest digest)
    {
        var units = UnitsOf(digest).ToHashSet();
        var coverage = _facts.Counts.Where(count => units.Contains(count.UnitId) && IsOfForm(count.ArePupils))
            .Select(count => count.Numbers).Aggregate(default(DigestNumbers), DigestNumbers.Add);
        return coverage with
        {
            Fever = Asked(digest.Unit)
                .Count(person => _facts.Records.Of(person.Person.Id, Moment.Day, Moment.Slot) is { } told && _facts.Rules.IsFever(told.Answer)),
        };
    }

    private static IEnumerable<long> UnitsOf(Digest digest) => digest.Units.SelectMany(UnitsOf).Prepend(digest.Unit.Id);

    private bool IsOfForm(bool isPupil) => _form.People switch
    {
        FormPeople.Students => isPupil,
        FormPeople.Staff => !isPupil,
        _ => true,
    };

    private string ValueOf(string place, DigestUnit unit, DigestNumbers numbers, RecordedPerson? person, int listed) => place switch
    {
        "unit" => person is null ? NameOf(unit.Path, unit.Kind) : NameOf(person.UnitPath, UnitKind.Class),
        "path" => UnitNames.Joined((person?.UnitPath ?? unit.Path).Split('/')),
        "school" => person?.School ?? SchoolOf(unit),
        "authority" => _phrases.Authority(unit.Name, unit.Kind),
        "date" => _phrases.DateInYear(Moment.Day),
        "day" => _phrases.Date(Moment.Day),
        "slot" => _phrases.SlotName(Moment.Slot),
        "as_of" => _phrases.AsOf(Moment.At, Moment.Day),
        "expected" => Count(numbers.Expected),
        "reported" => Count(numbers.Reported),
        "missing" => Count(numbers.Missing),
        "exempt" => Count(numbers.Exempt),
        "fever" => Count(numbers.Fever),
        "travel_open" => Count(numbers.TravelUnanswered),
        "owed" => _phrases.Owed(numbers),
        "no_reason" => Count(numbers.ExemptWithoutReason),
        "listed" => Count(listed),
        "name" => person?.Person.Name ?? "",
        "number" => person?.Person.Number ?? "",
        "birth_date" => Cell.Of(person?.BirthDate).Printed,
        _ => person?.Dormitory ?? "",
    };

    // The width of the template, or up to half as much again where the contents need it, such as a name of three words.
    private static int WidthOf(FormColumn column, List<IReadOnlyList<Cell>> rows, int index) =>
        Math.Clamp(rows.Select(row => TextWidth.Characters(row[index].Printed) + 2).DefaultIfEmpty().Max(), column.Width, column.Width * 3 / 2);

    // A class is called by its whole path below the school, because there are many of the name 1班.
    private string NameOf(string path, UnitKind kind)
    {
        var parts = path.Split('/');
        var school = kind.HoldsPeople() && SchoolNames.LastOrDefault(one => parts.Contains(one)) is { } name ? Array.LastIndexOf(parts, name) : -1;
        return school >= 0 && school < parts.Length - 1 ? UnitNames.Joined(parts[(school + 1)..]) : parts[^1];
    }

    // A form of a county has the classes of many schools, each on a sheet of its own.
    private IEnumerable<string> SchoolNames => _facts.School is { } school ? [school] : _schools.Select(one => one.Unit.Name).Distinct();

    private string SchoolOf(DigestUnit unit) => _facts.School
        ?? _schools.Find(school => unit.Path == school.Unit.Path || unit.Path.StartsWith(school.Unit.Path + "/", StringComparison.Ordinal))?.Unit.Name
        ?? unit.Name;

    private IEnumerable<RecordedPerson> People(Digest digest) =>
        Asked(digest.Unit).Where(person => _form.Filters.All(filter => _values.Passes(filter, person, Moment.Day)));

    // The people of the form who are asked in its slot: in the evening only the boarders.
    private IEnumerable<RecordedPerson> Asked(DigestUnit unit) => _facts.Records.People.Where(person =>
        (person.UnitPath == unit.Path || person.UnitPath.StartsWith(unit.Path + "/", StringComparison.Ordinal))
        && IsOfForm(person.Person.Role == Role.Student)
        && (Moment.Slot != SlotSchedule.EveningId || person.Person.IsBoarder));

    private static IEnumerable<Digest> Schools(Digest digest) => digest.Unit.Kind == UnitKind.School
        ? [digest]
        : digest.Units.SelectMany(Schools).Where(school => school.Numbers.Expected > 0);

    private static IEnumerable<Digest> Classes(Digest digest) => digest.Unit.Kind == UnitKind.Class
        ? [digest]
        : digest.Units.SelectMany(Classes).Where(room => room.Numbers.Expected > 0);

    private static List<T> Limited<T>(List<T> all) => all.Count <= MostSheets ? all : throw FormTooLargeException.OfSheets(all.Count, MostSheets);

    private string Below(string path) => UnitNames.Below(_facts.Digest.Unit.Path, path)!;

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
