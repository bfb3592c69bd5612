using System.Xml.Linq;

namespace CheckinBot.Tests.Architecture;

/// <summary>What may never depend on what.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["CheckinBot.Core"] = [],
        ["CheckinBot.Storage"] = ["CheckinBot.Core"],
        ["CheckinBot.Telegram"] = ["CheckinBot.Core"],
        ["CheckinBot.Simulator"] = [],
        ["CheckinBot"] = ["CheckinBot.Core", "CheckinBot.Storage", "CheckinBot.Telegram", "CheckinBot.Simulator"],
    };

    public static TheoryData<string> Projects => new(Allowed.Keys);

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_the_projects_below_it(string project)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
        Assert.Equal(Allowed[project].Order(), references.Order());
    }

    [Fact]
    public void Every_project_of_src_is_known_to_these_tests()
    {
        var projects = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);
        Assert.Equal(Allowed.Keys.Order(), projects.Order());
    }

    [Fact]
    public void The_core_uses_no_package_but_the_analyzer_that_guards_it()
    {
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], Items("CheckinBot.Core", "PackageReference"));
        Assert.Empty(Items("CheckinBot.Core", "FrameworkReference"));
    }

    [Fact]
    public void The_core_loads_no_assembly_that_does_input_or_output()
    {
        string[] forbidden = ["System.Net", "System.IO.FileSystem", "System.Data", "Microsoft.", "System.Diagnostics.Process", "System.Console"];
        var loaded = typeof(Core.Reading.ReadingContext).Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.DoesNotContain(loaded, name => forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }

    // The package's own settings follow redirects, send Chinese as escapes, wait by themselves and may show the token.
    [Fact]
    public void The_client_of_the_package_is_made_in_one_place()
    {
        var making = Repository.SourcesBelow("src").Concat(Repository.SourcesBelow("tests"))
            .Where(file => File.ReadAllText(file) is var text
                && (text.Contains("new TelegramBotClient" + "(", StringComparison.Ordinal) || text.Contains("JsonBotAPI" + ".", StringComparison.Ordinal)))
            .Select(Repository.Relative);
        Assert.Equal(["src/CheckinBot.Telegram/BotClient.cs"], making);
    }

    [Fact]
    public void The_simulator_uses_no_package() => Assert.Empty(Items("CheckinBot.Simulator", "PackageReference"));

    [Fact]
    public void Only_the_demo_knows_the_simulator()
    {
        var knowing = Repository.SourcesBelow("src/CheckinBot")
            .Where(file => File.ReadAllText(file).Contains("CheckinBot.Simulator", StringComparison.Ordinal))
            .Select(Repository.Relative)
            .Where(file => !file.StartsWith("src/CheckinBot/Demo/", StringComparison.Ordinal) && file != "src/CheckinBot/Commands/DemoCommand.cs");
        Assert.Empty(knowing);
    }

    [Fact]
    public void The_simulator_knows_nothing_of_the_product()
    {
        var knowing = Repository.SourcesBelow("src/CheckinBot.Simulator")
            .Where(file => File.ReadLines(file).Any(line => line.StartsWith("using CheckinBot.", StringComparison.Ordinal)
                && !line.StartsWith("using CheckinBot.Simulator", StringComparison.Ordinal)))
            .Select(Repository.Relative);
        Assert.Empty(knowing);
    }

    [Fact]
    public void No_project_file_names_a_package_version()
    {
        var versions = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("PackageReference"))
            .Where(reference => reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null);
        Assert.Empty(versions);
    }

    private static List<string> Items(string project, string kind) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants(kind)
            .Where(item => item.Attribute("Condition")?.Value.Contains("== 'true'", StringComparison.Ordinal) != true)
            .Select(item => item.Attribute("Include")!.Value)
            .ToList();
}
