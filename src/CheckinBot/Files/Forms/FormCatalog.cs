using CheckinBot.Configuration;
using CheckinBot.Core.Forms;
using CheckinBot.LocalSettings;

namespace CheckinBot.Files.Forms;

/// <summary>The forms that can be filled in: those that are shipped, and those of the operator's folder, which win.</summary>
internal sealed class FormCatalog
{
    private const string Prefix = "Forms/";
    private const string Extension = ".json";

    private readonly Lazy<SortedDictionary<string, FormTemplate>> _forms;

    // The shipped templates have no fault that the start would have to find, so they are read when somebody first asks.
    private FormCatalog(List<FormTemplate> own) => _forms = new(() =>
    {
        var forms = new SortedDictionary<string, FormTemplate>(StringComparer.Ordinal);
        foreach (var form in Shipped().Select(resource => FormTemplateReader.Read(resource[Prefix.Length..], ReadShipped(resource))).Concat(own))
            forms[form.Name] = form;
        return forms;
    });

    /// <summary>All forms, by name.</summary>
    public IReadOnlyCollection<FormTemplate> All => _forms.Value.Values;

    /// <summary>The form of a name; null where there is none.</summary>
    public FormTemplate? Find(string name) => _forms.Value.GetValueOrDefault(name);

    /// <summary>The forms that a unit offers: all, or those of <c>Forms:Offered</c>.</summary>
    public IReadOnlyList<FormTemplate> OfferedIn(UnitRules rules) =>
        [.. All.Where(form => rules.Settings.Unit.Forms is not { Count: > 0 } offered || offered.Contains(form.Name))];

    /// <summary>Reads the templates of the operator's folder.</summary>
    /// <exception cref="BadConfigurationException">One of them has a fault; the message names file, line and key.</exception>
    public static FormCatalog Load(FormsOptions options)
    {
        if (!Directory.Exists(options.Folder)) return new FormCatalog([]);
        try
        {
            var files = Directory.EnumerateFiles(options.Folder, "*" + Extension).Order(StringComparer.Ordinal);
            return new FormCatalog([.. files.Select(file => FormTemplateReader.Read(file, File.ReadAllText(file)))]);
        }
        catch (BadFormException fault)
        {
            throw new BadConfigurationException(fault.Message);
        }
    }

    /// <summary>The text of a shipped template, to start an own one from; null where there is none.</summary>
    public static string? ShippedText(string name) => Shipped().Contains(Prefix + name + Extension) ? ReadShipped(Prefix + name + Extension) : null;

    private static IEnumerable<string> Shipped() =>
        typeof(FormCatalog).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));

    private static string ReadShipped(string resource)
    {
        using var reader = new StreamReader(typeof(FormCatalog).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
