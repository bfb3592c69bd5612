using CheckinBot.Configuration;
using CheckinBot.Core.Forms;
using CheckinBot.Files.Forms;

namespace CheckinBot.Tests.Forms;

public sealed class FormTemplateTests
{
    private const string Good = """
        {
          "label": "Mine",
          "title": { "zh-Hans": "表", "zh-Hant": "表", "en": "Form of {unit}" },
          "source": "our own",
          "columns": [
            { "field": "name", "heading": "Name" },
            { "field": "symptom", "symptom": "cough", "back": "1-3", "heading": "Cough" }
          ]
        }
        """;

    [Fact]
    public void A_form_is_named_by_its_file() => Assert.Equal("mine", FormTemplateReader.Read("/etc/forms/mine.json", Good).Name);

    [Theory]
    [InlineData("\"name\", \"heading\"", "\"nmae\", \"heading\"", "mine.json line 6: columns[0].field = 'nmae' is not allowed: one of index, blank, name,")]
    [InlineData("\"cough\"", "\"cuogh\"", "mine.json line 7: columns[1].symptom = 'cuogh' is not allowed: one of fever, rash,")]
    [InlineData("\"1-3\"", "\"3-1\"", "mine.json line 7: columns[1].back = '3-1' is not allowed: days before the form's")]
    [InlineData("\"source\"", "\"sorce\"", "mine.json line 4: sorce is not a known key: one of label, title, source,")]
    [InlineData("{unit}", "{untl}", "mine.json line 3: title has the place {untl}, which is not allowed: one of {unit},")]
    [InlineData("\"zh-Hant\": \"表\", ", "", "mine.json line 3: title.zh-Hant is missing")]
    [InlineData("\"our own\"", "7", "mine.json line 4: source = 7 is not allowed: a text")]
    [InlineData("\"Name\" }", "\"Name\" ", "mine.json line 7: this is no JSON:")]
    [InlineData("\"source\": \"our own\",", "\"source\": \"our own\", \"rows\": \"units\",",
        "mine.json line 6: columns[0].field = 'name' is not allowed: with rows = 'units' one of index,")]
    [InlineData("\"source\": \"our own\",", "\"source\": \"our own\", \"filters\": [{ \"field\": \"absence\", \"is\": [\"ill\"] }],",
        "mine.json line 4: filters[0].is[0] = 'ill' is not allowed: one of leave, ill_at_home,")]
    [InlineData("\"source\": \"our own\",", "\"source\": \"our own\", \"filters\": [{ \"field\": \"fever\" }],", "mine.json line 1: zero is missing:")]
    public void A_fault_is_named_with_file_line_key_and_what_is_allowed(string right, string wrong, string said)
    {
        var fault = Assert.Throws<BadFormException>(() => FormTemplateReader.Read("mine.json", Good.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.StartsWith(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"columns\": 3}")]
    [InlineData("\u0000\uFFFF{")]
    public void Whatever_is_no_template_is_refused_in_one_line(string text)
    {
        var fault = Assert.Throws<BadFormException>(() => FormTemplateReader.Read("mine.json", text));
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void An_operator_adds_a_form_and_replaces_a_shipped_one_without_code()
    {
        var folder = Directory.CreateTempSubdirectory("checkinbot-forms-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "mine.json"), Good);
            File.WriteAllText(Path.Combine(folder.FullName, "class-register.json"), Good);
            var catalog = FormCatalog.Load(new FormsOptions { Folder = folder.FullName });
            Assert.Equal("Mine", catalog.Find("mine")!.Label.En);
            Assert.Equal("Mine", catalog.Find("class-register")!.Label.En);
            Assert.Equal(6, catalog.All.Count);
            File.WriteAllText(Path.Combine(folder.FullName, "broken.json"), "{");
            Assert.Contains(
                "broken.json line 1", Assert.Throws<BadConfigurationException>(() => FormCatalog.Load(new FormsOptions { Folder = folder.FullName })).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
