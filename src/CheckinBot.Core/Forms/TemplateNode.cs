namespace CheckinBot.Core.Forms;

/// <summary>A part of a template while it is read; every fault names file, line and key.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Path">The key, such as <c>columns[3].field</c>; empty for the whole file.</param>
/// <param name="Json">What stands there.</param>
internal sealed record TemplateNode(string File, string Path, LocatedJson Json)
{
    /// <summary>The member of a key; null where it is left out.</summary>
    public TemplateNode? Member(string key) =>
        Map[key] is { } value and not LocatedJson.Nothing ? new TemplateNode(File, KeyOf(key), value) : null;

    /// <summary>The member of a key that has to be there.</summary>
    public TemplateNode Required(string key, string allowed) => Member(key) ?? throw Bad($"{KeyOf(key)} is missing: {allowed}");

    /// <summary>Refuses a key that nobody reads, because it is almost always a typing error.</summary>
    public TemplateNode Only(params string[] keys)
    {
        foreach (var (key, line, _) in Map.Members)
        {
            if (!keys.Contains(key)) throw new BadFormException(File, line, $"{KeyOf(key)} is not a known key: one of {string.Join(", ", keys)}");
        }

        return this;
    }

    /// <summary>The elements of a list; none where the key is left out.</summary>
    public IReadOnlyList<TemplateNode> Items(string key) => Member(key) is not { } list ? []
        : list.Json is LocatedJson.List { Items: var items } ? [.. items.Select((item, index) => new TemplateNode(File, $"{list.Path}[{index}]", item))]
        : throw list.Bad($"{list.Path} is not allowed: a list [ … ]");

    /// <summary>A text that is not empty.</summary>
    public string Text(string allowed = "a text") =>
        Json is LocatedJson.Text { Value: var text } && !string.IsNullOrWhiteSpace(text) ? text : throw NotAllowed(allowed);

    /// <summary>One of some words.</summary>
    public T OneOf<T>(IReadOnlyDictionary<string, T> words) =>
        Json is LocatedJson.Text { Value: var word } && words.TryGetValue(word, out var value)
            ? value
            : throw NotAllowed($"one of {string.Join(", ", words.Keys)}");

    /// <summary>A whole number of a range.</summary>
    public int Integer(int least, int most) =>
        Json is LocatedJson.Number { Value: var number } && number == Math.Floor(number) && number >= least && number <= most
            ? (int)number
            : throw NotAllowed($"a whole number from {least} to {most}");

    /// <summary>Yes or no.</summary>
    public bool Flag() => Json is LocatedJson.Flag { Value: var flag } ? flag : throw NotAllowed("true or false");

    /// <summary>Words in the three languages, or one text for all of them.</summary>
    public Wording Wording()
    {
        if (Json is LocatedJson.Text) return new Wording(Text(), Text(), Text());
        const string Allowed = "a text, or { \"zh-Hans\": …, \"zh-Hant\": …, \"en\": … }";
        if (Json is not LocatedJson.Map) throw NotAllowed(Allowed);
        Only("zh-Hans", "zh-Hant", "en");
        return new Wording(Required("zh-Hans", Allowed).Text(), Required("zh-Hant", Allowed).Text(), Required("en", Allowed).Text());
    }

    /// <summary>The value is not allowed.</summary>
    public BadFormException NotAllowed(string allowed) => Bad($"{Path} = {Shown} is not allowed: {allowed}");

    /// <summary>A fault at this place.</summary>
    public BadFormException Bad(string problem) => new(File, Json.Line, problem);

    private LocatedJson.Map Map => Json as LocatedJson.Map ?? throw Bad($"{(Path.Length == 0 ? "the file" : Path)} is not allowed: an object {{ … }}");

    private string KeyOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    private string Shown => Json switch
    {
        LocatedJson.Text text => $"'{text.Value}'",
        LocatedJson.Number number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        LocatedJson.Flag flag => flag.Value ? "true" : "false",
        LocatedJson.List => "[…]",
        LocatedJson.Map => "{…}",
        _ => "null",
    };
}
