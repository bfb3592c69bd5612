using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CheckinBot.Tests.Architecture;

/// <summary>The projects below <c>src</c> as the compiler understands them: constants and bodies included, which compiled code no longer shows.</summary>
internal static class SourceTree
{
    private static readonly ConcurrentDictionary<string, Lazy<CSharpCompilation>> Compiled = new();

    // What .NET and the packages bring; the projects themselves are read from their sources.
    private static readonly List<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The names of all projects of the product.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension).Order()!,
    ];

    /// <summary>One project, compiled in memory. What source generators add is missing, so it cannot be emitted.</summary>
    public static CSharpCompilation Compile(string project) =>
        Compiled.GetOrAdd(project, name => new Lazy<CSharpCompilation>(() => CompileNow(name))).Value;

    /// <summary>The folder that a place in a source file belongs to, relative to its project; empty for the project's own.</summary>
    public static string Room(string project, SyntaxTree tree) =>
        Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repository.Root, "src", project), tree.FilePath))!.Replace('\\', '/');

    private static CSharpCompilation CompileNow(string project)
    {
        var folder = Path.Combine("src", project);
        var generated = Directory.EnumerateFiles(Path.Combine(Repository.Root, folder, "obj"), "*.GlobalUsings.g.cs", SearchOption.AllDirectories).Take(1);
        var newest = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var trees = Repository.SourcesBelow(folder).Concat(generated)
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file)), newest, file));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create(project, trees, References, options);
    }
}
